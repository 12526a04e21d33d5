import Database from 'better-sqlite3'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import type { SearchDocument } from '../../../src/main/search/document'
import { timed, timesOf } from './measure'

/** What a peer took: to build its index, and for each keystroke. */
export interface PeerResult {
  buildMs: number
  keystrokeMs: number[]
}

/** SQLite's full-text index, as one would set it up for this: stemmed, with indexes for beginnings, ranked. */
export function withFts5(
  papers: readonly SearchDocument[],
  queries: readonly string[]
): { build: number; or: number[]; and: number[] } {
  const db = new Database(':memory:')
  const { ms: build } = timed(() => {
    db.exec(
      "CREATE VIRTUAL TABLE paper USING fts5(title, abstract, people, venue, tokenize = 'porter unicode61', prefix = '2 3 4')"
    )
    const insert = db.prepare(
      'INSERT INTO paper (rowid, title, abstract, people, venue) VALUES (?, ?, ?, ?, ?)'
    )
    db.transaction(() => {
      for (const { id, title, abstract, people, venue, year } of papers)
        insert.run(id, title, abstract, people, `${venue} ${year}`)
    })()
  })
  const select = db.prepare(
    'SELECT rowid, bm25(paper, 5, 1, 3, 2) AS score FROM paper WHERE paper MATCH ? ORDER BY score LIMIT 50'
  )
  const ask = (join: string) => (query: string) => {
    const words = query.trim().split(/\s+/)
    return select.all(
      words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(join)
    )
  }
  const [or, and] = [timesOf(queries, ask(' OR ')), timesOf(queries, ask(' AND '))]
  db.close()
  return { build, or, and }
}

export function withMiniSearch(
  papers: readonly SearchDocument[],
  queries: readonly string[]
): PeerResult {
  const fields = ['title', 'abstract', 'people', 'venue']
  const { ms, value: index } = timed(() => {
    const mini = new MiniSearch<SearchDocument>({ fields })
    mini.addAll(papers)
    return mini
  })
  const lastAsPrefix = (_term: string, at: number, terms: string[]): boolean =>
    at === terms.length - 1
  const boost = { title: 5, people: 3, venue: 2 }
  const keystrokeMs = timesOf(queries, (query) =>
    index.search(query, { prefix: lastAsPrefix, combineWith: 'OR', boost }).slice(0, 50)
  )
  return { buildMs: ms, keystrokeMs }
}

export function withLunr(
  papers: readonly SearchDocument[],
  queries: readonly string[]
): PeerResult {
  const { ms, value: index } = timed(() =>
    lunr(function () {
      this.ref('id')
      this.field('title', { boost: 5 })
      this.field('abstract')
      this.field('people', { boost: 3 })
      this.field('venue', { boost: 2 })
      for (const paper of papers) this.add(paper)
    })
  )
  const keystrokeMs = timesOf(queries, (query) =>
    index
      .query((clauses) => {
        const words = lunr.tokenizer(query).map(String)
        for (const [at, word] of words.entries()) {
          clauses.term(word, {})
          if (at === words.length - 1)
            clauses.term(word, {
              wildcard: lunr.Query.wildcard.TRAILING,
              usePipeline: false,
              boost: 0.3
            })
        }
      })
      .slice(0, 50)
  )
  return { buildMs: ms, keystrokeMs }
}
