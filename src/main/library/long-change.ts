import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ChangeLabel } from '@shared/model/journal'
import type { JournalledDb, ReadableDb, WritableDb } from '../database/handle'
import { all, column, first, run, sql, type Sql } from '../database/sql'
import { hasChanges, inEntry, reverse, type Entry } from './journal'

/** A writer that has not written for this long, in seconds, is taken for dead, whatever its process id says. */
const silence = 60

/**
 * One undoable change that is written in several transactions, for what would hold others up too long
 * in one. Until it is finished it can only be taken back as a whole: by whoever makes it, or when the
 * library is opened after a crash. Rows it inserts are recorded as ranges, which is what makes it quick.
 */
export class LongChange {
  #entryId: number | null = null

  constructor(private readonly db: WritableDb) {}

  /** Writes a part of the change as one transaction. @throws AppError `cancelled` once it was taken back */
  slice(write: (db: JournalledDb) => void): void {
    this.db
      .transaction(() => {
        const now = new Date().toISOString()
        this.#entryId ??= this.#open(now)
        const { changes } = run(
          this.db,
          sql`UPDATE journal_entry SET written_at = ${now}
              WHERE id = ${this.#entryId} AND writer = ${process.pid}`
        )
        if (changes === 0) throw new AppError('cancelled', words.library.takenBack)
        const entryId = this.#entryId
        inEntry(this.db, entryId, (tx) => {
          inBulk(this.db, entryId, () => {
            write(tx)
          })
        })
      })
      .immediate()
  }

  /** Ends the change, which can be undone from here on. Null: it changed nothing. */
  finish(label: ChangeLabel): number | null {
    const entryId = this.#entryId
    if (entryId === null) return null
    const finished = this.db
      .transaction(() => {
        if (!hasChanges(this.db, entryId)) {
          run(this.db, sql`DELETE FROM journal_entry WHERE id = ${entryId}`, 1)
          return null
        }
        run(
          this.db,
          sql`UPDATE journal_entry SET kind = ${label.kind}, count = ${label.count},
                name = ${label.name}, writer = NULL, written_at = NULL WHERE id = ${entryId}`,
          1
        )
        run(
          this.db,
          sql`UPDATE journal_entry SET state = 'abandoned'
              WHERE state = 'undone' AND id <> ${entryId}`
        )
        return entryId
      })
      .immediate()
    this.#entryId = null
    return finished
  }

  /** Takes back what was written so far. */
  takeBack(): void {
    const entryId = this.#entryId
    this.#entryId = null
    if (entryId !== null) takeBack(this.db, entryId)
  }

  #open(now: string): number {
    return run(
      this.db,
      sql`INSERT INTO journal_entry (kind, count, name, made_at, state, writer, written_at)
          VALUES ('', 0, '', ${now}, 'done', ${process.pid}, ${now})`
    ).id
  }
}

/** Whether a change is being written in several transactions, by this process or another. */
export function isLongChangeOpen(db: ReadableDb): boolean {
  return first(db, sql`SELECT 1 FROM journal_entry WHERE writer IS NOT NULL`) !== undefined
}

/** Takes back every long change whose writer is no more. Gives how many there were. */
export function takeBackUnfinished(db: WritableDb): number {
  const unfinished = all<{ id: number; writer: number; writtenAt: string }>(
    db,
    sql`SELECT id, writer, written_at AS writtenAt FROM journal_entry
        WHERE writer IS NOT NULL ORDER BY id DESC`
  ).filter(({ writer, writtenAt }) => !isAtWork(writer, writtenAt))
  for (const { id } of unfinished) takeBack(db, id)
  return unfinished.length
}

function takeBack(db: WritableDb, entryId: number): void {
  db.transaction(() => {
    const entry = first<Entry>(
      db,
      sql`SELECT id, kind, count, name, made_at AS madeAt FROM journal_entry WHERE id = ${entryId}`
    )
    if (entry === undefined) return
    reverse(db, entry, 'undone')
    run(db, sql`DELETE FROM journal_entry WHERE id = ${entryId}`, 1)
  }).immediate()
}

function isAtWork(pid: number, writtenAt: string): boolean {
  const age = (Date.now() - Date.parse(writtenAt)) / 1000
  if (pid === process.pid || age > silence || age < 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Has rows that `write` inserts recorded as one range for each table, and their papers' revisions once
 * each. What else happened to such rows is forgotten, and the ranges come behind all else: reversed
 * first, they leave the way clear for what was there before, such as a tag that was removed and made anew.
 */
function inBulk(db: WritableDb, entryId: number, write: () => void): void {
  const tables = journalledTables(db).map((name) => ({ name, from: newestId(db, name) + 1 }))
  const mark = newestId(db, 'journal_change')
  run(db, sql`UPDATE journal_open SET bulk = 1`, 1)
  write()
  run(db, sql`UPDATE journal_open SET bulk = 0`, 1)
  const touched: Sql[] = []
  for (const { name, from } of tables) {
    const through = newestId(db, name)
    if (through < from) continue
    run(
      db,
      sql`DELETE FROM journal_change WHERE id > ${mark} AND entry_id = ${entryId}
            AND table_name = ${name} AND op <> 'insert' AND row_id >= ${from}`
    )
    run(
      db,
      sql`INSERT INTO journal_change (entry_id, table_name, op, row_id, before)
          VALUES (${entryId}, ${name}, 'insert', ${from}, ${JSON.stringify({ through })})`
    )
    const paperId = name === 'paper' ? 'id' : paperColumn(db, name)
    if (paperId !== undefined)
      touched.push({
        text: `SELECT "${paperId}" FROM "${name}" WHERE id BETWEEN ? AND ?`,
        values: [from, through]
      })
  }
  if (touched.length > 0)
    run(db, {
      text: `INSERT OR REPLACE INTO paper_revision (paper_id) ${touched.map(({ text }) => text).join(' UNION ')}`,
      values: touched.flatMap(({ values }) => values)
    })
}

/** Tables whose changes the journal records. */
function journalledTables(db: ReadableDb): string[] {
  return column<string>(
    db,
    sql`SELECT tbl_name FROM sqlite_schema
        WHERE type = 'trigger' AND name = tbl_name || '_journal_insert' ORDER BY tbl_name`
  )
}

/** The highest id that a table ever gave. */
function newestId(db: ReadableDb, table: string): number {
  return (
    first<{ seq: number }>(db, sql`SELECT seq FROM sqlite_sequence WHERE name = ${table}`)?.seq ?? 0
  )
}

function paperColumn(db: ReadableDb, table: string): string | undefined {
  return column<string>(
    db,
    sql`SELECT name FROM pragma_table_info(${table}) WHERE name = 'paper_id'`
  )[0]
}
