// npm run bench:latex: a pass of a kept .bib after one change, in a library of 1,000 and one of 100,000 papers;
// and a library of 100,000 exported whole, against writing the same bytes.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WritableDb } from '../../../src/main/database/handle'
import { closeLibrary, openLibrary } from '../../../src/main/database/open'
import { change } from '../../../src/main/library/journal'
import { LongChange } from '../../../src/main/library/long-change'
import { addPaper, editPaper } from '../../../src/main/library/paper-changes'
import { getPapers } from '../../../src/main/library/papers'
import { entryText } from '../../../src/main/session/entry-text'
import { LinkedProject } from '../../../src/main/session/linked-project'
import { corpusPapers } from '../search/corpus'
import { exportAll } from './export'

const sizes = [1000, 100_000] as const
const cited = 200
const rounds = 60
const bound = 1.5
const exportBound = 3
const corpus = join(process.cwd(), '..', 'shared', 'corpora', 'papers-100k.jsonl.gz')

const folder = mkdtempSync(join(tmpdir(), 'sheaf-bench-'))
try {
  const libraries = sizes.map((size) => prepare(size))
  const times = new Map<number, number[]>(sizes.map((size) => [size, []]))
  for (const { linked } of libraries) await linked.run({ mayRemake: true })
  for (let round = 0; round < rounds; round++)
    // One after the other, so that whatever else the machine does is shared.
    for (const { size, db, linked, ids, bib } of libraries) {
      const id = ids[round % cited] ?? 0
      const title = `Changed in round ${String(round)}`
      const [paper] = getPapers(db, [id])
      if (paper === undefined) throw new Error('No such paper')
      change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
        editPaper(tx, id, { ...paper, title })
      })
      const started = performance.now()
      await linked.run({ mayRemake: false })
      times.get(size)?.push(performance.now() - started)
      if (!readFileSync(bib, 'utf8').includes(title)) throw new Error('The pass wrote nothing.')
    }
  const [few = 0, many = 0] = sizes.map((size) => median(times.get(size) ?? []))
  const ratio = many / few
  process.stdout.write(
    `A pass after one change, ${String(cited)} keys cited: ${few.toFixed(2)} ms among 1,000 papers, ` +
      `${many.toFixed(2)} ms among 100,000: ${ratio.toFixed(2)} times (bound ${String(bound)}).\n`
  )
  if (ratio > bound) process.exitCode = 1
  for (const { db, linked } of libraries) {
    linked.close()
    closeLibrary(db)
  }
  if (existsSync(corpus)) await wholeLibrary()
  else
    process.stdout.write('The whole of a library is not exported: the shared corpus is absent.\n')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function wholeLibrary(): Promise<void> {
  const { papers, bytes, exportMs, writeMs } = await exportAll(
    corpusPapers(corpus, 100_000),
    folder
  )
  const [ours, floor] = [median(exportMs), median(writeMs)]
  const share = ours / floor
  process.stdout.write(
    `${papers.toLocaleString('en')} papers exported to a .bib of ${(bytes / 1e6).toFixed(0)} MB: ${ours.toFixed(0)} ms; ` +
      `the same bytes written: ${floor.toFixed(0)} ms: ${share.toFixed(2)} times (bound ${String(exportBound)}).\n`
  )
  if (share > exportBound) process.exitCode = 1
}

function prepare(size: number): {
  size: number
  db: WritableDb
  linked: LinkedProject
  ids: number[]
  bib: string
} {
  const place = join(folder, String(size))
  mkdirSync(join(place, 'project'), { recursive: true })
  const db = openLibrary(place)
  const ids: number[] = []
  const long = new LongChange(db)
  for (let from = 0; from < size; from += 500)
    long.slice((tx) => {
      for (let n = from; n < from + 500; n++)
        ids.push(
          addPaper(tx, {
            ...{ title: `Weaving number ${String(n)}`, issued: '2026', venue: 'Journal of Looms' },
            type: 'article-journal',
            creators: [
              {
                role: 'author',
                name: { family: `Weaver${String(n)}`, given: 'Ada', particle: '', suffix: '' }
              }
            ]
          })
        )
    })
  long.finish({ kind: 'import', count: size, name: '' })
  // Cited ones are spread over the library, as those of a user are.
  const chosen = ids.filter((_, index) => index % (size / cited) === 0)
  const keys = getPapers(db, chosen).map(({ citationKey }) => citationKey)
  writeFileSync(
    join(place, 'project', 'main.tex'),
    `\\documentclass{article}\n${keys.map((key) => `Text \\cite{${key}}.`).join('\n')}\n\\bibliography{refs}\n`
  )
  const bib = join(place, 'project', 'refs.bib')
  const linked = new LinkedProject(
    {
      ...{ id: 1, path: join(place, 'project'), bib, dialect: 'bibtex', paused: false },
      source: { kind: 'cited' }
    },
    {
      ...{ db: () => db, entry: entryText, answering: () => Promise.resolve([]) },
      ...{ changed: () => undefined, failed: () => undefined }
    }
  )
  return { size, db, linked, ids: chosen, bib }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
