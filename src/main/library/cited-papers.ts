import type { CitedPaper, Identifier, Link } from '@shared/model/paper'
import type { Creator } from '@shared/model/person'
import type { ReadableDb } from '../database/handle'
import { numbers, sql, tuples, type Sql } from '../database/sql'

type Tag = CitedPaper['tags'][number]
type Extra = CitedPaper['extra'][number]

/**
 * Of papers what entries are written of, in the order of `ids`; ids that are not there are left out. Whole libraries
 * are read by it: no object is made but those that are given.
 */
export function citedPapers(db: ReadableDb, ids: readonly number[]): CitedPaper[] {
  const wanted = numbers(ids)
  const papers = new Map<number, Omit<CitedPaper, Hanging>>()
  for (const [id, citationKey, type, title, abstract, issued, venue, ...rest] of tuples<
    [id: number, key: string, type: CitedPaper['type'], ...texts: Texts]
  >(
    db,
    sql`SELECT id, citation_key, type, title, abstract, issued, venue, volume, issue, pages, publisher, language
        FROM paper WHERE id IN ${wanted}`
  )) {
    const [volume, issue, pages, publisher, language] = rest
    papers.set(id, {
      ...{ id, citationKey, type, title, abstract, issued, venue },
      ...{ volume, issue, pages, publisher, language }
    })
  }
  const creators = creatorsOf(db, ids)
  const identifiers = grouped<Identifier, [Identifier['scheme'], string, number | null]>(
    db,
    sql`SELECT paper_id, scheme, value, version FROM identifier WHERE paper_id IN ${wanted} ORDER BY id`,
    ([, scheme, value, version]) => ({ scheme, value, version })
  )
  const links = linksOf(db, ids)
  const tags = tagsOf(db, ids)
  const aliases = grouped<string, [string]>(
    db,
    sql`SELECT paper_id, citation_key FROM key_alias WHERE paper_id IN ${wanted} ORDER BY id`,
    ([, key]) => key
  )
  const extra = grouped<Extra, [string, string]>(
    db,
    sql`SELECT paper_id, name, value FROM extra_field WHERE paper_id IN ${wanted} ORDER BY paper_id, id`,
    ([, name, value]) => ({ name, value })
  )
  return ids.flatMap((id): CitedPaper[] => {
    const paper = papers.get(id)
    if (paper === undefined) return []
    return [
      {
        ...paper,
        creators: creators.get(id) ?? [],
        identifiers: identifiers.get(id) ?? [],
        links: links.get(id) ?? [],
        tags: tags.get(id) ?? [],
        aliases: aliases.get(id) ?? [],
        extra: extra.get(id) ?? []
      }
    ]
  })
}

type Hanging = 'creators' | 'identifiers' | 'links' | 'tags' | 'aliases' | 'extra'
type Texts = [
  ...[title: string, abstract: string, issued: string, venue: string],
  ...[volume: string, issue: string, pages: string, publisher: string, language: string]
]

/** The people of papers, by paper, in their order. */
export function creatorsOf(db: ReadableDb, ids: readonly number[]): Map<number, Creator[]> {
  return grouped<Creator, [Creator['role'], string, string, string, string, string]>(
    db,
    sql`SELECT paper_id, role, family, given, particle, suffix, literal FROM creator
        WHERE paper_id IN ${numbers(ids)} ORDER BY paper_id, position`,
    ([, role, family, given, particle, suffix, literal]) => ({
      role,
      name: literal === '' ? { family, given, particle, suffix } : { literal }
    })
  )
}

/** The links of papers, by paper, in their order. */
export function linksOf(db: ReadableDb, ids: readonly number[]): Map<number, Link[]> {
  return grouped<Link, [Link['kind'], string]>(
    db,
    sql`SELECT paper_id, kind, url FROM link
        WHERE paper_id IN ${numbers(ids)} ORDER BY paper_id, position, id`,
    ([, kind, url]) => ({ kind, url })
  )
}

/** The tags of papers, by paper, in the order of their names. */
export function tagsOf(db: ReadableDb, ids: readonly number[]): Map<number, Tag[]> {
  return grouped<Tag, [number, string, number]>(
    db,
    sql`SELECT pt.paper_id, t.id, t.name, t.colour
        FROM paper_tag pt JOIN tag t ON t.id = pt.tag_id
        WHERE pt.paper_id IN ${numbers(ids)} ORDER BY t.name COLLATE NOCASE`,
    ([, id, name, colour]) => ({ id, name, colour })
  )
}

/** Rows by their paper, which is their first column. */
function grouped<T, Columns extends unknown[]>(
  db: ReadableDb,
  statement: Sql,
  read: (row: [paperId: number, ...Columns]) => T
): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of tuples<[number, ...Columns]>(db, statement)) {
    const group = groups.get(row[0])
    if (group === undefined) groups.set(row[0], [read(row)])
    else group.push(read(row))
  }
  return groups
}
