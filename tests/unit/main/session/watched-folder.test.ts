import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { filesIn, WatchedFolder, type Watched } from '../../../../src/main/session/watched-folder'
import { temporaryFolder } from '../../support/library'

let folder: string
let held: Watched | undefined
let taken: string[]
let failures: string[]
let watching: WatchedFolder

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

/** As many looks as a file needs that is whole. */
async function look(): Promise<string[]> {
  taken = []
  await watching.look()
  await watching.look()
  return taken
}

function newWatching(take = (): Promise<void> => Promise.resolve()): WatchedFolder {
  return new WatchedFolder({
    get: () => held,
    set: (watched) => {
      held = watched
    },
    fail: (error) => failures.push((error as Error).message),
    take: (paths) => {
      taken.push(...paths.map((path) => basename(path)))
      return take()
    }
  })
}

beforeEach(() => {
  failures = []
  folder = temporaryFolder()
  write('old.bib', 'was here before')
  held = { folder, seen: filesIn(folder) ?? [] }
  watching = newWatching()
})

describe('a watched folder', () => {
  it('hands on what comes, once, and leaves alone what lay there before', async () => {
    write('new.bib', 'a')
    expect(await look()).toEqual(['new.bib'])
    expect(await look()).toEqual([])
  })

  it('waits until a file is whole', async () => {
    write('new.bib', 'a')
    await watching.look()
    write('new.bib', 'a and b')
    taken = []
    await watching.look()
    expect(taken).toEqual([])
    await watching.look()
    expect(taken).toEqual(['new.bib'])
  })

  it('hands on a file that has changed', async () => {
    write('old.bib', 'was here before, and more')
    expect(await look()).toEqual(['old.bib'])
  })

  it('hands on what came while nobody looked', async () => {
    await look()
    write('new.bib', 'a')
    watching = newWatching()
    expect(await look()).toEqual(['new.bib'])
  })

  it('leaves out half-done downloads and what programs leave lying about', async () => {
    for (const name of ['a.pdf.crdownload', 'b.part', '.DS_Store', '~$c.docx']) write(name, 'a')
    expect(await look()).toEqual([])
    renameSync(join(folder, 'a.pdf.crdownload'), join(folder, 'a.pdf'))
    expect(await look()).toEqual(['a.pdf'])
  })

  it('tries again what could not be taken, and bears a folder that is gone', async () => {
    write('new.bib', 'a')
    watching = newWatching(() => Promise.reject(new Error('disk full')))
    await look()
    expect(failures).toEqual(['disk full'])
    watching = newWatching()
    expect(await look()).toEqual(['new.bib'])
    rmSync(folder, { recursive: true })
    expect(await look()).toEqual([])
  })
})
