import { z } from 'zod'
import { formatNames, sourceKinds } from './kinds'
import { importReport, skippedItem } from './import-report'
import { filedUnder } from './import-target'
import { paperFields } from './paper'

/** What would become of one paper of a drop. `index` counts from 0 in its digest. */
export const plannedItem = z.strictObject({
  index: z.int(),
  title: z.string(),
  /** As in a row of the list. */
  authors: z.string(),
  venue: z.string(),
  year: z.string(),
  status: z.enum(['added', 'merged', 'unchanged', 'left-out']),
  /** The paper of the library that it is taken for; null for a new one, or one earlier in this drop. */
  same: z.strictObject({ id: z.int(), title: z.string(), citationKey: z.string() }).nullable(),
  /** It stands for a paper that lies in the trash, and will stay there. */
  trashed: z.boolean(),
  /** It stands for a paper that was dismissed, and will stay so. */
  dismissed: z.boolean(),
  /** The user has corrected what the source says. */
  corrected: z.boolean(),
  /** Half-open range in the page's `rawText`. */
  start: z.int(),
  end: z.int()
})
export type PlannedItem = z.infer<typeof plannedItem>

/** A drop that was read but is not in the library yet: what it would do. */
export const importPlan = z.strictObject({
  draftId: z.uuid(),
  added: z.int(),
  merged: z.int(),
  unchanged: z.int(),
  leftOut: z.int(),
  /** Papers among these that were dismissed before, and stay so. */
  dismissed: z.int(),
  digests: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.enum(sourceKinds),
      source: z.string(),
      date: z.string(),
      dateInferred: z.boolean(),
      papers: z.int()
    })
  ),
  /** Texts that can be read in another format, and the one they were read in; null where none was found. */
  texts: z.array(z.strictObject({ file: z.string(), format: z.enum(formatNames).nullable() })),
  skipped: z.array(skippedItem),
  /** Absent where they were dropped on nothing that files them. */
  filed: filedUnder.optional()
})
export type ImportPlan = z.infer<typeof importPlan>

/** Some papers of a digest of a plan, with the text they stand in. */
export const plannedPage = z.strictObject({
  rawText: z.string(),
  items: z.array(plannedItem),
  /** How many papers the digest has. */
  of: z.int()
})
export type PlannedPage = z.infer<typeof plannedPage>

/** What the user says of a paper of a plan: all of it, in place of what was said before. */
export const correction = z.strictObject({
  verdict: z.enum(['leave-out', 'apart']).nullable(),
  fields: paperFields.nullable()
})
export type Correction = z.infer<typeof correction>

/** What comes of a drop: a plan to look at, or, where the user wants that, its import at once. */
export const importOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('planned'), plan: importPlan }),
  z.strictObject({ kind: z.literal('imported'), report: importReport })
])
export type ImportOutcome = z.infer<typeof importOutcome>
