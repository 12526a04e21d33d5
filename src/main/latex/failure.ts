import { basename, dirname } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** Why a project could not be looked at or written just now, as a sentence that names the file; it is tried again. */
export function sentenceFor(error: unknown, file: string): string {
  const cause = error instanceof AppError ? (error.cause ?? error) : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reasons: Readonly<Record<string, (name: string, folder: string) => string>> =
    words.latex.reasons
  const reason = reasons[code]
  if (reason !== undefined) return reason(basename(file), dirname(file))
  if (error instanceof AppError) return words.latex.about(basename(file), error.message)
  return words.latex.refused(basename(file), code === '' ? String(error) : code)
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
