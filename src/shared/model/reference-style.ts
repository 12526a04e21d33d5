import { z } from 'zod'

/** A style of CSL that references are formatted in. */
export const referenceStyle = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The user brought it. */
  own: z.boolean()
})
export type ReferenceStyle = z.infer<typeof referenceStyle>
