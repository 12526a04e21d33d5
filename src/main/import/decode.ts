import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** The most that is read of one file: a bibliography of 100,000 entries with abstracts has 140 MB. */
export const maxFileBytes = 256 * 1024 * 1024

/** No line of a real digest is longer; a longer one is data, not text. */
const maxLineLength = 1_000_000

const binarySignatures: readonly [
  signature: string,
  what: 'picture' | 'compressed' | 'database'
][] = [
  ['\u0089PNG', 'picture'],
  ['ÿØÿ', 'picture'],
  ['GIF8', 'picture'],
  ['\u001f\u008b', 'compressed'],
  ['SQLite format 3', 'database']
]

/**
 * The text of a file's bytes: UTF-8, UTF-16 with a byte order mark, or what else its lines are in.
 * @throws AppError with a sentence that names `file`, for what is not text or not readable as such
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.length > maxFileBytes) throw tooLarge(bytes.length, file)
  if (bytes.length === 0) throw unsupported(words.importing.empty(file))
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const known = binarySignatures.find(([signature]) => head.startsWith(signature))
  if (known) throw unsupported(words.importing.otherKind(file, words.importing.kinds[known[1]]))
  const text = decode(bytes, file)
  return checkText(text, file)
}

/** The checks that pasted text must pass as well. */
export function checkText(text: string, file: string): string {
  if (text.trim() === '') throw unsupported(words.importing.noText(file))
  if (text.length > maxFileBytes) throw tooLarge(text.length, file)
  if (looksBinary(text)) throw unsupported(words.importing.binary(file))
  // Pages and data are often on one line; prose and lists never are.
  const line = /^[\s\ufeff]*[<[{]/.test(text) ? { number: 1, length: 0 } : longestLine(text)
  if (line.length > maxLineLength)
    throw unsupported(words.importing.longLine(file, line.number, Math.round(line.length / 1e6)))
  return text
}

/** A file too large to read, told by its size alone. */
export function tooLarge(bytes: number, file: string): AppError {
  const size = Math.round(bytes / 1024 / 1024)
  const limit = maxFileBytes / 1024 / 1024
  return new AppError('too-large', words.importing.tooLarge(file, size, limit))
}

function decode(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (bytes.includes(0)) throw unsupported(words.importing.binary(file))
    return decodeByLine(bytes, declaredEncoding(bytes))
  }
}

/** What an XML declaration, an HTML page or JabRef's first line says of the encoding; else Western. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString('latin1')
  const name = /\bencoding\s*[=:]\s*["']?([\w.:-]+)|\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head)
  const label = name?.[1] ?? name?.[2] ?? ''
  try {
    return /^utf-?8$/i.test(label) || label === ''
      ? 'windows-1252'
      : new TextDecoder(label).encoding
  } catch {
    return 'windows-1252'
  }
}

/** Files that several programs wrote mix encodings: each line is read as UTF-8 where it is, or as the other. */
function decodeByLine(bytes: Uint8Array, encoding: string): string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const other = new TextDecoder(encoding)
  const lines: string[] = []
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start)
    const end = newline === -1 ? bytes.length : newline + 1
    const line = bytes.subarray(start, end)
    try {
      lines.push(strict.decode(line))
    } catch {
      lines.push(other.decode(line))
    }
    start = end
  }
  return lines.join('')
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 100_000)
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  return sample.includes('\0') || controls > sample.length / 200
}

function longestLine(text: string): { number: number; length: number } {
  let longest = { number: 1, length: 0 }
  let start = 0
  for (let number = 1; start <= text.length; number++) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    if (end - start > longest.length) longest = { number, length: end - start }
    start = end + 1
  }
  return longest
}

function unsupported(message: string): AppError {
  return new AppError('unsupported', message)
}
