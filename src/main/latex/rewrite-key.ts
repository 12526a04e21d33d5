import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { RewritePreview } from '@shared/model/latex'
import type { JournalledDb, WritableDb } from '../database/handle'
import { all, run, sql } from '../database/sql'
import { writeFileAtomically } from '../files/write-file'
import { rememberEntries, writtenEntries } from '../library/latex-projects'
import { hashOf } from './bib/update-bib'
import { splitBib } from './bib/split-bib'
import { ProjectFailure } from './failure'
import { decodeText, encodeText, type FileText } from './file-text'
import { placesIn } from './tex/place'
import { scanTex } from './tex/scan-tex'
import type { KeyCommands } from './tex/cite-commands'

/** So much of a line is shown around a key. */
const shownAround = 60

/** A citation key that becomes another. */
export interface Renaming {
  from: string
  to: string
}

/** Where a key stands in a file's text, that key, and the one to stand there. */
type Swap = readonly [at: number, from: string, to: string]

/** A file in which keys are to be changed. */
export interface Rewrite {
  path: string
  /** From the file's start to its end. */
  swaps: Swap[]
  oldHash: string
  newHash: string
}

export interface RewritePlan {
  rewrites: Rewrite[]
  /** Every place, for the user to see. */
  shown: RewritePreview['places']
}

/** A file that may hold keys: of TeX, where commands of the user's may cite it, or a `.bib`. */
export interface RewriteCandidate {
  path: string
  name: string
  own: KeyCommands
}

/**
 * Where keys stand in files, and what those will be with others in their places; keys may be swapped.
 * @throws ProjectFailure where a file cannot be read
 */
export function planRewrite(
  candidates: readonly RewriteCandidate[],
  renamings: readonly Renaming[]
): RewritePlan {
  const plan: RewritePlan = { rewrites: [], shown: [] }
  for (const { path, name, own } of candidates) {
    const bytes = readBytes(path)
    const next = nextKeys(renamings.filter(({ from }) => bytes.includes(from)))
    if (next.size === 0) continue
    const file = decodeText(bytes)
    const { text } = file
    const swaps = isBib(path) ? inBib(text, next) : inTex(text, next, own)
    if (swaps.length === 0) continue
    const changed = replaced(text, swaps)
    plan.rewrites.push({
      ...{ path, swaps },
      oldHash: sum(bytes),
      newHash: sum(encodeText({ ...file, text: changed }))
    })
    const at = placesIn(text)
    for (const [place, from, to] of swaps) {
      const line = lineAround(text, place, from.length)
      plan.shown.push({
        ...{ file: path, name, ...at(place) },
        before: line.before + from + line.after,
        after: line.before + to + line.after
      })
    }
  }
  return plan
}

/**
 * The `.bib` without the entry of a key; where several have it, with the first alone, as BibTeX and Biber read it.
 * Null where none is to go.
 * @throws ProjectFailure where it cannot be read
 */
export function planRemoval(
  path: string,
  key: string,
  dialect: 'bibtex' | 'biblatex'
): Rewrite | null {
  const bytes = readBytes(path)
  const file = decodeText(bytes)
  const { text } = file
  const same = splitBib(text, dialect).items.filter(
    (item) => item.key.toLowerCase() === key.toLowerCase()
  )
  const swaps = (same.length > 1 ? same.slice(1) : same).map(({ start, end }): Swap => {
    const lineEnd = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0
    return [start, text.slice(start, end + lineEnd), '']
  })
  if (swaps.length === 0) return null
  const newHash = sum(encodeText({ ...file, text: replaced(text, swaps) }))
  return { path, swaps, oldHash: sum(bytes), newHash }
}

/** Notes with the journal's open entry which files change with it: they follow it from then on. */
export function recordRewrites(db: JournalledDb, rewrites: readonly Rewrite[]): void {
  for (const { path, swaps, oldHash, newHash } of rewrites)
    run(
      db,
      sql`INSERT INTO latex_rewrite (entry_id, path, swaps, old_hash, new_hash, holds)
          SELECT entry_id, ${path}, ${JSON.stringify(swaps)}, ${oldHash}, ${newHash}, 'old'
          FROM journal_open`,
      1
    )
}

