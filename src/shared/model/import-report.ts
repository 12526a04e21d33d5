import { z } from 'zod'
import { filedUnder } from './import-target'
import { triageStates } from './triage'

/** Something in a file that could not be taken in, where it stands, and why. `line` counts from 1; 0 is the whole file. */
export const skippedItem = z.strictObject({
  file: z.string(),
  line: z.int(),
  reason: z.string()
})
export type SkippedItem = z.infer<typeof skippedItem>

export const importedItem = z.strictObject({
  paperId: z.int(),
  digestId: z.int(),
  title: z.string(),
  /** `unchanged` papers were already here, and nothing new was said of them. */
  status: z.enum(['added', 'merged', 'unchanged']),
  trashed: z.boolean(),
  /** Where it stands now. What was dismissed stays away, whichever digest names it again. */
  triage: z.enum(triageStates)
})

/** What an import did. `entryId` is its entry in the journal, null where nothing changed. */
export const importReport = z.strictObject({
  entryId: z.int().nullable(),
  added: z.int(),
  merged: z.int(),
  unchanged: z.int(),
  /** How many of these papers had been dismissed, and stay so. */
  dismissed: z.int(),
  /** The first of them; the counts are of all. */
  items: z.array(importedItem),
  skipped: z.array(skippedItem),
  /** Absent where they were dropped on nothing that files them. */
  filed: filedUnder.optional()
})
export type ImportReport = z.infer<typeof importReport>

/** How far an import has come: `done` of `of` files read, and the one it is at; then of papers added. */
export interface ImportProgress {
  stage: 'reading' | 'comparing' | 'adding'
  file: string
  done: number
  of: number
}
