import { z } from 'zod'

/** A style of CSL that references are formatted in. */
export const referenceStyle = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The user brought it. */
  own: z.boolean()
})
export type ReferenceStyle = z.infer<typeof referenceStyle>

/** A stretch of a formatted reference, in the faces that its style sets it in. */
export const referenceRun = z.strictObject({
  text: z.string(),
  faces: z.array(z.enum(['italic', 'bold', 'raised', 'lowered', 'small-caps']))
})
export type ReferenceRun = z.infer<typeof referenceRun>
