import { AppError } from '@shared/ipc/error'
import type { JournalledDb } from '../database/handle'
import { first, run, sql } from '../database/sql'

/**
 * Saves a paper's note over the revision that the edit began with; gives the new revision.
 * @throws AppError `conflict` when the note changed meanwhile, `not-found` when the paper is gone
 */
export function saveNote(
  db: JournalledDb,
  { paperId, body, revision }: { paperId: number; body: string; revision: number }
): { revision: number; savedAt: string } {
  if (first(db, sql`SELECT 1 FROM paper WHERE id = ${paperId}`) === undefined)
    throw new AppError('not-found', 'The paper of this note is no longer in the library.')
  const held = first<{ id: number; body: string; revision: number; savedAt: string }>(
    db,
    sql`SELECT id, body, revision, saved_at AS savedAt FROM note
        WHERE paper_id = ${paperId} ORDER BY id LIMIT 1`
  )
  const text = body.replaceAll('\0', '')
  if (held?.body === text) return { revision: held.revision, savedAt: held.savedAt }
  if ((held?.revision ?? 0) !== revision)
    throw new AppError(
      'conflict',
      'This note was changed elsewhere while you were writing. Copy your text, then open the paper again.'
    )
  const saved = { revision: revision + 1, savedAt: new Date().toISOString() }
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
  return saved
}

/** Gives a paper a note, below the one that it may have; what stands there already is not added again. */
export function addNote(db: JournalledDb, paperId: number, text: string): void {
  const held = first<{ body: string; revision: number }>(
    db,
    sql`SELECT body, revision FROM note WHERE paper_id = ${paperId} ORDER BY id LIMIT 1`
  )
  const former = held?.body ?? ''
  if (text.trim() === '' || former.includes(text.trim())) return
  const body = former === '' ? text.trim() : `${former.trimEnd()}\n\n${text.trim()}`
  saveNote(db, { paperId, body, revision: held?.revision ?? 0 })
}
