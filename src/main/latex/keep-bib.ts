import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { BibDialect } from '@shared/model/latex'
import type { WritableDb } from '../database/handle'
import { writeFileAtomically } from '../files/write-file'
import { rememberEntries, settleEntries, writtenEntries } from '../library/latex-projects'
import { splitBib } from './bib/split-bib'
import {
  hashOf,
  updateBib,
  type BibUpdate,
  type Remembered,
  type WantedEntry
} from './bib/update-bib'
import { NotYet, ProjectFailure } from './failure'
import { decodeText, encodeText, newFile, type FileText } from './file-text'

/** What a `.bib` is to hold. */
export interface Keeping {
  /** Full path. */
  bib: string
  dialect: BibDialect
  wanted: readonly WantedEntry[]
  /** Writes the file anew where it is gone. */
  mayRemake: boolean
}

/** What became of it, and what the file holds now. */
export interface Kept extends BibUpdate {
  file: FileText
  written: boolean
}

/**
 * Brings a `.bib` up to date; writes nothing where nothing is to be changed. What is written is remembered
 * before it is, so that after a crash at any point Sheaf knows its own entries.
 * @throws ProjectFailure where the file cannot be read or written, or is gone
 * @throws NotYet where another program writes it at the same moment
 */
export async function keepBib(
  db: WritableDb,
  { bib, dialect, wanted, mayRemake }: Keeping
): Promise<Kept> {
  const bytes = await readOrNull(bib)
  const memory = writtenEntries(db, bib)
  if (bytes === null && memory.length > 0 && !mayRemake)
    throw new ProjectFailure(words.latex.bibGone(bib), bib)
  const file = read(bytes, bib)
  const update = updateBib(file, wanted, memory, dialect)
  const written = update.text !== file.text
  if (written) {
    const misread = misreadIn(update, wanted, dialect)
    if (misread !== null) throw new ProjectFailure(words.latex.misread(basename(bib), misread), bib)
    rememberEntries(db, bib, update.remembered)
    write(bib, bytes, encodeText({ ...file, text: update.text }))
  }
  if (written || differ(memory, update.remembered))
    settleEntries(db, bib, update.remembered, written ? new Date().toISOString() : null)
  return { ...update, file: { ...file, text: update.text }, written }
}

/** The key of an entry that does not read back as it was meant, or swallows another; null where all that is to be written does. */
function misreadIn(
  { text, entries, unwritable }: BibUpdate,
  wanted: readonly WantedEntry[],
  dialect: BibDialect
): string | null {
  const { items, broken } = splitBib(text, dialect)
  const there = new Set(items.map(({ start, end }) => hashOf(text.slice(start, end))))
  const ours = new Set(entries.flatMap(({ key, owner }) => (owner === 'ours' ? [key] : [])))
  const misread = wanted.find(
    (one) => ours.has(one.key) && !unwritable.includes(one.key) && !there.has(hashOf(one.text))
  )
  if (misread !== undefined) return misread.key
  return broken.length === 0 && items.length === entries.length ? null : '?'
}

function write(bib: string, former: Buffer | null, next: Buffer): void {
  try {
    writeFileAtomically(bib, next, () => {
      if (!isSame(former, readSync(bib))) throw new AppError('conflict', 'It changed meanwhile.')
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict')
      throw new NotYet(`${bib} is being written by another program.`)
    throw new ProjectFailure(error, bib)
  }
}

function read(bytes: Buffer | null, bib: string): FileText {
  try {
    return bytes === null ? newFile : decodeText(bytes)
  } catch (error) {
    throw new ProjectFailure(error, bib)
  }
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new ProjectFailure(error, path)
  }
}

function readSync(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function isSame(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b)
}

function differ(a: readonly Remembered[], b: readonly Remembered[]): boolean {
  const known = ({ paperId, key, hash }: Remembered): string => `${String(paperId)} ${key} ${hash}`
  const [first, second] = [new Set(a.map(known)), new Set(b.map(known))]
  return first.size !== second.size || [...first].some((one) => !second.has(one))
}
