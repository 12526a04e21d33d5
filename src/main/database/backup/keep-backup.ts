import { renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Backup, BackupReason, LibraryCounts } from '@shared/model/backup'
import { checkLibrary, countLibrary } from '../check'
import { flush, makeFolder } from '../folders'
import type { ReadableDb } from '../handle'
import { translateError } from '../translate-error'
import {
  backupFolder,
  listBackups,
  removeAbandoned,
  removeTemporary,
  sumOf,
  temporaryIn
} from './backup-folder'
import { backupName } from './backup-name'
import { isFarSmaller, toRemove } from './thin'

/** What became of an attempt. */
export interface Made {
  /** Null where the newest backup holds the very same. */
  backup: Backup | null
  /** The one before, if that has far more in it. */
  larger: Backup | null
}

/** What is to be kept: how much the library held when it was copied, and when and why that was. */
export interface Copied {
  held: LibraryCounts
  reason: BackupReason
  now: Date
}

/** Hands out a place for a copy among a library's backups, which is gone when `work` is over. */
export async function withTemporary<T>(
  libraryFolder: string,
  work: (temporary: string) => T | Promise<T>
): Promise<T> {
  const temporary = placeForCopy(libraryFolder)
  try {
    return await work(temporary)
  } finally {
    removeTemporary(temporary)
  }
}

/**
 * Checks a copy of a library and gives it its name among the backups: only then does it count. Those go that
 * need not be kept any more.
 * @throws AppError, and then all backups are as they were
 */
export function keepBackup(
  libraryFolder: string,
  copy: string,
  { held, reason, now }: Copied
): Made {
  const folder = backupFolder(libraryFolder)
  const counts = checkLibrary(copy)
  if (!isSame(counts, held))
    throw new AppError('database-corrupt', words.database.copyDamaged(copy))
  try {
    flush(copy)
    const sum = sumOf(copy)
    const [newest] = listBackups(libraryFolder)
    if (reason === 'automatic' && newest?.sum === sum) return { backup: null, larger: null }
    const name = backupName({ ...counts, at: now.toISOString(), reason, sum })
    rename(copy, join(folder, name))
    removeUnwanted(libraryFolder)
    const backup = listBackups(libraryFolder).find((one) => one.name === name) ?? null
    const larger = newest !== undefined && isFarSmaller(counts, newest) ? newest : null
    return { backup, larger }
  } catch (error) {
    throw translateError(error, folder)
  }
}

/**
 * Backs up a library through the connection that has it open, and waits for it: what an update of its schema
 * begins with.
 * @throws AppError, and then there is no update
 */
export function backUpBeforeUpdate(db: ReadableDb, libraryFolder: string): void {
  const copy = placeForCopy(libraryFolder)
  try {
    const held = countLibrary(db)
    db.prepare('VACUUM INTO ?').run(copy)
    keepBackup(libraryFolder, copy, { held, reason: 'before-update', now: new Date() })
  } catch (error) {
    throw error instanceof AppError ? error : translateError(error, copy)
  } finally {
    removeTemporary(copy)
  }
}

/**
 * Reads a backup again from the disk: it is what was checked when it was made, and still sound.
 * @throws AppError `not-found`, `database-corrupt`
 */
export function checkBackup(libraryFolder: string, name: string): Backup {
  const backup = listBackups(libraryFolder).find((one) => one.name === name)
  if (backup === undefined) throw new AppError('not-found', words.backups.gone)
  const file = join(backupFolder(libraryFolder), name)
  try {
    if (sumOf(file) === backup.sum && isSame(checkLibrary(file), backup)) return backup
  } catch (error) {
    const cause = error instanceof AppError ? error : translateError(error, file)
    if (cause.code !== 'database-corrupt') throw cause
  }
  throw new AppError('database-corrupt', words.backups.damaged)
}

function placeForCopy(libraryFolder: string): string {
  const folder = backupFolder(libraryFolder)
  try {
    makeFolder(folder)
    removeAbandoned(folder)
    return temporaryIn(folder)
  } catch (error) {
    throw translateError(error, folder)
  }
}

/** Gives a backup its name for good, or not at all. */
function rename(copy: string, target: string): void {
  renameSync(copy, target)
  try {
    flush(dirname(target))
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

/** One that cannot be removed now is tried again after the next backup. */
function removeUnwanted(libraryFolder: string): void {
  for (const { name } of toRemove(listBackups(libraryFolder)))
    try {
      rmSync(join(backupFolder(libraryFolder), name), { force: true })
    } catch {
      continue
    }
}

function isSame(a: LibraryCounts, b: LibraryCounts): boolean {
  return a.papers === b.papers && a.notes === b.notes && a.annotations === b.annotations
}
