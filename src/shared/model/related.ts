import { z } from 'zod'
import { paperRow } from './paper'

const id = z.int().positive()

/** What related papers are wanted for. */
export const relatedTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('papers'), ids: z.array(id).min(1).max(200_000) }),
  z.strictObject({ kind: z.literal('tag'), id }),
  /** A draft, a paragraph, anything. */
  z.strictObject({ kind: z.literal('text'), text: z.string().max(200_000) })
])
export type RelatedTo = z.infer<typeof relatedTo>

/** Why a paper is related: what it has in common, what counts most first. */
export const reason = z.strictObject({
  /** Words, as they stand in the paper. */
  terms: z.array(z.string()),
  people: z.array(z.string()),
  /** Empty for another venue. */
  venue: z.string(),
  /** How near it is in meaning, 1 at most; null where that is not known. */
  nearness: z.number().nullable()
})
export type Reason = z.infer<typeof reason>

export const relatedPaper = z.strictObject({ row: paperRow, score: z.number(), why: reason })
export type RelatedPaper = z.infer<typeof relatedPaper>
