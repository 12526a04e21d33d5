import { z } from 'zod'

/** What one service brings for one field of a paper. */
export const foundField = z.strictObject({
  /** One of `statedFields`, or the scheme of an identifier. */
  field: z.string(),
  /** As the paper has it now, written for a reader; empty for nothing. */
  former: z.string(),
  /** As the service has it. */
  said: z.string(),
  /** Whether the paper will show this in place of the former value; both are kept. */
  wins: z.boolean()
})
export type FoundField = z.infer<typeof foundField>

/** A paper that was looked up, with what is believed and what is not. */
export const lookedUp = z.strictObject({
  id: z.int(),
  title: z.string(),
  citationKey: z.string(),
  found: z.array(
    z.strictObject({
      source: z.string(),
      /** Page where a reader can check it. */
      url: z.string(),
      fields: z.array(foundField)
    })
  ),
  /** What came near and was not believed, with a sentence that says why. */
  refused: z.array(z.strictObject({ source: z.string(), title: z.string(), why: z.string() }))
})
export type LookedUp = z.infer<typeof lookedUp>

/** What a look-up came to. The papers are as they were until it is applied. */
export const lookupPlan = z.strictObject({
  draftId: z.uuid(),
  /** Those that were asked about, in the order they were asked. */
  papers: z.array(lookedUp),
  /** How many were to be looked up; more than `papers` where it was stopped. */
  of: z.int(),
  /** Of those, papers that lacked nothing, so that nobody was asked. */
  complete: z.int(),
  /** Services that could not be asked, and for how many papers. */
  failed: z.array(z.strictObject({ message: z.string(), papers: z.int() }))
})
export type LookupPlan = z.infer<typeof lookupPlan>

/** How far a look-up has come. */
export interface LookupProgress {
  done: number
  of: number
  /** Papers for which something was found. */
  found: number
}

/** What completing papers by itself came to. */
export interface LookupReport {
  completed: number
  of: number
  failed: string[]
}
