import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultExportOptions } from '@shared/model/export-options'
import type { WritableDb } from '../../../../src/main/database/handle'
import { closeLibrary, openLibrary, openLibraryAsItIs } from '../../../../src/main/database/open'
import { exportFormats, serialise } from '../../../../src/main/export/serialise'
import { change } from '../../../../src/main/library/journal'
import { addPaper, editPaper } from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { exportText, type ExportSource } from '../../../../src/main/session/exporting'
import { fields, insertPaper, newLibrary } from '../../support/library'
import { buildWorkers, type Start } from '../../support/worker-bundle'

it.each(exportFormats)('%s of many papers is the text of all of them at once', async (format) => {
  const db = newLibrary()
  const ids = Array.from({ length: 230 }, (_, at) =>
    insertPaper(db, { title: `Looms, part ${String(at)} ] [ "quoted"`, issued: '2026' })
  )
  for (const some of [ids, ids.slice(0, 1), []]) {
    const text = await exportText({ db }, some, format, defaultExportOptions)
    expect(text).toBe(serialise(getPapers(db, some), format))
  }
})

const many = 4700
const options = {
  ...defaultExportOptions,
  strings: '@string{jol = {Journal of Looms}} @string{jos = {Journal of Stalks}}'
}
let startWriter: Start
let folder: string
let db: WritableDb
let ids: number[]

beforeAll(async () => {
  startWriter = (await buildWorkers({ writer: 'session/writers/worker.ts' })).writer
  folder = mkdtempSync(join(tmpdir(), 'sheaf-test-'))
  db = openLibrary(folder)
  ids = addMany(db)
})

afterAll(() => {
  closeLibrary(db)
  rmSync(folder, { recursive: true, force: true })
})

function addMany(to: WritableDb): number[] {
  const venues = ['Journal of Looms', 'Journal of Stalks', 'Journal of Éphémères', '']
  const signs = ['plain', '“quoted” at 5 %', 'Σ of é and 語', '$x_1$ models 3', '𝔸 ﬁne 🎉']
  return change(to, { kind: 'import', count: many, name: '' }, (tx) =>
    Array.from({ length: many }, (_, at) =>
      addPaper(
        tx,
        fields({
          title: `Weaving ${String(at)}: ${signs[at % 5] ?? ''} with LoRA`,
          abstract: `${signs[(at + 1) % 5] ?? ''}, and so on. `.repeat(at % 7),
          type: 'article-journal',
          venue: venues[at % 4] ?? '',
          issued: at % 3 === 0 ? '' : '2026-02-30',
          creators: [
            {
              role: 'author',
              name: { family: `Ünal${String(at)}`, given: 'Ada', particle: '', suffix: '' }
            },
            { role: 'editor', name: { literal: `Group ${String(at % 11)}` } }
          ]
        })
      )
    )
  ).value
}

/** The large library, and what counts the threads that are started for it. */
function largeLibrary(): ExportSource & { started: () => number } {
  let started = 0
  const spawn = (workerData: object): Worker => {
    started++
    return startWriter({ workerData })
  }
  return { db, threads: { folder, spawn }, started: () => started }
}

it('writes in threads byte for byte what one thread writes', async () => {
  const source = largeLibrary()
  for (const dialect of ['bibtex', 'biblatex'] as const)
    for (const wanted of [defaultExportOptions, { ...options, order: 'newest' as const }]) {
      const [alone, together] = [
        await exportText({ db }, ids, dialect, wanted),
        await exportText(source, ids, dialect, wanted)
      ]
      expect(together === alone).toBe(true)
      expect(alone.startsWith('@string{jol')).toBe(wanted !== defaultExportOptions)
    }
  expect(source.started()).toBeGreaterThanOrEqual(8)
})

it('leaves papers out that are gone, wherever they were to stand', async () => {
  const source = largeLibrary()
  const none = ids.slice(0, 600).map((id) => id + 1_000_000)
  const some = [...none, ...ids.slice(0, 2000), ...none, ...ids.slice(2000)]
  const alone = await exportText({ db }, some, 'biblatex', defaultExportOptions)
  expect((await exportText(source, some, 'biblatex', defaultExportOptions)) === alone).toBe(true)
  expect(alone).toBe(await exportText({ db }, ids, 'biblatex', defaultExportOptions))
})

it('writes the library of the moment that it was asked at, though it has changed since', async () => {
  const source = largeLibrary()
  const asItIs = openLibraryAsItIs(folder)
  const before = serialise(getPapers(asItIs, ids), 'bibtex')
  const [paper] = getPapers(db, [ids[4000] ?? 0])
  if (paper === undefined) throw new Error('No such paper')
  change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
    editPaper(tx, paper.id, { ...paper, title: 'Changed since' })
  })
  const then = await exportText({ ...source, db: asItIs }, ids, 'bibtex', defaultExportOptions)
  expect(then === before).toBe(true)
  const now = await exportText(source, ids, 'bibtex', defaultExportOptions)
  expect(now).toContain('Changed since')
  asItIs.close()
})

it('starts no threads for a few papers', async () => {
  const source = largeLibrary()
  await exportText(source, ids.slice(0, 1000), 'bibtex', defaultExportOptions)
  expect(source.started()).toBe(0)
})

it('says so when a thread is lost', async () => {
  const spawn = (): Worker => new Worker('process.exit(1)', { eval: true })
  const exported = exportText({ db, threads: { folder, spawn } }, ids, 'bibtex', options)
  await expect(exported).rejects.toMatchObject({ code: 'internal' })
})
