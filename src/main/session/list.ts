import type { Output } from '@shared/ipc/contract'
import type { Sort, View } from '@shared/model/view'
import type { PaperRow } from '@shared/model/paper'
import { getRows } from '../library/papers'
import { listIds } from '../library/views'
import type { LibrarySession } from './session'

/** More hits than any list is read through; the least relevant are left out above it. */
const mostHits = 200_000

/** How many rows come with the ids: more than any window shows at once. */
const firstRows = 80

/** A view's papers in order, narrowed to those that answer a query. */
export async function listPapers(
  session: LibrarySession,
  { view, query, sort }: { view: View; query: string; sort: Sort }
): Promise<Output<'paper:list'>> {
  const rowsOf = (ids: readonly number[]): PaperRow[] =>
    getRows(session.db, ids.slice(0, firstRows), view.kind === 'digest' ? view.id : null)
  if (query.trim() === '') {
    const ids = listIds(session.db, view, sort)
    return { ids, rows: rowsOf(ids), mode: 'none', elsewhere: 0, marks: [] }
  }
  const found = await session.search(query, mostHits)
  const inView = listIds(session.db, view, sort)
  const here = new Set(inView)
  const hits = found.hits.filter(({ id }) => here.has(id))
  const hitIds = new Set(hits.map(({ id }) => id))
  const ids = sort.column === 'relevance' ? [...hitIds] : inView.filter((id) => hitIds.has(id))
  return {
    ids,
    rows: rowsOf(ids),
    mode: found.mode,
    elsewhere: hits.length > 0 ? 0 : countInLibrary(session, found.hits),
    marks: hits
      .filter(({ marks }) => marks.title.length + marks.abstract.length > 0)
      .map(({ id, marks }) => ({ id, ...marks }))
  }
}

function countInLibrary(session: LibrarySession, hits: readonly { id: number }[]): number {
  const all = new Set(
    listIds(session.db, { kind: 'library' }, { column: 'added', descending: true })
  )
  return hits.filter(({ id }) => all.has(id)).length
}
