import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { parse as retorquere } from '@retorquere/bibtex-parser'
import type { ImportReport } from '@shared/model/import-report'
import { LibrarySearch } from '../../../src/main/search/library-search'
import type { WritableDb } from '../../../src/main/database/handle'
import { closeLibrary, openLibrary } from '../../../src/main/database/open'
import { applyImport } from '../../../src/main/import/apply'
import { parseBibtex } from '../../../src/main/import/bibtex'
import type { ParsedFile } from '../../../src/main/import/parsed'

/** A figure of Sheaf's beside a peer's or a floor's; `atLeast` turns the bound round. */
export interface Row {
  what: string
  ours: string
  other: string
  ratio: number
  bound: number
  atLeast: boolean
}

const peerSample = 2000

/** Entries a second, against two peers on the same first entries; each the best of three turns. */
export function parseSpeed(entries: readonly string[]): Row[] {
  const sample = entries.slice(0, peerSample).join('\n')
  const all = entries.join('\n')
  const rate = (count: number, act: () => unknown): number => {
    const start = performance.now()
    act()
    return (count / (performance.now() - start)) * 1000
  }
  const best = (act: () => number): number => Math.max(act(), act(), act())
  const citation = best(() =>
    rate(peerSample, () => plugins.input.chain(sample, { generateGraph: false }))
  )
  const retorquereRate = best(() => rate(peerSample, () => retorquere(sample)))
  const onSample = best(() => rate(peerSample, () => parseBibtex(sample, 'sample.bib')))
  const onAll = rate(entries.length, () => parseBibtex(all, 'all.bib'))
  const row = (name: string, theirs: number, bound: number): Row => ({
    what: `Parse, entries a second: Sheaf on all ${thousands(entries.length)}, the peer on the first ${thousands(peerSample)}`,
    ours: `${thousands(onAll)} (${thousands(onSample)} on the peer's)`,
    other: `${name}, ${thousands(theirs)}`,
    ...{ ratio: onAll / theirs, bound, atLeast: true }
  })
  return [
    row('@citation-js/plugin-bibtex 0.8.2', citation, 3),
    row('@retorquere/bibtex-parser 9.0.29', retorquereRate, 30)
  ]
}

/** Parsing, matching and storing, against inserting the same rows raw; and into a full library against an empty one. */
export async function importSpeed(entries: readonly string[], folder: string): Promise<Row[]> {
  const text = entries.join('\n')
  const parsing = seconds(() => parseBibtex(text, 'all.bib'))
  const [digest] = parsing.value.digests
  if (digest === undefined) throw new Error('Nothing was parsed.')
  const library = join(folder, 'whole')
  const whole = await withLibrary(library, async (db) => {
    const storing = seconds(() =>
      take(db, library, [{ file: 'all.bib', digests: [digest], skipped: [] }])
    )
    const started = performance.now()
    await new LibrarySearch(db, null).catchUp()
    const indexing = (performance.now() - started) / 1000
    return { storing: storing.time, indexing, raw: rawInserts(db, join(folder, 'raw.sqlite')) }
  })
  const total = parsing.time + whole.storing
  const part = Math.min(20_000, Math.floor(digest.papers.length / 5))
  const filled = join(folder, 'filled')
  const file = (from: number, to: number): ParsedFile[] => [
    {
      file: `${String(from)}.bib`,
      digests: [{ ...digest, rawText: String(from), papers: digest.papers.slice(from, to) }],
      skipped: []
    }
  ]
  const steps = await withLibrary(filled, (db) => {
    const times: number[] = []
    const end = digest.papers.length
    const first = seconds(() => take(db, filled, file(0, part)))
    take(db, filled, file(part, end - part))
    for (const from of [end - part])
      times.push(seconds(() => take(db, filled, file(from, end))).time)
    return { empty: first.time, full: times[0] ?? 0 }
  })
  return [
    {
      what: `Import of ${thousands(digest.papers.length)} entries: parse, match, store`,
      ours: `${total.toFixed(1)} s (parse ${parsing.time.toFixed(1)})`,
      other: `the same rows inserted raw, ${whole.raw.toFixed(1)} s`,
      ...{ ratio: total / whole.raw, bound: 4, atLeast: false }
    },
    {
      what: 'The same, until everything in it can be searched for',
      ours: `${(total + whole.indexing).toFixed(1)} s (index ${whole.indexing.toFixed(1)})`,
      other: 'the same raw inserts',
      ...{ ratio: (total + whole.indexing) / whole.raw, bound: 6, atLeast: false }
    },
    {
      what: `Each of ${thousands(part)} more papers, matched and stored`,
      ours: `into ${thousands(digest.papers.length - part)}: ${((steps.full / part) * 1e6).toFixed(0)} µs`,
      other: `into an empty library, ${((steps.empty / part) * 1e6).toFixed(0)} µs`,
      ...{ ratio: steps.full / steps.empty, bound: 1.5, atLeast: false }
    }
  ]
}

function take(db: WritableDb, folder: string, files: readonly ParsedFile[]): ImportReport {
  const applying = applyImport(db, files, { folder, attaching: 'copy' })
  for (;;) {
    const step = applying.next()
    if (step.done) return step.value
  }
}

/** Copies every row that the import wrote into tables and indexes of the same shape, without any triggers. */
function rawInserts(db: WritableDb, target: string): number {
  const raw = new Database(target)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  const names = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE 'journal_%' AND name <> 'paper_revision'`
    )
    .pluck()
    .all() as string[]
  const tables = names.map((name) => ({
    name,
    rows: db.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][]
  }))
  const statements = db
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL
       AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY type DESC`
    )
    .pluck()
    .all(JSON.stringify(names)) as string[]
  for (const statement of statements) raw.exec(statement)
  const { time } = seconds(() => {
    raw.transaction(() => {
      for (const { name, rows } of tables) {
        const places = rows[0]?.map(() => '?').join(', ')
        if (places === undefined) continue
        const insert = raw.prepare(`INSERT INTO "${name}" VALUES (${places})`)
        for (const row of rows) insert.run(...row)
      }
    })()
  })
  raw.close()
  return time
}

async function withLibrary<T>(folder: string, act: (db: WritableDb) => T | Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true })
  const db = openLibrary(folder)
  try {
    return await act(db)
  } finally {
    closeLibrary(db)
    rmSync(folder, { recursive: true, force: true })
  }
}

function seconds<T>(act: () => T): { time: number; value: T } {
  const start = performance.now()
  const value = act()
  return { time: (performance.now() - start) / 1000, value }
}

function thousands(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
}
