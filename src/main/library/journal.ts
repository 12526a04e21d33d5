import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ChangeLabel, JournalState } from '@shared/model/journal'
import type { JournalledDb, ReadableDb, WritableDb } from '../database/handle'
import { all, column, first, run, sql, type Sql } from '../database/sql'

/** A change as the journal holds it. */
export interface Entry {
  id: number
  kind: ChangeLabel['kind']
  count: number
  name: string
  madeAt: string
}

interface Change {
  tableName: string
  op: 'insert' | 'update' | 'delete'
  rowId: number
  before: string | null
}

/** What a change did: its journal entry and label, or nulls where nothing really changed. */
export interface Changed<T> {
  entryId: number | null
  label: ChangeLabel | null
  value: T
}

/**
 * Makes one undoable change: runs `write` in one transaction, with every row it touches recorded.
 * What was undone before can then no longer be redone. A change that touches nothing leaves no entry.
 * A label that depends on what was written is given as a function of it.
 */
export function change<T>(
  db: WritableDb,
  labelled: ChangeLabel | ((value: T) => ChangeLabel),
  write: (db: JournalledDb) => T
): Changed<T> {
  return db
    .transaction(() => {
      const entryId = run(
        db,
        sql`INSERT INTO journal_entry (kind, count, name, made_at, state)
            VALUES ('', 0, '', ${new Date().toISOString()}, 'done')`
      ).id
      const value = inEntry(db, entryId, write)
      const label = typeof labelled === 'function' ? labelled(value) : labelled
      if (!hasChanges(db, entryId)) {
        run(db, sql`DELETE FROM journal_entry WHERE id = ${entryId}`, 1)
        return { entryId: null, label: null, value }
      }
      run(
        db,
        sql`UPDATE journal_entry SET kind = ${label.kind}, count = ${label.count},
              name = ${label.name} WHERE id = ${entryId}`,
        1
      )
      run(
        db,
        sql`UPDATE journal_entry SET state = 'abandoned' WHERE state = 'undone' AND id <> ${entryId}`
      )
      return { entryId, label, value }
    })
    .immediate()
}

/**
 * Makes a change as part of the newest entry when that is of the same kind and name and at most
 * `withinSeconds` old (typing goes on), as a change of its own otherwise.
 */
export function continueChange<T>(
  db: WritableDb,
  label: ChangeLabel,
  withinSeconds: number,
  write: (db: JournalledDb) => T
): T {
  return db
    .transaction(() => {
      const newest = nextToUndo(db)
      const age = newest ? (Date.now() - Date.parse(newest.madeAt)) / 1000 : Infinity
      const goesOn =
        newest?.kind === label.kind &&
        newest.name === label.name &&
        age >= 0 &&
        age <= withinSeconds &&
        nextToRedo(db) === undefined
      if (!goesOn) return change(db, label, write).value
      const value = inEntry(db, newest.id, write)
      keepFirstOfEachRow(db, newest.id)
      return value
    })
    .immediate()
}

/**
 * Takes back the newest change. Null: there is none.
 * @throws AppError `conflict` while a long change is being written
 */
export function undo(db: WritableDb): ChangeLabel | null {
  return step(db, nextToUndo, 'undone')
}

/** Makes the change again that was undone last. Null: there is none. @throws as `undo` */
export function redo(db: WritableDb): ChangeLabel | null {
  return step(db, nextToRedo, 'done')
}

/** What undo and redo would do now. */
export function journalState(db: ReadableDb): JournalState {
  return { undo: labelOf(nextToUndo(db)), redo: labelOf(nextToRedo(db)) }
}

function step(
  db: WritableDb,
  next: (db: ReadableDb) => Entry | undefined,
  state: 'done' | 'undone'
): ChangeLabel | null {
  return db
    .transaction(() => {
      refuseWhileWritten(db)
      return reverse(db, next(db), state)
    })
    .immediate()
}

/** @throws AppError `conflict` while a long change is being written */
export function refuseWhileWritten(db: ReadableDb): void {
  if (first(db, sql`SELECT 1 FROM journal_entry WHERE writer IS NOT NULL`) !== undefined)
    throw new AppError('conflict', words.library.importRuns)
}

