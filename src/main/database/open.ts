import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { flush, makeFolder } from './folders'
import type { ReadableDb, WritableDb } from './handle'
import { migrate, refuseNewer } from './migrate'
import { translateError } from './translate-error'

const libraryFileName = 'library.sqlite'

/** The library's file in its folder. */
export function libraryFile(folder: string): string {
  return join(folder, libraryFileName)
}

/** Whether a folder holds a library. */
export function holdsLibrary(folder: string): boolean {
  return existsSync(libraryFile(folder))
}

/**
 * Opens the library in `folder`, making and migrating it as needed.
 * Commits are durable when they return: WAL with `synchronous=FULL`, which better-sqlite3 would
 * otherwise compile down to NORMAL, losing acknowledged commits in a power cut.
 * @throws AppError `database-newer`, `database-corrupt`, `unreadable-file`, `disk-full`
 */
export function openLibrary(folder: string): WritableDb {
  const file = libraryFile(folder)
  try {
    makeFolder(folder)
    // One that was not closed well: even to close it again would write its log into it.
    if (existsSync(`${file}-wal`)) refuseNewerUntouched(folder, file)
    const db = new Database(file, { timeout: 5000 }) as unknown as WritableDb
    try {
      refuseNewer(db, file)
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      db.pragma('foreign_keys = ON')
      db.pragma('trusted_schema = OFF')
      migrate(db, file)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw translateError(error, file)
  }
}

/** A second connection to a library that is open elsewhere, to read it only. */
export function openLibraryToRead(folder: string): ReadableDb {
  const db = new Database(libraryFile(folder), {
    readonly: true,
    fileMustExist: true,
    timeout: 5000
  })
  db.pragma('trusted_schema = OFF')
  return db as unknown as ReadableDb
}

function refuseNewerUntouched(folder: string, file: string): void {
  const db = openLibraryToRead(folder)
  try {
    refuseNewer(db, file)
  } finally {
    db.close()
  }
}

/** As `openLibraryToRead`, for what reads long: it sees the library of one moment, whatever is committed meanwhile. */
export function openLibraryAsItIs(folder: string): ReadableDb {
  const db = openLibraryToRead(folder)
  db.exec('BEGIN')
  return db
}

/** Empties the write-ahead log into the file and closes it. */
export function closeLibrary(db: WritableDb): void {
  if (!db.open) return
  try {
    emptyLog(db)
  } finally {
    db.close()
  }
}

/** Empties the write-ahead log into the file, as far as nobody is reading from it. */
export function emptyLog(db: WritableDb): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/**
 * Writes a whole, checked copy of an open library to `target`, which must not exist. It has another name until it was
 * checked, so that half a copy, or one that is not sound, is never there to be opened.
 * @throws AppError, and then there is nothing at `target`
 */
export function copyLibrary(db: WritableDb, target: string): void {
  const unchecked = `${target}.unchecked`
  try {
    rmSync(unchecked, { force: true })
    db.prepare('VACUUM INTO ?').run(unchecked)
    const copy = new Database(unchecked, { readonly: true, fileMustExist: true })
    const verdict = copy.pragma('integrity_check', { simple: true })
    copy.close()
    if (verdict !== 'ok') throw new AppError('database-corrupt', words.database.copyDamaged(target))
    flush(unchecked)
    renameSync(unchecked, target)
    flush(dirname(target))
  } catch (error) {
    rmSync(unchecked, { force: true })
    if (error instanceof AppError) throw error
    throw translateError(error, target)
  }
}

/** What the library takes on the disk, with what still waits in its write-ahead log. */
export function sizeInBytes(db: WritableDb): number {
  const pages = db.pragma('page_count', { simple: true }) as number
  return pages * (db.pragma('page_size', { simple: true }) as number)
}

/** A number that changes when another connection has committed to the library. */
export function dataVersion(db: WritableDb): number {
  return db.pragma('data_version', { simple: true }) as number
}

/** Another text once anybody has written to the library, while it is open. */
export function stateOf(db: WritableDb): string {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck().get()
  return `${String(changes)} ${String(dataVersion(db))}`
}
