import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { findPaperLinks, renamePaperLinks } from '@shared/text/paper-links'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, column, first, run, sql } from '../database/sql'
import { keepVersion } from './note-versions'

interface Held {
  id: number
  body: string
  revision: number
  savedAt: string
}

/**
 * Saves a paper's note over the revision that the edit began with; gives the new revision. What it was
 * before stays in its history.
 * @throws AppError `conflict` when the note changed meanwhile, `not-found` when the paper is gone
 */
export function saveNote(
  db: JournalledDb,
  { paperId, body, revision }: { paperId: number; body: string; revision: number }
): { revision: number; savedAt: string } {
  if (first(db, sql`SELECT 1 FROM paper WHERE id = ${paperId}`) === undefined)
    throw new AppError('not-found', words.library.noNotePaper)
  const held = noteOf(db, paperId)
  const text = body.replaceAll('\0', '')
  if (held?.body === text) return { revision: held.revision, savedAt: held.savedAt }
  if ((held?.revision ?? 0) !== revision) throw new AppError('conflict', words.library.noteChanged)
  const saved = { revision: revision + 1, savedAt: new Date().toISOString() }
  // An undo may have brought back what no version holds yet.
  if (held !== undefined) keepVersion(db, paperId, held.body, held.savedAt)
  keepVersion(db, paperId, text, saved.savedAt)
  if (held === undefined)
    run(
      db,
      sql`INSERT INTO note (paper_id, body, revision, saved_at)
          VALUES (${paperId}, ${text}, ${saved.revision}, ${saved.savedAt})`,
      1
    )
  else
    run(
      db,
      sql`UPDATE note SET body = ${text}, revision = ${saved.revision}, saved_at = ${saved.savedAt}
          WHERE id = ${held.id}`,
      1
    )
  keepLinks(db, paperId, text)
  return saved
}

/** Gives a paper a note, below the one that it may have; what stands there already is not added again. */
export function addNote(db: JournalledDb, paperId: number, text: string): void {
  const held = noteOf(db, paperId)
  const former = held?.body ?? ''
  if (text.trim() === '' || former.includes(text.trim())) return
  const body = former === '' ? text.trim() : `${former.trimEnd()}\n\n${text.trim()}`
  saveNote(db, { paperId, body, revision: held?.revision ?? 0 })
}

/**
 * Has every note that links to papers by the keys of `renames`, in lower case, link to them by its values: all
 * at once, so that two papers may swap their keys.
 */
export function renameInNotes(db: JournalledDb, renames: ReadonlyMap<string, string>): void {
  const papers = new Set<number>()
  for (const key of renames.keys())
    for (const id of column<number>(
      db,
      sql`SELECT paper_id FROM note_link WHERE citation_key = ${key}`
    ))
      papers.add(id)
  for (const paperId of papers) {
    const held = noteOf(db, paperId)
    if (held === undefined) continue
    const body = renamePaperLinks(held.body, renames)
    saveNote(db, { paperId, body, revision: held.revision })
  }
}

function noteOf(db: ReadableDb, paperId: number): Held | undefined {
  return first<Held>(
    db,
    sql`SELECT id, body, revision, saved_at AS savedAt FROM note
        WHERE paper_id = ${paperId} ORDER BY id LIMIT 1`
  )
}

/** Writes down which papers a note names now. */
export function keepLinks(db: JournalledDb, paperId: number, body: string): void {
  const now = new Map(findPaperLinks(body).map(({ key }) => [key.toLowerCase(), key]))
  const former = all<{ id: number; key: string }>(
    db,
    sql`SELECT id, citation_key AS key FROM note_link WHERE paper_id = ${paperId}`
  )
  for (const { id, key } of former)
    if (!now.delete(key.toLowerCase())) run(db, sql`DELETE FROM note_link WHERE id = ${id}`, 1)
  for (const key of now.values())
    run(db, sql`INSERT INTO note_link (paper_id, citation_key) VALUES (${paperId}, ${key})`, 1)
}
