import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ChangeLabel, HistoryPage, HistoryStep } from '@shared/model/journal'
import type { ReadableDb, WritableDb } from '../database/handle'
import { all, scalar, sql } from '../database/sql'
import { nextToRedo, nextToUndo, refuseWhileWritten, reverse } from './journal'

/** How long one transaction of a step goes on, in milliseconds: others wait no longer than this for their turn. */
const sliceMs = 40

/** Changes of the library, the newest first, from one on. One that is still being written is none yet. */
export function history(db: ReadableDb, from: number, limit: number): HistoryPage {
  const rows = all<{
    id: number
    kind: ChangeLabel['kind']
    count: number
    name: string
    madeAt: string
    state: 'done' | 'undone' | 'abandoned'
  }>(
    db,
    sql`SELECT id, kind, count, name, made_at AS madeAt, state FROM journal_entry
        WHERE writer IS NULL ORDER BY id DESC LIMIT ${limit} OFFSET ${from}`
  )
  return {
    entries: rows.map(({ id, kind, count, name, madeAt, state }) => ({
      ...{ id, madeAt, label: { kind, count, name } },
      state: state === 'abandoned' ? 'gone' : state
    })),
    total: scalar<number>(db, sql`SELECT COUNT(*) FROM journal_entry WHERE writer IS NULL`),
    at: nextToUndo(db)?.id ?? 0
  }
}

/** What it would do to have all done up to the change `to`, and nothing after it. */
export function previewStep(db: ReadableDb, to: number): HistoryStep {
  const { direction, ids } = stepsTo(db, to)
  if (direction === 'none') return { direction, changes: 0, kinds: [] }
  const [low, high] = [Math.min(...ends(ids)), Math.max(...ends(ids))]
  const kinds = all<HistoryStep['kinds'][number]>(
    db,
    sql`SELECT kind, COUNT(*) AS changes, SUM(count) AS papers FROM journal_entry
        WHERE id BETWEEN ${low} AND ${high} AND writer IS NULL
          AND state = ${direction === 'back' ? 'done' : 'undone'}
        GROUP BY kind ORDER BY changes DESC, kind`
  )
  return { direction, changes: ids.length, kinds }
}

/**
 * Takes changes back, or makes them again, one after another, until all is done up to the change `to`
 * and nothing after it. Every change is reversed whole, many of them in one transaction; yields how many
 * are done. A caller that ends early leaves the library as it was after the last of them.
 * @throws AppError `conflict` where somebody changes the library meanwhile, or an import is running
 */
export function* stepTo(
  db: WritableDb,
  to: number
): Generator<{ done: number; of: number }, void, undefined> {
  const { direction, ids } = stepsTo(db, to)
  const [next, state] =
    direction === 'back' ? ([nextToUndo, 'undone'] as const) : ([nextToRedo, 'done'] as const)
  for (let done = 0; done < ids.length;) {
    const slice = db.transaction((): number => {
      refuseWhileWritten(db)
      const until = performance.now() + sliceMs
      let at = done
      do {
        const entry = next(db)
        if (entry?.id !== ids[at]) throw new AppError('conflict', words.library.changedMeanwhile)
        reverse(db, entry, state)
        at++
      } while (at < ids.length && performance.now() < until)
      return at
    })
    done = slice.immediate()
    yield { done, of: ids.length }
  }
}

/** The changes between what is done now and a point, in the order in which they are to be reversed. */
function stepsTo(
  db: ReadableDb,
  to: number
): { direction: HistoryStep['direction']; ids: number[] } {
  const back = all<{ id: number }>(
    db,
    sql`SELECT id FROM journal_entry WHERE state = 'done' AND writer IS NULL AND id > ${to}
        ORDER BY id DESC`
  )
  if (back.length > 0) return { direction: 'back', ids: back.map(({ id }) => id) }
  const forward = all<{ id: number }>(
    db,
    sql`SELECT id FROM journal_entry WHERE state = 'undone' AND id <= ${to} ORDER BY id`
  )
  return {
    direction: forward.length > 0 ? 'forward' : 'none',
    ids: forward.map(({ id }) => id)
  }
}

function ends(ids: readonly number[]): [number, number] {
  return [ids[0] ?? 0, ids.at(-1) ?? 0]
}
