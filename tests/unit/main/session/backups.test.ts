import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@shared/ipc/error'
import { backupFolder, listBackups } from '../../../../src/main/database/backup/backup-folder'
import { planRestore } from '../../../../src/main/database/backup/compare'
import { perform } from '../../../../src/main/database/backup/work'
import type { WritableDb } from '../../../../src/main/database/handle'
import {
  closeLibrary,
  openLibrary,
  openLibraryToRead,
  stateOf
} from '../../../../src/main/database/open'
import { Backups } from '../../../../src/main/session/backups'
import { restoreBackup } from '../../../../src/main/session/restore'
import { change } from '../../../../src/main/library/journal'
import { trashPapers } from '../../../../src/main/library/paper-changes'
import { emptyTrash } from '../../../../src/main/library/trash'
import { indexFolder, pageFile } from '../../../../src/main/search/index-folder'
import { contentOf, insertPaper, newLibrary, temporaryFolder } from '../../support/library'

let folder: string
let library: { db: WritableDb; folder: string; openedAs: string }
let told: string[]
let damaged: number
let failing: AppError | null
let backups: Backups

function open(): void {
  const db = newLibrary(folder)
  library = { db, folder, openedAs: stateOf(db) }
}

function newBackups(): Backups {
  return new Backups({
    session: () => library,
    perform: (request) => (failing === null ? perform(request) : Promise.reject(failing)),
    tell: (message) => told.push(message),
    damaged: () => damaged++
  })
}

/** Makes the newest backup older than it is. */
function age(hours: number): void {
  const [newest] = listBackups(folder)
  if (newest === undefined) throw new Error('There is no backup.')
  const then = new Date(Date.parse(newest.at) - hours * 60 * 60 * 1000)
  const file = join(backupFolder(folder), newest.name)
  const name = newest.name.replace(/^[^.]+/, then.toISOString().replace(/[:.]/g, '-'))
  writeFileSync(join(backupFolder(folder), name), readFileSync(file))
  rmSync(file)
}

const restore = (name: string): ReturnType<typeof restoreBackup> =>
  restoreBackup(folder, name, {
    perform,
    backUp: () => backups.make('before-restore'),
    whileClosed: (work) => {
      closeLibrary(library.db)
      try {
        work()
      } finally {
        open()
      }
      return Promise.resolve()
    }
  })

beforeEach(() => {
  folder = temporaryFolder()
  told = []
  damaged = 0
  failing = null
  open()
  backups = newBackups()
})

describe('backups by themselves', () => {
  it('are made of a library that has none, and then each hour in which it changes', async () => {
    insertPaper(library.db)
    await backups.look()
    expect(listBackups(folder)).toHaveLength(1)
    insertPaper(library.db)
    await backups.look()
    expect(listBackups(folder)).toHaveLength(1)
    age(1)
    await backups.look()
    expect(listBackups(folder).map(({ papers }) => papers)).toEqual([2, 1])
    age(1)
    await backups.look()
    expect(listBackups(folder)).toHaveLength(2)
    expect(told).toEqual([])
  })

  it('are not made at a start after which nothing changed, however old the newest is', async () => {
    insertPaper(library.db)
    await backups.close()
    closeLibrary(library.db)
    open()
    let asked = 0
    const again = new Backups({
      session: () => library,
      perform: (request) => {
        asked++
        return perform(request)
      },
      tell: () => undefined,
      damaged: () => undefined
    })
    await again.look(Date.now() + 5 * 60 * 60 * 1000)
    expect(asked).toBe(0)
  })

  it('are made of what another program wrote', async () => {
    await backups.look()
    age(1)
    const other = openLibrary(folder)
    insertPaper(other)
    closeLibrary(other)
    await backups.look()
    expect(listBackups(folder)[0]).toMatchObject({ papers: 1 })
  })

  it('are made at the end of what changed since the newest, and of nothing else', async () => {
    await backups.look()
    insertPaper(library.db)
    await backups.close()
    expect(listBackups(folder)[0]).toMatchObject({ papers: 1 })
    const before = readdirSync(backupFolder(folder))
    await backups.close()
    expect(readdirSync(backupFolder(folder))).toEqual(before)
  })

  it('that fail are told once, tried again, and told anew only when something else is wrong', async () => {
    insertPaper(library.db)
    failing = new AppError('disk-full', 'The disk is full.')
    await backups.look()
    await backups.look()
    expect(told).toEqual([
      'The backup of the library failed. The disk is full. It will be tried again.'
    ])
    expect(backups.list().failure).toBe(told[0])
    failing = null
    await backups.look()
    expect(listBackups(folder)).toHaveLength(1)
    expect(backups.list().failure).toBe('')
    failing = new AppError('database-corrupt', 'damaged')
    age(1)
    insertPaper(library.db)
    await backups.look()
    expect(told[1]).toContain('did not stand its check')
    expect(damaged).toBe(1)
  })

  it('tell when far less is there than before, unless the user has just emptied the trash', async () => {
    const ids = Array.from({ length: 20 }, (_, n) =>
      insertPaper(library.db, { title: `P ${String(n)}` })
    )
    const lose = (some: number[]): void => {
      change(library.db, { kind: 'empty-trash', count: 1, name: '' }, (tx) => {
        trashPapers(tx, some)
        emptyTrash(tx)
      })
    }
    await backups.before('before-emptying')
    lose(ids.slice(0, 6))
    await backups.make('automatic')
    expect(told).toEqual([])
    lose(ids.slice(6))
    await backups.make('automatic')
    expect(told).toEqual([
      'The newest backup holds far less than the one before: 0 papers, 0 notes and 0 annotations, after 14 papers, 0 notes and 0 annotations. The earlier ones are kept. If you did not do this yourself, open Backups.'
    ])
  })
})

