import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { CacheDb } from './handle'

/** The tables of a cache, and the number of this state of them. */
export interface CacheSchema {
  version: number
  tables: string
}

/**
 * Opens a database of what can be made anew: one of another version, or a spoilt one, is deleted and begun
 * again. Null where its folder cannot be written to: then there is no such cache.
 */
export function openCache(file: string, schema: CacheSchema): CacheDb | null {
  try {
    mkdirSync(dirname(file), { recursive: true })
    return open(file, schema)
  } catch {
    try {
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
      return open(file, schema)
    } catch {
      return null
    }
  }
}

function open(file: string, { version, tables }: CacheSchema): CacheDb {
  const db = new Database(file, { timeout: 5000 })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('trusted_schema = OFF')
    const found = db.pragma('user_version', { simple: true }) as number
    if (found !== 0 && found !== version) throw new Error('of another version')
    if (found === 0)
      db.transaction(() => {
        db.exec(tables)
        db.pragma(`user_version = ${String(version)}`)
      }).immediate()
    return db as unknown as CacheDb
  } catch (error) {
    db.close()
    throw error
  }
}
