import { z } from 'zod'
import { paperRow } from './paper'

/** Papers that may be one, and what makes them look so. */
export const duplicateGroup = z.strictObject({
  reason: z.enum(['identifier', 'title', 'near-title']),
  papers: z.array(paperRow)
})
export type DuplicateGroup = z.infer<typeof duplicateGroup>

/** Some of the groups that a library has, and how many there are in all. */
export const duplicates = z.strictObject({ groups: z.array(duplicateGroup), total: z.int() })
export type Duplicates = z.infer<typeof duplicates>
