import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { flags, full16, full32, lengths, methods, signatures, zip64Extra } from './zip-records'

/** A file of an archive, as its directory tells of it. */
interface Entry {
  name: string
  method: number
  crc: number
  packed: number
  bytes: number
  at: number
}

const chunk = 256 * 1024
/** The end of an archive may be followed by a comment of this length at most. */
const longestComment = 0xffff
/** The directory of more than a million files; a larger one is refused. */
const largestDirectory = 200_000_000

/**
 * A zip archive, of which files are read one by one: nothing is believed that its bytes do not bear out, and no
 * more is unpacked of a file than the directory says it has.
 */
export class ZipReader {
  private constructor(
    private readonly file: FileHandle,
    private readonly name: string,
    private readonly entries: ReadonlyMap<string, Entry>
  ) {}

  /** @throws AppError `unsupported` for what is no sound zip archive, `unreadable-file` */
  static async open(path: string): Promise<ZipReader> {
    const name = basename(path)
    let file: FileHandle
    try {
      file = await open(path, 'r')
    } catch (error) {
      throw new AppError('unreadable-file', words.importing.unreadable(name), {
        cause: error,
        detail: String(error)
      })
    }
    try {
      return new ZipReader(file, name, await readDirectory(file, name))
    } catch (error) {
      await file.close()
      throw error instanceof AppError ? error : damaged(name, error)
    }
  }

  close(): Promise<void> {
    return this.file.close()
  }

  /** The size of a file as the directory has it; null where there is none of this name. */
  sizeOf(path: string): number | null {
    return this.entries.get(path)?.bytes ?? null
  }

  /**
   * The bytes of a file, which are those that its size and checksum are of once the last has been given.
   * @throws AppError `unsupported` where they are not
   */
  async *read(path: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(path)
    if (entry === undefined)
      throw new AppError('unsupported', words.archive.missing(this.name, path))
    let bytes = 0
    let crc = 0
    try {
      for await (const piece of this.#unpacked(entry)) {
        bytes += piece.length
        if (bytes > entry.bytes) throw new Error(`${path} is larger than it says`)
        crc = crc32(piece, crc)
        yield piece
      }
      if (bytes !== entry.bytes || crc !== entry.crc) throw new Error(`${path} is not what it was`)
    } catch (error) {
      throw error instanceof AppError ? error : damaged(this.name, error)
    }
  }

  #unpacked(entry: Entry): AsyncIterable<Buffer> {
    const raw = this.#raw(entry)
    if (entry.method === methods.stored) return raw
    const unpacking = createInflateRaw()
    // Whoever reads it is told of a failure by the stream itself.
    pipeline(Readable.from(raw), unpacking, () => undefined)
    return unpacking
  }

  async *#raw({ name, at, packed }: Entry): AsyncGenerator<Buffer> {
    const header = await readAt(this.file, at, lengths.local)
    if (header.readUInt32LE(0) !== signatures.local) throw new Error(`${name} has no header`)
    let from = at + lengths.local + header.readUInt16LE(26) + header.readUInt16LE(28)
    const end = from + packed
    while (from < end) {
      const piece = await readAt(this.file, from, Math.min(chunk, end - from))
      from += piece.length
      yield piece
    }
  }
}

