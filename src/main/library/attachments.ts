import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { flushNames, makeFolder } from '../database/folders'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { first, run, sql } from '../database/sql'

/** What may be attached and opened with the system's program for it, and its media type. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
  '.djvu': 'image/vnd.djvu',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.bib': 'text/x-bibtex',
  '.tex': 'text/x-tex',
  '.csv': 'text/csv'
}

/** Extensions for the dialog that asks for a file, without the dot. */
export const attachableExtensions = Object.keys(mediaTypes).map((extension) => extension.slice(1))

/** Whether a file of this name may be attached. */
export function isAttachable(name: string): boolean {
  return extname(name).toLowerCase() in mediaTypes
}

/** A copy of a file in the library's store, or a file where it lies; not yet part of a paper. */
export interface StoredFile {
  name: string
  mediaType: string
  sha256: string
  bytes: number
  /** Where a linked file lies; empty for a copy. */
  path: string
}

/**
 * Copies a file into the store, under the hash of what is in it; the same file twice is kept once.
 * @throws AppError `unsupported` for a kind of file that Sheaf would not open again, `disk-full`
 */
export function storeFile(folder: string, path: string): StoredFile {
  const name = basename(path)
  try {
    return storeContent(folder, name, readFileSync(path))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw notStored(name, error)
  }
}

/**
 * Notes where a file lies, to be attached without a copy of it.
 * @throws AppError as `storeFile`
 */
export function linkFile(path: string): StoredFile {
  const name = basename(path)
  const mediaType = mediaTypeOf(name)
  try {
    const content = readFileSync(path)
    return { name, mediaType, sha256: hashOf(content), bytes: content.length, path }
  } catch (error) {
    throw new AppError('unreadable-file', words.attachments.unreadable(name), {
      cause: error,
      detail: String(error)
    })
  }
}

/** As `storeFile`, for what was read already. */
export function storeContent(folder: string, name: string, content: Uint8Array): StoredFile {
  const mediaType = mediaTypeOf(name)
  const sha256 = hashOf(content)
  const target = storedPath(folder, sha256, name)
  try {
    if (!existsSync(target)) {
      makeFolder(dirname(target))
      writeWhole(target, content)
    }
  } catch (error) {
    throw notStored(name, error)
  }
  return { name, mediaType, sha256, bytes: content.length, path: '' }
}

/** Has a file whole and by its name on the disk, or leaves nothing behind. */
function writeWhole(target: string, content: Uint8Array): void {
  const part = `${target}.part`
  try {
    writeFileSync(part, content, { flush: true })
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  flushNames(dirname(target))
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function mediaTypeOf(name: string): string {
  const mediaType = mediaTypes[extname(name).toLowerCase()]
  if (mediaType === undefined)
    throw new AppError(
      'unsupported',
      words.attachments.unsupported(name, attachableExtensions.join(', '))
    )
  return mediaType
}

function notStored(name: string, error: unknown): AppError {
  const options = { cause: error, detail: String(error) }
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new AppError('disk-full', words.attachments.noRoom(name), options)
    : new AppError('unreadable-file', words.attachments.notCopied(name), options)
}

/** Attaches a stored file to a paper; one it has already stays as it is. */
export function attach(db: JournalledDb, paperId: number, file: StoredFile): void {
  run(
    db,
    sql`INSERT INTO attachment (paper_id, name, media_type, sha256, bytes, added_at, path)
        VALUES (${paperId}, ${file.name}, ${file.mediaType}, ${file.sha256}, ${file.bytes},
          ${new Date().toISOString()}, ${file.path}) ON CONFLICT DO NOTHING`
  )
}

/** Takes an attachment off its paper. Its file stays in the store, so that this can be undone. */
export function detach(db: JournalledDb, id: number): void {
  run(db, sql`DELETE FROM attachment WHERE id = ${id}`)
}

/**
 * Puts another file in the place of an attachment's.
 * @throws AppError `duplicate` for one that the paper has already
 */
export function replaceFile(db: JournalledDb, id: number, file: StoredFile): void {
  const held = attachmentRow(db, id)
  const twin = first(
    db,
    sql`SELECT 1 FROM attachment
        WHERE paper_id = ${held.paperId} AND sha256 = ${file.sha256} AND id <> ${id}`
  )
  if (twin !== undefined) throw new AppError('duplicate', words.attachments.twin(file.name))
  run(
    db,
    sql`UPDATE attachment SET name = ${file.name}, media_type = ${file.mediaType},
          sha256 = ${file.sha256}, bytes = ${file.bytes}, path = ${file.path} WHERE id = ${id}`,
    1
  )
}

/** What the library holds of an attachment. @throws AppError `not-found` */
export function attachmentRow(
  db: ReadableDb,
  id: number
): { paperId: number; name: string; mediaType: string; sha256: string; path: string } {
  const row = first<ReturnType<typeof attachmentRow>>(
    db,
    sql`SELECT paper_id AS paperId, name, media_type AS mediaType, sha256, path
        FROM attachment WHERE id = ${id}`
  )
  if (row === undefined) throw new AppError('not-found', words.attachments.gone)
  return row
}

/** Where a PDF lies in the store, attached or not; null if it never was there. */
export function storedPdf(folder: string, sha256: string): string | null {
  const path = storedPath(folder, sha256, 'x.pdf')
  return existsSync(path) ? path : null
}

/** As `attachmentRow`, with the full path of its file. @throws AppError `not-found` */
export function attachmentFile(
  db: ReadableDb,
  folder: string,
  id: number
): ReturnType<typeof attachmentRow> {
  const row = attachmentRow(db, id)
  const path = row.path === '' ? storedPath(folder, row.sha256, row.name) : row.path
  if (!existsSync(path))
    throw new AppError(
      'not-found',
      row.path === ''
        ? words.attachments.missing(row.name)
        : words.attachments.moved(row.name, row.path)
    )
  return { ...row, path }
}

/** Where what has this hash lies in the store; whether or not it is there. */
export function storedPath(folder: string, sha256: string, name: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('internal', words.attachments.noHash)
  return join(folder, 'files', sha256.slice(0, 2), sha256 + extname(name).toLowerCase())
}
