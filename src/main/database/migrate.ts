import { copyFileSync, existsSync } from 'node:fs'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { WritableDb } from './handle'
import { migrations as released } from './migrations'
import type { Migration } from './migrations/migration'

/**
 * Brings a library up to the newest schema. Each migration is one transaction with its version
 * number inside. A library that already has a schema is copied beside itself first.
 * @throws AppError `database-newer` for a file of a later Sheaf, which stays untouched
 */
export function migrate(
  db: WritableDb,
  file: string,
  migrations: readonly Migration[] = released
): void {
  const current = db.pragma('user_version', { simple: true }) as number
  const newest = migrations.at(-1)?.version ?? 0
  if (current > newest) throw new AppError('database-newer', words.database.newer(file))
  const due = migrations.filter((migration) => migration.version > current)
  if (due.length === 0) return
  if (current > 0) keepCopy(db, file, current)
  for (const migration of due) apply(db, migration)
}

function apply(db: WritableDb, { version, up }: Migration): void {
  db.transaction(() => {
    // Another process may have migrated while this one waited for the lock.
    if ((db.pragma('user_version', { simple: true }) as number) >= version) return
    up(db)
    db.pragma(`user_version = ${String(version)}`)
  }).immediate()
}

function keepCopy(db: WritableDb, file: string, version: number): void {
  const copy = `${file}.before-${String(version)}`
  if (file === ':memory:' || existsSync(copy)) return
  db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(file, copy)
}
