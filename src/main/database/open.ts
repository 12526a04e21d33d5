import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ReadableDb, WritableDb } from './handle'
import { migrate } from './migrate'
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
    mkdirSync(folder, { recursive: true })
    const db = new Database(file, { timeout: 5000 }) as unknown as WritableDb
    try {
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

/** Empties the write-ahead log into the file and closes it. */
export function closeLibrary(db: WritableDb): void {
  if (!db.open) return
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

/** Writes a whole, checked copy of an open library to `target`, which must not exist. */
export function copyLibrary(db: WritableDb, target: string): void {
  try {
    db.prepare('VACUUM INTO ?').run(target)
    const copy = new Database(target, { readonly: true, fileMustExist: true })
    const verdict = copy.pragma('integrity_check', { simple: true })
    copy.close()
    if (verdict !== 'ok') throw new AppError('database-corrupt', words.database.copyDamaged(target))
  } catch (error) {
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
