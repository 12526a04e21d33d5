import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import {
  archiveFormat,
  archiveManifest,
  archiveVersion,
  archivedLibrary,
  archivedPaper,
  type ArchiveManifest,
  type ArchivedLibrary
} from '@shared/model/archived-library'
import { jsonWithoutNul } from '@shared/text/json-without-nul'
import { ZipReader } from '../../archive/zip-reader'
import { checkReferences } from './check-references'

/** A text of JavaScript holds about so many characters at most. */
const longestText = 500_000_000
const longestManifest = 200_000_000
const papersAtOnce = 500

/** What every version of the format begins with. */
const beginning = z.looseObject({ format: z.literal(archiveFormat), version: z.int().min(1) })

/** An exported library that is being opened. Nothing is believed of it that was not checked. */
export class ArchiveReader {
  readonly #sums: ReadonlyMap<string, ArchiveManifest['files'][number]>

  private constructor(
    readonly name: string,
    private readonly zip: ZipReader,
    readonly manifest: ArchiveManifest
  ) {
    this.#sums = new Map(manifest.files.map((file) => [file.path, file]))
  }

  /** @throws AppError `unsupported` for what is no exported library, or one of a newer Sheaf; `unreadable-file` */
  static async open(path: string): Promise<ArchiveReader> {
    const name = basename(path)
    const zip = await ZipReader.open(path)
    try {
      const size = zip.sizeOf('manifest.json')
      if (size === null) throw new AppError('unsupported', words.archive.notOne(name))
      if (size > longestManifest) throw new AppError('too-large', words.archive.tooLarge(name))
      const { text } = await readText(zip, 'manifest.json')
      const manifest = parse(name, 'manifest.json', text, archiveManifest)
      return new ArchiveReader(name, zip, manifest)
    } catch (error) {
      await zip.close()
      throw error
    }
  }

  close(): Promise<void> {
    return this.zip.close()
  }

  /** Size and sum of a file, as the manifest says; undefined for one that it does not name. */
  listed(path: string): ArchiveManifest['files'][number] | undefined {
    return this.#sums.get(path)
  }

  /** Gives a file piece by piece. @throws AppError `unsupported` behind the last piece where its sum is not the manifest's */
  async *read(path: string): AsyncGenerator<Buffer> {
    const listed = this.#listed(path)
    const hash = createHash('sha256')
    for await (const piece of this.zip.read(path)) {
      hash.update(piece)
      yield piece
    }
    if (hash.digest('hex') !== listed.sha256)
      throw new AppError('unsupported', words.archive.changed(this.name, path))
  }

  /** A file as text. @throws AppError as `read`, and `too-large` */
  async text(path: string): Promise<string> {
    if (this.#listed(path).bytes > longestText)
      throw new AppError('too-large', words.archive.tooLarge(this.name))
    const { text, sha256 } = await readText(this.zip, path)
    if (sha256 !== this.#listed(path).sha256)
      throw new AppError('unsupported', words.archive.changed(this.name, path))
    return text
  }

  /**
   * The library, every paper of which is whole and names only what is there.
   * @throws AppError `unsupported`, `too-large`
   */
  async library(): Promise<ArchivedLibrary> {
    const file = 'library.json'
    const raw = jsonOf(this.name, file, await this.text(file))
    checkVersion(this.name, raw)
    const { papers, ...rest } = raw as { papers: unknown }
    const library: ArchivedLibrary = check(
      this.name,
      file,
      { ...rest, papers: [] },
      archivedLibrary
    )
    const list = check(this.name, file, papers, z.array(z.unknown()))
    for (const [index, paper] of list.entries()) {
      const where = `${file}: papers[${String(index)}]`
      library.papers.push(check(this.name, where, paper, archivedPaper))
      if (index % papersAtOnce === 0) await setImmediate()
    }
    const wrong = checkReferences(library, (path) => this.#sums.has(path))
    if (wrong !== null)
      throw new AppError('unsupported', words.archive.wrong(this.name, `${file}: ${wrong}`))
    return library
  }

  #listed(path: string): ArchiveManifest['files'][number] {
    const listed = this.#sums.get(path)
    const size = this.zip.sizeOf(path)
    if (listed === undefined || size === null)
      throw new AppError('unsupported', words.archive.missing(this.name, path))
    if (size !== listed.bytes)
      throw new AppError('unsupported', words.archive.changed(this.name, path))
    return listed
  }
}

async function readText(zip: ZipReader, path: string): Promise<{ text: string; sha256: string }> {
  const pieces: Buffer[] = []
  for await (const piece of zip.read(path)) pieces.push(piece)
  const all = Buffer.concat(pieces)
  return { text: all.toString('utf8'), sha256: createHash('sha256').update(all).digest('hex') }
}

function parse<T>(name: string, file: string, text: string, schema: z.ZodType<T>): T {
  const raw = jsonOf(name, file, text)
  checkVersion(name, raw)
  return check(name, file, raw, schema)
}

function jsonOf(name: string, file: string, text: string): unknown {
  try {
    return jsonWithoutNul(text)
  } catch (error) {
    throw new AppError('unsupported', words.archive.wrong(name, file), {
      cause: error,
      detail: error instanceof Error ? error.message : String(error)
    })
  }
}

function checkVersion(name: string, raw: unknown): void {
  const { success, data } = beginning.safeParse(raw)
  if (!success) throw new AppError('unsupported', words.archive.notOne(name))
  if (data.version > archiveVersion) throw new AppError('unsupported', words.archive.newer(name))
}

function check<T>(name: string, where: string, value: unknown, schema: z.ZodType<T>): T {
  let detail: string
  try {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    detail = `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`
  } catch (error) {
    // Collections within collections without end.
    detail = String(error)
  }
  throw new AppError('unsupported', words.archive.wrong(name, where), { detail })
}
