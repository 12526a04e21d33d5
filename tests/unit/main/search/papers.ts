import type { SearchDocument } from '../../../../src/main/search/document'
import { SearchIndex } from '../../../../src/main/search/search-index'

/** A document of which only what matters is given. */
export function paper(id: number, fields: Partial<SearchDocument> = {}): SearchDocument {
  return {
    id,
    title: '',
    abstract: '',
    language: '',
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

/** An empty index whose hits are marked in these documents. */
export function indexIn(documents: ReadonlyMap<number, SearchDocument>): SearchIndex {
  return new SearchIndex(
    (ids) => new Map(ids.flatMap((id) => [[id, documents.get(id) ?? paper(id)] as const]))
  )
}

/** An index of these documents. */
export function indexOf(...documents: SearchDocument[]): SearchIndex {
  const index = indexIn(new Map(documents.map((each) => [each.id, each])))
  index.update(documents, [])
  return index
}

/** Ids of all hits, the best first. */
export function found(index: SearchIndex, text: string): number[] {
  return index.query(text, { limit: 10_000 }).hits.map(({ id }) => id)
}
