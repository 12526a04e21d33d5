import type { Sidebar, Sort, View } from '@shared/model/view'
import type { ReadableDb } from '../database/handle'
import { all, column, first, numbers, sql, type Sql } from '../database/sql'
import { kindOf } from './digests'
import { inInbox, isDismissed } from './triage'

/** `missingFrom` of the shared model, as SQL over `paper p`. */
export const incomplete = sql`(p.issued = ''
  OR NOT EXISTS (SELECT 1 FROM creator c WHERE c.paper_id = p.id)
  OR (p.venue = '' AND p.type IN ('article-journal', 'paper-conference', 'chapter')))`

/** Ids of a view's papers in order. `relevance` is the search's to order by; here it means newest first. */
export function listIds(db: ReadableDb, view: View, sort: Sort): number[] {
  return column<number>(
    db,
    sql`SELECT p.id FROM paper p ${joinOf(view)} WHERE ${conditionOf(view)} ${orderOf(view, sort)}`
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
    sql`SELECT p.id FROM paper p ${joinOf(view)} WHERE ${conditionOf(view)} ${among}`
  )
}

/** Counts, digests and tags for the sidebar. Papers in the trash count only there. */
export function sidebar(db: ReadableDb): Sidebar {
  const on = sql`trashed_at IS NULL AND t.state IS NOT 'dismissed'`
  const counts = first<Sidebar['counts']>(
    db,
    sql`SELECT COUNT(*) FILTER (WHERE ${on}) AS library,
               COUNT(*) FILTER (WHERE ${on} AND read_at IS NULL) AS unread,
               COUNT(*) FILTER (WHERE ${on} AND starred = 1) AS starred,
               COUNT(*) FILTER (WHERE ${on} AND ${incomplete}) AS incomplete,
               COUNT(*) FILTER (WHERE ${on} AND updated_at IS NOT NULL) AS updated,
               COUNT(*) FILTER (WHERE trashed_at IS NULL AND t.state = 'inbox') AS inbox,
               COUNT(*) FILTER (WHERE trashed_at IS NULL AND t.state = 'dismissed') AS dismissed,
               COUNT(*) FILTER (WHERE trashed_at IS NOT NULL) AS trash
        FROM paper p LEFT JOIN triage t ON t.paper_id = p.id`
  )
  const digests = all<{
    id: number
    format: string
    source: string
    date: string
    dateInferred: number
    count: number
    left: number
    dismissed: number
  }>(
    db,
    sql`WITH counted AS (
          SELECT a.digest_id, SUM(t.state IS NOT 'dismissed') AS count,
                 SUM(t.state IS 'inbox') AS "left", SUM(t.state IS 'dismissed') AS dismissed
          FROM (SELECT DISTINCT digest_id, paper_id FROM appearance) a
          JOIN paper p ON p.id = a.paper_id AND p.trashed_at IS NULL
          LEFT JOIN triage t ON t.paper_id = p.id GROUP BY a.digest_id)
        SELECT d.id, d.format, d.source, d.date, d.date_inferred AS dateInferred,
               COALESCE(c.count, 0) AS count, COALESCE(c."left", 0) AS "left",
               COALESCE(c.dismissed, 0) AS dismissed
        FROM digest d LEFT JOIN counted c ON c.digest_id = d.id
        ORDER BY d.date DESC, d.id DESC`
  )
  const tags = all<Sidebar['tags'][number]>(
    db,
    sql`SELECT t.id, t.name, t.colour, COUNT(p.id) AS count
        FROM tag t
        LEFT JOIN paper_tag pt ON pt.tag_id = t.id
        LEFT JOIN paper p ON p.id = pt.paper_id AND p.trashed_at IS NULL AND NOT ${isDismissed}
        GROUP BY t.id ORDER BY t.name COLLATE NOCASE`
  )
  return {
    counts: counts ?? {
      ...{ inbox: 0, library: 0, unread: 0, starred: 0, incomplete: 0, updated: 0 },
      ...{ dismissed: 0, trash: 0 }
    },
    digests: digests.map(({ format, ...row }) => ({
      ...{ ...row, kind: kindOf(format) },
      dateInferred: row.dateInferred === 1
    })),
    tags
  }
}

function joinOf(view: View): Sql {
  if (view.kind === 'digest' || view.kind === 'inbox-digest')
    return sql`JOIN (SELECT paper_id, MIN(position) AS position FROM appearance
                     WHERE digest_id = ${view.id} GROUP BY paper_id) a ON a.paper_id = p.id`
  if (view.kind === 'tag')
    return sql`JOIN paper_tag pt ON pt.paper_id = p.id AND pt.tag_id = ${view.id}`
  return sql``
}

/** A paper that is in the library, on view for whoever looks: neither thrown away nor dismissed. */
const here = sql`p.trashed_at IS NULL AND NOT ${isDismissed}`

function conditionOf(view: View): Sql {
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
    default:
      return here
  }
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
    case 'position':
      return 'id' in view && view.kind !== 'tag'
        ? sql`ORDER BY a.position ${direction}`
        : sql`ORDER BY ${inOrder}`
    case 'digest':
      return sql`ORDER BY ${newestDigest} ${direction}, p.id ASC`
    // What search alone can order by comes in the order of its coming.
    case 'added':
    case 'keeping':
    case 'relevance':
      return sql`ORDER BY p.added_at ${direction}, p.id ASC`
  }
}

/** By the day of the newest digest that names a paper, then that digest, then its place in it. */
const newestDigest = sql`(SELECT d.date || printf('/%010d/%08d', d.id, 99999999 - a.position)
  FROM appearance a JOIN digest d ON d.id = a.digest_id WHERE a.paper_id = p.id
  ORDER BY d.date DESC, d.id DESC, a.position LIMIT 1)`

const firstCreator = sql`(SELECT c.family || c.literal FROM creator c WHERE c.paper_id = p.id
  ORDER BY c.role, c.position LIMIT 1)`
