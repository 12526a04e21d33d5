import type { AnnotationList, AnnotationQuery } from '@shared/model/annotation'
import { fold } from '@shared/text/fold'
import type { ReadableDb } from '../database/handle'
import { all, column, numbers, sql, type Sql } from '../database/sql'
import { isDismissed } from './triage'

/** So many are quicker to sort than to be come by in order. */
const few = 5000

/** Annotations of the whole library that are asked for, by paper. What lies in the trash is left out. */
export function queryAnnotations(db: ReadableDb, query: AnnotationQuery): AnnotationList {
  const condition = conditionOf(db, query)
  const found =
    condition === null
      ? null
      : column<number>(db, sql`SELECT l.id FROM annotation l WHERE ${condition}`)
  // A few are looked up and sorted; of many, the index that is in order already is read through.
  const among =
    found === null
      ? sql``
      : found.length <= few
        ? sql`AND a.id IN ${numbers(found)}`
        : sql`AND +a.id IN ${numbers(found)}`
  const paper = query.paperId === null ? sql`1` : sql`a.paper_id = ${query.paperId}`
  const rows = all<{ id: number; paperId: number }>(
    db,
    sql`SELECT a.id, a.paper_id AS paperId FROM annotation a WHERE ${paper} ${among}
        ORDER BY a.paper_id, a.part, a.sha256, a.page, a.sort_at, a.id`
  )
  const byPaper = new Map<number, number[]>()
  for (const { id, paperId } of rows) {
    const group = byPaper.get(paperId)
    if (group === undefined) byPaper.set(paperId, [id])
    else group.push(id)
  }
  const papers = all<{ id: number; title: string; citationKey: string }>(
    db,
    sql`SELECT id, title, citation_key AS citationKey FROM paper p
        WHERE trashed_at IS NULL AND NOT ${isDismissed} AND id IN ${numbers([...byPaper.keys()])} ORDER BY folded_title, id`
  )
  return {
    ids: papers.flatMap(({ id }) => byPaper.get(id) ?? []),
    papers: papers.map((one) => ({ ...one, count: byPaper.get(one.id)?.length ?? 0 }))
  }
}

function conditionOf(db: ReadableDb, query: AnnotationQuery): Sql | null {
  const conditions: Sql[] = []
  if (query.paperId !== null) conditions.push(sql`l.paper_id = ${query.paperId}`)
  if (query.colours.length > 0) conditions.push(sql`l.colour IN ${numbers(query.colours)}`)
  if (query.kinds.length > 0)
    conditions.push(sql`l.kind IN (SELECT value FROM json_each(${JSON.stringify(query.kinds)}))`)
  if (query.unplaced) conditions.push(sql`l.placed = 0`)
  if (query.tags.length > 0) conditions.push(withTags(query.tags))
  const words = fold(query.text).split(/\s+/).filter(Boolean)
  const tags = words.length === 0 ? [] : all<Tag>(db, sql`SELECT id, name FROM tag`)
  for (const word of words) {
    const named = tags.filter(({ name }) => fold(name).includes(word)).map(({ id }) => id)
    const inText = sql`instr(l.folded, ${word}) > 0`
    conditions.push(named.length === 0 ? inText : sql`(${inText} OR ${withTags(named)})`)
  }
  if (conditions.length === 0 || (conditions.length === 1 && query.paperId !== null)) return null
  return conditions.reduce((one, other) => sql`${one} AND ${other}`)
}

interface Tag {
  id: number
  name: string
}

function withTags(ids: readonly number[]): Sql {
  return sql`l.id IN (SELECT annotation_id FROM annotation_tag WHERE tag_id IN ${numbers(ids)})`
}
