import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '@shared/ipc/error'
import type { RewritePlace } from '@shared/model/latex'
import type { JournalledDb, WritableDb } from '../database/handle'
import { all, run, sql } from '../database/sql'
import { writeFileAtomically } from '../files/write-file'
import { rememberEntries, writtenEntries } from '../library/latex-projects'
import { hashOf } from './bib/update-bib'
import { splitBib } from './bib/split-bib'
import { ProjectFailure } from './failure'
import { decodeText, encodeText } from './file-text'
import { placesIn } from './tex/place'
import { scanTex } from './tex/scan-tex'
import type { KeyCommands } from './tex/cite-commands'

/** So much of a line is shown around a key. */
const shownAround = 60

/** A file in which a key is to be changed. */
export interface Rewrite {
  path: string
  /** Offsets of the old key in the file's text, rising. */
  places: number[]
  oldHash: string
  newHash: string
}

export interface RewritePlan {
  rewrites: Rewrite[]
  /** Every place, for the user to see. */
  shown: RewritePlace[]
}

/** A file that may hold the key: of TeX, where commands of the user's may cite it, or a `.bib`. */
export interface RewriteCandidate {
  path: string
  name: string
  own: KeyCommands
}

/**
 * Where a key stands in files, and what they will be with another in its place.
 * @throws ProjectFailure where a file cannot be read
 */
export function planRewrite(
  candidates: readonly RewriteCandidate[],
  oldKey: string,
  newKey: string
): RewritePlan {
  const plan: RewritePlan = { rewrites: [], shown: [] }
  for (const { path, name, own } of candidates) {
    const bytes = readBytes(path)
    if (!bytes.includes(oldKey)) continue
    const file = decodeText(bytes)
    const { text } = file
    const places = /\.bib$/i.test(path) ? inBib(text, oldKey) : inTex(text, oldKey, own)
    if (places.length === 0) continue
    const changed = replaced(text, places, oldKey, newKey)
    plan.rewrites.push({
      ...{ path, places },
      oldHash: sum(bytes),
      newHash: sum(encodeText({ ...file, text: changed }))
    })
    const at = placesIn(text)
    for (const place of places) {
      const line = lineAround(text, place, oldKey.length)
      plan.shown.push({
        ...{ file: path, name, ...at(place) },
        before: line.before + oldKey + line.after,
        after: line.before + newKey + line.after
      })
    }
  }
  return plan
}

/** Notes with the journal's open entry which files change with it: they follow it from then on. */
export function recordRewrites(
  db: JournalledDb,
  rewrites: readonly Rewrite[],
  oldKey: string,
  newKey: string
): void {
  for (const { path, places, oldHash, newHash } of rewrites)
    run(
      db,
      sql`INSERT INTO latex_rewrite (entry_id, path, old_key, new_key, places, old_hash, new_hash, holds)
          SELECT entry_id, ${path}, ${oldKey}, ${newKey}, ${JSON.stringify(places)}, ${oldHash},
            ${newHash}, 'old' FROM journal_open`,
      1
    )
}

interface Recorded {
  id: number
  path: string
  oldKey: string
  newKey: string
  places: string
  oldHash: string
  newHash: string
  isDone: number
}

/** What became of files that follow the journal. */
export interface Followed {
  written: number
  /** Sentences about files that were changed by others since, and stay as they are. */
  left: string[]
  /** Sentences about files that could not be written; that is tried again. */
  failed: string[]
}

/**
 * Brings every file in which a key was rewritten to where the journal stands: forward after the change and
 * a redo, back after an undo. A file that was changed since is left alone.
 */
export function followJournal(db: WritableDb): Followed {
  const due = all<Recorded>(
    db,
    sql`SELECT r.id, r.path, r.old_key AS oldKey, r.new_key AS newKey, r.places,
               r.old_hash AS oldHash, r.new_hash AS newHash, e.state = 'done' AS isDone
        FROM latex_rewrite r JOIN journal_entry e ON e.id = r.entry_id
        WHERE (e.state = 'done' AND r.holds = 'old') OR (e.state <> 'done' AND r.holds = 'new')
        ORDER BY r.id`
  )
  const result: Followed = { written: 0, left: [], failed: [] }
  for (const record of due) {
    try {
      const isThere = follow(db, record)
      if (isThere) result.written++
      else
        result.left.push(
          `“${basename(record.path)}” was changed since, and still has the key ${record.isDone === 1 ? record.oldKey : record.newKey}.`
        )
      const holds = isThere ? (record.isDone === 1 ? 'new' : 'old') : 'other'
      run(db, sql`UPDATE latex_rewrite SET holds = ${holds} WHERE id = ${record.id}`, 1)
    } catch (error) {
      if (!(error instanceof ProjectFailure)) throw error
      result.failed.push(error.message)
    }
  }
  return result
}

