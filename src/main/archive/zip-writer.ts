import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { flags, full16, full32, lengths, methods, signatures, zip64Extra } from './zip-records'

/** The text of a file, or pieces of it in their order. */
export type Pieces = string | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** A file that was put into an archive: its size, and the sum over what is in it. */
export interface Written {
  bytes: number
  sha256: string
}

interface Entry {
  name: Buffer
  method: number
  crc: number
  packed: number
  bytes: number
  at: number
}

/** From this size on an entry is given room for sizes of eight bytes. */
const huge = 0xf0000000
/** Texts up to so many characters are packed without a stream for each. */
const short = 100_000
const atOnce = 512 * 1024
const headersAtOnce = 1000

/**
 * Writes a zip archive into a file that is open for writing, one entry after another; what is in them is never
 * in memory whole. Above 4 GB or 65,535 entries the archive is a zip64 one.
 */
export class ZipWriter {
  #at = 0
  readonly #entries: Entry[] = []
  readonly #time: [number, number]

  constructor(
    private readonly file: Pick<FileHandle, 'write'>,
    private readonly signal: AbortSignal,
    now = new Date()
  ) {
    this.#time = dosTime(now)
  }

  /**
   * Puts a file into the archive.
   * @param expected its size as far as it is known; above 4 GB it has to be
   */
  async add(
    name: string,
    pieces: Pieces,
    { isPacked, expected = 0 }: { isPacked: boolean; expected?: number }
  ): Promise<Written> {
    const entry: Entry = {
      ...{ name: Buffer.from(name), method: isPacked ? methods.deflated : methods.stored },
      ...{ crc: 0, packed: 0, bytes: 0, at: this.#at }
    }
    const isHuge = expected >= huge
    this.#at += lengths.local + entry.name.length + (isHuge ? 20 : 0)
    const hash = createHash('sha256')
    const measure = (buffer: Buffer): Buffer => {
      hash.update(buffer)
      entry.crc = crc32(buffer, entry.crc)
      entry.bytes += buffer.length
      return buffer
    }
    const write = async (packed: AsyncIterable<Buffer>): Promise<void> => {
      for await (const piece of packed) {
        await this.#write(piece)
        entry.packed += piece.length
      }
    }
    const { signal } = this
    signal.throwIfAborted()
    if (typeof pieces === 'string' && pieces.length < short) {
      const buffer = measure(Buffer.from(pieces))
      const packed = isPacked ? deflateRawSync(buffer) : buffer
      entry.packed = packed.length
      this.#at += packed.length
      await this.#writeAt(Buffer.concat([this.#localHeader(entry, isHuge), packed]), entry.at)
    } else {
      const source = Readable.from(measured(pieces, measure))
      if (isPacked) await pipeline(source, createDeflateRaw(), write, { signal })
      else await pipeline(source, write, { signal })
      if (!isHuge && Math.max(entry.bytes, entry.packed) >= full32)
        throw new Error(`${name} grew beyond 4 GB while it was written`)
      await this.#writeAt(this.#localHeader(entry, isHuge), entry.at)
    }
    this.#entries.push(entry)
    return { bytes: entry.bytes, sha256: hash.digest('hex') }
  }

  /** Writes the directory, without which nothing of it can be read. */
  async finish(): Promise<void> {
    const start = this.#at
    for (let from = 0; from < this.#entries.length; from += headersAtOnce) {
      const entries = this.#entries.slice(from, from + headersAtOnce)
      await this.#write(Buffer.concat(entries.map((entry) => this.#centralHeader(entry))))
    }
    const size = this.#at - start
    const count = this.#entries.length
    if (count >= full16 || start >= full32 || size >= full32) {
      const at = this.#at
      const end = Buffer.alloc(lengths.end64 + lengths.locator64)
      end.writeUInt32LE(signatures.end64, 0)
      end.writeBigUInt64LE(BigInt(lengths.end64 - 12), 4)
      end.writeUInt16LE(45, 12)
      end.writeUInt16LE(45, 14)
      end.writeBigUInt64LE(BigInt(count), 24)
      end.writeBigUInt64LE(BigInt(count), 32)
      end.writeBigUInt64LE(BigInt(size), 40)
      end.writeBigUInt64LE(BigInt(start), 48)
      end.writeUInt32LE(signatures.locator64, lengths.end64)
      end.writeBigUInt64LE(BigInt(at), lengths.end64 + 8)
      end.writeUInt32LE(1, lengths.end64 + 16)
      await this.#write(end)
    }
    const end = Buffer.alloc(lengths.end)
    end.writeUInt32LE(signatures.end, 0)
    end.writeUInt16LE(Math.min(count, full16), 8)
    end.writeUInt16LE(Math.min(count, full16), 10)
    end.writeUInt32LE(Math.min(size, full32), 12)
    end.writeUInt32LE(Math.min(start, full32), 16)
    await this.#write(end)
  }

  #localHeader({ name, method, crc, packed, bytes }: Entry, isHuge: boolean): Buffer {
    const header = Buffer.alloc(lengths.local + name.length + (isHuge ? 20 : 0))
    header.writeUInt32LE(signatures.local, 0)
    this.#writeCommon(header, 4, isHuge, method, crc)
    header.writeUInt32LE(isHuge ? full32 : packed, 18)
    header.writeUInt32LE(isHuge ? full32 : bytes, 22)
    header.writeUInt16LE(name.length, 26)
    header.writeUInt16LE(isHuge ? 20 : 0, 28)
    name.copy(header, lengths.local)
    if (isHuge) writeExtra(header, lengths.local + name.length, [bytes, packed])
    return header
  }

