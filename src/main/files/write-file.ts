import { randomBytes } from 'node:crypto'
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
import { open, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '@shared/ipc/error'

const longestLinkChain = 40
const renameAttempts = 5
const firstPauseMs = 20

/**
 * Writes a text file so that whoever opens it, also after a power cut, sees the old file or the new
 * one and never part of either: temporary file in the same folder, fsync, rename, fsync of the
 * folder. A symbolic link stays and the file it names is replaced; an existing file keeps its mode
 * and, where that is allowed, its owner; one that is write-protected is refused. Pipes and devices are written to as they are.
 * @throws AppError `disk-full` or `unreadable-file`; the old file is untouched then
 */
export function writeFileAtomically(path: string, text: string): void {
  try {
    const target = linkTarget(resolve(path))
    const former = statSync(target, { throwIfNoEntry: false })
    if (former?.isDirectory()) throw withCode('EISDIR')
    if (former && (!former.isFile() || target.startsWith('/proc/'))) {
      writeFileSync(target, text)
      return
    }
    if (former) closeSync(openSync(target, 'r+'))
    replaceFile(target, text, former)
  } catch (error) {
    throw toAppError(error, path)
  }
}

/**
 * As `writeFileAtomically`, for a text in pieces that may be large all together: written without holding
 * up this process.
 * @throws AppError `disk-full` or `unreadable-file`; the old file is untouched then
 */
export async function writePiecesAtomically(
  path: string,
  pieces: readonly string[]
): Promise<void> {
  try {
    const target = linkTarget(resolve(path))
    const former = statSync(target, { throwIfNoEntry: false })
    if (former?.isDirectory()) throw withCode('EISDIR')
    if (former && (!former.isFile() || target.startsWith('/proc/'))) {
      await writeFile(target, pieces.join(''))
      return
    }
    if (former) closeSync(openSync(target, 'r+'))
    await replaceByPieces(target, pieces, former)
  } catch (error) {
    throw toAppError(error, path)
  }
}

async function replaceByPieces(
  target: string,
  pieces: readonly string[],
  former: Stats | undefined
): Promise<void> {
  const temporary = temporaryBeside(target)
  try {
    const file = await open(temporary, 'wx', 0o666)
    try {
      for (const text of batches(pieces)) await file.writeFile(text, 'utf8')
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
}

/** Pieces joined to some hundred thousand characters each. */
function* batches(pieces: readonly string[]): Generator<string> {
  let batch = ''
  for (const piece of pieces) {
    batch += piece
    if (batch.length < 500_000) continue
    yield batch
    batch = ''
  }
  yield batch
}

function temporaryBeside(target: string): string {
  return join(dirname(target), `.sheaf-${randomBytes(8).toString('hex')}.tmp`)
}

function replaceFile(target: string, text: string, former: Stats | undefined): void {
  const folder = dirname(target)
  const temporary = temporaryBeside(target)
  try {
    const file = openSync(temporary, 'wx', 0o666)
    try {
      writeFileSync(file, text, 'utf8')
      if (former) takeOver(file, former)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
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
    return new AppError(
      'disk-full',
      `There is no room on the disk to write ${file}. Free some space and export again; the file that was there is untouched.`,
      options
    )
  const reasons: Record<string, string> = {
    EISDIR: 'it is a folder. Choose a name for the file inside it.',
    ENOENT: 'its folder does not exist. Create it or choose another one.',
    ENOTDIR: 'part of its path is a file, not a folder. Choose another place.',
    EACCES: 'you may not write there. Change its permissions or choose another place.',
    EPERM: 'you may not write there. Change its permissions or choose another place.',
    EROFS: 'that disk is read-only. Choose another place.',
    ELOOP: 'its symbolic links lead round in a circle. Choose another place.',
    ENAMETOOLONG: 'its name is too long. Choose a shorter one.',
    EBUSY: 'another program holds it. Close that program and export again.',
    ERR_INVALID_ARG_VALUE: 'its name holds a character that no file name can. Choose another name.'
  }
  const reason = reasons[code] ?? 'the system refused it. Choose another place and export again.'
  return new AppError('unreadable-file', `${file} could not be written: ${reason}`, options)
}