/** False where somebody has changed the file since. */
function follow(db: WritableDb, record: Recorded): boolean {
  const { path } = record
  const isForward = record.isDone === 1
  const [fromKey, toKey] = isForward
    ? [record.oldKey, record.newKey]
    : [record.newKey, record.oldKey]
  const [fromHash, toHash] = isForward
    ? [record.oldHash, record.newHash]
    : [record.newHash, record.oldHash]
  const bytes = readBytes(path)
  const now = sum(bytes)
  if (now === toHash) return true
  const file = decodeText(bytes)
  const isBib = /\.bib$/i.test(path)
  let places = placesOf(record, isForward)
  if (now !== fromHash) {
    if (!isBib) return false
    // Sheaf writes into a .bib itself, and so may others: what matters is which entry has the key.
    places = inBib(file.text, toKey).length > 0 ? [] : inBib(file.text, fromKey)
    if (places.length === 0) return true
  }
  const text = replaced(file.text, places, fromKey, toKey)
  if (isBib) rememberAs(db, path, file.text, text, fromKey, toKey)
  try {
    writeFileAtomically(path, encodeText({ ...file, text }), () => {
      if (sum(readBytes(path)) !== now) throw new AppError('conflict', 'It is being changed.')
    })
  } catch (error) {
    throw new ProjectFailure(error, path)
  }
  return true
}

/** Where the key stands that goes. */
function placesOf({ places, newKey, oldKey }: Recorded, isForward: boolean): number[] {
  const old = JSON.parse(places) as number[]
  const shift = newKey.length - oldKey.length
  return isForward ? old : old.map((place, index) => place + index * shift)
}

/** An entry that was Sheaf's is so under its other key. */
function rememberAs(
  db: WritableDb,
  bib: string,
  before: string,
  after: string,
  fromKey: string,
  toKey: string
): void {
  const entryOf = (text: string, key: string): string => {
    const item = splitBib(text, 'bibtex').items.find((one) => one.key === key)
    return item === undefined ? '' : text.slice(item.start, item.end)
  }
  const hash = hashOf(entryOf(before, fromKey))
  const mine = writtenEntries(db, bib).find((one) => one.key === fromKey && one.hash === hash)
  if (mine !== undefined)
    rememberEntries(db, bib, [{ ...mine, key: toKey, hash: hashOf(entryOf(after, toKey)) }])
}

function inTex(text: string, key: string, own: KeyCommands): number[] {
  return scanTex(text, own)
    .citations.filter((citation) => citation.key === key)
    .map(({ start }) => start)
}

/** Where an entry has the key, and where fields of others name it. */
function inBib(text: string, key: string): number[] {
  const places: number[] = []
  for (const item of splitBib(text, 'bibtex').items) {
    if (item.key === key) places.push(item.keyStart)
    const body = text.slice(item.start, item.end)
    for (const field of body.matchAll(
      /[\s,](?:crossref|xref|xdata|related|entryset)\s*=\s*([{"])([^{}"]*)[}"]/gi
    )) {
      const from =
        item.start + field.index + field[0].lastIndexOf(`${field[1] ?? ''}${field[2] ?? ''}`) + 1
      for (const part of (field[2] ?? '').matchAll(/[^,\s]+/g))
        if (part[0] === key) places.push(from + part.index)
    }
  }
  return places.sort((a, b) => a - b)
}

function replaced(text: string, places: readonly number[], from: string, to: string): string {
  let [result, at] = ['', 0]
  for (const place of places) {
    if (text.slice(place, place + from.length) !== from)
      throw new Error(`No ${from} at ${String(place)}`)
    result += text.slice(at, place) + to
    at = place + from.length
  }
  return result + text.slice(at)
}

function lineAround(text: string, at: number, length: number): { before: string; after: string } {
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - shownAround)
  const newline = text.indexOf('\n', at)
  const end = Math.min(newline === -1 ? text.length : newline, at + length + shownAround)
  return {
    before: text.slice(start, at).trimStart(),
    after: text.slice(at + length, end).trimEnd()
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new ProjectFailure(error, path)
  }
}

function sum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
