import { z } from 'zod'

/** What a library was exported to, or opened from. */
export const archiveOutcome = z.strictObject({
  fileName: z.string(),
  folder: z.string(),
  papers: z.int(),
  files: z.int(),
  /** Names of attachments whose files were missing. */
  missing: z.array(z.string())
})
export type ArchiveOutcome = z.infer<typeof archiveOutcome>

/** How far an export or its opening has come. */
export interface ArchiveProgress {
  stage: 'files' | 'papers' | 'checking' | 'adding'
  done: number
  of: number
}
