import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { FormatName } from '@shared/model/kinds'
import {
  deepestContained,
  isFurniture,
  mostContained,
  tooMuch,
  type Contained
} from './container/contents'
import { isMail, isMbox, readMail, splitMbox } from './container/mail'
import { isZip, readZip } from './container/zip'
import { checkText, decodeText, maxFileBytes, tooLarge } from './decode'
import { findLinkedFiles } from './linked-files'
import { parseText, surestReading } from './parse'
import type { ParsedFile } from './parsed'
import { isPdf, readPdf } from './pdf/read-pdf'

/** A file or folder to read, a text that somebody pasted, or what came at a time. `name` is what the user knows it by. */
export type ReadRequest = { name: string } & (
  { path: string } | { text: string } | { bytes: Uint8Array; modified: Date }
) & {
    /** The format that the user says it is in. */
    format?: FormatName
  }

/**
 * Reads what was dropped and takes it apart: a folder, an archive, a mailbox and a mail by what they hold.
 * What cannot be read within them is told in `skipped` of its own file.
 * `onFile` is told every file within that it comes to.
 * @throws AppError for what was dropped itself
 */
export async function readSource(
  request: ReadRequest,
  onFile: (name: string) => void = () => undefined
): Promise<ParsedFile[]> {
  if ('text' in request)
    return [
      parseText(checkText(request.text, request.name), request.name, new Date(), request.format)
    ]
  if ('bytes' in request) return readBytes(request, 0, onFile)
  const { path, name } = request
  const about = reading(name, () => statSync(path))
  if (about.isDirectory()) return readFolder(path, name, onFile)
  if (!about.isFile()) throw new AppError('unsupported', words.importing.noFile(name))
  const file = fileAt(path, name, about)
  if (request.format !== undefined) {
    const text = decodeText(file.bytes, name)
    return [findLinkedFiles(parseText(text, name, file.modified, request.format), path)]
  }
  return readBytes(file, 0, onFile)
}

async function readFolder(
  path: string,
  name: string,
  onFile: (name: string) => void
): Promise<ParsedFile[]> {
  const entries = reading(name, () => readdirSync(path, { recursive: true, withFileTypes: true }))
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      file,
      shown: file
        .slice(path.length)
        .replace(/^[\\/]+/, '')
        .replaceAll('\\', '/')
    }))
    .filter(({ shown }) => !isFurniture(shown))
    .sort((a, b) => (a.shown < b.shown ? -1 : 1))
  if (files.length > mostContained) throw tooMuch(name)
  if (files.length === 0) throw new AppError('unsupported', words.importing.emptyFolder(name))
  const parsed: ParsedFile[] = []
  for (const { file, shown } of files) {
    onFile(`${name}/${shown}`)
    parsed.push(
      ...(await attempt(`${name}/${shown}`, async () =>
        readBytes(fileAt(file, `${name}/${shown}`, statSync(file)), 0, onFile)
      ))
    )
  }
  return parsed
}

async function readBytes(
  { name, bytes, path, modified }: Contained,
  depth: number,
  onFile: (name: string) => void
): Promise<ParsedFile[]> {
  if (depth > deepestContained)
    throw new AppError('unsupported', words.importing.packedTooDeep(name))
  if (isZip(bytes)) {
    const files = readZip(bytes, name, modified)
    if (files.length === 0) throw new AppError('unsupported', words.importing.emptyArchive(name))
    return readEach(files, depth, onFile)
  }
  if (isPdf(bytes)) return [await readPdf(bytes, name, path)]
  if (isMbox(bytes)) return readEach(splitMbox(bytes, name, modified), depth, onFile)
  if (isMail(bytes)) return readLetter(bytes, name, modified, { depth, onFile })
  const parsed = parseText(decodeText(bytes, name), name, modified)
  return [path === undefined ? parsed : findLinkedFiles(parsed, path)]
}

async function readEach(
  files: readonly Contained[],
  depth: number,
  onFile: (name: string) => void
): Promise<ParsedFile[]> {
  const parsed: ParsedFile[] = []
  for (const file of files) {
    onFile(file.name)
    for (const one of await attempt(file.name, () => readBytes(file, depth + 1, onFile)))
      parsed.push(one)
  }
  return parsed
}

/** A mail's words, read as HTML or as text, whichever says more; then what it carries. */
async function readLetter(
  bytes: Uint8Array,
  name: string,
  modified: Date,
  { depth, onFile }: { depth: number; onFile: (name: string) => void }
): Promise<ParsedFile[]> {
  const mail = await readMail(bytes, name, modified)
  const sent = mail.date ?? modified
  const head = `Subject: ${mail.subject}\nDate: ${sent.toUTCString()}\n\n`
  const parts = [mail.html, mail.text.trim() === '' ? '' : head + mail.text]
    .map((part) => part.replaceAll('\0', '').slice(0, maxFileBytes))
    .filter((part) => part.trim() !== '')
  const best = surestReading(...parts)
  const carried = await readEach(mail.attachments, depth, onFile)
  const useful = carried.filter(({ digests }) => digests.length > 0)
  // What a digest made with Sheaf carries is what its words say, letter for letter.
  const own = useful.filter(({ format }) => format === 'sheaf-digest')
  if (own.length > 0) return own
  if (best === null) {
    if (useful.length > 0) return useful
    throw new AppError('unsupported', words.importing.mailWithoutPapers(name))
  }
  const parsed = best.parse(name, sent)
  const digests = parsed.digests.map((digest) => ({
    ...digest,
    source: digest.source === name ? mail.from || mail.subject || name : digest.source,
    // The day on which a mail was sent is the day of what it says.
    dateInferred: digest.dateInferred && mail.date === null
  }))
  return [{ file: name, digests, skipped: parsed.skipped }, ...useful]
}

/** What cannot be read is told, and costs no other file. */
async function attempt(name: string, act: () => Promise<ParsedFile[]>): Promise<ParsedFile[]> {
  try {
    return await act()
  } catch (error) {
    const reason = error instanceof AppError ? error.message : words.importing.unreadable(name)
    return [{ file: name, digests: [], skipped: [{ file: name, line: 0, reason }] }]
  }
}

function fileAt(path: string, name: string, about: Stats): Contained {
  if (about.size > maxFileBytes) throw tooLarge(about.size, name)
  return { name, bytes: reading(name, () => readFileSync(path)), path, modified: about.mtime }
}

function reading<T>(name: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why =
      code === 'ENOENT'
        ? words.importing.notFound(name)
        : code === 'EACCES' || code === 'EPERM'
          ? words.importing.mayNotRead(name)
          : words.importing.unreadable(name)
    throw new AppError('unreadable-file', why, { cause: error, detail: code })
  }
}
