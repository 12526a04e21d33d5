import type { paperTypes } from '../model/kinds'

/** Fields whose words a clause may ask for: `author:vaswani`, `title:"attention is all"`. */
export const wordFields = ['author', 'title', 'abstract', 'venue', 'note'] as const
export type WordField = (typeof wordFields)[number]

/** Fields that say what a paper is or has, rather than which words are in it. */
export const filterFields = [
  'tag',
  'in',
  'digest',
  'has',
  'is',
  'year',
  'added',
  'key',
  'type'
] as const
export type FilterField = (typeof filterFields)[number]

export const havings = [
  ...[
    'pdf',
    'file',
    'note',
    'annotation',
    'tag',
    'collection',
    'abstract',
    'author',
    'venue',
    'year'
  ],
  ...['doi', 'arxiv', 'link', 'code', 'project', 'data']
] as const
export type Having = (typeof havings)[number]

export const beings = [
  ...(['unread', 'read', 'starred', 'incomplete', 'updated'] as const),
  ...(['inbox', 'kept', 'dismissed'] as const)
] as const
export type Being = (typeof beings)[number]

/** Words for types of paper, with the type of CSL that each stands for. */
export const typeWords = {
  article: 'article-journal',
  preprint: 'article',
  conference: 'paper-conference',
  book: 'book',
  chapter: 'chapter',
  thesis: 'thesis',
  report: 'report',
  dataset: 'dataset',
  software: 'software',
  webpage: 'webpage',
  other: 'document'
} as const satisfies Record<string, (typeof paperTypes)[number]>
export type TypeWord = keyof typeof typeWords

/** What a paper is or has. Days are `2026-05-21`, inclusive; an empty end is open. */
export type Filter =
  /** `in` is a collection, or what a saved search finds. */
  | { field: 'tag' | 'in' | 'digest' | 'key'; value: string }
  | { field: 'has'; value: Having }
  | { field: 'is'; value: Being }
  | { field: 'type'; value: TypeWord }
  | { field: 'year'; from: number | null; to: number | null }
  | { field: 'added'; from: string; to: string }

/** What a clause asks of a paper. */
export type Test =
  /** Words, as typed, all of them; in any field if none is named. `edits`: letters that may differ. */
  | { kind: 'words'; text: string; field: WordField | null; edits: 0 | 1 | 2 }
  /** Words behind one another. `isOpen`: it has no closing quote yet. */
  | { kind: 'phrase'; text: string; field: WordField | null; isOpen: boolean }
  | { kind: 'filter'; filter: Filter }
  | { kind: 'group'; query: Query }
  /** Not typed to its end: asks for nothing yet. */
  | { kind: 'unfinished'; field: WordField | FilterField; value: string }

/** A part of a typed text that asks for something. */
export interface Clause {
  /** Where it stands, with what is before it (`-`), in UTF-16 code units. */
  start: number
  end: number
  isNegated: boolean
  /** It is the last thing in the text: what is being typed may be the beginning of something longer. */
  isLast: boolean
  test: Test
}

/** Clauses of which one is enough. */
export type Alternatives = Clause[]

/** What typed text asks for: one of each. */
export type Query = Alternatives[]