interface Recorded {
  id: number
  path: string
  swaps: string
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
    sql`SELECT r.id, r.path, r.swaps, r.old_hash AS oldHash, r.new_hash AS newHash,
               e.state = 'done' AS isDone
        FROM latex_rewrite r JOIN journal_entry e ON e.id = r.entry_id
        WHERE (e.state = 'done' AND r.holds = 'old') OR (e.state <> 'done' AND r.holds = 'new')
        ORDER BY r.id`
  )
  const result: Followed = { written: 0, left: [], failed: [] }
  for (const record of due) {
    try {
      const isThere = follow(db, record)
      if (isThere) result.written++
      else {
        const keys = [...new Set(swapsOf(record).map(([, from]) => from))]
        result.left.push(
          words.latex.leftBehind(basename(record.path), keys[0] ?? '', keys.length - 1)
        )
      }
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
  const [fromHash, toHash] =
    record.isDone === 1 ? [record.oldHash, record.newHash] : [record.newHash, record.oldHash]
  const bytes = readBytes(path)
  const now = sum(bytes)
  if (now === toHash) return true
  const file = decodeText(bytes)
  let swaps = swapsOf(record)
  if (now !== fromHash) {
    if (!isBib(path)) return false
    if (swaps.some(([, from, to]) => from === '' || to === '')) {
      const again = entriesAgain(file.text, swaps)
      if (again === null) return false
      return writeSwapped(path, file, again, now)
    }
    // Sheaf writes into a .bib itself, and so may others: what matters is which entry has the key.
    const there = entriesOf(file.text)
    const renamings = swaps.map(([, from, to]) => ({ from, to }))
    swaps = inBib(file.text, nextKeys(renamings.filter(({ to }) => !there.has(to))))
    if (swaps.length === 0) return true
  }
  const text = replaced(file.text, swaps)
  if (isBib(path)) rememberAs(db, path, { before: file.text, after: text }, swaps)
  return writeSwapped(path, file, swaps, now)
}

/**
 * Entries that are to be taken out of a file that has changed since, or put back into it: at its end then. Null
 * where one that is to go is not there as it was.
 */
function entriesAgain(text: string, swaps: readonly Swap[]): Swap[] | null {
  const again: Swap[] = []
  for (const [, from, to] of swaps) {
    const at = from === '' ? text.length : text.indexOf(from)
    if (at === -1) return null
    const endsLine = from !== '' || text === '' || text.endsWith('\n')
    again.push([at, from, endsLine ? to : `\n${to}`])
  }
  return again.sort(([a], [b]) => a - b)
}

/** Writes a file with swaps made, unless it is no more what it was. */
function writeSwapped(path: string, file: FileText, swaps: readonly Swap[], now: string): true {
  if (swaps.length === 0) return true
  const text = replaced(file.text, swaps)
  try {
    writeFileAtomically(path, encodeText({ ...file, text }), () => {
      if (sum(readBytes(path)) !== now) throw new AppError('conflict', 'It is being changed.')
    })
  } catch (error) {
    throw new ProjectFailure(error, path)
  }
  return true
}

/** What is to change in the file, as it was or as it is now. */
function swapsOf({ swaps, isDone }: Recorded): Swap[] {
  const forward = JSON.parse(swaps) as Swap[]
  if (isDone === 1) return forward
  let shift = 0
  return forward.map(([at, from, to]) => {
    const back: Swap = [at + shift, to, from]
    shift += to.length - from.length
    return back
  })
}

/** Entries that were Sheaf's are so under their other keys. */
function rememberAs(
  db: WritableDb,
  bib: string,
  text: { before: string; after: string },
  swaps: readonly Swap[]
): void {
  const [before, after] = [entriesOf(text.before), entriesOf(text.after)]
  const next = nextKeys(swaps.map(([, from, to]) => ({ from, to })))
  const mine = writtenEntries(db, bib).flatMap((one) => {
    const to = next.get(one.key)
    if (to === undefined || one.hash !== hashOf(before.get(one.key) ?? '')) return []
    return [{ ...one, key: to, hash: hashOf(after.get(to) ?? '') }]
  })
  rememberEntries(db, bib, mine)
}

/** A `.bib`'s entries by key. */
function entriesOf(text: string): Map<string, string> {
  const entries = new Map<string, string>()
  for (const { key, start, end } of splitBib(text, 'bibtex').items)
    if (key !== '' && !entries.has(key)) entries.set(key, text.slice(start, end))
  return entries
}

const isBib = (path: string): boolean => /\.bib$/i.test(path)

const nextKeys = (renamings: readonly Renaming[]): Map<string, string> =>
  new Map(renamings.map(({ from, to }) => [from, to]))

function inTex(text: string, next: ReadonlyMap<string, string>, own: KeyCommands): Swap[] {
  return scanTex(text, own).citations.flatMap(({ key, start }) => swapAt(start, key, next))
}

/** Where entries have the keys, and where fields of others name them. */
function inBib(text: string, next: ReadonlyMap<string, string>): Swap[] {
  const swaps: Swap[] = []
  for (const item of splitBib(text, 'bibtex').items) {
    swaps.push(...swapAt(item.keyStart, item.key, next))
    const body = text.slice(item.start, item.end)
    for (const field of body.matchAll(
      /[\s,](?:crossref|xref|xdata|related|entryset)\s*=\s*([{"])([^{}"]*)[}"]/gi
    )) {
      const from =
        item.start + field.index + field[0].lastIndexOf(`${field[1] ?? ''}${field[2] ?? ''}`) + 1
      for (const part of (field[2] ?? '').matchAll(/[^,\s]+/g))
        swaps.push(...swapAt(from + part.index, part[0], next))
    }
  }
  return swaps.sort(([a], [b]) => a - b)
}

function swapAt(at: number, key: string, next: ReadonlyMap<string, string>): Swap[] {
  const to = next.get(key)
  return to === undefined ? [] : [[at, key, to]]
}

function replaced(text: string, swaps: readonly Swap[]): string {
  let [result, done] = ['', 0]
  for (const [at, from, to] of swaps) {
    if (!text.startsWith(from, at)) throw new Error(`No ${from} at ${String(at)}`)
    result += text.slice(done, at) + to
    done = at + from.length
  }
  return result + text.slice(done)
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
