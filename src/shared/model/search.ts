import { z } from 'zod'

/** Pairs of start and length, in UTF-16 code units of the stored (raw) text, in rising order. */
export const ranges = z.array(z.tuple([z.int(), z.int()]))
export type Ranges = z.infer<typeof ranges>

/** A part of a text, with the words in it that answered the query. */
export const excerpt = z.strictObject({ text: z.string(), marks: ranges })
export type Excerpt = z.infer<typeof excerpt>

/**
 * Where else than in a paper's own words a query was answered: in its note, in an annotation, or on a page (from
 * 1 on) of a file of it.
 */
export const foundPlace = z.discriminatedUnion('kind', [
  excerpt.extend({ kind: z.literal('note') }),
  excerpt.extend({
    kind: z.literal('annotation'),
    id: z.int(),
    /** Of the PDF it is in, as printed there; empty for one of the title or abstract. */
    pageLabel: z.string()
  }),
  excerpt.extend({
    kind: z.literal('page'),
    attachmentId: z.int(),
    page: z.int().min(1),
    /** How many pages of the paper's files answer it. */
    pages: z.int().min(1)
  })
])
export type FoundPlace = z.infer<typeof foundPlace>

/** Which words of a hit answered the query. */
export const marks = z.strictObject({
  title: ranges,
  abstract: ranges,
  place: foundPlace.nullable()
})
export type Marks = z.infer<typeof marks>

/**
 * How a query was answered: `all` words required (the last may be unfinished), `any` of them, or
 * `near` (a letter may differ); `text` ranks by how much is there of a long text,
 * `meaning` by how near it is in meaning too; `pages`: only pages of files have all of them. `none`:
 * there was no query.
 */
export const searchMode = z.enum(['none', 'all', 'any', 'near', 'text', 'meaning', 'pages'])
export type SearchMode = z.infer<typeof searchMode>
