import type { Filter } from '@shared/query/clause'
import { localDay } from '@shared/text/local-day'
import type { SearchDocument } from './document'
import { SearchIndex } from './search-index'

/**
 * Tells which of some papers, in the library or not, answer a query to the letter, as a search would find
 * them: 1 at the place of each that does. Their ids count from 1.
 */
export function holdAmong(
  documents: readonly SearchDocument[],
  passes: (filter: Filter, place: number) => boolean
): (query: string) => boolean[] {
  const index = new SearchIndex(() => new Map())
  index.update(documents, [])
  const filterSets = (filter: Filter): Uint8Array =>
    Uint8Array.from({ length: documents.length + 1 }, (_, id) =>
      id > 0 && passes(filter, id - 1) ? 1 : 0
    )
  return (query) => {
    const { mode, all } = index.query(query, {
      ...{ today: localDay(new Date().toISOString()), isComplete: true, limit: 0, all: true },
      filterSets
    })
    const found = new Set(mode === 'all' ? all : [])
    return documents.map((_, place) => found.has(place + 1))
  }
}
