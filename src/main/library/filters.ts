import { typeWords, type Filter, type Having } from '@shared/query/clause'
import { fold } from '@shared/text/fold'
import type { ReadableDb } from '../database/handle'
import { all, column, numbers, sql, type Sql } from '../database/sql'
import { collectionIdsUnder, listCollections } from './collections'
import { inInbox, isDismissed } from './triage'
import { incomplete } from './views'

/** Ids of papers that a filter of a query lets through, in no order; only those among `among`, if any are given. */
export function filterIds(
  db: ReadableDb,
  filter: Filter,
  among: readonly number[] | null = null
): number[] {
  const narrowed = among === null ? sql`` : sql`AND p.id IN ${numbers(among)}`
  return column<number>(
    db,
    sql`SELECT p.id FROM paper p WHERE ${conditionOf(db, filter)} ${narrowed}`
  )
}

/** Whether the papers of a filter change only as they themselves do. */
export function isOwn({ field }: Filter): boolean {
  return field !== 'tag' && field !== 'in' && field !== 'digest'
}

function conditionOf(db: ReadableDb, filter: Filter): Sql {
  switch (filter.field) {
    case 'tag':
      return sql`p.id IN (SELECT paper_id FROM paper_tag WHERE tag_id IN ${numbers(tagsNamed(db, filter.value))})`
    // What a saved search finds is the search's to add.
    case 'in':
      return sql`p.id IN (SELECT paper_id FROM collection_paper WHERE collection_id IN ${numbers(collectionsNamed(db, filter.value))})`
    case 'digest':
      return sql`p.id IN (SELECT paper_id FROM appearance WHERE digest_id IN ${numbers(digestsNamed(db, filter.value))})`
    case 'key':
      return keyCondition(filter.value)
    case 'has':
      return having(filter.value)
    case 'is':
      return {
        unread: sql`p.read_at IS NULL`,
        read: sql`p.read_at IS NOT NULL`,
        starred: sql`p.starred = 1`,
        incomplete,
        updated: sql`p.updated_at IS NOT NULL`,
        inbox: inInbox,
        kept: sql`NOT ${inInbox} AND NOT ${isDismissed}`,
        dismissed: isDismissed
      }[filter.value]
    case 'type':
      return sql`p.type = ${typeWords[filter.value]}`
    case 'year': {
      const from = filter.from === null ? '0001' : String(filter.from).padStart(4, '0')
      const to = filter.to === null ? '9999' : String(filter.to).padStart(4, '0')
      return sql`substr(p.issued, 1, 4) BETWEEN ${from} AND ${to}`
    }
    case 'added': {
      const from = filter.from === '' ? '' : startOf(filter.from, 0)
      const before = filter.to === '' ? '~' : startOf(filter.to, 1)
      return sql`p.added_at >= ${from} AND p.added_at < ${before}`
    }
  }
}

/** The tag of a name and those under it (`ml` has `ml/theory`); if there is none, those with words that begin so. */
function tagsNamed(db: ReadableDb, value: string): number[] {
  const wanted = fold(value)
  const tags = all<{ id: number; name: string }>(db, sql`SELECT id, name FROM tag`).map(
    ({ id, name }) => ({ id, name: fold(name) })
  )
  const exact = tags.filter(({ name }) => name === wanted || name.startsWith(`${wanted}/`))
  return (exact.length > 0 ? exact : tags.filter(({ name }) => begins(name, wanted))).map(
    ({ id }) => id
  )
}

/** Collections of a name, by itself or behind those it is in (`Thesis/Methods`), and those in them. */
function collectionsNamed(db: ReadableDb, value: string): number[] {
  const wanted = fold(value)
  const collections = new Map(listCollections(db).map((each) => [each.id, each]))
  const isMeant = (id: number): boolean => {
    let path = ''
    for (let at = collections.get(id); at; at = collections.get(at.parentId ?? 0)) {
      path = path === '' ? fold(at.name) : `${fold(at.name)}/${path}`
      if (path === wanted) return true
    }
    return false
  }
  return [...collections.keys()].filter(isMeant).flatMap((id) => collectionIdsUnder(db, id))
}

/** Digests whose source or date has words that begin so; a month or year stands for its days. */
function digestsNamed(db: ReadableDb, value: string): number[] {
  const wanted = fold(value)
  return all<{ id: number; name: string }>(
    db,
    sql`SELECT id, source || ' ' || date AS name FROM digest`
  )
    .filter(({ name }) => begins(fold(name), wanted))
    .map(({ id }) => id)
}

function begins(name: string, wanted: string): boolean {
  const starts = name.split(/[^\p{L}\p{N}-]+/u)
  return wanted
    .split(/\s+/)
    .every((word) => starts.some((start) => start.startsWith(word)) || name.includes(` ${word}`))
}

/** A key, or a former one, without regard to case, `*` standing for any signs; without one, its beginning. */
function keyCondition(value: string): Sql {
  const pattern = value.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%')
  const like = value.includes('*') ? pattern : `${pattern}%`
  return sql`(p.citation_key LIKE ${like} ESCAPE '\\' OR p.id IN
    (SELECT paper_id FROM key_alias WHERE citation_key LIKE ${like} ESCAPE '\\'))`
}

function having(value: Having): Sql {
  switch (value) {
    case 'abstract':
      return sql`p.abstract <> ''`
    case 'venue':
      return sql`p.venue <> ''`
    case 'year':
      return sql`p.issued <> ''`
    case 'author':
      return sql`EXISTS (SELECT 1 FROM creator c WHERE c.paper_id = p.id)`
    case 'tag':
      return sql`EXISTS (SELECT 1 FROM paper_tag t WHERE t.paper_id = p.id)`
    case 'collection':
      return sql`EXISTS (SELECT 1 FROM collection_paper cp WHERE cp.paper_id = p.id)`
    case 'note':
      return sql`EXISTS (SELECT 1 FROM note n WHERE n.paper_id = p.id AND n.body <> '')`
    case 'annotation':
      return sql`EXISTS (SELECT 1 FROM annotation m WHERE m.paper_id = p.id)`
    case 'file':
      return sql`EXISTS (SELECT 1 FROM attachment a WHERE a.paper_id = p.id)`
    case 'pdf':
      return sql`EXISTS (SELECT 1 FROM attachment a
                         WHERE a.paper_id = p.id AND a.media_type = 'application/pdf')`
    case 'doi':
    case 'arxiv':
      return sql`EXISTS (SELECT 1 FROM identifier i WHERE i.paper_id = p.id AND i.scheme = ${value})`
    case 'link':
      return sql`EXISTS (SELECT 1 FROM link l WHERE l.paper_id = p.id)`
    case 'code':
    case 'project':
    case 'data':
      return sql`EXISTS (SELECT 1 FROM link l WHERE l.paper_id = p.id AND l.kind = ${value})`
  }
}

/** When a day of the user's calendar begins, or another so many days on. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}
