import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { NoteVersion } from '@shared/model/note'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, first, run, sql } from '../database/sql'

/** After so many versions that tell only what changed, one is kept whole: none is far from a whole one. */
const mostChanges = 100

interface Stored {
  id: number
  head: number | null
  tail: number | null
  text: string
}

/**
 * Keeps a text that a paper's note has, for good, unless it is the newest that is kept already. Typing adds
 * little at a time, so that only what changed since the version before is stored.
 */
export function keepVersion(
  db: JournalledDb,
  paperId: number,
  body: string,
  savedAt: string
): void {
  const chain = chainTo(db, paperId, Number.MAX_SAFE_INTEGER)
  const former = chain.length === 0 ? undefined : textOf(chain)
  if (former === body || (former === undefined && body === '')) return
  const change =
    former === undefined || chain.length > mostChanges ? null : difference(former, body)
  // What replaces most of a text is as well kept whole.
  const isWhole = change === null || change.text.length * 2 > body.length
  run(
    db,
    sql`INSERT INTO note_version (paper_id, saved_at, length, head, tail, text)
        VALUES (${paperId}, ${savedAt}, ${body.length}, ${isWhole ? null : change.head},
          ${isWhole ? null : change.tail}, ${isWhole ? body : change.text})`,
    1
  )
}

/** What a paper's note was, the newest first. */
export function noteVersions(db: ReadableDb, paperId: number): NoteVersion[] {
  return all<NoteVersion>(
    db,
    sql`SELECT id, saved_at AS savedAt, length FROM note_version
        WHERE paper_id = ${paperId} ORDER BY id DESC`
  )
}

/** The text of a version. @throws AppError `not-found` where the paper's note has no such version */
export function versionText(db: ReadableDb, paperId: number, versionId: number): string {
  const chain = chainTo(db, paperId, versionId)
  if (chain.at(-1)?.id !== versionId) throw new AppError('not-found', words.library.noVersion)
  return textOf(chain)
}

/** From the last whole version on to `versionId`. */
function chainTo(db: ReadableDb, paperId: number, versionId: number): Stored[] {
  const whole = first<{ id: number }>(
    db,
    sql`SELECT id FROM note_version WHERE paper_id = ${paperId} AND id <= ${versionId}
          AND head IS NULL ORDER BY id DESC LIMIT 1`
  )
  if (whole === undefined) return []
  return all<Stored>(
    db,
    sql`SELECT id, head, tail, text FROM note_version
        WHERE paper_id = ${paperId} AND id BETWEEN ${whole.id} AND ${versionId} ORDER BY id`
  )
}

function textOf(chain: readonly Stored[]): string {
  return chain.reduce(
    (former, { head, tail, text }) =>
      head === null || tail === null
        ? text
        : former.slice(0, head) + text + former.slice(former.length - tail),
    ''
  )
}

/** What stays of `former` at both ends of `next`, and what stands between them there. */
function difference(former: string, next: string): { head: number; tail: number; text: string } {
  const most = Math.min(former.length, next.length)
  let head = 0
  while (head < most && former[head] === next[head]) head++
  let tail = 0
  while (tail < most - head && former.at(-1 - tail) === next.at(-1 - tail)) tail++
  // Half a character is no text: SQLite would not give it back as it was.
  if (isLowHalf(next, head) || isLowHalf(former, head)) head--
  if (isLowHalf(next, next.length - tail) || isLowHalf(former, former.length - tail)) tail--
  return { head, tail, text: next.slice(head, next.length - tail) }
}

/** Whether an index lies within a character of two code units. */
function isLowHalf(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff
}
