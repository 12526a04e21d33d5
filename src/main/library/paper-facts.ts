import type { PaperFacts } from '@shared/model/topic-map'
import type { ReadableDb } from '../database/handle'
import { all, pairs, sql, type Sql } from '../database/sql'

/** Days from 1970-01-01 in local time of a moment, 0 for none. */
const dayOf = (moment: Sql): Sql =>
  sql`COALESCE(CAST(julianday(date(${moment}, 'localtime')) - 2440587.5 AS INTEGER), 0)`

interface Row {
  id: number
  year: number
  added: number
  read: number
  kept: number
  triage: number
}

/** What pictures show of all papers that are not in the trash. */
export function paperFacts(db: ReadableDb): PaperFacts {
  const rows = all<Row>(
    db,
    sql`SELECT p.id, CAST(substr(p.issued, 1, 4) AS INTEGER) AS year,
          ${dayOf(sql`p.added_at`)} AS added, ${dayOf(sql`p.read_at`)} AS read,
          CASE t.state WHEN 'kept' THEN ${dayOf(sql`t.since`)} ELSE 0 END AS kept,
          CASE t.state WHEN 'inbox' THEN 1 WHEN 'dismissed' THEN 2 ELSE 0 END AS triage
        FROM paper p LEFT JOIN triage t ON t.paper_id = p.id
        WHERE p.trashed_at IS NULL ORDER BY p.id`
  )
  const count = rows.length
  const facts: PaperFacts = {
    papers: Int32Array.from(rows, ({ id }) => id),
    years: Int32Array.from(rows, ({ year }) => year),
    arrived: Int32Array.from(rows, ({ added }) => added),
    kept: Int32Array.from(rows, ({ kept }) => kept),
    read: Int32Array.from(rows, ({ read }) => read),
    triage: Uint8Array.from(rows, ({ triage }) => triage),
    tags: new Int32Array(count),
    digests: new Int32Array(count)
  }
  const rowOf = new Map(rows.map(({ id }, row) => [id, row]))
  const put = (into: Int32Array, found: readonly [paper: number, value: number][]): void => {
    for (const [paper, value] of found) {
      const row = rowOf.get(paper)
      if (row !== undefined && value !== 0) into[row] = value
    }
  }
  // What comes last stays: the tag of most papers, the newest digest, the day of the oldest.
  put(
    facts.tags,
    pairs(
      db,
      sql`SELECT pt.paper_id, pt.tag_id FROM paper_tag pt
          JOIN (SELECT tag_id, COUNT(*) AS papers FROM paper_tag GROUP BY tag_id) c
            ON c.tag_id = pt.tag_id
          ORDER BY c.papers, pt.tag_id DESC`
    )
  )
  put(
    facts.digests,
    pairs(
      db,
      sql`SELECT a.paper_id, a.digest_id FROM appearance a JOIN digest d ON d.id = a.digest_id
          ORDER BY d.date, d.id`
    )
  )
  put(
    facts.arrived,
    pairs(
      db,
      sql`SELECT a.paper_id, COALESCE(CAST(julianday(d.date) - 2440587.5 AS INTEGER), 0)
          FROM appearance a JOIN digest d ON d.id = a.digest_id
          ORDER BY d.date DESC, d.id DESC`
    )
  )
  return facts
}
