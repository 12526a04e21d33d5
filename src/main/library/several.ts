import type { Several, SeveralEdit, SeveralField } from '@shared/model/several'
import type { StatedField } from '@shared/model/statement'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, first, numbers, run, sql, type Sql } from '../database/sql'
import { addToCollection, removeFromCollection } from './collections'
import { setState } from './paper-changes'
import { firstSource, state, stateByUser } from './statements'
import { addTag, removeTag } from './tags'

/** What several papers have in common, and what only some of them have. */
export function severalPapers(db: ReadableDb, ids: readonly number[]): Several {
  const wanted = numbers(ids)
  const row = first<Record<SeveralField | 'papers' | 'starred' | 'read', unknown>>(
    db,
    sql`SELECT COUNT(*) AS papers, COALESCE(SUM(starred), 0) AS starred, COUNT(read_at) AS "read",
               CASE WHEN MIN(type) = MAX(type) THEN MIN(type) END AS type,
               CASE WHEN MIN(venue) = MAX(venue) THEN MIN(venue) END AS venue,
               CASE WHEN MIN(language) = MAX(language) THEN MIN(language) END AS language,
               CASE WHEN MIN(substr(issued, 1, 4)) = MAX(substr(issued, 1, 4))
                    THEN MIN(substr(issued, 1, 4)) END AS year
        FROM paper WHERE id IN ${wanted}`
  ) as Several['fields'] & Omit<Several, 'fields' | 'tags' | 'collections'>
  const { papers, starred, read, ...fields } = row
  return {
    ...{ papers, starred, read, fields },
    tags: all(
      db,
      sql`SELECT t.id, t.name, t.colour, COUNT(*) AS count
          FROM paper_tag pt JOIN tag t ON t.id = pt.tag_id
          WHERE pt.paper_id IN ${wanted} GROUP BY t.id ORDER BY t.name COLLATE NOCASE`
    ),
    collections: all(
      db,
      sql`SELECT c.id, c.name, COUNT(*) AS count
          FROM collection_paper cp JOIN collection c ON c.id = cp.collection_id
          WHERE cp.paper_id IN ${wanted} GROUP BY c.id ORDER BY c.name`
    )
  }
}

/** Changes several papers alike, by the user's word. Only what is given changes, and only where it differs. */
export function editSeveral(db: JournalledDb, ids: readonly number[], edit: SeveralEdit): void {
  const { type, venue, language, year } = edit.fields
  if (type !== undefined) setField(db, ids, 'type', sql`type`, type)
  if (venue !== undefined) setField(db, ids, 'venue', sql`venue`, venue.trim())
  if (language !== undefined) setField(db, ids, 'language', sql`language`, language.trim())
  if (year !== undefined) setField(db, ids, 'issued', sql`issued`, year)
  setState(db, ids, { starred: edit.starred, read: edit.read })
  for (const name of edit.addTags) addTag(db, ids, name)
  for (const id of edit.removeTags) removeTag(db, ids, id)
  for (const id of edit.addTo) addToCollection(db, ids, id)
  for (const id of edit.removeFrom) removeFromCollection(db, ids, id)
}

/** A year leaves the day of a date in that year alone. */
function setField(
  db: JournalledDb,
  ids: readonly number[],
  field: StatedField & ('type' | 'venue' | 'language' | 'issued'),
  column: Sql,
  value: string
): void {
  const compared = field === 'issued' ? sql`substr(issued, 1, 4)` : column
  const differing = all<{ id: number; former: string }>(
    db,
    sql`SELECT id, ${column} AS former FROM paper
        WHERE id IN ${numbers(ids)} AND ${compared} <> ${value} ORDER BY id`
  )
  for (const { id, former } of differing) {
    const source = firstSource(db, id)
    if (former !== '') state(db, id, { field, value: former, source })
    stateByUser(db, id, { field, value })
  }
  const changed = numbers(differing.map(({ id }) => id))
  run(
    db,
    sql`UPDATE paper SET ${column} = ${value}, modified_at = ${new Date().toISOString()}
        WHERE id IN ${changed}`
  )
}
