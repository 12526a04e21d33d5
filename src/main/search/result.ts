import type { Marks, SearchMode } from '@shared/model/search'

/** A paper that answers a query. Scores of one answer compare with one another, not between answers. */
export interface SearchHit {
  id: number
  score: number
  marks: Marks
}

/** Hits by falling score. `all` without hits: neither all words, nor any, nor near ones were found. */
export interface SearchResult {
  mode: SearchMode
  /** The best of them. */
  hits: SearchHit[]
  /** How many there are. */
  total: number
  /** All of them, in no order, if that was asked for; else none. */
  all: Int32Array
}

export interface QueryOptions {
  /** The most hits to give. */
  limit: number
  /** By paper: 1 for one that may be found. Null for all. */
  within?: Uint8Array | null
  /** Whether to give all papers that answer, beside the best. */
  all?: boolean
}
