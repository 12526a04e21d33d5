import { z } from 'zod'

/** Preferences of this machine's user; kept beside the library, not in it. */
export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** Widths in CSS pixels. */
  sidebarWidth: z.int().min(160).max(400),
  listWidth: z.int().min(280).max(900),
  sidebarShown: z.boolean(),
  /** Whether files that come with papers are copied into the library, or linked where they lie. */
  attaching: z.enum(['copy', 'link']),
  /** Whether an import is looked at before it is made. */
  review: z.enum(['always', 'never'])
})
export type Settings = z.infer<typeof settings>
