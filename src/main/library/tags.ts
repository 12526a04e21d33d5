import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { first, numbers, run, scalar, sql } from '../database/sql'

/** How many tag colours the design has; a new tag takes the one least used. */
const colours = 8

/** Puts a tag on papers, making it if need be. A tag's capitals are those it was first written with. */
export function addTag(db: JournalledDb, ids: readonly number[], name: string): void {
  const tidy = name
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (tidy === '') throw new AppError('invalid-input', words.library.tagNeedsName)
  const tagId = findTag(db, tidy) ?? createTag(db, tidy)
  run(
    db,
    sql`INSERT INTO paper_tag (paper_id, tag_id)
        SELECT id, ${tagId} FROM paper WHERE id IN ${numbers(ids)} ORDER BY id
        ON CONFLICT DO NOTHING`
  )
}

/** Takes a tag off papers. A tag that no paper has any more goes with it. */
export function removeTag(db: JournalledDb, ids: readonly number[], tagId: number): void {
  run(db, sql`DELETE FROM paper_tag WHERE tag_id = ${tagId} AND paper_id IN ${numbers(ids)}`)
  run(
    db,
    sql`DELETE FROM tag WHERE id = ${tagId}
        AND NOT EXISTS (SELECT 1 FROM paper_tag WHERE tag_id = ${tagId})`
  )
}

/** @throws AppError `not-found` */
export function tagName(db: ReadableDb, tagId: number): string {
  const row = first<{ name: string }>(db, sql`SELECT name FROM tag WHERE id = ${tagId}`)
  if (row === undefined) throw new AppError('not-found', words.library.noTag)
  return row.name
}

function findTag(db: ReadableDb, name: string): number | undefined {
  return first<{ id: number }>(db, sql`SELECT id FROM tag WHERE name = ${name}`)?.id
}

function createTag(db: JournalledDb, name: string): number {
  const colour = scalar<number>(
    db,
    sql`WITH RECURSIVE choice (colour) AS (
          SELECT 0 UNION ALL SELECT colour + 1 FROM choice WHERE colour + 1 < ${colours})
        SELECT colour FROM choice
        ORDER BY (SELECT COUNT(*) FROM tag WHERE tag.colour = choice.colour), colour LIMIT 1`
  )
  return run(db, sql`INSERT INTO tag (name, colour) VALUES (${name}, ${colour})`).id
}
