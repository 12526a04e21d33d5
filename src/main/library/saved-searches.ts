import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { SavedSearch } from '@shared/model/view'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, first, run, scalar, sql } from '../database/sql'
import { tidyName } from './collections'

/** All saved searches, in the user's order. */
export function listSavedSearches(db: ReadableDb): SavedSearch[] {
  return all<SavedSearch>(db, sql`SELECT id, name, query FROM saved_search ORDER BY position, id`)
}

/** The saved search of a name; capitals do not tell names apart. */
export function savedSearchNamed(db: ReadableDb, name: string): SavedSearch | undefined {
  return first<SavedSearch>(
    db,
    sql`SELECT id, name, query FROM saved_search WHERE name = ${tidyName(name)}`
  )
}

/** Keeps a query under a name, behind the others; gives its id. @throws AppError `invalid-input`, `duplicate` */
export function createSavedSearch(
  db: JournalledDb,
  { name, query }: { name: string; query: string }
): number {
  const tidy = requireName(db, name, 0)
  const position = scalar<number>(db, sql`SELECT COALESCE(MAX(position), 0) + 1 FROM saved_search`)
  return run(
    db,
    sql`INSERT INTO saved_search (name, query, position)
        VALUES (${tidy}, ${requireQuery(query)}, ${position})`
  ).id
}

/** Changes the name or the query. @throws AppError as `createSavedSearch`, and `not-found` */
export function editSavedSearch(
  db: JournalledDb,
  id: number,
  { name, query }: { name?: string | undefined; query?: string | undefined }
): void {
  const former = getSavedSearch(db, id)
  const next = {
    name: name === undefined ? former.name : requireName(db, name, id),
    query: query === undefined ? former.query : requireQuery(query)
  }
  run(
    db,
    sql`UPDATE saved_search SET name = ${next.name}, query = ${next.query}
        WHERE id = ${id} AND (name <> ${next.name} COLLATE BINARY OR query <> ${next.query})`
  )
}

export function deleteSavedSearch(db: JournalledDb, id: number): void {
  run(db, sql`DELETE FROM saved_search WHERE id = ${id}`)
}

/** Puts a saved search before another, or behind all. */
export function moveSavedSearch(db: JournalledDb, id: number, beforeId: number | null): void {
  const moved = getSavedSearch(db, id)
  const others = listSavedSearches(db).filter((each) => each.id !== id)
  const at = beforeId === null ? -1 : others.findIndex((each) => each.id === beforeId)
  others.splice(at === -1 ? others.length : at, 0, moved)
  others.forEach((each, index) => {
    run(
      db,
      sql`UPDATE saved_search SET position = ${index + 1}
          WHERE id = ${each.id} AND position <> ${index + 1}`
    )
  })
}

/** @throws AppError `not-found` */
export function getSavedSearch(db: ReadableDb, id: number): SavedSearch {
  const row = first<SavedSearch>(db, sql`SELECT id, name, query FROM saved_search WHERE id = ${id}`)
  if (row === undefined) throw new AppError('not-found', words.library.noSearch)
  return row
}

function requireQuery(query: string): string {
  if (query.trim() === '') throw new AppError('invalid-input', words.library.searchNeedsQuery)
  return query.trim()
}

function requireName(db: ReadableDb, name: string, except: number): string {
  const tidy = tidyName(name)
  if (tidy === '') throw new AppError('invalid-input', words.library.searchNeedsName)
  const other = savedSearchNamed(db, tidy)
  if (other !== undefined && other.id !== except)
    throw new AppError('duplicate', words.library.searchTaken(other.name))
  return tidy
}
