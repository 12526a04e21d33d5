import type { Decision, TriageState } from '@shared/model/triage'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, column, numbers, run, sql } from '../database/sql'

/** A paper that is still to be decided about, as SQL over `paper p`. */
export const inInbox = sql`p.id IN (SELECT paper_id FROM triage WHERE state = 'inbox')`

/** A paper that was dismissed, as SQL over `paper p`: out of sight everywhere but in its own place. */
export const isDismissed = sql`p.id IN (SELECT paper_id FROM triage WHERE state = 'dismissed')`

/** What became of papers; those that are not named were kept without being asked about. */
export function triageStates(
  db: ReadableDb,
  ids: readonly number[]
): Map<number, { state: TriageState; returned: boolean }> {
  return new Map(
    all<{ id: number; state: TriageState; returned: number }>(
      db,
      sql`SELECT paper_id AS id, state, returned FROM triage WHERE paper_id IN ${numbers(ids)}`
    ).map(({ id, state, returned }) => [id, { state, returned: returned === 1 }])
  )
}

/** What became of one paper. */
export function triageState(db: ReadableDb, id: number): TriageState {
  return triageStates(db, [id]).get(id)?.state ?? 'kept'
}

/**
 * Decides about papers. A paper that is in the Inbox for its newer version alone stays in the library
 * whatever is decided: what was dismissed is the news. Whoever decided has seen the newer version.
 */
export function decide(
  db: JournalledDb,
  ids: readonly number[],
  decision: Decision,
  now = new Date().toISOString()
): void {
  if (decision === 'dismiss') {
    const returned = column<number>(
      db,
      sql`SELECT paper_id FROM triage
          WHERE paper_id IN ${numbers(ids)} AND state = 'inbox' AND returned = 1`
    )
    keepReturned(db, returned, now)
    const kept = new Set(returned)
    set(
      db,
      ids.filter((id) => !kept.has(id)),
      'dismissed',
      now
    )
  } else if (decision === 'keep')
    run(
      db,
      sql`UPDATE triage SET state = 'kept', returned = 0, since = ${now}
          WHERE paper_id IN ${numbers(ids)} AND state <> 'kept'`
    )
  else set(db, ids, 'inbox', now)
  if (decision !== 'inbox')
    run(
      db,
      sql`UPDATE paper SET updated_at = NULL
          WHERE id IN ${numbers(ids)} AND updated_at IS NOT NULL`
    )
}

/** Papers of a digest that are still to be decided about, and not in the trash. */
export function undecidedOf(db: ReadableDb, digestId: number): number[] {
  return column<number>(
    db,
    sql`SELECT p.id FROM paper p WHERE p.trashed_at IS NULL AND ${inInbox}
          AND p.id IN (SELECT paper_id FROM appearance WHERE digest_id = ${digestId})
        ORDER BY p.id`
  )
}

/** Keeps those of some papers that are in the Inbox; gives how many those were. */
export function keepUndecided(db: JournalledDb, ids: readonly number[]): number {
  return run(
    db,
    sql`UPDATE triage SET state = 'kept', returned = 0, since = ${new Date().toISOString()}
        WHERE paper_id IN ${numbers(ids)} AND state = 'inbox'`
  ).changes
}

/** Takes papers out of the Inbox that are in it for their newer version alone: that has been seen. */
export function keepReturned(
  db: JournalledDb,
  ids: readonly number[],
  now = new Date().toISOString()
): void {
  run(
    db,
    sql`UPDATE triage SET state = 'kept', returned = 0, since = ${now}
        WHERE paper_id IN ${numbers(ids)} AND state = 'inbox' AND returned = 1`
  )
}

/** A paper that has just come goes to the Inbox. */
export function addToInbox(db: JournalledDb, id: number, now: string): void {
  run(
    db,
    sql`INSERT INTO triage (paper_id, state, returned, since) VALUES (${id}, 'inbox', 0, ${now})`
  )
}

/** A file brings a paper: whoever has that wants it, whatever was decided when a digest named it. */
export function bringBack(db: JournalledDb, id: number, toInbox: boolean, now: string): void {
  const state: TriageState = toInbox ? 'inbox' : 'kept'
  run(
    db,
    sql`UPDATE triage SET state = ${state}, returned = 0, since = ${now}
        WHERE paper_id = ${id} AND state <> ${state}
          AND (state = 'dismissed' OR (state = 'inbox' AND returned = 0))`
  )
}

/** A kept paper comes back into the Inbox for its newer version. */
export function returnToInbox(db: JournalledDb, id: number, now: string): void {
  if (triageState(db, id) !== 'kept') return
  set(db, [id], 'inbox', now)
  run(db, sql`UPDATE triage SET returned = 1 WHERE paper_id = ${id}`, 1)
}

/** One paper is made of two: it is kept if either was, and dismissed only if both were. */
export function joinDecisions(db: JournalledDb, id: number, otherId: number): void {
  const [mine, other] = [triageState(db, id), triageState(db, otherId)]
  if (mine === 'kept' || other === 'dismissed' || mine === other) return
  set(db, [id], other, new Date().toISOString())
}

/** Papers that are so already stay as they are. */
function set(db: JournalledDb, ids: readonly number[], state: TriageState, now: string): void {
  // Two statements: what an upsert does on a conflict would hold within its triggers too.
  run(
    db,
    sql`UPDATE triage SET state = ${state}, returned = 0, since = ${now}
        WHERE paper_id IN ${numbers(ids)} AND state <> ${state}`
  )
  run(
    db,
    sql`INSERT INTO triage (paper_id, state, returned, since)
        SELECT id, ${state}, 0, ${now} FROM paper WHERE id IN ${numbers(ids)}
          AND id NOT IN (SELECT paper_id FROM triage) ORDER BY id`
  )
}
