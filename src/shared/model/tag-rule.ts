import { z } from 'zod'

/** Papers that answer the query get the tag. */
export const tagRule = z.strictObject({
  id: z.int(),
  query: z.string(),
  tagId: z.int(),
  tag: z.string(),
  colour: z.int(),
  enabled: z.boolean()
})
export type TagRule = z.infer<typeof tagRule>
