import { z } from 'zod'

/** Pairs of start and length, in UTF-16 code units of the stored (raw) text, in rising order. */
export const ranges = z.array(z.tuple([z.int(), z.int()]))
export type Ranges = z.infer<typeof ranges>

/** Which words of a hit answered the query. */
export const marks = z.strictObject({ title: ranges, abstract: ranges })
export type Marks = z.infer<typeof marks>

/**
 * How a query was answered: `all` words required (the last may be unfinished), `any` of them, or
 * `near` (a letter may differ); `text` ranks by how much is there of a long text,
 * `meaning` by how near it is in meaning too. `none`: there was no query.
 */
export const searchMode = z.enum(['none', 'all', 'any', 'near', 'text', 'meaning'])
export type SearchMode = z.infer<typeof searchMode>
