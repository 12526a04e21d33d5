import { basename, dirname } from 'node:path'
import { AppError } from '@shared/ipc/error'

/** Why a project could not be looked at or written just now; it is tried again. */
const reasons: Record<string, (name: string, folder: string) => string> = {
  ENOSPC: (name) => `There is no room on the disk to write “${name}”. The old file is untouched.`,
  EDQUOT: (name) => `Your share of the disk is full: “${name}” could not be written.`,
  ENOENT: (name, folder) => `“${name}” is not there, or its folder “${folder}” is gone.`,
  ENOTDIR: (name, folder) => `“${folder}”, where “${name}” was, is no folder any more.`,
  EACCES: (name) => `You may not read or write “${name}”. It may be write-protected.`,
  EPERM: (name) => `“${name}” is write-protected, or another program holds it.`,
  EROFS: (name) => `The disk with “${name}” is read-only.`,
  EBUSY: (name) => `Another program holds “${name}”.`,
  ELOOP: (name) => `The symbolic links of “${name}” lead round in a circle.`,
  EISDIR: (name) => `“${name}” is a folder.`,
  EIO: (name) => `The disk or the cloud folder did not give “${name}”.`,
  ETIMEDOUT: (name) => `The cloud folder did not give “${name}” in time.`,
  ENETDOWN: (name) => `The network drive with “${name}” cannot be reached.`,
  EHOSTDOWN: (name) => `The network drive with “${name}” cannot be reached.`
}

/** A failure on a file as a sentence that names the file. */
export function sentenceFor(error: unknown, file: string): string {
  const cause = error instanceof AppError ? (error.cause ?? error) : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason = reasons[code]
  if (reason !== undefined) return reason(basename(file), dirname(file))
  if (error instanceof AppError) return `“${basename(file)}”: ${error.message}`
  return `“${basename(file)}” could not be read or written (${code === '' ? String(error) : code}).`
}

/** A failure that names its file. */
export class ProjectFailure extends Error {
  constructor(
    error: unknown,
    readonly file: string
  ) {
    super(typeof error === 'string' ? error : sentenceFor(error, file), { cause: error })
  }
}

/** A file is just being written by another program: a moment later it will be whole. */
export class NotYet extends Error {}
