import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { backupFolder, listBackups } from './backup/backup-folder'
import { cacheForReadingAll } from './check'
import type { ReadableDb } from './handle'
import { wasLeftOpen } from './in-use'
import { libraryFile } from './open'
import { scalar, sql } from './sql'
import { translateError } from './translate-error'

/**
 * What keeps a library from being opened: it is gone, of no length, something else, does not fit together, or
 * lacks changes that its newest backup has.
 */
export type Trouble = 'missing' | 'empty' | 'no-library' | 'damaged' | 'behind'

const magic = 'SQLite format 3\0'
const headerBytes = 100

/**
 * Looks at the library in a folder before it is opened, and changes nothing. That takes no time, unless it was
 * not closed well: then all of it is read.
 * @param isExpected whether there must be one, and no new one is to be made
 */
export function lookAtLibrary(folder: string, isExpected: boolean): Trouble | null {
  const file = libraryFile(folder)
  const about = statSync(file, { throwIfNoEntry: false })
  if (about === undefined) return isExpected || hasTraces(folder) ? 'missing' : null
  if (!about.isFile()) return null
  if (about.size === 0) return 'empty'
  const header = firstBytes(file)
  // One that may not be read says so itself when it is opened.
  if (header === null) return null
  if (header.toString('latin1', 0, magic.length) !== magic) return 'no-library'
  if (header.length < headerBytes) return 'damaged'
  if (wasLeftOpen(folder)) {
    if (!isSound(file)) return 'damaged'
    return isBehind(folder) ? 'behind' : null
  }
  return about.size < bytesByHeader(header) ? 'damaged' : null
}

/**
 * Reads all of a library, so that whatever does not fit is found, and changes nothing: not even what waits in
 * its log is written into it. What cannot be read twice is damaged; a disk may fail once.
 */
export function isSound(file: string): boolean {
  return standsCheck(file) || standsCheck(file)
}

function standsCheck(file: string): boolean {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    try {
      db.pragma(`cache_size = ${String(cacheForReadingAll)}`)
      return db.pragma('quick_check(1)', { simple: true }) === 'ok'
    } finally {
      db.close()
    }
  } catch (error) {
    // What else keeps it from being read is said when it is opened.
    return translateError(error, file).code !== 'database-corrupt'
  }
}

/**
 * Whether a library that was not closed well has lost changes that its newest backup has: a log that is spoilt
 * or gone leaves a sound library of earlier. Revisions only rise, but for a restore.
 */
function isBehind(folder: string): boolean {
  const [newest] = listBackups(folder)
  if (newest === undefined || newest.reason === 'before-restore') return false
  const revision = newestRevisionIn(libraryFile(folder))
  const backedUp = newestRevisionIn(join(backupFolder(folder), newest.name))
  return revision !== null && backedUp !== null && revision < backedUp
}

/** Null where that cannot be read; 0 in a file that has no papers yet. */
function newestRevisionIn(file: string): number | null {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true }) as unknown as ReadableDb
    try {
      const isThere = sql`SELECT COUNT(*) FROM sqlite_schema WHERE name = 'paper_revision'`
      if (scalar<number>(db, isThere) === 0) return 0
      return scalar<number>(db, sql`SELECT COALESCE(MAX(revision), 0) FROM paper_revision`)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

/** Whether there once was a library in a folder. */
function hasTraces(folder: string): boolean {
  return listBackups(folder).length > 0 || existsSync(join(folder, 'files'))
}

function firstBytes(file: string): Buffer | null {
  try {
    const handle = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(headerBytes)
      return bytes.subarray(0, readSync(handle, bytes, 0, headerBytes, 0))
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}

/** How long a file is by its own header (https://sqlite.org/fileformat.html, 1.3); 0 where that does not say. */
function bytesByHeader(header: Buffer): number {
  const pageSize = header.readUInt16BE(16)
  const isValid = header.readUInt32BE(24) === header.readUInt32BE(92)
  return isValid ? (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28) : 0
}
