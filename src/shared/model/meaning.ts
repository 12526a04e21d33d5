import { z } from 'zod'

/**
 * How far Sheaf is in learning what papers mean: `absent` where the model is not there, `failed` where it
 * could not be run, `ready` when every paper is known.
 */
export const meaningState = z.strictObject({
  state: z.enum(['off', 'absent', 'failed', 'working', 'ready']),
  /** Papers still to be learnt. */
  left: z.int()
})
export type MeaningState = z.infer<typeof meaningState>
