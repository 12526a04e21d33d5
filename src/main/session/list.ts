import { z } from 'zod'
import type { Output } from '@shared/ipc/contract'
import { defaultSort } from '@shared/model/default-sort'
import { digestOf } from '@shared/model/digest-of'
import type { PaperRow } from '@shared/model/paper'
import { firstMarked } from '@shared/model/first-marked'
import { grouping, sort, type Grouping, type Sort, type View } from '@shared/model/view'
import type { ReadableDb, WritableDb } from '../database/handle'
import { getRows } from '../library/papers'
import { setViewSetting, viewSetting } from '../library/view-settings'
import { widened } from '../search/widened'
import type { LibrarySession } from './session'

/** More hits than any list is read through by relevance; the least relevant are left out above it. */
const mostHits = 2000

/** How many rows come with the ids: more than any window shows at once. */
const firstRows = 80

const arrangement = z.strictObject({ sort, group: grouping })
type Arrangement = z.infer<typeof arrangement>

/** What is asked for of a list; without an order or grouping, those that the user last gave the view. */
interface ListRequest {
  view: View
  query: string
  sort: Sort | null
  group: Grouping | null
  byMeaning: boolean
}

/** Remembers how a view is ordered and grouped. */
export function arrange(db: WritableDb, view: View, how: Arrangement): void {
  setViewSetting(db, nameOf(view), how)
}

/** A view's papers in order, narrowed to those that answer a query. */
export async function listPapers(
  session: LibrarySession,
  { view, query, byMeaning, ...given }: ListRequest,
  meaningOf: (text: string) => Promise<Float32Array | null>
): Promise<Output<'paper:list'>> {
  const remembered = arrangementOf(session.db, view)
  const order = given.sort ?? remembered.sort
  const group = given.group ?? remembered.group
  const rowsOf = (ids: readonly number[]): PaperRow[] =>
    getRows(session.db, ids.slice(0, firstRows), digestOf(view))
  const put = (ids: readonly number[]) => {
    const together = session.grouped([...ids], group)
    return { ...together, sort: order, group, rows: rowsOf(together.ids) }
  }
  if (query.trim() === '') {
    const ids = await session.listed(view, order)
    const total = ids.length
    return { ...put(ids), total, mode: 'none', elsewhere: 0, pending: 0, marks: [] }
  }
  const byRelevance = order.column === 'relevance'
  const marked = byRelevance && group === 'none' ? firstMarked : 0
  const meaning = byMeaning && byRelevance ? await meaningOf(query) : null
  const asked = { text: query, limit: mostHits, view, all: !byRelevance, marked, meaning }
  const found = await session.search(asked)
  // It may ask for nothing yet (`tag:`): then it is not in the way of anything.
  if (found.mode === 'none')
    return listPapers(session, { view, query: '', sort: order, group, byMeaning: false }, meaningOf)
  const isRanked = byRelevance && found.isRanked
  const listed = put(
    isRanked
      ? found.hits.map(({ id }) => id)
      : inOrder(await session.listed(widened(view, query), order), found.all)
  )
  return {
    ...listed,
    total: found.total,
    ...{ mode: found.mode, elsewhere: found.elsewhere, pending: found.pending },
    marks:
      isRanked && group === 'none'
        ? found.marks
        : await session.marks(query, listed.ids.slice(0, firstMarked))
  }
}

function arrangementOf(db: ReadableDb, view: View): Arrangement {
  return viewSetting(db, nameOf(view), arrangement) ?? { sort: defaultSort(view), group: 'none' }
}

function nameOf(view: View): string {
  const which = view.kind === 'tags' ? view.ids.join(' ') : 'id' in view ? String(view.id) : ''
  return `view ${view.kind} ${which}`.trim()
}

function inOrder(ordered: readonly number[], wanted: Int32Array): number[] {
  const set = new Set(wanted)
  return ordered.filter((id) => set.has(id))
}
