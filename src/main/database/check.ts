import Database from 'better-sqlite3'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { LibraryCounts } from '@shared/model/backup'
import type { ReadableDb } from './handle'
import { column, scalar, sql, type Sql } from './sql'
import { translateError } from './translate-error'

/** Kibibytes, as SQLite wants them: a check goes through all indexes, and would read pages many times with less. */
export const cacheForReadingAll = -64_000

/** How much a library holds; what its schema does not know yet counts as none. */
export function countLibrary(db: ReadableDb): LibraryCounts {
  const tables = new Set(
    column<string>(db, sql`SELECT name FROM sqlite_schema WHERE type = 'table'`)
  )
  const count = (table: string, rows: Sql): number =>
    tables.has(table) ? scalar<number>(db, rows) : 0
  return {
    papers: count('paper', sql`SELECT COUNT(*) FROM paper`),
    notes: count('note', sql`SELECT COUNT(*) FROM note WHERE body <> ''`),
    annotations: count('annotation', sql`SELECT COUNT(*) FROM annotation`)
  }
}

/**
 * Makes a copy one that needs no log beside it, so that it is one file and nothing is written to read it.
 * @throws AppError
 */
export function makeSingleFile(file: string): void {
  try {
    const db = new Database(file, { fileMustExist: true })
    try {
      db.pragma('journal_mode = DELETE')
    } finally {
      db.close()
    }
  } catch (error) {
    throw translateError(error, file)
  }
}

/**
 * Reads the whole of a library that nobody has open, and gives what it holds.
 * @throws AppError `database-corrupt` where anything in it does not fit, or where it is no library
 */
export function checkLibrary(file: string): LibraryCounts {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true }) as unknown as ReadableDb
    try {
      db.pragma('trusted_schema = OFF')
      db.pragma(`cache_size = ${String(cacheForReadingAll)}`)
      const verdict = db.pragma('integrity_check(1)', { simple: true })
      if (verdict !== 'ok') throw damaged(file, String(verdict))
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
        throw damaged(file, 'foreign keys')
      const hasPapers = sql`SELECT COUNT(*) FROM sqlite_schema WHERE name = 'paper'`
      if (scalar<number>(db, hasPapers) === 0) throw damaged(file, 'no library')
      return countLibrary(db)
    } finally {
      db.close()
    }
  } catch (error) {
    throw error instanceof AppError ? error : translateError(error, file)
  }
}

function damaged(file: string, detail: string): AppError {
  return new AppError('database-corrupt', words.database.damaged(file), { detail })
}
