import fs, { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import type { WantedEntry } from '../../../../src/main/latex/bib/update-bib'
import { NotYet } from '../../../../src/main/latex/failure'
import { keepBib, type Kept } from '../../../../src/main/latex/keep-bib'
import { newLibrary, temporaryFolder } from '../../support/library'

const byHand = '% mine\n@misc{own, note = {by hand}}\n'

function entry(paperId: number, title = `Title ${String(paperId)}`): WantedEntry {
  const key = `key${String(paperId)}`
  return { paperId, key, text: `@article{${key},\n  title = {${title}}\n}` }
}

function keep(db: WritableDb, bib: string, wanted: readonly WantedEntry[]): Promise<Kept> {
  return keepBib(db, { bib, dialect: 'biblatex', wanted, mayRemake: false })
}

/** Has `act` done once, when the next file has been written and is about to get its name. */
function beforeTheName(act: () => void): void {
  const { fsyncSync } = fs
  const restore = (): void => {
    fs.fsyncSync = fsyncSync
    syncBuiltinESMExports()
  }
  fs.fsyncSync = (file) => {
    fsyncSync(file)
    restore()
    act()
  }
  syncBuiltinESMExports()
  onTestFinished(restore)
}

it('what another program writes at the last moment is not overwritten, and is there the next time', async () => {
  const db = newLibrary()
  const bib = join(temporaryFolder(), 'refs.bib')
  writeFileSync(bib, byHand)
  const theirs = `${byHand}@misc{more, note = {written meanwhile}}\n`
  beforeTheName(() => {
    writeFileSync(bib, theirs)
  })
  await expect(keep(db, bib, [entry(1)])).rejects.toThrow(NotYet)
  expect(readFileSync(bib, 'utf8')).toBe(theirs)
  await keep(db, bib, [entry(1)])
  expect(readFileSync(bib, 'utf8')).toBe(`${theirs}\n${entry(1).text}\n`)
})

it('what could not be read back is not written, and the entry is named', async () => {
  const db = newLibrary()
  const folder = temporaryFolder()
  const bib = join(folder, 'refs.bib')
  writeFileSync(bib, byHand)
  await keep(db, bib, [entry(1), entry(2)])
  const former = readFileSync(bib, 'utf8')
  for (const title of ['one brace { more', 'an end } too early', 'a}}\n@misc{second, note = {b'])
    await expect(keep(db, bib, [entry(1, title), entry(2), entry(3)])).rejects.toThrow(
      /refs\.bib.*key1/
    )
  expect(readFileSync(bib, 'utf8')).toBe(former)
  expect(readdirSync(folder)).toEqual(['refs.bib'])
  const kept = await keep(db, bib, [entry(1, 'Mended'), entry(2)])
  expect(kept.entries.map(({ key, owner }) => `${key} ${owner}`)).toEqual([
    ...['own theirs', 'key1 ours', 'key2 ours']
  ])
})