describe('restoring a backup', () => {
  it('says what it would make of the library', async () => {
    const kept = insertPaper(library.db, { title: 'Kept' })
    const gone = insertPaper(library.db, { title: 'Gone' })
    const backup = await backups.make('by-hand')
    insertPaper(library.db, { title: 'New' })
    change(library.db, { kind: 'empty-trash', count: 1, name: '' }, (tx) => {
      trashPapers(tx, [gone])
      emptyTrash(tx)
    })
    expect(kept).not.toBe(gone)
    expect(planRestore(library.db, folder, backup?.name ?? '')).toEqual({
      backup,
      now: { papers: 2, notes: 0, annotations: 0 },
      ...{ lost: 1, back: 1, notes: 0 }
    })
  })

  it('brings back what it held, and is taken back by restoring the one made before', async () => {
    insertPaper(library.db, { title: 'First' })
    const then = contentOf(library.db)
    const backup = await backups.make('by-hand')
    insertPaper(library.db, { title: 'Second' })
    const now = contentOf(library.db)
    const before = await restore(backup?.name ?? '')
    expect(contentOf(library.db)).toEqual(then)
    expect(before).toMatchObject({ reason: 'before-restore', papers: 2 })
    await restore(before?.name ?? '')
    expect(contentOf(library.db)).toEqual(now)
  })

  it('makes the search index anew, but for what was read of PDFs', async () => {
    const backup = await backups.make('by-hand')
    const index = join(folder, indexFolder)
    mkdirSync(index)
    for (const name of ['start.cache', 'segment-1', pageFile]) writeFileSync(join(index, name), '')
    await restore(backup?.name ?? '')
    expect(readdirSync(index)).toEqual([pageFile])
  })

  it('keeps the former file beside the library, the last three of them', async () => {
    const backup = await backups.make('by-hand')
    for (let n = 0; n < 5; n++) await restore(backup?.name ?? '')
    const aside = readdirSync(folder).filter((name) => name.includes('.before-restore-'))
    expect(aside).toHaveLength(3)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('leaves all as it is where the backup is damaged', async () => {
    insertPaper(library.db)
    const backup = await backups.make('by-hand')
    writeFileSync(join(backupFolder(folder), backup?.name ?? ''), 'spoilt')
    insertPaper(library.db)
    const now = contentOf(library.db)
    await expect(restore(backup?.name ?? '')).rejects.toThrow('its file is damaged')
    expect(contentOf(library.db)).toEqual(now)
  })

  it('leaves all as it is where a later Sheaf made the backup, which is not offered at a start either', async () => {
    insertPaper(library.db)
    const older = await backups.make('by-hand')
    const schema = library.db.pragma('user_version', { simple: true })
    library.db.pragma('user_version = 100000')
    const backup = await backups.make('by-hand')
    library.db.pragma(`user_version = ${String(schema)}`)
    insertPaper(library.db)
    const now = contentOf(library.db)
    const name = backup?.name ?? ''
    expect(() => planRestore(library.db, folder, name)).toThrow('made by a newer Sheaf')
    await expect(restore(name)).rejects.toThrow('made by a newer Sheaf')
    expect(contentOf(library.db)).toEqual(now)
    expect((await perform({ kind: 'newest', folder }))?.name).toBe(older?.name)
  })

  it('leaves all as it is where another program has the library open', async () => {
    const backup = await backups.make('by-hand')
    insertPaper(library.db)
    const now = contentOf(library.db)
    const other = openLibraryToRead(folder)
    other.prepare('SELECT COUNT(*) FROM paper').get()
    await expect(restore(backup?.name ?? '')).rejects.toThrow(
      'Another program has the library open'
    )
    other.close()
    expect(contentOf(library.db)).toEqual(now)
  })
})
