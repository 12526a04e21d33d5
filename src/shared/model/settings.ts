import { z } from 'zod'
import { annotationColourCount } from './annotation-kinds'

/** Preferences of this machine's user; kept beside the library, not in it. */
export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** Widths in CSS pixels. */
  sidebarWidth: z.int().min(160).max(400),
  listWidth: z.int().min(280).max(900),
  sidebarShown: z.boolean(),
  /** Width of the paper beside its PDF, and whether it is there; and whether the list is. */
  besideWidth: z.int().min(240).max(700),
  besideShown: z.boolean(),
  listBesideShown: z.boolean(),
  /** Whether the pages of PDFs are dark: always, never, or when the window is. */
  pdfPages: z.enum(['theme', 'light', 'dark']),
  /** Whether files that come with papers are copied into the library, or linked where they lie. */
  attaching: z.enum(['copy', 'link']),
  /** Whether an import is looked at before it is made. */
  review: z.enum(['always', 'never']),
  /** Whether services on the Internet are asked about papers: not at all, on demand, or after imports too. */
  lookups: z.enum(['off', 'asked', 'always']),
  /** Whether Sheaf learns what papers mean, on this machine, in the background. */
  meaning: z.boolean(),
  /** What the colours of annotations mean to the user, by number; empty for the colour's own name. */
  annotationColours: z.array(z.string().max(40)).length(annotationColourCount),
  /** Who made annotations, as it is written into PDFs; empty for nobody. */
  annotator: z.string().max(100),
  /** The user's mail address for services that are asked to know; empty for none. */
  contact: z.union([z.literal(''), z.email().max(200)])
})
export type Settings = z.infer<typeof settings>
