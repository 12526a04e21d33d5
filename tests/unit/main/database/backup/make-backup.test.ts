import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backupFolder, listBackups } from '../../../../../src/main/database/backup/backup-folder'
import { checkBackup } from '../../../../../src/main/database/backup/keep-backup'
import { makeBackup } from '../../../../../src/main/database/backup/make-backup'
import { closeLibrary, libraryFile, openLibrary } from '../../../../../src/main/database/open'
import { emptyTrash } from '../../../../../src/main/library/trash'
import { change } from '../../../../../src/main/library/journal'
import { trashPapers } from '../../../../../src/main/library/paper-changes'
import { contentOf, insertPaper, newLibrary, temporaryFolder } from '../../../support/library'

const failsWith = (code: string): Error => expect.objectContaining({ code }) as Error

describe('a backup', () => {
  it('holds what the open library held, and says so in its name', async () => {
    const folder = temporaryFolder()
    const db = newLibrary(folder)
    insertPaper(db, { title: 'Kept' })
    const { backup } = await makeBackup(folder, 'automatic')
    expect(backup).toMatchObject({ papers: 1, notes: 0, annotations: 0, reason: 'automatic' })
    const held = contentOf(db)
    insertPaper(db, { title: 'Later' })
    const elsewhere = temporaryFolder()
    writeFileSync(
      libraryFile(elsewhere),
      readFileSync(join(backupFolder(folder), backup?.name ?? ''))
    )
    expect(contentOf(newLibrary(elsewhere))).toEqual(held)
    expect(readdirSync(backupFolder(folder))).toEqual([backup?.name])
  })

  it('is not made twice of the same, so that nothing else makes room for it', async () => {
    const folder = temporaryFolder()
    const first = openLibrary(folder)
    insertPaper(first)
    const { backup } = await makeBackup(folder, 'automatic')
    expect(await makeBackup(folder, 'automatic')).toEqual({ backup: null, larger: null })
    closeLibrary(first)
    newLibrary(folder)
    expect(await makeBackup(folder, 'automatic')).toEqual({ backup: null, larger: null })
    expect(listBackups(folder).map(({ name }) => name)).toEqual([backup?.name])
  })

  it('is made again where the user asks for it, or before something that is hard to take back', async () => {
    const folder = temporaryFolder()
    newLibrary(folder)
    await makeBackup(folder, 'automatic', new Date('2026-03-14T08:00:00Z'))
    await makeBackup(folder, 'by-hand', new Date('2026-03-14T09:01:00Z'))
    await makeBackup(folder, 'before-restore', new Date('2026-03-14T09:02:00Z'))
    expect(listBackups(folder).map(({ reason }) => reason)).toEqual([
      'before-restore',
      'by-hand',
      'automatic'
    ])
  })

  it('of a damaged library does not count, and leaves the others as they are', async () => {
    const folder = temporaryFolder()
    const db = openLibrary(folder)
    for (let n = 0; n < 200; n++) insertPaper(db, { title: `Paper ${String(n)}` })
    await makeBackup(folder, 'automatic')
    const before = readdirSync(backupFolder(folder))
    closeLibrary(db)
    const bytes = readFileSync(libraryFile(folder))
    for (let at = 4096 * 20; at < bytes.length; at += 4096) bytes.fill(0xff, at, at + 100)
    writeFileSync(libraryFile(folder), bytes)
    await expect(makeBackup(folder, 'automatic')).rejects.toEqual(failsWith('database-corrupt'))
    expect(readdirSync(backupFolder(folder))).toEqual(before)
  })

  it('says when it holds far less than the one before', async () => {
    const folder = temporaryFolder()
    const db = newLibrary(folder)
    const ids = Array.from({ length: 30 }, (_, n) =>
      insertPaper(db, { title: `Paper ${String(n)}` })
    )
    expect((await makeBackup(folder, 'automatic')).larger).toBeNull()
    change(db, { kind: 'trash', count: 20, name: '' }, (tx) => {
      trashPapers(tx, ids.slice(0, 20))
    })
    change(db, { kind: 'empty-trash', count: 20, name: '' }, (tx) => emptyTrash(tx))
    const made = await makeBackup(folder, 'automatic')
    expect(made.larger).toMatchObject({ papers: 30 })
    expect(listBackups(folder).map(({ papers }) => papers)).toEqual([10, 30])
  })

  it('that cannot be written says so and changes nothing; with a place again it is made', async () => {
    const folder = temporaryFolder()
    insertPaper(newLibrary(folder))
    writeFileSync(backupFolder(folder), 'a file where the folder should be')
    await expect(makeBackup(folder, 'automatic')).rejects.toEqual(failsWith('unreadable-file'))
    rmSync(backupFolder(folder))
    expect((await makeBackup(folder, 'automatic')).backup).not.toBeNull()
  })

  it('on a full disk says so, leaves no half behind, and is made once there is room', async (context) => {
    const folder = temporaryFolder()
    const db = newLibrary(folder)
    for (let n = 0; n < 50; n++) insertPaper(db, { abstract: 'a'.repeat(5000) })
    const disk = backupFolder(folder)
    mkdirSync(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk])
    if (mounted.status !== 0) context.skip('no small disk can be mounted here')
    onTestFinished(() => {
      spawnSync('umount', [disk])
    })
    const { backup } = await makeBackup(folder, 'by-hand')
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize - 100_000))
    await expect(makeBackup(folder, 'by-hand')).rejects.toEqual(failsWith('disk-full'))
    expect(readdirSync(disk).sort()).toEqual([backup?.name, 'filler'].sort())
    expect(checkBackup(folder, backup?.name ?? '')).toMatchObject({ papers: 50 })
    rmSync(join(disk, 'filler'))
    expect((await makeBackup(folder, 'by-hand')).backup).toMatchObject({ papers: 50 })
  })

  it('that was damaged later is not taken for one', async () => {
    const folder = temporaryFolder()
    insertPaper(newLibrary(folder), { title: 'A title that could be another' })
    const { backup } = await makeBackup(folder, 'automatic')
    const file = join(backupFolder(folder), backup?.name ?? '')
    const bytes = readFileSync(file)
    const at = bytes.indexOf('A title that could')
    bytes.write('B', at)
    writeFileSync(file, bytes)
    expect(() => checkBackup(folder, backup?.name ?? '')).toThrow(failsWith('database-corrupt'))
    appendFileSync(file, 'more')
    expect(() => checkBackup(folder, backup?.name ?? '')).toThrow(failsWith('database-corrupt'))
    expect(() => checkBackup(folder, '../library.sqlite')).toThrow(failsWith('not-found'))
  })

  it('that was cut off by a crash is removed later, and nothing of the user’s is', async () => {
    const folder = temporaryFolder()
    newLibrary(folder)
    mkdirSync(backupFolder(folder))
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000)
    for (const name of ['.sheaf-00ff.tmp', '.sheaf-00ff.tmp-journal', 'my own.sqlite', '.notes']) {
      writeFileSync(join(backupFolder(folder), name), 'x')
      utimesSync(join(backupFolder(folder), name), old, old)
    }
    writeFileSync(join(backupFolder(folder), '.sheaf-11ff.tmp'), 'of another Sheaf, just now')
    const { backup } = await makeBackup(folder, 'automatic')
    expect(readdirSync(backupFolder(folder)).sort()).toEqual(
      ['.notes', '.sheaf-11ff.tmp', backup?.name, 'my own.sqlite'].sort()
    )
  })
})
