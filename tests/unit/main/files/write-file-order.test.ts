import fs from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeBackup } from '../../../../src/main/database/backup/make-backup'
import { closeLibrary, openLibrary } from '../../../../src/main/database/open'
import { writeFileAtomically, writePiecesAtomically } from '../../../../src/main/files/write-file'
import { storeContent } from '../../../../src/main/library/attachments'
import { temporaryFolder } from '../../support/library'

/** What is asked of the disk from here on, in order. */
async function asked(folder: string): Promise<string[]> {
  const calls: string[] = []
  const { fsyncSync, renameSync } = fs
  const handle = await open(folder)
  const handles = Object.getPrototypeOf(handle) as Pick<FileHandle, 'sync'>
  await handle.close()
  const own = Object.getOwnPropertyDescriptor(handles, 'sync')
  const sync = own?.value as () => Promise<void>
  fs.fsyncSync = (file) => {
    calls.push(fs.fstatSync(file).isDirectory() ? 'folder' : 'file')
    fsyncSync(file)
  }
  fs.renameSync = (from, to) => {
    calls.push('rename')
    renameSync(from, to)
  }
  handles.sync = function () {
    calls.push('file')
    return sync.call(this)
  }
  syncBuiltinESMExports()
  onTestFinished(() => {
    Object.assign(fs, { fsyncSync, renameSync })
    handles.sync = sync
    syncBuiltinESMExports()
  })
  return calls
}

it('a file is on the disk before its name is, and its folder after', async () => {
  const folder = temporaryFolder()
  const calls = await asked(folder)
  writeFileAtomically(join(folder, 'a.bib'), 'a')
  expect(calls.splice(0)).toEqual(['file', 'rename', 'folder'])
  await writePiecesAtomically(join(folder, 'a.bib'), ['a', 'b'])
  expect(calls).toEqual(['file', 'rename', 'folder'])
})

it('a file is in the library’s store for good, with the folders that lead to it', async () => {
  const folder = temporaryFolder()
  const calls = await asked(folder)
  storeContent(folder, 'a.pdf', Buffer.from('a'))
  expect(calls.splice(0)).toEqual(['folder', 'folder', 'file', 'rename', 'folder'])
  storeContent(folder, 'a.pdf', Buffer.from('a'))
  expect(calls).toEqual([])
})

it('the folders of a new library and of its backups are there for good', async () => {
  const folder = temporaryFolder()
  const calls = await asked(folder)
  closeLibrary(openLibrary(join(folder, 'new', 'library')))
  expect(calls.splice(0)).toEqual(['folder', 'folder'])
  await makeBackup(join(folder, 'new', 'library'), 'by-hand')
  expect(calls).toEqual(['folder', 'file', 'rename', 'folder'])
})
