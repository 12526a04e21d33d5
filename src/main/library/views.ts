import type { Sort, View } from '@shared/model/view'
import type { ReadableDb } from '../database/handle'
import { column, numbers, sql, type Sql } from '../database/sql'
import { collectionIdsUnder } from './collections'
import { tagIdsUnder } from './tags'

/** `missingFrom` of the shared model, as SQL over `paper p`. */
export const incomplete = sql`(p.issued = ''
  OR NOT EXISTS (SELECT 1 FROM creator c WHERE c.paper_id = p.id)
  OR (p.venue = '' AND p.type IN ('article-journal', 'paper-conference', 'chapter')))`

/** Ids of a view's papers in order. `relevance` is the search's to order by; here it means newest first. */
export function listIds(db: ReadableDb, view: View, sort: Sort): number[] {
  return column<number>(
    db,
    sql`SELECT p.id FROM paper p ${joinOf(view)} WHERE ${conditionOf(db, view)} ${orderOf(view, sort)}`
  )
}

/** Ids of a view's papers, in no order; only those among `ids`, if any are given. */
export function viewIds(
  db: ReadableDb,
  view: View,
  ids: readonly number[] | null = null
): number[] {
  const among = ids === null ? sql`` : sql`AND p.id IN ${numbers(ids)}`
  return column<number>(
    db,
    sql`SELECT p.id FROM paper p ${joinOf(view)} WHERE ${conditionOf(db, view)} ${among}`
  )
}

function joinOf(view: View): Sql {
  if (view.kind === 'digest')
    return sql`JOIN (SELECT paper_id, MIN(position) AS position FROM appearance
                     WHERE digest_id = ${view.id} GROUP BY paper_id) a ON a.paper_id = p.id`
  return sql``
}

function conditionOf(db: ReadableDb, view: View): Sql {
  switch (view.kind) {
    case 'trash':
      return sql`p.trashed_at IS NOT NULL`
    case 'unread':
      return sql`p.trashed_at IS NULL AND p.read_at IS NULL`
    case 'starred':
      return sql`p.trashed_at IS NULL AND p.starred = 1`
    case 'incomplete':
      return sql`p.trashed_at IS NULL AND ${incomplete}`
    case 'updated':
      return sql`p.trashed_at IS NULL AND p.updated_at IS NOT NULL`
    case 'unfiled':
      return sql`p.trashed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM collection_paper cp WHERE cp.paper_id = p.id)`
    case 'untagged':
      return sql`p.trashed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM paper_tag pt WHERE pt.paper_id = p.id)`
    case 'collection':
      return sql`p.trashed_at IS NULL AND p.id IN (SELECT paper_id FROM collection_paper
        WHERE collection_id IN ${numbers(collectionIdsUnder(db, view.id))})`
    case 'tag':
      return sql`p.trashed_at IS NULL ${withTag(db, view.id)}`
    case 'tags':
      return view.ids.reduce(
        (condition, id) => sql`${condition} ${withTag(db, id)}`,
        sql`p.trashed_at IS NULL`
      )
    case 'library':
    case 'digest':
      return sql`p.trashed_at IS NULL`
  }
}

function withTag(db: ReadableDb, id: number): Sql {
  return sql`AND p.id IN (SELECT paper_id FROM paper_tag
    WHERE tag_id IN ${numbers(tagIdsUnder(db, id))})`
}

function orderOf(view: View, { column: by, descending }: Sort): Sql {
  const direction = descending ? sql`DESC` : sql`ASC`
  const inOrder = sql`p.added_at DESC, p.id ASC`
  switch (by) {
    case 'title':
      return sql`ORDER BY p.folded_title ${direction}, p.id`
    case 'year':
      return sql`ORDER BY p.issued = '', substr(p.issued, 1, 4) ${direction}, ${inOrder}`
    case 'authors':
      return sql`ORDER BY ${firstCreator} IS NULL, ${firstCreator} COLLATE NOCASE ${direction}, ${inOrder}`
    case 'venue':
      return sql`ORDER BY p.venue = '', p.venue COLLATE NOCASE ${direction}, ${inOrder}`
    case 'type':
      return sql`ORDER BY p.type ${direction}, ${inOrder}`
    case 'key':
      return sql`ORDER BY p.citation_key ${direction}`
    case 'read':
      return sql`ORDER BY p.read_at IS NOT NULL ${direction}, ${inOrder}`
    case 'position':
      return view.kind === 'digest'
        ? sql`ORDER BY a.position ${direction}`
        : sql`ORDER BY ${inOrder}`
    // What search alone can order by comes in the order of its coming.
    case 'added':
    case 'keeping':
    case 'relevance':
      return sql`ORDER BY p.added_at ${direction}, p.id ASC`
  }
}

/** The name that a `paper p` stands under. */
export const firstCreator = sql`(SELECT c.family || c.literal FROM creator c WHERE c.paper_id = p.id
  ORDER BY c.role, c.position LIMIT 1)`
