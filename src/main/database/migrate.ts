import { dirname } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { backUpBeforeUpdate } from './backup/keep-backup'
import type { ReadableDb, WritableDb } from './handle'
import { migrations as released } from './migrations'
import type { Migration } from './migrations/migration'
import { isContradiction, translateError } from './translate-error'

/**
 * Brings a library up to the newest schema, in one transaction with its version number in it: where any step fails
 * or is cut off, the file is what it was, and the Sheaf that wrote it opens it. A library that already has a schema
 * is backed up first.
 * @throws AppError `database-newer` for a file of a later Sheaf, which stays untouched; whatever else it is for, the
 * library is as it was
 */
export function migrate(
  db: WritableDb,
  file: string,
  migrations: readonly Migration[] = released
): void {
  const newest = migrations.at(-1)?.version ?? 0
  refuseNewer(db, file, newest)
  const former = versionOf(db)
  if (former === newest) return
  if (former > 0) keepCopy(db, file)
  try {
    db.transaction(() => {
      // Another process may have done it while this one waited for the lock.
      refuseNewer(db, file, newest)
      const current = versionOf(db)
      for (const { version, up } of migrations) if (version > current) up(db)
      db.pragma(`user_version = ${String(newest)}`)
    }).immediate()
  } catch (error) {
    throw notUpdated(error, file)
  }
}

/** @throws AppError `database-newer` for a file of a later Sheaf; nothing is written to it */
export function refuseNewer(
  db: ReadableDb,
  file: string,
  newest = released.at(-1)?.version ?? 0
): void {
  if (versionOf(db) > newest) throw new AppError('database-newer', words.database.newer(file))
}

function versionOf(db: ReadableDb): number {
  return db.pragma('user_version', { simple: true }) as number
}

function notUpdated(error: unknown, file: string): AppError {
  const known = error instanceof AppError ? error : translateError(error, file)
  if (known.code !== 'internal' && !isContradiction(error)) return known
  const { detail } = known
  return new AppError('internal', words.database.notUpdated(file, detail), { cause: error, detail })
}

function keepCopy(db: WritableDb, file: string): void {
  if (file !== ':memory:') backUpBeforeUpdate(db, dirname(file))
}
