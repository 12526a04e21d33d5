import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { listBackups } from '../../../../src/main/database/backup/backup-folder'
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
    expect(readdirSync(folder)).toEqual(['library.sqlite'])
    expect(contentOf(newLibrary(folder))).toEqual(contentOf(db))
  })

  it('is not copied where the copy is not sound, and nothing is there to be opened then', () => {
    const library = temporaryFolder()
    const first = openLibrary(library)
    insertPaper(first)
    closeLibrary(first)
    untitle(libraryFile(library))
    const folder = temporaryFolder()
    expect(() => {
      copyLibrary(newLibrary(library), libraryFile(folder))
    }).toThrow(expect.objectContaining({ code: 'database-corrupt' }) as Error)
    expect(readdirSync(folder)).toEqual([])
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
    }).toThrow(/library\.sqlite could not be brought up to date.*is as it was.*no space/)
    expect(pragma(db, 'user_version')).toBe(migrations.at(-1)?.version)
    expect(contentOf(db)).toEqual(content)
    const [backup] = listBackups(folder)
    expect(backup).toMatchObject({ reason: 'before-update', papers: 1 })
  })

  it('give tags of old those above them, in one of their colours', () => {
    const db = new Database(':memory:')
    for (const { version, up } of migrations) {
      if (version === 50)
        db.exec(`
          INSERT INTO journal_entry (kind, count, name, made_at, state) VALUES ('', 0, '', '', 'done');
          UPDATE journal_open SET entry_id = 1;
          INSERT INTO tag (name, colour) VALUES ('ML/theory/bounds', 3), ('ml/Vision', 2), ('a', 1);
          UPDATE journal_open SET entry_id = NULL`)
      up(db)
    }
    const tags = db.prepare('SELECT name, colour FROM tag ORDER BY name, id').all()
    expect(tags).toEqual([
      { name: 'a', colour: 1 },
      { name: expect.stringMatching(/^ml$/i) as string, colour: 2 },
      { name: 'ML/theory', colour: 3 },
      { name: 'ML/theory/bounds', colour: 3 },
      { name: 'ml/Vision', colour: 2 }
    ])
    db.close()
  })

  it('keep which keys were rewritten in which files, place by place', () => {
    const db = new Database(':memory:')
    for (const { version, up } of migrations) {
      if (version === 120)
        db.exec(`
          INSERT INTO latex_rewrite (entry_id, path, old_key, new_key, places, old_hash, new_hash, holds)
          VALUES (7, '/a.tex', 'old', 'new', '[3,14]', 'o', 'n', 'new')`)
      up(db)
    }
    expect(db.prepare('SELECT * FROM latex_rewrite').all()).toEqual([
      {
        ...{ id: 1, entry_id: 7, path: '/a.tex', swaps: '[[3,"old","new"],[14,"old","new"]]' },
        ...{ old_hash: 'o', new_hash: 'n', holds: 'new' }
      }
    ])
    db.close()
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

/** Leaves a library's papers without titles, which cannot be: SQLite takes such rows over into a copy as they are. */
function untitle(file: string): void {
  const [must, may] = ['title TEXT NOT NULL', 'title TEXT']
  for (const [before, after] of [
    [must, may],
    [may, must]
  ]) {
    const db = new Database(file)
    if (after === must)
      db.exec(`
        INSERT INTO journal_entry (kind, count, name, made_at, state) VALUES ('', 0, '', '', 'done');
        UPDATE journal_open SET entry_id = last_insert_rowid();
        UPDATE paper SET title = NULL;
        UPDATE journal_open SET entry_id = NULL`)
    db.unsafeMode(true)
    db.pragma('writable_schema = ON')
    db.prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'paper'").run(
      ...[before, after]
    )
    db.close()
  }
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
