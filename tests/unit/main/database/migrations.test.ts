import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { build } from 'vite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listBackups } from '../../../../src/main/database/backup/backup-folder'
import { checkLibrary } from '../../../../src/main/database/check'
import { migrate } from '../../../../src/main/database/migrate'
import { migrations } from '../../../../src/main/database/migrations'
import { closeLibrary, libraryFile, openLibrary } from '../../../../src/main/database/open'
import { salvage } from '../../../../src/main/database/salvage'
import { undo } from '../../../../src/main/library/journal'
import { getPapers } from '../../../../src/main/library/papers'
import { killUpdates } from '../../../faults/migrations/kill-update'
import { contentsOf, makeOldLibrary, type Holding } from '../../../faults/migrations/old-library'
import { newLibrary, temporaryFolder } from '../../support/library'

// The long form is `npm run faults:migrations`.

const versions = migrations.map(({ version }) => version)
const newest = versions.at(-1) ?? 0
const former = versions.slice(0, -1)
/** So many papers are in a library that has many. */
const papers = 1000

/** A library of an old schema, and what it holds. */
function oldLibrary(version: number, holding: Holding, count = papers) {
  const folder = temporaryFolder()
  const file = libraryFile(folder)
  makeOldLibrary(file, version, holding, count)
  return { folder, file, held: contentsOf(file), hash: hashOf(file) }
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

describe.each(former)('a library of schema %i', (version) => {
  it.each(['nothing', 'papers', 'dirt'] as const)(
    'has all that it held when it is brought up to date: %s',
    (holding) => {
      const count = holding === 'papers' ? papers : 50
      const { folder, file, held } = oldLibrary(version, holding, count)
      const db = newLibrary(folder)
      expect(db.pragma('user_version', { simple: true })).toBe(newest)
      closeLibrary(db)
      expect(contentsOf(file, held)).toEqual(held)
      expect(checkLibrary(file).papers).toBe(held['paper']?.count)
      expect(listBackups(folder)).toMatchObject([
        { reason: 'before-update', papers: held['paper']?.count }
      ])
    }
  )

  it('has every table filled in these tests', () => {
    const { held } = oldLibrary(version, 'papers', 20)
    const empty = Object.entries(held).flatMap(([name, { count }]) => (count === 0 ? [name] : []))
    expect(empty).toEqual([])
  })

  it('can still undo what was done before', () => {
    const { folder } = oldLibrary(version, 'papers', 5)
    const db = newLibrary(folder)
    const title = (): string | undefined => getPapers(db, [1])[0]?.title
    expect(title()).toBe('title')
    undo(db)
    expect(title()).toBe('former title')
  })

  it('stays as it is, and says so, where a step fails', () => {
    const { folder, file, held, hash } = oldLibrary(version, 'papers', 50)
    const failing = {
      version: newest + 10,
      name: 'failing',
      up: (db: Database.Database) => db.exec('INSERT INTO paper (id) VALUES (1)')
    }
    const db = new Database(file)
    expect(() => {
      migrate(db as never, file, [...migrations, failing])
    }).toThrow(
      expect.objectContaining({
        code: 'internal',
        message: expect.stringMatching(
          /library\.sqlite could not be brought up to date.* is as it was: the version you had before opens it/
        ) as string
      }) as Error
    )
    db.close()
    expect(hashOf(file)).toBe(hash)
    expect(contentsOf(file)).toEqual(held)
    expect(listBackups(folder)).toHaveLength(1)
  })

  it('stays as it is where rows hang on papers that are not there, and can be salvaged', () => {
    const { folder, file, hash } = oldLibrary(version, 'papers', 50)
    const db = new Database(file)
    db.pragma('foreign_keys = OFF')
    db.exec(`UPDATE journal_open SET entry_id = 1; DELETE FROM paper WHERE id = 7;
      UPDATE journal_open SET entry_id = NULL`)
    db.close()
    const damaged = hashOf(file)
    expect(damaged).not.toBe(hash)
    expect(() => openLibrary(folder)).toThrow(
      expect.objectContaining({ code: 'database-corrupt' }) as Error
    )
    expect(hashOf(file)).toBe(damaged)
    // What hangs on it stays with a paper that says so.
    expect(checkLibrary(salvage(folder).path).papers).toBe(50)
  })
})

describe('a library of a later schema', () => {
  it.each(['wal', 'delete', 'left open'])(
    'is refused, and not a byte of it changes: %s',
    (state) => {
      const { folder, file } = oldLibrary(newest, 'papers', 5)
      const db = new Database(file)
      if (state === 'left open') {
        db.pragma('wal_autocheckpoint = 0')
        db.pragma('user_version = 99990')
        const copy = temporaryFolder()
        for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(copy, name))
        db.close()
        refused(copy)
      } else {
        db.pragma(`journal_mode = ${state}`)
        db.pragma('user_version = 99990')
        db.close()
        refused(folder)
      }

      function refused(place: string): void {
        const files = ['', '-wal'].map((end) => `${libraryFile(place)}${end}`)
        const held = files.map((name) => contentOf(name))
        expect(() => openLibrary(place)).toThrow(
          expect.objectContaining({ code: 'database-newer' }) as Error
        )
        expect(files.map((name) => contentOf(name))).toEqual(held)
      }
    }
  )
})

function contentOf(file: string): string {
  try {
    return hashOf(file)
  } catch {
    return 'none'
  }
}

it('what a step has made once, it makes for good', async () => {
  const made = versions.map((version) => {
    const file = join(temporaryFolder(), 'library.sqlite')
    makeOldLibrary(file, version, 'nothing', 0)
    const db = new Database(file, { readonly: true })
    const schema = db
      .prepare<[], string>("SELECT COALESCE(sql, '') FROM sqlite_schema ORDER BY type, name")
      .pluck()
      .all()
    db.close()
    const sum = createHash('sha256').update(schema.join('\n').replace(/\s+/g, ' ')).digest('hex')
    return `${String(version)} ${sum}`
  })
  await expect(`${made.join('\n')}\n`).toMatchFileSnapshot('./schemas.snapshot.txt')
})

it('an update that is killed leaves the old library or the new one, and the next start has all of it', async () => {
  // In the project, where the bundle finds its packages.
  const outDir = resolve('out', `migrations-${String(process.pid)}`)
  mkdirSync(outDir, { recursive: true })
  onTestFinished(() => {
    rmSync(outDir, { recursive: true, force: true })
  })
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    build: { ssr: resolve('tests/faults/migrations/update.ts'), outDir, minify: false }
  })
  for (const version of [former[0] ?? 0, former.at(-1) ?? 0]) {
    const how = { version, papers: 200, kills: 4 }
    const { wrong, before } = await killUpdates(
      temporaryFolder(),
      resolve(outDir, 'update.js'),
      how
    )
    expect(wrong).toEqual([])
    expect(before).toBeGreaterThan(0)
  }
}, 120_000)
