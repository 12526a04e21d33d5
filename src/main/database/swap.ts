import { existsSync, linkSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { flush } from './folders'
import { libraryFile } from './open'
import { translateError } from './translate-error'

/** For so long a former library may be wanted again, with the files that only it knows, in milliseconds. */
const mayBeWantedFor = 90 * 24 * 60 * 60 * 1000
/** So many files are kept that a restore has put aside; they are also among the backups. */
const formerKept = 3

/** A library's file under another name: sound, before a restore; or damaged, and then kept for good. */
export type Aside = 'before-restore' | 'damaged'

/**
 * Puts a whole, checked file in the place of a library that this process has closed, and keeps the former one
 * beside it. At no moment is there no library, and its log is never read with a file that it is not of.
 * @returns the path of the former file; null where there was none
 * @throws AppError, `conflict` where another program has it open; then the former one is in its place, with its log
 */
export function swapIn(
  folder: string,
  whole: string,
  aside: Aside,
  now = new Date()
): string | null {
  const file = libraryFile(folder)
  if (aside === 'before-restore') takeAlone(file)
  const former = nameAside(file, aside, now)
  const isThere = existsSync(file)
  try {
    if (isThere) keepUnder(file, former)
    moveLog(file, former)
    renameSync(whole, file)
    flush(folder)
  } catch (error) {
    putBack(file, former)
    throw translateError(error, file)
  }
  if (aside === 'before-restore') removeOldest(folder, `${file}.${aside}-`)
  return isThere ? former : null
}

/**
 * Puts what lies in the place of a library under another name, so that a new one can be made there.
 * @throws AppError
 */
export function setAside(folder: string, now = new Date()): void {
  const file = libraryFile(folder)
  const former = nameAside(file, 'damaged', now)
  try {
    if (existsSync(file)) renameSync(file, former)
    moveLog(file, former)
    flush(folder)
  } catch (error) {
    throw translateError(error, file)
  }
}

/** Whether a library was put aside lately, by a restore or for being damaged, and may be wanted again. */
export function wasPutAside(folder: string, now = Date.now()): boolean {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path.startsWith(`${libraryFile(folder)}.`))
    .some((path) => now - statSync(path).ctimeMs < mayBeWantedFor)
}

function nameAside(file: string, aside: Aside, now: Date): string {
  return `${file}.${aside}-${now.toISOString().replace(/[:.]/g, '-')}`
}

/** A log goes with its file; a library that was taken alone has none. */
function moveLog(file: string, former: string): void {
  for (const end of ['-wal', '-shm'])
    if (existsSync(file + end)) renameSync(file + end, former + end)
}

/** Empties the log into the file and does away with it, which nobody can while another program has the library open. */
function takeAlone(file: string): void {
  try {
    const db = new Database(file, { fileMustExist: true, timeout: 1000 })
    try {
      if (db.pragma('journal_mode = DELETE', { simple: true }) !== 'delete')
        throw new AppError('conflict', words.backups.otherProgram)
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    const known = translateError(error, file)
    throw known.code === 'conflict' ? new AppError('conflict', words.backups.otherProgram) : known
  }
}

/** As a second name, so that the first is there until another file takes it; where that cannot be, by moving it. */
function keepUnder(file: string, former: string): void {
  try {
    linkSync(file, former)
  } catch {
    renameSync(file, former)
  }
}

/** Takes back what was done of a swap, as far as the disk lets. */
function putBack(file: string, former: string): void {
  try {
    if (existsSync(former)) renameSync(former, file)
    // Of two names of one file, a rename leaves both.
    rmSync(former, { force: true })
    moveLog(former, file)
  } catch {
    // What is left has its name with the date, and a start asks what is to become of it.
  }
}

/** What cannot be removed now is tried again after the next restore. */
function removeOldest(folder: string, start: string): void {
  const names = readdirSync(folder).filter((name) => join(folder, name).startsWith(start))
  for (const name of names.sort().slice(0, -formerKept))
    try {
      rmSync(join(folder, name), { force: true })
    } catch {
      continue
    }
}
