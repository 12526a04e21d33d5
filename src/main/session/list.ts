import type { Output } from '@shared/ipc/contract'
import { digestOf } from '@shared/model/digest-of'
import type { PaperRow } from '@shared/model/paper'
import { firstMarked } from '@shared/model/search'
import type { Sort, View } from '@shared/model/view'
import { getRows } from '../library/papers'
import { widened } from '../search/widened'
import type { LibrarySession } from './session'

/** More hits than any list is read through by relevance; the least relevant are left out above it. */
const mostHits = 2000

/** How many rows come with the ids: more than any window shows at once. */
const firstRows = 80

/** A view's papers in order, narrowed to those that answer a query. */
export async function listPapers(
  session: LibrarySession,
  { view, query, sort, byMeaning }: { view: View; query: string; sort: Sort; byMeaning: boolean },
  meaningOf: (text: string) => Promise<Float32Array | null>
): Promise<Output<'paper:list'>> {
  const rowsOf = (ids: readonly number[]): PaperRow[] =>
    getRows(session.db, ids.slice(0, firstRows), digestOf(view))
  if (query.trim() === '') {
    const ids = [...(await session.listed(view, sort))]
    const total = ids.length
    return { ids, total, rows: rowsOf(ids), mode: 'none', elsewhere: 0, pending: 0, marks: [] }
  }
  const byRelevance = sort.column === 'relevance'
  const marked = byRelevance ? firstMarked : 0
  const meaning = byMeaning && byRelevance ? await meaningOf(query) : null
  const asked = { text: query, limit: mostHits, view, all: !byRelevance, marked, meaning }
  const found = await session.search(asked)
  // It may ask for nothing yet (`tag:`): then it is not in the way of anything.
  if (found.mode === 'none')
    return listPapers(session, { view, query: '', sort, byMeaning: false }, meaningOf)
  const ids =
    byRelevance && found.isRanked
      ? found.hits.map(({ id }) => id)
      : inOrder(await session.listed(widened(view, query), sort), found.all)
  return {
    ids,
    total: found.total,
    rows: rowsOf(ids),
    ...{ mode: found.mode, elsewhere: found.elsewhere, pending: found.pending },
    marks:
      byRelevance && found.isRanked
        ? found.marks
        : await session.marks(query, ids.slice(0, firstMarked))
  }
}

function inOrder(ordered: readonly number[], wanted: Int32Array): number[] {
  const set = new Set(wanted)
  return ordered.filter((id) => set.has(id))
}
