import { isUtf8 } from 'node:buffer'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** How a text is written on the disk, so that it is written the same way again. */
export interface FileEncoding {
  readonly charset: 'utf-8' | 'latin-1'
  readonly hasBom: boolean
  /** The line ends of most of its lines. */
  readonly newline: '\n' | '\r\n'
}

export interface FileText {
  readonly text: string
  readonly encoding: FileEncoding
}

/** How a new file is written. */
export const newFile: FileText = {
  text: '',
  encoding: { charset: 'utf-8', hasBom: false, newline: '\n' }
}

/**
 * Reads a file's bytes so that `encodeText` of the same text gives the same bytes.
 * @throws AppError `unsupported` for UTF-16, which neither TeX nor BibTeX reads
 */
export function decodeText(bytes: Buffer): FileText {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new AppError('unsupported', words.latex.utf16)
  const hasBom = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))
  const charset = isUtf8(bytes) ? 'utf-8' : 'latin-1'
  // With a mark of UTF-8 and bytes that are none, the mark is three letters of Latin-1, and comes out again.
  const isMarked = hasBom && charset === 'utf-8'
  const text = isMarked
    ? bytes.subarray(3).toString('utf8')
    : bytes.toString(charset === 'utf-8' ? 'utf8' : 'latin1')
  const lines = text.split('\n').length - 1
  const windows = text.split('\r\n').length - 1
  const newline = windows * 2 > lines ? '\r\n' : '\n'
  return { text, encoding: { charset, hasBom: isMarked, newline } }
}

export function encodeText({ text, encoding }: FileText): Buffer {
  const body = Buffer.from(text, encoding.charset === 'utf-8' ? 'utf8' : 'latin1')
  return encoding.hasBom ? Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]) : body
}

/** Whether a text can be written in an encoding without losing a letter. */
export function fits(text: string, { charset }: FileEncoding): boolean {
  // eslint-disable-next-line no-control-regex -- the whole range of the encoding is meant
  return charset === 'utf-8' || /^[\x00-\xff]*$/.test(text)
}
