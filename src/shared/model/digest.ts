import { z } from 'zod'
import { sourceKinds } from './kinds'

/** A digest with its raw text, and the part of that text each paper came from. */
export const digest = z.strictObject({
  id: z.int(),
  kind: z.enum(sourceKinds),
  source: z.string(),
  fileName: z.string(),
  date: z.string(),
  dateInferred: z.boolean(),
  importedAt: z.string(),
  rawText: z.string(),
  appearances: z.array(
    z.strictObject({
      paperId: z.int(),
      title: z.string(),
      /** As in a row of the list; empty where unknown. */
      authors: z.string(),
      venue: z.string(),
      year: z.string(),
      position: z.int(),
      /** Half-open range in `rawText`, in UTF-16 code units. */
      start: z.int(),
      end: z.int()
    })
  )
})
export type Digest = z.infer<typeof digest>
