import type { SearchDocument } from '../../../../src/main/search/document'
import { SearchIndex } from '../../../../src/main/search/search-index'

/** A document of which only what matters is given. */
export function paper(id: number, fields: Partial<SearchDocument> = {}): SearchDocument {
  return {
    id,
    title: '',
    abstract: '',
    people: '',
    venue: '',
    year: '',
    tags: [],
    note: '',
    digests: '',
    identifiers: [],
    ...fields
  }
}

/** An index of these documents. */
export function indexOf(...documents: SearchDocument[]): SearchIndex {
  const index = new SearchIndex()
  index.update(documents, [])
  return index
}

/** Ids of all hits, the best first. */
export function found(index: SearchIndex, text: string): number[] {
  return index.query(text, { limit: 10_000 }).hits.map(({ id }) => id)
}
