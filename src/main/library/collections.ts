import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, column, first, numbers, run, sql } from '../database/sql'

interface Collection {
  id: number
  name: string
  parentId: number | null
}

/** Makes a collection, within another or at the top; gives its id. @throws AppError `duplicate`, `invalid-input` */
export function createCollection(
  db: JournalledDb,
  { name, parentId }: { name: string; parentId: number | null }
): number {
  if (parentId !== null) requireCollection(db, parentId)
  const tidy = requireName(db, name, parentId)
  return run(db, sql`INSERT INTO collection (name, parent_id) VALUES (${tidy}, ${parentId})`).id
}

/** @throws AppError `duplicate` for a name that another beside it has */
export function renameCollection(db: JournalledDb, id: number, name: string): void {
  const { parentId } = requireCollection(db, id)
  const tidy = requireName(db, name, parentId, id)
  run(
    db,
    sql`UPDATE collection SET name = ${tidy} WHERE id = ${id} AND name <> ${tidy} COLLATE BINARY`
  )
}

/** Puts a collection, with all in it, into another or at the top. @throws AppError `invalid-input`, `duplicate` */
export function moveCollection(db: JournalledDb, id: number, parentId: number | null): void {
  const { name } = requireCollection(db, id)
  if (parentId !== null) {
    const target = requireCollection(db, parentId)
    if (collectionIdsUnder(db, id).includes(parentId))
      throw new AppError('invalid-input', words.library.collectionInItself(name, target.name))
  }
  requireName(db, name, parentId, id)
  run(
    db,
    sql`UPDATE collection SET parent_id = ${parentId}
        WHERE id = ${id} AND parent_id IS NOT ${parentId}`
  )
}

/** Deletes a collection and those in it. Their papers stay in the library. */
export function deleteCollection(db: JournalledDb, id: number): void {
  const ids = collectionIdsUnder(db, id)
  run(db, sql`DELETE FROM collection_paper WHERE collection_id IN ${numbers(ids)}`)
  for (const each of ids.reverse()) run(db, sql`DELETE FROM collection WHERE id = ${each}`)
}

export function addToCollection(db: JournalledDb, ids: readonly number[], id: number): void {
  requireCollection(db, id)
  run(
    db,
    sql`INSERT INTO collection_paper (collection_id, paper_id)
        SELECT ${id}, id FROM paper WHERE id IN ${numbers(ids)}
          AND id NOT IN (SELECT paper_id FROM collection_paper WHERE collection_id = ${id})
        ORDER BY id`
  )
}

/** Takes papers out of a collection and of those in it. */
export function removeFromCollection(db: JournalledDb, ids: readonly number[], id: number): void {
  run(
    db,
    sql`DELETE FROM collection_paper WHERE paper_id IN ${numbers(ids)}
          AND collection_id IN ${numbers(collectionIdsUnder(db, id))}`
  )
}

/** @throws AppError `not-found` */
export function collectionName(db: ReadableDb, id: number): string {
  return requireCollection(db, id).name
}

/** Ids of a collection and of those in it, however deep, it first; none for one that is gone. */
export function collectionIdsUnder(db: ReadableDb, id: number): number[] {
  return column<number>(
    db,
    sql`WITH RECURSIVE under (id) AS (
          SELECT id FROM collection WHERE id = ${id}
          UNION SELECT c.id FROM collection c JOIN under u ON c.parent_id = u.id)
        SELECT id FROM under`
  )
}

/** A collection's name behind those of the collections it is in; none for one that is gone. */
export function collectionPathOf(db: ReadableDb, id: number): string[] {
  return column<string>(
    db,
    sql`WITH RECURSIVE above (name, parent_id, height) AS (
          SELECT name, parent_id, 0 FROM collection WHERE id = ${id}
          UNION ALL SELECT c.name, c.parent_id, a.height + 1
            FROM collection c JOIN above a ON c.id = a.parent_id)
        SELECT name FROM above ORDER BY height DESC`
  )
}

/** All collections, by name. */
export function listCollections(db: ReadableDb): Collection[] {
  return all<Collection>(
    db,
    sql`SELECT id, name, parent_id AS parentId FROM collection ORDER BY name, id`
  )
}

function requireCollection(db: ReadableDb, id: number): Collection {
  const row = first<Collection>(
    db,
    sql`SELECT id, name, parent_id AS parentId FROM collection WHERE id = ${id}`
  )
  if (row === undefined) throw new AppError('not-found', words.library.noCollection)
  return row
}

/** A tidy name that no other collection beside it has. */
function requireName(db: ReadableDb, name: string, parentId: number | null, except = 0): string {
  const tidy = tidyName(name)
  if (tidy === '') throw new AppError('invalid-input', words.library.collectionNeedsName)
  const other = first<{ name: string }>(
    db,
    sql`SELECT name FROM collection
        WHERE name = ${tidy} AND parent_id IS ${parentId} AND id <> ${except}`
  )
  if (other !== undefined)
    throw new AppError('duplicate', words.library.collectionTaken(other.name))
  return tidy
}

/** A name on one line, without spaces around it. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
