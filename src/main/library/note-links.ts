import type { LinkTarget, NoteLinks } from '@shared/model/note'
import { foldTitle } from '@shared/text/fold'
import { findPaperLinks } from '@shared/text/paper-links'
import type { ReadableDb } from '../database/handle'
import { all, column, first, sql } from '../database/sql'
import { getRows, paperWithKey } from './papers'
import { isDismissed } from './triage'

/** So many mentions are shown; a paper that more notes name is found by search. */
const mostMentions = 100
/** What of a note is shown on either side of a link, in UTF-16 code units. */
const around = 90
const mostTargets = 8

/** Where a paper's note leads, and which notes lead to it. */
export function noteLinks(db: ReadableDb, paperId: number): NoteLinks {
  const named = column<string>(
    db,
    sql`SELECT citation_key FROM note_link WHERE paper_id = ${paperId} ORDER BY id`
  )
  return {
    targets: named.flatMap((key) => {
      const id = paperWithKey(db, key)
      const title = id === null ? undefined : titleOf(db, id)
      return id === null || title === undefined ? [] : [{ key, id, title }]
    }),
    mentions: mentionsOf(db, paperId)
  }
}

/** Papers whose key or title begins so, or has it in its title; the likeliest first. */
export function linkTargets(db: ReadableDb, typed: string): LinkTarget[] {
  const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
  const key = escaped(typed.trim())
  const title = escaped(foldTitle(typed))
  const byKey = column<number>(
    db,
    sql`SELECT id FROM paper p WHERE trashed_at IS NULL AND NOT ${isDismissed}
          AND citation_key LIKE ${`${key}%`} ESCAPE '\\'
        ORDER BY citation_key LIMIT ${mostTargets}`
  )
  const byTitle =
    title === '' || byKey.length === mostTargets
      ? []
      : column<number>(
          db,
          sql`SELECT id FROM paper p
              WHERE trashed_at IS NULL AND NOT ${isDismissed} AND folded_title LIKE ${`%${title}%`} ESCAPE '\\'
              ORDER BY folded_title NOT LIKE ${`${title}%`} ESCAPE '\\', folded_title
              LIMIT ${mostTargets}`
        )
  const ids = [...new Set([...byKey, ...byTitle])].slice(0, mostTargets)
  return getRows(db, ids, null).map((row) => ({
    ...{ id: row.id, citationKey: row.citationKey, title: row.title },
    ...{ authors: row.authors, year: row.year }
  }))
}

function mentionsOf(db: ReadableDb, paperId: number): NoteLinks['mentions'] {
  const keys = column<string>(
    db,
    sql`SELECT citation_key FROM paper WHERE id = ${paperId}
        UNION SELECT citation_key FROM key_alias WHERE paper_id = ${paperId}`
    // A key of old may be another paper's by now.
  ).filter((key) => paperWithKey(db, key) === paperId)
  const wanted = new Set(keys.map((key) => key.toLowerCase()))
  return all<{ id: number; citationKey: string; title: string; body: string }>(
    db,
    sql`SELECT p.id, p.citation_key AS citationKey, p.title, n.body
        FROM note_link l JOIN paper p ON p.id = l.paper_id JOIN note n ON n.paper_id = p.id
        WHERE l.citation_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))
          AND p.id <> ${paperId} AND p.trashed_at IS NULL AND NOT ${isDismissed}
        GROUP BY p.id ORDER BY n.saved_at DESC LIMIT ${mostMentions}`
  ).map(({ body, ...paper }) => ({ ...paper, excerpt: excerptOf(body, wanted) }))
}

/** What stands around the first link to one of the keys, on one line. */
function excerptOf(body: string, keys: ReadonlySet<string>): string {
  const link = findPaperLinks(body).find(({ key }) => keys.has(key.toLowerCase()))
  if (link === undefined) return ''
  const from = Math.max(0, link.start - around)
  const to = Math.min(body.length, link.end + around)
  const start = from === 0 ? 0 : body.indexOf(' ', from) + 1
  const end = to === body.length ? to : Math.max(link.end + 2, body.lastIndexOf(' ', to))
  const part = body.slice(Math.min(start, Math.max(0, link.start - 2)), end)
  return `${from === 0 ? '' : '…'}${part.replace(/\s+/g, ' ').trim()}${end === body.length ? '' : '…'}`
}

function titleOf(db: ReadableDb, id: number): string | undefined {
  return first<{ title: string }>(db, sql`SELECT title FROM paper WHERE id = ${id}`)?.title
}
