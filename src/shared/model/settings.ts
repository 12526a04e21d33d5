import { z } from 'zod'
import { keepingActs } from './triage'

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
  review: z.enum(['always', 'never']),
  /** Whether what digests bring is to be decided about in the Inbox, and what files bring. */
  inboxDigests: z.boolean(),
  inboxFiles: z.boolean(),
  /** What is done to an undecided paper that keeps it without another word. */
  keptBy: z.array(z.enum(keepingActs)),
  /** The user's own keys, by command; one that is not named has those it comes with. */
  keys: z.record(z.string().max(100), z.array(z.string().max(40)).max(8)),
  /** The commands that were chosen last in the palette, the newest first. */
  recentCommands: z.array(z.string().max(100)).max(8),
  /** Whether services on the Internet are asked about papers: not at all, on demand, or after imports too. */
  lookups: z.enum(['off', 'asked', 'always']),
  /** Whether Sheaf learns what papers mean, on this machine, in the background. */
  meaning: z.boolean(),
  /** The user's mail address for services that are asked to know; empty for none. */
  contact: z.union([z.literal(''), z.email().max(200)])
})
export type Settings = z.infer<typeof settings>
