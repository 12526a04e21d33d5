import { formatName } from '@shared/text/person-name'
import type { ReadableDb } from '../database/handle'
import { all, numbers, sql } from '../database/sql'
import type { SearchDocument } from './document'

interface Row {
  paperId: number
  text: string
}

/** What is searched of each paper; ids that are no longer there are left out. */
export function searchDocuments(db: ReadableDb, ids: readonly number[]): SearchDocument[] {
  const wanted = numbers(ids)
  const papers = all<{
    id: number
    citationKey: string
    title: string
    abstract: string
    language: string
    venue: string
    issued: string
  }>(
    db,
    sql`SELECT id, citation_key AS citationKey, title, abstract, language, venue, issued
        FROM paper
        WHERE id IN ${wanted}`
  )
  type Person = Record<'family' | 'given' | 'particle' | 'suffix' | 'literal', string>
  const people = byPaper(
    all<{ paperId: number } & Person>(
      db,
      sql`SELECT paper_id AS paperId, family, given, particle, suffix, literal FROM creator
          WHERE paper_id IN ${wanted} ORDER BY paper_id, position`
    ).map(({ paperId, literal, ...parts }) => ({
      paperId,
      text: formatName(literal === '' ? parts : { literal }, 'given-first')
    }))
  )
  const identifiers = byPaper(
    all<Row>(
      db,
      sql`SELECT paper_id AS paperId, value AS text FROM identifier WHERE paper_id IN ${wanted}
          UNION ALL SELECT paper_id, url FROM link WHERE paper_id IN ${wanted}`
    )
  )
  const tags = byPaper(
    all<Row>(
      db,
      sql`SELECT pt.paper_id AS paperId, t.name AS text FROM paper_tag pt
          JOIN tag t ON t.id = pt.tag_id WHERE pt.paper_id IN ${wanted} ORDER BY pt.id`
    )
  )
  const notes = byPaper(
    all<Row>(
      db,
      sql`SELECT paper_id AS paperId, body AS text FROM note WHERE paper_id IN ${wanted}`
    )
  )
  // What is marked is searched with what is written: it is what the user picked out.
  const annotations = byPaper(
    all<Row>(
      db,
      sql`SELECT a.paper_id AS paperId, a.folded || COALESCE(
            (SELECT ' ' || group_concat(t.name, ' ') FROM annotation_tag x
             JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id = a.id), '') AS text
          FROM annotation a WHERE a.paper_id IN ${wanted} ORDER BY a.paper_id, a.id`
    )
  )
  const digests = byPaper(
    all<Row>(
      db,
      sql`SELECT a.paper_id AS paperId, d.source || ' ' || d.date AS text FROM appearance a
          JOIN digest d ON d.id = a.digest_id WHERE a.paper_id IN ${wanted} ORDER BY a.id`
    )
  )
  return papers.map(({ id, citationKey, title, abstract, language, venue, issued }) => ({
    ...{ id, title, abstract, language, venue, year: issued.slice(0, 4) },
    people: (people.get(id) ?? []).join('; '),
    tags: tags.get(id) ?? [],
    note: [...(notes.get(id)?.slice(0, 1) ?? []), ...(annotations.get(id) ?? [])].join('\n'),
    digests: (digests.get(id) ?? []).join('; '),
    identifiers: [citationKey, ...(identifiers.get(id) ?? [])]
  }))
}

function byPaper(rows: readonly Row[]): Map<number, string[]> {
  const groups = new Map<number, string[]>()
  for (const { paperId, text } of rows) {
    const group = groups.get(paperId)
    if (group === undefined) groups.set(paperId, [text])
    else group.push(text)
  }
  return groups
}
