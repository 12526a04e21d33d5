import { z } from 'zod'

const id = z.int().positive()

/** Which papers a project's `.bib` holds. */
export const bibSource = z.discriminatedUnion('kind', [
  /** Those that its files cite. */
  z.strictObject({ kind: z.literal('cited') }),
  /** Those with a tag. */
  z.strictObject({ kind: z.literal('tag'), id }),
  /** Those of a collection and of the collections in it. */
  z.strictObject({ kind: z.literal('collection'), id }),
  /** Those that answer a saved search to the letter. */
  z.strictObject({ kind: z.literal('search'), id }),
  z.strictObject({ kind: z.literal('library') })
])
export type BibSource = z.infer<typeof bibSource>

export const bibDialect = z.enum(['bibtex', 'biblatex'])
export type BibDialect = z.infer<typeof bibDialect>

/** How a project's `.bib` stands. */
export const projectHealth = z.enum([
  /** It holds what it is to hold. */
  'ok',
  /** It does, but something in the project is amiss. */
  'problems',
  /** It could not be written; that is tried again. */
  'failing',
  'paused',
  /** No `.bib` was chosen yet. */
  'unset',
  /** Not looked at yet since the start. */
  'unknown'
])
export type ProjectHealth = z.infer<typeof projectHealth>

/** A linked project as the sidebar shows it. */
export const projectSummary = z.strictObject({
  id,
  /** Name of its folder, or of its file. */
  name: z.string(),
  health: projectHealth,
  problems: z.int(),
  /** What keeps the `.bib` from being written, as a sentence; empty if nothing does. */
  failure: z.string(),
  /** When the `.bib` was last written; null for never. */
  writtenAt: z.string().nullable()
})
export type ProjectSummary = z.infer<typeof projectSummary>

/** A place in a file of a project; `line` and `column` from 1, 0 for the file as a whole. */
export const filePlace = z.strictObject({
  file: z.string(),
  /** As it is shown: beneath the project's folder. */
  name: z.string(),
  line: z.int().min(0),
  column: z.int().min(0)
})
export type FilePlace = z.infer<typeof filePlace>

export const problemKinds = [
  /** A key is cited that no entry and no paper has. */
  'missing',
  /** A key is cited that a paper went by before. */
  'former',
  /** A key is cited in other capitals than its entry has. */
  'capitals',
  /** An entry written by hand that nothing cites. */
  'unused',
  /** Two entries have one key. */
  'duplicate',
  /** An entry of Sheaf's was changed by hand. */
  'edited',
  /** An entry written by hand that the library does not have. */
  'foreign',
  /** A `.bib` is named that is not there. */
  'no-bib',
  /** The kept `.bib` is not named in any file. */
  'unnamed-bib',
  /** An entry does not end. */
  'broken',
  /** A file is taken in that is not there. */
  'no-file',
  /** An entry has letters that the file's encoding has no place for. */
  'unwritable'
] as const

/** What can be done about a problem, at once. */
export const projectFix = z.discriminatedUnion('kind', [
  /** Cites another key at every place where this one is cited. */
  z.strictObject({ kind: z.literal('recite'), key: z.string(), to: z.string() }),
  /** Takes what an entry says into the library, as the paper's or as a new one. */
  z.strictObject({ kind: z.literal('take'), key: z.string() }),
  /** Leaves an entry as it was changed by hand, for good. */
  z.strictObject({ kind: z.literal('leave'), key: z.string() }),
  /** Writes Sheaf's entry in its place. */
  z.strictObject({ kind: z.literal('write'), key: z.string() }),
  /** Takes an entry written by hand out of the `.bib`; where several have the key, all but the first. */
  z.strictObject({ kind: z.literal('remove'), key: z.string() }),
  /** Keeps another `.bib`. */
  z.strictObject({ kind: z.literal('keep'), bib: z.string() })
])
export type ProjectFix = z.infer<typeof projectFix>

export const projectProblem = z.strictObject({
  kind: z.enum(problemKinds),
  /** The key or the file it is about. */
  name: z.string(),
  /** Where it shows, the first of them first. */
  places: z.array(filePlace),
  /** How many places there are in all. */
  total: z.int(),
  fixes: z.array(projectFix)
})
export type ProjectProblem = z.infer<typeof projectProblem>

export const projectEntry = z.strictObject({
  key: z.string(),
  owner: z.enum(['ours', 'theirs', 'edited']),
  paperId: id.nullable(),
  title: z.string(),
  /** How often it is cited. */
  citations: z.int()
})

export const project = projectSummary.extend({
  path: z.string(),
  bib: z.string(),
  /** `.bib` files that the project names or has, the likeliest first. */
  candidates: z.array(z.string()),
  dialect: bibDialect,
  source: bibSource,
  paused: z.boolean(),
  /** How many files were read. */
  files: z.int(),
  /** How many keys are cited. */
  cited: z.int(),
  entries: z.array(projectEntry),
  list: z.array(projectProblem),
  /** When the project was last looked at. */
  checkedAt: z.string().nullable()
})
export type Project = z.infer<typeof project>

/** One place where a key is to be changed in a file. */
const rewritePlace = filePlace.extend({
  before: z.string(),
  after: z.string()
})

/** Where keys are to be changed in files: the first places, and how many there are in how many files. */
export const rewritePreview = z.strictObject({
  places: z.array(rewritePlace),
  total: z.int(),
  files: z.int()
})
export type RewritePreview = z.infer<typeof rewritePreview>
