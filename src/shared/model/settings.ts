import { z } from 'zod'
import { annotationColourCount } from './annotation-kinds'
import { languageChoices } from '../messages/languages'
import { listColumns } from './columns'
import { keepingActs } from './triage'
import { citeFormats, isCommandName } from '../text/cite-text'

/** A column that is shown, and its width in CSS pixels. */
const shownColumn = z.strictObject({
  column: z.enum(listColumns),
  width: z.int().min(40).max(1200)
})

/** Programs that Sheaf can open a file in. */
export const editors = ['system', 'vscode', 'emacs', 'vim', 'texstudio'] as const
export type Editor = (typeof editors)[number]

/** Preferences of this machine's user; kept beside the library, not in it. */
export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(languageChoices),
  density: z.enum(['comfortable', 'compact']),
  /** Widths in CSS pixels. */
  sidebarWidth: z.int().min(160).max(400),
  listWidth: z.int().min(280).max(1600),
  sidebarShown: z.boolean(),
  /** Width of the paper beside its PDF, and whether it is there; and whether the list is. */
  besideWidth: z.int().min(240).max(700),
  besideShown: z.boolean(),
  listBesideShown: z.boolean(),
  /** Whether the pages of PDFs are dark: always, never, or when the window is. */
  pdfPages: z.enum(['theme', 'light', 'dark']),
  /** Papers of a list in two lines each, or in a line of columns. */
  listForm: z.enum(['rows', 'table']),
  /** The table's columns, in order. */
  columns: z.array(shownColumn).min(1).max(20),
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
  /** What the colours of annotations mean to the user, by number; empty for the colour's own name. */
  annotationColours: z.array(z.string().max(40)).length(annotationColourCount),
  /** Who made annotations, as it is written into PDFs; empty for nobody. */
  annotator: z.string().max(100),
  /** The editor in which files are opened at a line, and citations are put. */
  editor: z.enum(editors),
  /** How the citation picker writes. */
  citeFormat: z.enum(citeFormats),
  /** The command of LaTeX it writes, without its backslash; empty for the format's own. */
  citeCommand: z.union([z.literal(''), z.string().refine(isCommandName)]),
  /** The key that opens the picker from any program, as Electron writes it; empty for none. */
  citeShortcut: z.string().max(60),
  /** Whether plug-ins of editors may ask for citations: not at all, with a token, or any program of this computer. */
  citeServer: z.enum(['off', 'token', 'open']),
  citePort: z.int().min(1024).max(65535),
  citeToken: z.string().regex(/^[A-Za-z0-9_-]{0,64}$/),
  /** The user's mail address for services that are asked to know; empty for none. */
  contact: z.union([z.literal(''), z.email().max(200)])
})
export type Settings = z.infer<typeof settings>