async function readDirectory(file: FileHandle, name: string): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const tailLength = Math.min(size, lengths.end + longestComment)
  const tail = await readAt(file, size - tailLength, tailLength)
  let at = tail.length - lengths.end
  while (at >= 0 && !isEnd(tail, at)) at--
  if (at < 0) throw new AppError('unsupported', words.archive.notOne(name))
  let count = tail.readUInt16LE(at + 10)
  let length = tail.readUInt32LE(at + 12)
  let start = tail.readUInt32LE(at + 16)
  if (count === full16 || length === full32 || start === full32) {
    const locator = await readAt(
      file,
      size - tailLength + at - lengths.locator64,
      lengths.locator64
    )
    if (locator.readUInt32LE(0) === signatures.locator64) {
      const end = await readAt(file, whole(locator.readBigUInt64LE(8)), lengths.end64)
      if (end.readUInt32LE(0) !== signatures.end64) throw new Error('no end of a zip64 archive')
      count = whole(end.readBigUInt64LE(32))
      length = whole(end.readBigUInt64LE(40))
      start = whole(end.readBigUInt64LE(48))
    }
  }
  if (length > largestDirectory || start + length > size) throw new Error('no such directory')
  return readEntries(await readAt(file, start, length), count, { name, size })
}

function readEntries(
  directory: Buffer,
  count: number,
  archive: { name: string; size: number }
): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let at = 0
  for (let n = 0; n < count; n++) {
    if (directory.readUInt32LE(at) !== signatures.central) throw new Error('no entry')
    const nameEnd = at + lengths.central + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const end = extraEnd + directory.readUInt16LE(at + 32)
    if (end > directory.length) throw new Error('an entry ends behind the directory')
    const path = directory.toString('utf8', at + lengths.central, nameEnd)
    const [bytes, packed, start] = sizesOf(directory, at, nameEnd, extraEnd)
    const method = directory.readUInt16LE(at + 10)
    const isEncrypted = (directory.readUInt16LE(at + 8) & flags.encrypted) !== 0
    if (isEncrypted || (method !== methods.stored && method !== methods.deflated))
      throw new AppError('unsupported', words.archive.locked(archive.name, path))
    if (!isWithin(path))
      throw new AppError('unsupported', words.archive.outside(archive.name, path))
    if (start + packed > archive.size) throw new Error(`${path} ends behind the archive`)
    if (entries.has(path)) throw new Error(`${path} is there twice`)
    const crc = directory.readUInt32LE(at + 16)
    if (!path.endsWith('/'))
      entries.set(path, { name: path, method, crc, packed, bytes, at: start })
    at = end
  }
  return entries
}

/** Sizes and place of an entry, from the zip64 extra field where its own fields are full. */
function sizesOf(
  directory: Buffer,
  at: number,
  from: number,
  to: number
): [number, number, number] {
  const sizes: [number, number, number] = [
    directory.readUInt32LE(at + 24),
    directory.readUInt32LE(at + 20),
    directory.readUInt32LE(at + 42)
  ]
  for (let extra = from; extra + 4 <= to; extra += 4 + directory.readUInt16LE(extra + 2)) {
    if (directory.readUInt16LE(extra) !== zip64Extra) continue
    let value = extra + 4
    for (const index of [0, 1, 2] as const) {
      if (sizes[index] !== full32) continue
      if (value + 8 > to) throw new Error('a zip64 field is cut off')
      sizes[index] = whole(directory.readBigUInt64LE(value))
      value += 8
    }
  }
  return sizes
}

function isEnd(tail: Buffer, at: number): boolean {
  return (
    tail.readUInt32LE(at) === signatures.end &&
    at + lengths.end + tail.readUInt16LE(at + 20) === tail.length
  )
}

/** Whether a path stays within the folder that an archive would be unpacked in. */
function isWithin(path: string): boolean {
  return (
    path !== '' &&
    !/[\\\0]|^\/|^[a-z]:/i.test(path) &&
    !path.split('/').some((part) => part === '..' || part === '.')
  )
}

function whole(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error('a size beyond measure')
  return Number(value)
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  if (at < 0) throw new Error('a place before the file')
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(buffer, done, length - done, at + done)
    if (bytesRead === 0) throw new Error('the file ends too early')
    done += bytesRead
  }
  return buffer
}

function damaged(name: string, cause: unknown): AppError {
  return new AppError('unsupported', words.archive.damaged(name), {
    cause,
    detail: cause instanceof Error ? cause.message : String(cause)
  })
}
