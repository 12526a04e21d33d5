import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TrashContent } from '@shared/model/trash'
import type { JournalledDb, ReadableDb, WritableDb } from '../database/handle'
import { all, column, first, run, scalar, sql } from '../database/sql'

/** For so many days an emptied trash can be brought back; then its files go. */
export const keptDays = 30
/** A file that has only just come may be about to be attached. */
const freshMs = 24 * 60 * 60 * 1000

/** What would be lost with the papers in the trash. */
export function trashContent(db: ReadableDb): TrashContent {
  const inTrash = sql`(SELECT id FROM paper WHERE trashed_at IS NOT NULL)`
  const papers = scalar<number>(db, sql`SELECT COUNT(*) FROM ${inTrash}`)
  const notes = scalar<number>(
    db,
    sql`SELECT COUNT(*) FROM note WHERE body <> '' AND paper_id IN ${inTrash}`
  )
  // A copy that another paper has too stays.
  const files = first<{ count: number; bytes: number }>(
    db,
    sql`SELECT COUNT(*) AS count, COALESCE(SUM(bytes), 0) AS bytes FROM (
          SELECT sha256, MAX(bytes) AS bytes FROM attachment a
          WHERE path = '' AND paper_id IN ${inTrash} AND NOT EXISTS (
            SELECT 1 FROM attachment o WHERE o.sha256 = a.sha256 AND o.path = ''
              AND o.paper_id NOT IN ${inTrash})
          GROUP BY sha256)`
  )
  return { papers, notes, files: files?.count ?? 0, bytes: files?.bytes ?? 0 }
}

/**
 * Deletes the papers in the trash with all that hangs on them; gives how many. The journal can bring them back,
 * and so their files stay for now.
 */
export function emptyTrash(db: JournalledDb): number {
  return run(db, sql`DELETE FROM paper WHERE trashed_at IS NOT NULL`).changes
}

/**
 * Makes emptyings of the trash final that are older than `keptDays`: the journal forgets them, and with them
 * what was done before, which could not be taken back without them. Gives how many changes it forgot.
 */
export function forgetEmptied(db: WritableDb, now = Date.now()): number {
  const before = new Date(now - keptDays * 24 * 60 * 60 * 1000).toISOString()
  return db
    .transaction(() => {
      const last = scalar<number | null>(
        db,
        sql`SELECT MAX(id) FROM journal_entry
            WHERE kind = 'empty-trash' AND state = 'done' AND made_at < ${before}`
      )
      if (last === null) return 0
      run(db, sql`DELETE FROM journal_change WHERE entry_id <= ${last}`)
      return run(
        db,
        sql`UPDATE journal_entry SET state = 'abandoned' WHERE id <= ${last} AND state <> 'abandoned'`
      ).changes
    })
    .immediate()
}

/**
 * Removes files from the library's store that neither a paper nor the journal knows any more; gives how many.
 * Linked files are the user's own and are never touched.
 */
export function removeForgottenFiles(db: ReadableDb, folder: string, now = Date.now()): number {
  const known = new Set([
    ...column<string>(db, sql`SELECT sha256 FROM attachment`),
    ...all<{ before: string }>(
      db,
      sql`SELECT before FROM journal_change
          WHERE table_name = 'attachment' AND op <> 'insert' AND before IS NOT NULL`
    ).flatMap(({ before }) => (JSON.parse(before) as { sha256?: string }).sha256 ?? [])
  ])
  let removed = 0
  for (const file of filesIn(join(folder, 'files'))) {
    const [, hash] = /^([0-9a-f]{64})(?:\.[a-z]+)?$/.exec(file.name) ?? []
    if (hash === undefined || known.has(hash)) continue
    if (now - statSync(file.path).mtimeMs < freshMs) continue
    rmSync(file.path, { force: true })
    removed++
  }
  return removed
}

function filesIn(folder: string): { name: string; path: string }[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => ({ name, path: join(parentPath, name) }))
  } catch {
    // No file was ever kept.
    return []
  }
}
