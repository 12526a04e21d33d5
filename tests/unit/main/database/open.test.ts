import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import { migrate } from '../../../../src/main/database/migrate'
import { migrations } from '../../../../src/main/database/migrations'
import {
  closeLibrary,
  copyLibrary,
  libraryFile,
  openLibrary
} from '../../../../src/main/database/open'
import { column, sql } from '../../../../src/main/database/sql'
import { contentOf, insertPaper, newLibrary, temporaryFolder } from '../../support/library'

function pragma(db: WritableDb, name: string): unknown {
  return db.pragma(name, { simple: true })
}

describe('opening a library', () => {
  it('makes commits durable: after a write, the log is flushed at every commit', () => {
    const db = newLibrary()
    insertPaper(db)
    expect(pragma(db, 'journal_mode')).toBe('wal')
    expect(pragma(db, 'synchronous')).toBe(2)
    expect(pragma(db, 'foreign_keys')).toBe(1)
  })

  it('finds everything again after closing', () => {
    const folder = temporaryFolder()
    const first = openLibrary(folder)
    insertPaper(first, { title: 'Poincaré’s Last Paper' })
    const content = contentOf(first)
    closeLibrary(first)
    expect(contentOf(newLibrary(folder))).toEqual(content)
  })

  it('refuses a library of a newer Sheaf and does not touch it', () => {
    const folder = temporaryFolder()
    const db = openLibrary(folder)
    db.pragma('user_version = 99990')
    closeLibrary(db)
    const hash = hashOf(libraryFile(folder))
    expect(() => openLibrary(folder)).toThrow(
      expect.objectContaining({ code: 'database-newer' }) as Error
    )
    expect(hashOf(libraryFile(folder))).toBe(hash)
  })

  it('refuses a file that is no library and leaves it as it is', () => {
    const folder = temporaryFolder()
    writeFileSync(libraryFile(folder), 'this is not a database, '.repeat(100))
    const hash = hashOf(libraryFile(folder))
    expect(() => openLibrary(folder)).toThrow(
      expect.objectContaining({ code: 'database-corrupt' }) as Error
    )
    expect(hashOf(libraryFile(folder))).toBe(hash)
  })

  it('says which place cannot be opened', () => {
    const folder = temporaryFolder()
    mkdirSync(libraryFile(folder))
    expect(() => openLibrary(folder)).toThrow(
      expect.objectContaining({
        code: 'unreadable-file',
        message: expect.stringContaining(libraryFile(folder)) as string
      }) as Error
    )
  })

  it('copies a library whole', () => {
    const db = newLibrary()
    insertPaper(db)
    const folder = temporaryFolder()
    copyLibrary(db, libraryFile(folder))
    expect(contentOf(newLibrary(folder))).toEqual(contentOf(db))
  })
})

describe('migrations', () => {
  it('rise by tens', () => {
    const versions = migrations.map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
    expect(versions.filter((version) => version % 10 !== 0)).toEqual([])
  })

  it('leave the library as it was when one fails, and say so', () => {
    const folder = temporaryFolder()
    const db = newLibrary(folder)
    insertPaper(db)
    const content = contentOf(db)
    const failing = {
      version: 9990,
      name: 'failing',
      up: (raw: WritableDb) => {
        raw.exec('CREATE TABLE half (id INTEGER)')
        throw new Error('no space')
      }
    }
    expect(() => {
      migrate(db, libraryFile(folder), [...migrations, failing as never])
    }).toThrow('no space')
    expect(pragma(db, 'user_version')).toBe(migrations.at(-1)?.version)
    expect(contentOf(db)).toEqual(content)
    expect(
      hashOf(`${libraryFile(folder)}.before-${String(migrations.at(-1)?.version)}`)
    ).toHaveLength(64)
  })

  it('make the schema that this snapshot holds', async () => {
    const statements = column<string>(
      newLibrary(),
      sql`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name`
    )
    const text = statements.map((statement) => statement.replace(/\s+/g, ' ')).join('\n')
    await expect(`${text}\n`).toMatchFileSnapshot('./schema.snapshot.sql')
  })
})

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