  #centralHeader({ name, method, crc, packed, bytes, at }: Entry): Buffer {
    const large = [bytes, packed, at].filter((value) => value >= full32)
    const extra = large.length === 0 ? 0 : 4 + 8 * large.length
    const header = Buffer.alloc(lengths.central + name.length + extra)
    header.writeUInt32LE(signatures.central, 0)
    header.writeUInt16LE(45, 4)
    this.#writeCommon(header, 6, extra > 0, method, crc)
    header.writeUInt32LE(Math.min(packed, full32), 20)
    header.writeUInt32LE(Math.min(bytes, full32), 24)
    header.writeUInt16LE(name.length, 28)
    header.writeUInt16LE(extra, 30)
    header.writeUInt32LE(Math.min(at, full32), 42)
    name.copy(header, lengths.central)
    if (extra > 0) writeExtra(header, lengths.central + name.length, large)
    return header
  }

  /** What both headers of an entry begin with: the version it takes to read it, flags, method, time, checksum. */
  #writeCommon(header: Buffer, at: number, isLarge: boolean, method: number, crc: number): void {
    header.writeUInt16LE(isLarge ? 45 : 20, at)
    header.writeUInt16LE(flags.utf8, at + 2)
    header.writeUInt16LE(method, at + 4)
    header.writeUInt16LE(this.#time[1], at + 6)
    header.writeUInt16LE(this.#time[0], at + 8)
    header.writeUInt32LE(crc, at + 10)
  }

  async #write(bytes: Buffer): Promise<void> {
    const at = this.#at
    this.#at += bytes.length
    await this.#writeAt(bytes, at)
  }

  async #writeAt(bytes: Buffer, at: number): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.file.write(bytes, done, bytes.length - done, at + done)
      done += bytesWritten
    }
  }
}

/** Bytes of pieces, so many at a time that taking their sum holds up nobody. */
async function* measured(
  pieces: Pieces,
  measure: (buffer: Buffer) => Buffer
): AsyncGenerator<Buffer> {
  for await (const piece of typeof pieces === 'string' ? [pieces] : pieces) {
    const buffer =
      typeof piece === 'string'
        ? Buffer.from(piece)
        : Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    for (let at = 0; at < buffer.length; at += atOnce)
      yield measure(buffer.subarray(at, at + atOnce))
  }
}

function writeExtra(header: Buffer, at: number, values: readonly number[]): void {
  header.writeUInt16LE(zip64Extra, at)
  header.writeUInt16LE(8 * values.length, at + 2)
  values.forEach((value, index) => header.writeBigUInt64LE(BigInt(value), at + 4 + 8 * index))
}

/** Day and time of day as the format packs them; it knows no year before 1980. */
function dosTime(now: Date): [number, number] {
  const year = Math.min(127, Math.max(0, now.getFullYear() - 1980))
  return [
    (year << 9) | ((now.getMonth() + 1) << 5) | now.getDate(),
    (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1)
  ]
}
