import { z } from 'zod'

/** What would be lost if the trash were emptied. */
export const trashContent = z.strictObject({
  papers: z.int(),
  /** Papers with a note. */
  notes: z.int(),
  /** Copies of files in the library's folder that no other paper has, and their size. */
  files: z.int(),
  bytes: z.int()
})
export type TrashContent = z.infer<typeof trashContent>
