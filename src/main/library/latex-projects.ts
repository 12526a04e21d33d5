import { bibSource, type BibDialect, type BibSource } from '@shared/model/latex'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { JournalledDb, ReadableDb, WritableDb } from '../database/handle'
import { all, column, first, run, sql } from '../database/sql'

/** A folder or a `.tex` file that is linked, and the `.bib` that is kept for it. */
export interface LatexProject {
  id: number
  path: string
  /** Full path; empty where none was chosen yet. */
  bib: string
  dialect: BibDialect
  source: BibSource
  paused: boolean
}

/** What is remembered of an entry that was written into a `.bib`; see migration 80. */
export interface WrittenEntry {
  paperId: number
  key: string
  hash: string
  lead: string
}

type Row = Omit<LatexProject, 'source' | 'paused'> & { source: string; paused: number }

const columns = sql`id, path, bib, dialect, source, paused`

/** All projects, in the order they were linked. */
export function latexProjects(db: ReadableDb): LatexProject[] {
  return all<Row>(db, sql`SELECT ${columns} FROM latex_project ORDER BY id`).map(fromRow)
}

/** @throws AppError `not-found` */
export function latexProject(db: ReadableDb, id: number): LatexProject {
  const row = first<Row>(db, sql`SELECT ${columns} FROM latex_project WHERE id = ${id}`)
  if (row === undefined) throw new AppError('not-found', words.latex.notLinked)
  return fromRow(row)
}

/** Links a project; gives its id. @throws AppError `duplicate` */
export function addLatexProject(db: JournalledDb, project: Omit<LatexProject, 'id'>): number {
  const { path, bib, dialect, source, paused } = project
  if (first(db, sql`SELECT 1 FROM latex_project WHERE path = ${path}`) !== undefined)
    throw new AppError('duplicate', words.latex.linkedAlready(path))
  requireOwnBib(db, bib, 0)
  return run(
    db,
    sql`INSERT INTO latex_project (path, bib, dialect, source, paused, linked_at)
        VALUES (${path}, ${bib}, ${dialect}, ${JSON.stringify(source)}, ${paused ? 1 : 0},
          ${new Date().toISOString()})`,
    1
  ).id
}

/** @throws AppError `duplicate` where another project keeps this `.bib` */
export function setLatexProject(
  db: JournalledDb,
  { id, bib, dialect, source, paused }: LatexProject
): void {
  requireOwnBib(db, bib, id)
  run(
    db,
    sql`UPDATE latex_project SET bib = ${bib}, dialect = ${dialect},
          source = ${JSON.stringify(source)}, paused = ${paused ? 1 : 0} WHERE id = ${id}`,
    1
  )
}

/** Notes that keys were changed in a project's files alone. */
export function markRecited(db: JournalledDb, id: number): void {
  run(db, sql`UPDATE latex_project SET recited = recited + 1 WHERE id = ${id}`, 1)
}

export function removeLatexProject(db: JournalledDb, id: number): void {
  run(db, sql`DELETE FROM latex_project WHERE id = ${id}`, 1)
}

/** What is remembered of the entries written into a `.bib`. */
export function writtenEntries(db: ReadableDb, bib: string): WrittenEntry[] {
  return all<WrittenEntry>(
    db,
    sql`SELECT paper_id AS paperId, citation_key AS key, hash, lead FROM latex_entry
        WHERE bib = ${bib} ORDER BY id`
  )
}

/** Remembers more of a `.bib`, before it is written: whatever a crash leaves there is known again. */
export function rememberEntries(
  db: WritableDb,
  bib: string,
  entries: readonly WrittenEntry[]
): void {
  db.transaction(() => {
    for (const { paperId, key, hash, lead } of entries)
      run(
        db,
        sql`INSERT INTO latex_entry (bib, paper_id, citation_key, hash, lead)
            VALUES (${bib}, ${paperId}, ${key}, ${hash}, ${lead}) ON CONFLICT DO NOTHING`
      )
  })()
}

/** Remembers this much of a `.bib` and nothing else, and when it was written if it was now. */
export function settleEntries(
  db: WritableDb,
  bib: string,
  entries: readonly WrittenEntry[],
  writtenAt: string | null
): void {
  db.transaction(() => {
    run(db, sql`DELETE FROM latex_entry WHERE bib = ${bib}`)
    rememberEntries(db, bib, entries)
    if (writtenAt !== null)
      run(
        db,
        sql`INSERT INTO latex_written (bib, written_at) VALUES (${bib}, ${writtenAt})
            ON CONFLICT (bib) DO UPDATE SET written_at = excluded.written_at`
      )
  })()
}

/** Forgets that an entry was Sheaf's: it is the user's from now on. */
export function forgetEntry(db: WritableDb, bib: string, key: string): void {
  run(db, sql`DELETE FROM latex_entry WHERE bib = ${bib} AND citation_key = ${key}`)
}

/** When a `.bib` was last written; null for never. */
export function bibWrittenAt(db: ReadableDb, bib: string): string | null {
  const [time] = column<string>(db, sql`SELECT written_at FROM latex_written WHERE bib = ${bib}`)
  return time ?? null
}

/** A paper by one of the keys it goes or went by. */
export interface KeyedPaper {
  id: number
  key: string
  /** The key it was asked for by, where that is one of old. */
  formerly: string | null
}

/** Papers that go by these keys, whatever their capitals, or went by them; none from the trash. */
export function papersByKey(db: ReadableDb, keys: readonly string[]): KeyedPaper[] {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(keys)}))`
  return [
    ...all<KeyedPaper>(
      db,
      sql`SELECT id, citation_key AS key, NULL AS formerly FROM paper
          WHERE citation_key IN ${wanted} AND trashed_at IS NULL`
    ),
    ...all<KeyedPaper>(
      db,
      sql`SELECT p.id, p.citation_key AS key, a.citation_key AS formerly
          FROM key_alias a JOIN paper p ON p.id = a.paper_id
          WHERE a.citation_key IN ${wanted} AND p.trashed_at IS NULL`
    )
  ]
}

/** Keys of papers that begin as this one does, so many at most. */
export function keysLike(db: ReadableDb, key: string, most: number): string[] {
  const beginning = key.slice(0, 3)
  if (beginning === '') return []
  return column<string>(
    db,
    sql`SELECT citation_key FROM paper
        WHERE citation_key >= ${beginning} AND citation_key < ${`${beginning}\uffff`}
          AND trashed_at IS NULL ORDER BY citation_key LIMIT ${most}`
  )
}

function requireOwnBib(db: ReadableDb, bib: string, id: number): void {
  const other = first<{ path: string }>(
    db,
    sql`SELECT path FROM latex_project WHERE bib = ${bib} AND bib <> '' AND id <> ${id}`
  )
  if (other !== undefined) throw new AppError('duplicate', words.latex.keptAlready(bib, other.path))
}

function fromRow({ source, paused, ...row }: Row): LatexProject {
  // A source that a later Sheaf knows leaves the project alone rather than empties its file.
  const read = bibSource.safeParse(JSON.parse(source))
  return {
    ...row,
    source: read.success ? read.data : { kind: 'cited' },
    paused: paused === 1 || !read.success
  }
}
