/** What the process that runs the model is asked. */
export interface MeaningCall {
  call: number
  texts: string[]
}

/** A vector for each text, or what went wrong. */
export type MeaningReply =
  { call: number; vectors: Float32Array[] } | { call: number; error: string }
