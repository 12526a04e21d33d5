import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats
} from 'node:fs'
import { open, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { clearLeftovers, temporaryBeside } from './temporary'

const longestLinkChain = 40
const renameAttempts = 5
const firstPauseMs = 20

/**
 * Writes a file so that whoever opens it, also after a power cut, sees the old file or the new
 * one and never part of either: temporary file in the same folder, fsync, rename, fsync of the
 * folder. A symbolic link stays and the file it names is replaced; an existing file keeps its mode
 * and, where that is allowed, its owner; one that is write-protected is refused. Pipes and devices are written to as they are.
 * `check` is called last before the rename: what it throws leaves the old file as it is.
 * @throws AppError `disk-full` or `unreadable-file`; the old file is untouched then
 */
export function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  check?: () => void
): void {
  try {
    const target = linkTarget(resolve(path))
    const former = statSync(target, { throwIfNoEntry: false })
    if (former?.isDirectory()) throw withCode('EISDIR')
    if (former && (!former.isFile() || target.startsWith('/proc/'))) {
      writeFileSync(target, content)
      return
    }
    if (former) closeSync(openSync(target, 'r+'))
    replaceFile(target, content, former, check)
  } catch (error) {
    throw error instanceof AppError ? error : toAppError(error, path)
  }
}

/** A text in pieces, as text or in UTF-8, that are to stand one behind another; some may still be in the making. */
export type TextPieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/**
 * As `writeFileAtomically`, for a text in pieces that may be large all together: written without holding
 * up this process. What is thrown where they are made leaves the old file as it is.
 * @throws AppError `disk-full` or `unreadable-file`; the old file is untouched then
 */
export async function writePiecesAtomically(path: string, pieces: TextPieces): Promise<void> {
  try {
    const target = linkTarget(resolve(path))
    const former = statSync(target, { throwIfNoEntry: false })
    if (former?.isDirectory()) throw withCode('EISDIR')
    if (former && (!former.isFile() || target.startsWith('/proc/'))) {
      await writeFile(target, batches(pieces))
      return
    }
    if (former) closeSync(openSync(target, 'r+'))
    await replaceBy(target, former, async (file) => {
      for await (const piece of batches(pieces)) await file.writeFile(piece, 'utf8')
    })
  } catch (error) {
    throw error instanceof AppError ? error : toAppError(error, path)
  }
}

/**
 * As `writePiecesAtomically`, for what is written in no fixed order: `fill` gets the new file, open for writing.
 * What it throws of its own leaves the old file as it is. Only a file can be written so, no pipe and no device.
 * @throws AppError `disk-full` or `unreadable-file`; the old file is untouched then
 */
export async function fillFileAtomically<T>(
  path: string,
  fill: (file: FileHandle) => Promise<T>
): Promise<T> {
  try {
    const target = linkTarget(resolve(path))
    const former = statSync(target, { throwIfNoEntry: false })
    if (former?.isDirectory()) throw withCode('EISDIR')
    if (former && !former.isFile()) throw withCode('ESPIPE')
    if (former) closeSync(openSync(target, 'r+'))
    return await replaceBy(target, former, fill)
  } catch (error) {
    throw error instanceof AppError ? error : toAppError(error, path)
  }
}

async function replaceBy<T>(
  target: string,
  former: Stats | undefined,
  fill: (file: FileHandle) => Promise<T>
): Promise<T> {
  clearLeftovers(dirname(target))
  const temporary = temporaryBeside(target)
  let filled: T
  try {
    const file = await open(temporary, 'wx', 0o666)
    try {
      filled = await fill(file)
      if (former) takeOver(file.fd, former)
      await file.sync()
    } finally {
      await file.close()
    }
    renameOver(temporary, target)
  } catch (error) {
    attempt(() => {
      rmSync(temporary, { force: true })
    })
    throw error
  }
  attempt(() => {
    syncFolder(dirname(target))
  })
  return filled
}

/** Pieces of text joined to some hundred thousand characters each. */
async function* batches(pieces: TextPieces): AsyncGenerator<string | Uint8Array, void, undefined> {
  let batch = ''
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      batch += piece
      if (batch.length < 500_000) continue
    }
    if (batch !== '') yield batch
    batch = ''
    if (typeof piece !== 'string') yield piece
  }
  if (batch !== '') yield batch
}

function replaceFile(
  target: string,
  content: string | Uint8Array,
  former: Stats | undefined,
  check?: () => void
): void {
  const folder = dirname(target)
  clearLeftovers(folder)
  const temporary = temporaryBeside(target)
  try {
    const file = openSync(temporary, 'wx', 0o666)
    try {
      writeFileSync(file, content, 'utf8')
      if (former) takeOver(file, former)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    check?.()
    renameOver(temporary, target)
  } catch (error) {
    attempt(() => {
      rmSync(temporary, { force: true })
    })
    throw error
  }
  attempt(() => {
    syncFolder(folder)
  })
}

function takeOver(file: number, former: Stats): void {
  attempt(() => {
    fchownSync(file, former.uid, former.gid)
  })
  fchmodSync(file, former.mode & 0o7777)
}

/** Windows refuses to replace a file while an editor or a virus scanner reads it: a moment later it may not. */
function renameOver(from: string, to: string): void {
  for (let tries = 1; ; tries++)
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const isBusy = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))
      if (process.platform !== 'win32' || !isBusy || tries === renameAttempts) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, firstPauseMs * 2 ** (tries - 1))
    }
}

/** Makes the new name last. The file is whole by now, so a file system that cannot do this is no failure. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Where a chain of symbolic links ends, also where nothing is there yet. */
function linkTarget(path: string): string {
  let target = path
  for (let links = 0; links <= longestLinkChain; links++) {
    const entry = lstatSync(target, { throwIfNoEntry: false })
    if (!entry?.isSymbolicLink() || target.startsWith('/proc/')) return target
    target = resolve(dirname(target), readlinkSync(target))
  }
  throw withCode('ELOOP')
}

/** Does what is good to have done, but whose failure changes nothing. */
function attempt(action: () => void): void {
  try {
    action()
  } catch {
    // What matters has been done, or its own error is on the way.
  }
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function toAppError(error: unknown, path: string): AppError {
  const code = codeOf(error)
  const options = { cause: error, detail: error instanceof Error ? error.message : String(error) }
  const file = `“${path}”`
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk-full', words.files.noRoom(file), options)
  const reasons: Readonly<Record<string, string>> = words.files.reasons
  const reason = reasons[code] ?? words.files.refused
  return new AppError('unreadable-file', words.files.notWritten(file, reason), options)
}
