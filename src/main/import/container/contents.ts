import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** A file within a file: of an archive, a folder or a mail. `name` is what the user knows it by. */
export interface Contained {
  name: string
  bytes: Uint8Array
  /** Where it lies, unless it is packed in another file. */
  path?: string
  modified: Date
}

/** What one drop may hold within its files: more is an accident, or a trap. */
export const mostContained = 20_000
export const mostContainedBytes = 1024 * 1024 * 1024

/** Archives within mails within archives: no deeper. */
export const deepestContained = 4

/** Names that systems put beside what people have. */
export function isFurniture(path: string): boolean {
  return path
    .split('/')
    .some((part) => /^(?:__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\..+)$/i.test(part))
}

/** @throws AppError `too-large` */
export function tooMuch(name: string): AppError {
  return new AppError('too-large', words.importing.tooMuchWithin(name))
}
