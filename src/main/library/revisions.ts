import type { ReadableDb } from '../database/handle'
import { all, column, numbers, pairs, scalar, sql } from '../database/sql'

/** So many revisions are read at a time. */
const readAtATime = 4096

/** The newest revision of any paper; 0 in an empty library. */
export function newestRevision(db: ReadableDb): number {
  return scalar<number>(db, sql`SELECT COALESCE(MAX(revision), 0) FROM paper_revision`)
}

/**
 * Papers that changed after `revision`, and whether each is still there. The paper 0 stands for what is no
 * paper's own: tags, collections, saved searches, rules.
 */
export function changedSince(
  db: ReadableDb,
  revision: number
): { paperId: number; exists: boolean }[] {
  return all<{ paperId: number; present: number }>(
    db,
    sql`SELECT r.paper_id AS paperId, p.id IS NOT NULL AS present
        FROM paper_revision r LEFT JOIN paper p ON p.id = r.paper_id
        WHERE r.revision > ${revision}`
  ).map(({ paperId, present }) => ({ paperId, exists: present === 1 }))
}

/** The revisions of some papers. */
export function revisionsOfPapers(
  db: ReadableDb,
  ids: readonly number[]
): { paperId: number; revision: number }[] {
  return all<{ paperId: number; revision: number }>(
    db,
    sql`SELECT paper_id AS paperId, revision FROM paper_revision WHERE paper_id IN ${numbers(ids)}`
  )
}

/** The revisions of all papers there are, by their ids, 0 for an id that no paper has. */
export function revisionsById(db: ReadableDb): Int32Array {
  // Neither an object for each paper nor a look at the papers themselves: there may be very many.
  const ids = column<number>(db, sql`SELECT id FROM paper`)
  const revisions = new Int32Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1)
  for (const id of ids) revisions[id] = -1
  for (let last = 0, isMore = true; isMore;) {
    const some = pairs(
      db,
      sql`SELECT revision, paper_id FROM paper_revision WHERE revision > ${last}
          ORDER BY revision LIMIT ${readAtATime}`
    )
    for (const [revision, id] of some) {
      if (revisions[id] === -1) revisions[id] = revision
      last = revision
    }
    isMore = some.length === readAtATime
  }
  return revisions
}
