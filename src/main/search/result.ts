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
  hits: SearchHit[]
}

export interface QueryOptions {
  /** The most hits to give. */
  limit: number
}