export function nextToUndo(db: ReadableDb): Entry | undefined {
  return first<Entry>(
    db,
    sql`SELECT id, kind, count, name, made_at AS madeAt FROM journal_entry
        WHERE state = 'done' AND writer IS NULL ORDER BY id DESC LIMIT 1`
  )
}

export function nextToRedo(db: ReadableDb): Entry | undefined {
  return first<Entry>(
    db,
    sql`SELECT id, kind, count, name, made_at AS madeAt FROM journal_entry
        WHERE state = 'undone' ORDER BY id LIMIT 1`
  )
}

function labelOf(entry: Entry | undefined): ChangeLabel | null {
  return entry ? { kind: entry.kind, count: entry.count, name: entry.name } : null
}

/** Whether an entry changed anything. */
export function hasChanges(db: ReadableDb, entryId: number): boolean {
  return (
    first(db, sql`SELECT 1 FROM journal_change WHERE entry_id = ${entryId} LIMIT 1`) !== undefined
  )
}

/** Runs `write` with every row it touches recorded in an entry. */
export function inEntry<T>(db: WritableDb, entryId: number, write: (db: JournalledDb) => T): T {
  run(db, sql`UPDATE journal_open SET entry_id = ${entryId} WHERE entry_id IS NULL`, 1)
  const value = write(db as unknown as JournalledDb)
  run(db, sql`UPDATE journal_open SET entry_id = NULL`, 1)
  return value
}

/**
 * Reverses an entry's changes, newest first. The triggers record the reversal in their turn, so that
 * the entry then holds what it takes to go the other way.
 */
export function reverse(
  db: WritableDb,
  entry: Entry | undefined,
  state: 'done' | 'undone'
): ChangeLabel | null {
  if (entry === undefined) return null
  const changes = all<Change>(
    db,
    sql`SELECT table_name AS tableName, op, row_id AS rowId, before FROM journal_change
        WHERE entry_id = ${entry.id} ORDER BY id DESC`
  )
  // A child may come back before its parent does; the constraint is checked at the commit.
  db.pragma('defer_foreign_keys = ON')
  run(db, sql`DELETE FROM journal_change WHERE entry_id = ${entry.id}`)
  inEntry(db, entry.id, () => {
    // A row that is not there to be changed back would mean something lost: better nothing is undone.
    for (const item of changes) run(db, inverse(db, item), item.op === 'update' ? 1 : undefined)
  })
  run(db, sql`UPDATE journal_entry SET state = ${state} WHERE id = ${entry.id}`, 1)
  return labelOf(entry)
}

function inverse(db: ReadableDb, { tableName, op, rowId, before }: Change): Sql {
  const table = knownTable(db, tableName)
  if (op === 'insert') {
    // A long change records what it inserted as a range.
    const { through = rowId } = JSON.parse(before ?? '{}') as { through?: number }
    return { text: `DELETE FROM ${table} WHERE id BETWEEN ? AND ?`, values: [rowId, through] }
  }
  const row = JSON.parse(before ?? '{}') as Record<string, string | number | null>
  const names = Object.keys(row)
  const values = Object.values(row)
  if (op === 'update') {
    const assignments = names.map((name) => `"${name}" = ?`).join(', ')
    return { text: `UPDATE ${table} SET ${assignments} WHERE id = ?`, values: [...values, rowId] }
  }
  const columns = names.map((name) => `"${name}"`).join(', ')
  const places = names.map(() => '?').join(', ')
  return { text: `INSERT INTO ${table} (${columns}) VALUES (${places})`, values }
}

/** A table's name comes out of the library's file; only one that is really there goes into a statement. */
function knownTable(db: ReadableDb, name: string): string {
  const tables = column<string>(
    db,
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ${name}`
  )
  if (tables.length === 0) throw new Error(`The journal names an unknown table: ${name}`)
  return `"${name}"`
}

/** Of several updates of one row in an entry only the first tells what was there before the entry. */
function keepFirstOfEachRow(db: WritableDb, entryId: number): void {
  run(
    db,
    sql`DELETE FROM journal_change WHERE entry_id = ${entryId} AND op = 'update' AND EXISTS (
          SELECT 1 FROM journal_change AS earlier
          WHERE earlier.entry_id = journal_change.entry_id
            AND earlier.table_name = journal_change.table_name
            AND earlier.row_id = journal_change.row_id
            AND earlier.id < journal_change.id
            AND (earlier.op = 'insert' OR earlier.op = 'update'))`
  )
}
