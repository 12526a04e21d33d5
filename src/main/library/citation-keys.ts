import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { compilePattern, standardPattern, type KeyMaker } from '@shared/keys/make'
import type { KeySubject } from '@shared/keys/subject'
import type { KeyPreview, KeySettings, PlannedKey } from '@shared/model/library-settings'
import { baseKey, isValidKey, uniqueKey } from '@shared/text/citation-key'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, column, first, numbers, run, scalar, sql } from '../database/sql'
import { getLibrarySettings } from './library-settings'
import { renameInNotes } from './notes'
import { getPapers, paperWithKey } from './papers'

/** The key that the library's pattern makes for a paper, unique among those that `isTaken` knows. */
export function makeKey(
  db: ReadableDb,
  paper: KeySubject,
  isTaken: (lowerCasedKey: string) => boolean
): string {
  const settings = keySettingsOf(db)
  return uniqueKey(makerFor(settings.pattern)(paper), isTaken, settings.clashes)
}

/** Whether a paper other than `except` has this key, or had it. */
export function keyIsTaken(db: ReadableDb, key: string, except = 0): boolean {
  return (
    scalar<number>(
      db,
      sql`SELECT EXISTS (SELECT 1 FROM paper WHERE citation_key = ${key} AND id <> ${except})
            OR EXISTS (SELECT 1 FROM key_alias WHERE citation_key = ${key} AND paper_id <> ${except})`
    ) === 1
  )
}

/**
 * Gives a paper the citation key the user chose. It is still found by its former one, and notes that link
 * to it by that name the new one.
 * @throws AppError `invalid-input` for one that LaTeX would not take, `duplicate` for one in use
 */
export function setCitationKey(db: JournalledDb, id: number, key: string): void {
  if (!isValidKey(key)) throw new AppError('invalid-input', words.library.noKey(key))
  const holder = first<{ title: string }>(
    db,
    sql`SELECT title FROM paper WHERE citation_key = ${key} AND id <> ${id}`
  )
  if (holder) throw new AppError('duplicate', words.library.keyTaken(key, holder.title))
  const former = scalar<string>(db, sql`SELECT citation_key FROM paper WHERE id = ${id}`)
  if (former === key) return
  renameKeysInNotes(db, [{ id, from: former, to: key }])
  write(db, id, key)
  keepFormer(db, id, former, key)
}

/** The key Sheaf would give this paper now. */
export function suggestKey(db: ReadableDb, id: number): string {
  const [paper] = getPapers(db, [id])
  if (paper === undefined) throw new AppError('not-found', words.library.noPaper)
  return makeKey(db, paper, (candidate) => keyIsTaken(db, candidate, id))
}

/**
 * The keys that papers would get if they were made anew, in the order of `ids`. Keys of other papers, and
 * those that others had, are taken; those of these papers are free.
 */
export function planKeys(
  db: ReadableDb,
  ids: readonly number[],
  given?: KeySettings
): PlannedKey[] {
  const settings = given ?? keySettingsOf(db)
  const make = makerFor(settings.pattern)
  const wanted = numbers(ids)
  const others = new Set(
    column<string>(
      db,
      sql`SELECT citation_key FROM paper WHERE id NOT IN ${wanted}
          UNION SELECT citation_key FROM key_alias WHERE paper_id NOT IN ${wanted}`
    ).map((key) => key.toLowerCase())
  )
  return getPapers(db, ids).map((paper) => {
    const key = uniqueKey(make(paper), (candidate) => others.has(candidate), settings.clashes)
    others.add(key.toLowerCase())
    return { id: paper.id, title: paper.title, from: paper.citationKey, to: key }
  })
}

/** Makes the keys of papers anew; each is still found by the one it had. Gives how many are others now. */
export function remakeKeys(db: JournalledDb, ids: readonly number[]): number {
  const changed = planKeys(db, ids).filter(({ from, to }) => from !== to)
  renameKeysInNotes(db, changed)
  // Two may swap their keys: none has its new one before all have left their old ones.
  for (const { id } of changed) write(db, id, `sheaf-anew-${String(id)}`)
  for (const { id, from, to } of changed) {
    write(db, id, to)
    keepFormer(db, id, from, to)
  }
  return changed.length
}

/** What a pattern makes of some of the library's papers, or what is wrong with it. */
export function previewKeys(
  db: ReadableDb,
  settings: KeySettings,
  ids: readonly number[]
): KeyPreview {
  const compiled = compilePattern(settings.pattern)
  if (!compiled.ok) return { error: compiled.error, keys: [] }
  return { error: null, keys: planKeys(db, ids, settings) }
}

/** Papers to show a pattern on: those that came last, as unlike one another as their types are. */
export function samplePapers(db: ReadableDb, limit: number): number[] {
  return column<number>(
    db,
    sql`SELECT id FROM (
          SELECT id, ROW_NUMBER() OVER (PARTITION BY type ORDER BY id DESC) AS place
          FROM (SELECT id, type FROM paper WHERE trashed_at IS NULL ORDER BY id DESC LIMIT 500)
        ) ORDER BY place, id DESC LIMIT ${limit}`
  )
}

/** Notes go on naming the papers they named, by the keys those are about to have. */
function renameKeysInNotes(
  db: JournalledDb,
  changed: readonly { id: number; from: string; to: string }[]
): void {
  const nextKeys = new Map(changed.map(({ id, to }) => [id, to]))
  const renames = new Map<string, string>()
  for (const { id, to } of changed) {
    // What another paper was called before is this one's from now on.
    const earlier = paperWithKey(db, to)
    if (earlier === null || earlier === id) continue
    const key = scalar<string>(db, sql`SELECT citation_key FROM paper WHERE id = ${earlier}`)
    renames.set(to.toLowerCase(), nextKeys.get(earlier) ?? key)
  }
  for (const { from, to } of changed) renames.set(from.toLowerCase(), to)
  renameInNotes(db, renames)
}

function write(db: JournalledDb, id: number, key: string): void {
  run(
    db,
    sql`UPDATE paper SET citation_key = ${key}, modified_at = ${new Date().toISOString()}
        WHERE id = ${id} AND citation_key <> ${key} COLLATE BINARY`
  )
}

/** A key that a paper had leads to it as long as no other paper has it. */
function keepFormer(db: JournalledDb, id: number, former: string, key: string): void {
  run(db, sql`DELETE FROM key_alias WHERE citation_key = ${key} AND paper_id = ${id}`)
  if (former.toLowerCase() === key.toLowerCase()) return
  if (all(db, sql`SELECT 1 FROM paper WHERE citation_key = ${former}`).length > 0) return
  run(
    db,
    sql`INSERT INTO key_alias (paper_id, citation_key) VALUES (${id}, ${former})
        ON CONFLICT DO NOTHING`
  )
}

const makers = new Map<string, KeyMaker>()

/** A pattern that is wrong makes the keys that Sheaf makes by itself. */
function makerFor(pattern: string): KeyMaker {
  if (pattern === standardPattern) return baseKey
  const known = makers.get(pattern)
  if (known !== undefined) return known
  const compiled = compilePattern(pattern)
  const maker = compiled.ok ? compiled.make : baseKey
  if (makers.size > 20) makers.clear()
  makers.set(pattern, maker)
  return maker
}

const standard: KeySettings = { pattern: standardPattern, clashes: 'letters' }

function keySettingsOf(db: ReadableDb): KeySettings {
  const isChosen = scalar<number>(
    db,
    sql`SELECT EXISTS (SELECT 1 FROM library_setting WHERE name = 'keys')`
  )
  return isChosen === 1 ? getLibrarySettings(db).keys : standard
}
