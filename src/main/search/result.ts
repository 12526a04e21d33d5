import type { Marks, SearchMode } from '@shared/model/search'
import type { FilterSets } from './clause-sets'

/** A paper that answers a query. Scores of one answer compare with one another, not between answers. */
export interface SearchHit {
  id: number
  score: number
}

/** Where the words of a query stand in a paper that answers it. */
export interface PaperMarks extends Marks {
  id: number
}

/** Hits by falling score. `all` without hits: neither all words, nor any, nor near ones were found. */
export interface SearchResult {
  mode: SearchMode
  /** Whether scores tell papers apart: not where a query has nothing but filters. */
  isRanked: boolean
  /** The best of them; of those that scores do not tell apart, the newest. */
  hits: SearchHit[]
  /** How many there are. */
  total: number
  /** All of them, in no order, if that was asked for or they are not ranked; else none. */
  all: Int32Array
}

export interface QueryOptions {
  /** The most hits to give. */
  limit: number
  /** By paper: 1 for one that may be found. Null for all. */
  within?: Uint8Array | null
  /** Whether to give all papers that answer, beside the best. */
  all?: boolean
  /** What day it is, for queries that say `today`: as `2026-05-21`. */
  today?: string
  /** The text is not being typed: its last word is whole. */
  isComplete?: boolean
  /** Tells the papers that filters let through; without it they let all through. */
  filterSets?: FilterSets
}
