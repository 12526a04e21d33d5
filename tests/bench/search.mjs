import { createRequire } from 'node:module'
import { randomNumbers } from './made-up-papers.mjs'
import { summary } from './measure.mjs'

/**
 * Search as you type, every prefix of two-word queries, against SQLite's FTS5 on the same papers.
 *
 * @param {{ papers: { title: string, abstract: string }[], words: string[],
 *   search: (queries: string[]) => Promise<number[]> }} given `search` answers milliseconds a query
 * @returns {Promise<import('./measure.mjs').Row>}
 */
export async function searchAsYouType({ papers, words, search }) {
  const queries = typed(words)
  const ours = summary(await search(queries))
  const floor = summary(withFts5(papers, queries))
  return {
    what: `Search as you type, ${String(papers.length)} papers, 95th percentile of ${String(queries.length)} keystrokes`,
    ours: `${ours.p95.toFixed(1)} ms`,
    floor: `FTS5, ${floor.p95.toFixed(1)} ms`,
    ratio: ours.p95 / floor.p95,
    bound: null
  }
}

/** @param {string[]} words */
function typed(words) {
  const random = randomNumbers(11)
  const word = () => words[Math.floor(random() * 400)] ?? ''
  return Array.from({ length: 30 }, () => `${word()} ${word()}`).flatMap((query) =>
    Array.from({ length: query.length - 2 }, (_, index) => query.slice(0, index + 3))
  )
}

/**
 * @param {{ title: string, abstract: string }[]} papers
 * @param {string[]} queries
 */
function withFts5(papers, queries) {
  const Database = createRequire(import.meta.url)('better-sqlite3')
  const db = new Database(':memory:')
  db.exec(
    "CREATE VIRTUAL TABLE paper USING fts5(title, abstract, tokenize = 'porter unicode61', prefix = '2 3 4')"
  )
  const insert = db.prepare('INSERT INTO paper VALUES (?, ?)')
  db.transaction(() => {
    for (const { title, abstract } of papers) insert.run(title, abstract)
  })()
  const select = db.prepare(
    'SELECT rowid, bm25(paper, 5, 1) AS score FROM paper WHERE paper MATCH ? ORDER BY score LIMIT 20'
  )
  return queries.map((query) => {
    const started = performance.now()
    const words = query.trim().split(' ')
    select.all(
      words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' ')
    )
    return performance.now() - started
  })
}
