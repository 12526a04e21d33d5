import { digestOf } from '@shared/model/digest-of'
import type { Sort, View } from '@shared/model/view'
import type { ReadableDb } from '../database/handle'
import { column, numbers, sql, type Sql } from '../database/sql'
import { collectionIdsUnder } from './collections'
import { tagIdsUnder } from './tags'
import { namedWithin, windowSpan } from './trending'
import { inInbox, isDismissed } from './triage'

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
  if (view.kind === 'digest' || view.kind === 'inbox-digest')
    return sql`JOIN (SELECT paper_id, MIN(position) AS position FROM appearance
                     WHERE digest_id = ${view.id} GROUP BY paper_id) a ON a.paper_id = p.id`
  return sql``
}

/** A paper that is in the library, on view for whoever looks: neither thrown away nor dismissed. */
const here = sql`p.trashed_at IS NULL AND NOT ${isDismissed}`

function conditionOf(db: ReadableDb, view: View): Sql {
  switch (view.kind) {
    case 'trash':
      return sql`p.trashed_at IS NOT NULL`
    case 'inbox':
    case 'inbox-digest':
      return sql`p.trashed_at IS NULL AND ${inInbox}`
    case 'dismissed':
      return sql`p.trashed_at IS NULL AND ${isDismissed}`
    case 'unread':
      return sql`${here} AND p.read_at IS NULL`
    case 'starred':
      return sql`${here} AND p.starred = 1`
    case 'incomplete':
      return sql`${here} AND ${incomplete}`
    case 'updated':
      return sql`${here} AND p.updated_at IS NOT NULL`
    case 'unfiled':
      return sql`${here}
        AND NOT EXISTS (SELECT 1 FROM collection_paper cp WHERE cp.paper_id = p.id)`
    case 'untagged':
      return sql`${here}
        AND NOT EXISTS (SELECT 1 FROM paper_tag pt WHERE pt.paper_id = p.id)`
    case 'collection':
      return sql`${here} AND p.id IN (SELECT paper_id FROM collection_paper
        WHERE collection_id IN ${numbers(collectionIdsUnder(db, view.id))})`
    case 'tag':
      return sql`${here} ${withTag(db, view.id)}`
    case 'tags':
      return view.ids.reduce((condition, id) => sql`${condition} ${withTag(db, id)}`, here)
    // What a picture shows may be dismissed: whoever picks it there means it.
    case 'papers':
      return sql`p.trashed_at IS NULL AND p.id IN ${numbers(view.ids)}`
    case 'trending': {
      const span = windowSpan(db, view.window, view.on)
      if (span === null) return sql`FALSE`
      const only = view.only === undefined ? sql`` : sql`AND p.id IN ${numbers(view.only)}`
      return sql`${here} AND ${namedWithin(span)} ${only}`
    }
    case 'library':
    case 'digest':
      return here
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
      return digestOf(view) !== null
        ? sql`ORDER BY a.position ${direction}`
        : sql`ORDER BY ${inOrder}`
    case 'digest':
      return sql`ORDER BY ${newestDigest} ${direction}, p.id ASC`
    // What search alone can order by comes in the order of its coming.
    case 'added':
    case 'keeping':
    case 'trend':
    case 'relevance':
      return sql`ORDER BY p.added_at ${direction}, p.id ASC`
  }
}

/** By the day of the newest digest that names a paper, then that digest, then its place in it. */
const newestDigest = sql`(SELECT d.date || printf('/%010d/%08d', d.id, 99999999 - a.position)
  FROM appearance a JOIN digest d ON d.id = a.digest_id WHERE a.paper_id = p.id
  ORDER BY d.date DESC, d.id DESC, a.position LIMIT 1)`

/** The name that a `paper p` stands under. */
export const firstCreator = sql`(SELECT c.family || c.literal FROM creator c WHERE c.paper_id = p.id
  ORDER BY c.role, c.position LIMIT 1)`
