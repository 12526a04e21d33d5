import type { ReadableDb } from '../database/handle'
import { all, numbers, scalar, sql } from '../database/sql'

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

/** The revisions of papers, and whether each is still there; of all papers without a list of ids. */
export function revisionsOfPapers(
  db: ReadableDb,
  ids: readonly number[] | null
): { paperId: number; revision: number; exists: boolean }[] {
  const condition = ids === null ? sql`` : sql`WHERE r.paper_id IN ${numbers(ids)}`
  return all<{ paperId: number; revision: number; present: number }>(
    db,
    sql`SELECT r.paper_id AS paperId, r.revision, p.id IS NOT NULL AS present
        FROM paper_revision r LEFT JOIN paper p ON p.id = r.paper_id ${condition}`
  ).map(({ present, ...row }) => ({ ...row, exists: present === 1 }))
}
