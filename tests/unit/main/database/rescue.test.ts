import type * as fs from 'node:fs'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { AppError } from '@shared/ipc/error'
import { makeBackup } from '../../../../src/main/database/backup/make-backup'
import { markInUse, unmarkInUse } from '../../../../src/main/database/in-use'
import { lookAtLibrary } from '../../../../src/main/database/look'
import { closeLibrary, libraryFile, openLibrary } from '../../../../src/main/database/open'
import { salvage } from '../../../../src/main/database/salvage'
import { setAside, swapIn } from '../../../../src/main/database/swap'
import { change } from '../../../../src/main/library/journal'
import { saveNote } from '../../../../src/main/library/notes'
import { newestRevision } from '../../../../src/main/library/revisions'
import { damages, drill } from '../../../faults/backups/drill'
import { contentOf, insertPaper, newLibrary, temporaryFolder } from '../../support/library'

/** What a disk cannot do, or fails to: rename the file at a path. */
const disk = vi.hoisted(() => ({ knowsLinks: true, failsFrom: '' }))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const failed = (code: string): Error => Object.assign(new Error(code), { code })
  return {
    ...real,
    linkSync: (from: string, to: string) => {
      if (!disk.knowsLinks) throw failed('EPERM')
      real.linkSync(from, to)
    },
    renameSync: (from: string, to: string) => {
      if (from === disk.failsFrom) throw failed('EIO')
      real.renameSync(from, to)
    }
  }
})

function closed(papers = 1): string {
  const folder = temporaryFolder()
  const db = openLibrary(folder)
  for (let n = 0; n < papers; n++)
    insertPaper(db, { title: `Paper ${String(n)}`, abstract: 'on and on '.repeat(100) })
  closeLibrary(db)
  return folder
}

describe('a look at a library before it is opened', () => {
  it('finds nothing wrong with one that is sound, was never there, or was left by a crash', () => {
    expect(lookAtLibrary(closed(), true)).toBeNull()
    expect(lookAtLibrary(temporaryFolder(), false)).toBeNull()
    expect(lookAtLibrary(join(temporaryFolder(), 'none'), false)).toBeNull()
    const folder = temporaryFolder()
    insertPaper(newLibrary(folder))
    markInUse(folder)
    expect(lookAtLibrary(folder, true)).toBeNull()
  })

  it('tells one that is gone from one that never was', async () => {
    expect(lookAtLibrary(temporaryFolder(), true)).toBe('missing')
    const folder = temporaryFolder()
    const db = openLibrary(folder)
    await makeBackup(folder, 'automatic')
    closeLibrary(db)
    rmSync(libraryFile(folder))
    expect(lookAtLibrary(folder, false)).toBe('missing')
    const withFiles = temporaryFolder()
    mkdirSync(join(withFiles, 'files'))
    expect(lookAtLibrary(withFiles, false)).toBe('missing')
  })

  it('tells one of no length, something else, and one that was cut off', () => {
    const folder = closed(50)
    const bytes = readFileSync(libraryFile(folder))
    writeFileSync(libraryFile(folder), bytes.subarray(0, bytes.length - 4096))
    expect(lookAtLibrary(folder, true)).toBe('damaged')
    writeFileSync(libraryFile(folder), '')
    expect(lookAtLibrary(folder, true)).toBe('empty')
    writeFileSync(libraryFile(folder), 'a letter to a friend '.repeat(500))
    expect(lookAtLibrary(folder, true)).toBe('no-library')
  })

  it('reads all of one that was not closed well, and only of that', () => {
    const folder = closed(50)
    const bytes = readFileSync(libraryFile(folder))
    for (let at = 4096 * 30; at < bytes.length; at += 4096) bytes.fill(0xff, at, at + 64)
    writeFileSync(libraryFile(folder), bytes)
    expect(lookAtLibrary(folder, true)).toBeNull()
    markInUse(folder)
    expect(lookAtLibrary(folder, true)).toBe('damaged')
    unmarkInUse(folder)
    expect(readFileSync(libraryFile(folder)).equals(bytes)).toBe(true)
  })
})

describe('a library that was left by a crash', () => {
  it('and lost changes that its backup has is told from one that only goes on from there', async () => {
    const folder = temporaryFolder()
    const db = openLibrary(folder)
    db.pragma('wal_checkpoint(TRUNCATE)')
    const early = readFileSync(libraryFile(folder))
    insertPaper(db)
    await makeBackup(folder, 'automatic')
    insertPaper(db)
    closeLibrary(db)
    markInUse(folder)
    expect(lookAtLibrary(folder, true)).toBeNull()
    writeFileSync(libraryFile(folder), early)
    expect(lookAtLibrary(folder, true)).toBe('behind')
  })

  it('that was cut off is salvaged as far as it goes', () => {
    const folder = closed(200)
    const bytes = readFileSync(libraryFile(folder))
    const row = bytes.indexOf('Paper 150paper 150')
    writeFileSync(libraryFile(folder), bytes.subarray(0, row - (row % 4096)))
    expect(lookAtLibrary(folder, true)).toBe('damaged')
    const { counts, nameless } = salvage(folder)
    expect(counts.papers - nameless).toBeGreaterThan(100)
    expect(counts.papers - nameless).toBeLessThan(152)
  })
})

