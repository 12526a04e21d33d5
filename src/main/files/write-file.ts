import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { access, lstat, open, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@shared/ipc/error'

const longestLinkChain = 40
const renameAttempts = 5
const firstPauseMs = 20

/**
 * Writes a text file so that whoever opens it, also after a power cut, sees the old file or the new
 * one and never part of either: temporary file in the same folder, fsync, rename, fsync of the
 * folder. A symbolic link stays and the file it names is replaced; an existing file keeps its mode
 * and, where that is allowed, its owner. Pipes and devices are written to as they are.
 * @throws AppError `disk-full` or `unreadable-file`; the old file is untouched then
 */
export async function writeFileAtomically(path: string, text: string): Promise<void> {
  try {
    const target = await linkTarget(resolve(path))
    const former = await statOrNull(target)
    if (former?.isDirectory()) throw withCode('EISDIR')
    if (former && (!former.isFile() || target.startsWith('/proc/'))) {
      await writeFile(target, text)
      return
    }
    if (former) await access(target, constants.W_OK)
    await replaceFile(target, text, former)
  } catch (error) {
    throw toAppError(error, path)
  }
}

async function replaceFile(
  target: string,
  text: string,
  former: { mode: number; uid: number; gid: number } | null
): Promise<void> {
  const folder = dirname(target)
  const temporary = join(folder, `.sheaf-${randomBytes(8).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx', 0o666)
    try {
      await file.writeFile(text, 'utf8')
      if (former) await takeOver(file, former)
      await file.sync()
    } finally {
      await file.close()
    }
    await renameOver(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(folder)
}

async function takeOver(
  file: FileHandle,
  former: { mode: number; uid: number; gid: number }
): Promise<void> {
  await file.chown(former.uid, former.gid).catch(() => undefined)
  await file.chmod(former.mode & 0o7777)
}

/** Windows refuses to replace a file while an editor or a virus scanner reads it: a moment later it may not. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      await rename(from, to)
      return
    } catch (error) {
      const isBusy = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))
      if (process.platform !== 'win32' || !isBusy || attempt === renameAttempts) throw error
      await wait(firstPauseMs * 2 ** (attempt - 1))
    }
}

/** Makes the new name last. The file is whole by now, so a file system that cannot do this is no failure. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Where a chain of symbolic links ends, also where nothing is there yet. */
async function linkTarget(path: string): Promise<string> {
  let target = path
  for (let links = 0; links <= longestLinkChain; links++) {
    const entry = await lstat(target).catch(ignoreMissing)
    if (!entry?.isSymbolicLink() || target.startsWith('/proc/')) return target
    target = resolve(dirname(target), await readlink(target))
  }
  throw withCode('ELOOP')
}

async function statOrNull(path: string): Promise<Stats | null> {
  return await stat(path).catch(ignoreMissing)
}

function ignoreMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
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
