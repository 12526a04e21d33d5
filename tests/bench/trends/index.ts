// npm run bench:trends: what trends in 100,000 papers that 2,000 digests name, beside reading what says so.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { View } from '../../../src/shared/model/view'
import { openLibraryToRead } from '../../../src/main/database/open'
import { sql, tuples } from '../../../src/main/database/sql'
import { addAppearance, addDigest } from '../../../src/main/library/digests'
import { LongChange } from '../../../src/main/library/long-change'
import { Trends } from '../../../src/main/trends/trends'
import { corpusLibrary } from '../corpus-library'
import { randomFrom } from '../../unit/support/mutate'
import { corpusPapers } from '../search/corpus'

const corpus = resolve('../shared/corpora/papers-100k.jsonl.gz')
const papers = 100_000
const digests = 2000
/** Papers that a digest names: each paper is in two of them on average. */
const named = 100
const rounds = 5
const columns = ['title', 'authors', 'year', 'venue', 'added', 'trend'] as const

/** The middle of several times, in milliseconds. */
function middle(run: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now()
    run()
    return performance.now() - began
  })
  return times.sort((a, b) => a - b)[rounds >> 1] ?? NaN
}

function fill(folder: string): void {
  const db = corpusLibrary(corpusPapers(corpus, papers), folder)
  const random = randomFrom(5)
  const long = new LongChange(db)
  for (let at = 0; at < digests; at++)
    long.slice((tx) => {
      const date = new Date(Date.UTC(2021, 0, 1 + (at >> 1))).toISOString().slice(0, 10)
      const source = ['Trending papers', 'arXiv cs.LG', 'Daily papers'][at % 3] ?? ''
      const digest = { format: 'feed', source, fileName: '', date, dateInferred: false }
      const rawText = `${'What it says of a paper, at some length. '.repeat(named * 20)}${String(at)}`
      const digestId = addDigest(tx, { ...digest, contentHash: String(at), rawText })
      for (let position = 1; position <= named; position++) {
        const paperId = 1 + Math.floor(random() * papers)
        const votes = position % 3 === 0 ? position : undefined
        addAppearance(tx, {
          digestId,
          paperId,
          position,
          start: 0,
          end: 9,
          ...(votes ? { votes } : {})
        })
      }
    })
  long.finish({ kind: 'import', count: papers, name: '' })
  db.close()
}

function main(): void {
  const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'sheaf-bench-'))
  const library = join(folder, 'library')
  try {
    if (!existsSync(library)) fill(library)
    const db = openLibraryToRead(library)
    const view = { window: 'all', on: '' } as const
    const floor = middle(() => {
      tuples(db, sql`SELECT paper_id, digest_id, position, votes, stars FROM appearance`)
      tuples(db, sql`SELECT id, trashed_at FROM paper`)
    })
    const lines = [`reading what says so: ${floor.toFixed(0)} ms`]
    const tell = (what: string, ms: number): void => {
      lines.push(`${what}: ${ms.toFixed(0)} ms, ratio ${(ms / floor).toFixed(2)}`)
    }
    for (const window of ['all', 'month', 'week'] as const)
      tell(
        `overview of ${window}`,
        middle(() => new Trends(db).overview({ ...view, window }))
      )
    for (const column of columns) {
      const trending: Extract<View, { kind: 'trending' }> = { kind: 'trending', ...view }
      tell(
        `list of all by ${column}`,
        middle(() => new Trends(db).list(trending, { column, descending: true }))
      )
    }
    process.stdout.write(`${lines.join('\n')}\n`)
    db.close()
  } finally {
    if (process.argv[2] === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

if (existsSync(corpus)) main()
else
  process.stdout.write(
    'bench:trends needs the shared corpus (../shared), which is not there. Skipped.\n'
  )