describe('putting a library aside', () => {
  it('keeps its log with it, so that no other library reads that', () => {
    const folder = closed()
    writeFileSync(`${libraryFile(folder)}-wal`, 'a stale log')
    const other = closed(3)
    const whole = join(folder, 'whole.tmp')
    writeFileSync(whole, readFileSync(libraryFile(other)))
    const former = swapIn(folder, whole, 'damaged')
    expect(readFileSync(`${former ?? ''}-wal`, 'utf8')).toBe('a stale log')
    expect(existsSync(`${libraryFile(folder)}-wal`)).toBe(false)
    expect(contentOf(newLibrary(folder))['paper']).toHaveLength(3)
  })

  it('leaves the former one with its log where a disk fails half way, also one that knows no second names', () => {
    for (const knowsLinks of [true, false]) {
      const folder = closed()
      writeFileSync(`${libraryFile(folder)}-wal`, 'its log')
      const former = readFileSync(libraryFile(folder))
      Object.assign(disk, { knowsLinks, failsFrom: join(folder, 'whole.tmp') })
      writeFileSync(join(folder, 'whole.tmp'), 'another library')
      expect(() => swapIn(folder, join(folder, 'whole.tmp'), 'damaged')).toThrow(AppError)
      Object.assign(disk, { knowsLinks: true, failsFrom: '' })
      expect(readFileSync(libraryFile(folder)).equals(former)).toBe(true)
      expect(readFileSync(`${libraryFile(folder)}-wal`, 'utf8')).toBe('its log')
      expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toEqual([])
    }
  })

  it('leaves the place free for a new one, and what was there under a name with its date', () => {
    const folder = temporaryFolder()
    writeFileSync(libraryFile(folder), 'a letter')
    setAside(folder, new Date('2026-03-14T09:05:00Z'))
    expect(readdirSync(folder)).toEqual(['library.sqlite.damaged-2026-03-14T09-05-00-000Z'])
  })
})

describe('salvaging', () => {
  it('of a sound library gives all that is in it', () => {
    const folder = temporaryFolder()
    const db = newLibrary(folder)
    const id = insertPaper(db, {
      title: 'Kept',
      identifiers: [{ scheme: 'doi', value: '10.1/a', version: null }]
    })
    change(db, { kind: 'note', count: 1, name: '' }, (tx) => {
      saveNote(tx, { paperId: id, body: 'My own words', revision: 0 })
    })
    const held = contentOf(db)
    const { path, counts, nameless } = salvage(folder)
    expect({ counts, nameless }).toEqual({
      counts: { papers: 1, notes: 1, annotations: 0 },
      nameless: 0
    })
    const elsewhere = temporaryFolder()
    writeFileSync(libraryFile(elsewhere), readFileSync(path))
    const salvaged = newLibrary(elsewhere)
    expect(contentOf(salvaged)).toEqual(held)
    expect(newestRevision(salvaged)).toBeGreaterThan(newestRevision(db))
    insertPaper(salvaged, { title: 'New' })
    expect(contentOf(salvaged)['paper']).toHaveLength(2)
  })

  it('leaves what cannot be read, and keeps what belongs to a paper whose title is lost', () => {
    const folder = closed(200)
    const bytes = readFileSync(libraryFile(folder))
    const title = bytes.indexOf('Paper 100paper 100')
    const page = Math.floor(title / 4096) * 4096
    expect(title).toBeGreaterThan(0)
    bytes.fill(0xff, page, page + 4096)
    writeFileSync(libraryFile(folder), bytes)
    const { counts, nameless, path } = salvage(folder)
    expect(counts.papers - nameless).toBeGreaterThan(190)
    expect(counts.papers - nameless).toBeLessThan(200)
    expect(readFileSync(libraryFile(folder)).equals(bytes)).toBe(true)
    rmSync(path)
  })

  it('says so where nothing can be read', () => {
    const folder = closed()
    const bytes = readFileSync(libraryFile(folder))
    bytes.fill(0, 100, 4096)
    writeFileSync(libraryFile(folder), bytes)
    expect(() => salvage(folder)).toThrow(
      expect.objectContaining({ code: 'database-corrupt' }) as Error
    )
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('whatever becomes of a library’s file', () => {
  it.each(damages.map((damage, n) => [damage, n] as const))(
    '(%s), the last backup comes back, no backup changes, and the file is kept',
    async (_damage, n) => {
      const seed = 7 * 24 + n
      expect((await drill(temporaryFolder(), seed)).wrong).toEqual([])
    }
  )
})
