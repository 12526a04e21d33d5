// npm run bench:search: search at 100,000 papers beside FTS5, MiniSearch and stock Lunr, in one run.
import { firstMarked } from '@shared/model/first-marked'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SearchDocument } from '../../../src/main/search/document'
import { saveIndex } from '../../../src/main/search/index-files'
import { SearchIndex } from '../../../src/main/search/search-index'
import { corpusPapers, keystrokes } from './corpus'
import { inLibrary } from './library'
import { percentile, timed, timesOf } from './measure'
import { reportMemory } from './memory'
import { withFts5, withLunr, withMiniSearch } from './peers'

const corpus = resolve('../shared/corpora/papers-100k.jsonl.gz')
const many = 100_000
const few = 10_000

/** A figure of Sheaf's, and what it may not exceed. */
interface Row {
  what: string
  ours: number
  unit: 'ms' | 'MB' | 'times'
  theirs?: string
  bound: number | null
}

if (process.argv[2] === 'memory')
  reportMemory(process.argv[3] ?? '', JSON.parse(process.argv[4] ?? '[]') as string[])
else if (existsSync(corpus)) await main()
else
  process.stdout.write(
    'bench:search needs the shared corpus (../shared), which is not there. Skipped.\n'
  )

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-bench-'))
  try {
    const papers = corpusPapers(corpus, many)
    const queries = keystrokes(papers, 240)
    const fts5 = withFts5(papers, queries)
    const fts5Few = withFts5(papers.slice(0, few), queries)
    const ours = await withOurs(papers, queries, join(folder, 'index'))
    const oursFew = await withOurs(papers.slice(0, few), queries, null)
    const memory = fromFiles(join(folder, 'index'), queries)
    const worker = fileURLToPath(new URL('worker.js', import.meta.url))
    const library = await inLibrary(papers, queries, { folder, worker })
    const mini = withMiniSearch(papers, queries)
    const lunr = withLunr(papers.slice(0, few), queries)

    const p95 = (values: readonly number[]): number => percentile(values, 0.95)
    const [asYouType, fts5AsYouType] = [p95(ours.keystrokeMs), p95(fts5.or)]
    const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`
    const rows: Row[] = [
      {
        what: 'Keystroke, 95th percentile',
        ours: asYouType,
        unit: 'ms',
        theirs: `FTS5 OR ${ms(fts5AsYouType)}, AND ${ms(p95(fts5.and))}; MiniSearch ${ms(p95(mini.keystrokeMs))}; Lunr at 10,000 ${ms(p95(lunr.keystrokeMs))}`,
        bound: 16
      },
      {
        what: 'Keystroke, as a share of FTS5’s',
        ours: asYouType / fts5AsYouType,
        unit: 'times',
        bound: 0.1
      },
      {
        what: 'Keystroke, 10,000 to 100,000 papers',
        ours: asYouType / p95(oursFew.keystrokeMs),
        unit: 'times',
        theirs: `FTS5 ${(fts5AsYouType / p95(fts5Few.or)).toFixed(1)} times`,
        bound: 10
      },
      {
        what: 'Build',
        ours: ours.buildMs,
        unit: 'ms',
        theirs: `FTS5 ${ms(fts5.build)}; MiniSearch ${ms(mini.buildMs)}; Lunr of 10,000 ${ms(lunr.buildMs)}`,
        bound: null
      },
      {
        what: 'Build, as a share of FTS5’s',
        ours: ours.buildMs / fts5.build,
        unit: 'times',
        bound: 1.2
      },
      {
        what: 'Load from the files, as a share of a build',
        ours: memory.loadMs / ours.buildMs,
        unit: 'times',
        theirs: ms(memory.loadMs),
        bound: 1 / 50
      },
      {
        what: 'Resident memory of the index',
        ours: memory.bytes / 1024 / 1024,
        unit: 'MB',
        bound: 300
      },
      { what: 'A paper appended', ours: ours.appendMs, unit: 'ms', bound: 1 },
      {
        what: 'In the app’s worker: a change until it is found, 95th percentile',
        ours: library.changeMs,
        unit: 'ms',
        bound: 50
      },
      {
        what: 'In the app’s worker: the other process held up while it asks, at most',
        ours: library.askedDelayMs,
        unit: 'ms',
        bound: 50
      },
      {
        what: 'In the app’s worker: the other process held up while it commits changes, at most',
        ours: library.changedDelayMs,
        unit: 'ms',
        bound: 50
      },
      {
        what: 'In the app’s worker: a keystroke, there and back, 95th percentile',
        ours: library.answerMs,
        unit: 'ms',
        bound: null
      },
      {
        what: 'In the app’s worker: index built from the library',
        ours: library.rebuildMs,
        unit: 'ms',
        bound: null
      },
      {
        what: 'In the app’s worker: first answer after a start',
        ours: library.startMs,
        unit: 'ms',
        bound: null
      }
    ]
    process.stdout.write(`${table(rows)}\n\n`)
    const figures = {
      papers: papers.length,
      asYouTypeP95Ms: asYouType,
      fts5AsYouTypeP95Ms: fts5AsYouType,
      fts5AndP95Ms: p95(fts5.and),
      miniSearchAsYouTypeP95Ms: p95(mini.keystrokeMs),
      lunr10kAsYouTypeP95Ms: p95(lunr.keystrokeMs),
      asYouType10kP95Ms: p95(oursFew.keystrokeMs),
      buildMs: ours.buildMs,
      fts5BuildMs: fts5.build,
      loadMs: memory.loadMs,
      indexBytes: memory.bytes,
      appendMs: ours.appendMs,
      changeFoundP95Ms: library.changeMs,
      mainDelayMs: Math.max(library.askedDelayMs, library.changedDelayMs)
    }
    process.stdout.write(`${JSON.stringify(figures)}\n`)
    if (rows.some(({ ours: value, bound }) => bound !== null && value > bound)) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withOurs(
  papers: readonly SearchDocument[],
  queries: readonly string[],
  folder: string | null
): Promise<{ buildMs: number; keystrokeMs: number[]; appendMs: number }> {
  const search = new SearchIndex(
    (ids) => new Map(ids.map((id) => [id, papers[id - 1] ?? { title: '', abstract: '', note: '' }]))
  )
  const started = performance.now()
  for (let from = 0; from < papers.length; from += 500)
    search.update(papers.slice(from, from + 500), [])
  await search.settle()
  const buildMs = performance.now() - started
  const keystrokeMs = timesOf(queries, (query) => {
    const { hits } = search.query(query, { limit: 50 })
    const first = hits.slice(0, firstMarked).map(({ id }) => id)
    search.marks(query, first, {})
  })
  if (folder !== null) await saveIndex(search.index, folder)
  const appended = papers
    .slice(0, 200)
    .map((paper, at) => ({ ...paper, id: papers.length + at + 1 }))
  const { ms } = timed(() => {
    for (const paper of appended) search.update([paper], [])
  })
  return { buildMs, keystrokeMs, appendMs: ms / appended.length }
}

/** Loading from the files, each time in a process of its own: the median time, and the most memory. */
function fromFiles(folder: string, queries: readonly string[]): { loadMs: number; bytes: number } {
  const self = fileURLToPath(import.meta.url)
  const loads = Array.from({ length: 5 }, () => {
    const told = execFileSync(
      process.execPath,
      ['--expose-gc', self, 'memory', folder, JSON.stringify(queries)],
      { encoding: 'utf8' }
    )
    return JSON.parse(told) as { loadMs: number; bytes: number }
  })
  const times = loads.map(({ loadMs }) => loadMs)
  return { loadMs: percentile(times, 0.5), bytes: Math.max(...loads.map(({ bytes }) => bytes)) }
}

function table(rows: readonly Row[]): string {
  const written = ({ ours, unit }: Row): string =>
    unit === 'times' ? ours.toFixed(3) : `${ours.toFixed(ours < 10 ? 2 : 0)} ${unit}`
  const lines = rows.map((row) => {
    const bound = row.bound === null ? '' : `at most ${String(row.bound)}`
    return `| ${row.what} | ${written(row)} | ${bound} | ${row.theirs ?? ''} |`
  })
  return [
    '| 100,000 papers | Sheaf | bound | beside |',
    '| --- | --- | --- | --- |',
    ...lines
  ].join('\n')
}
