import { closeSync, readSync } from 'node:fs'

/** Bytes that are wanted in parts, and seldom. */
export interface Bytes {
  readonly length: number
  /** Those from one place up to, but not, another. */
  read(from: number, to: number): Uint8Array
  /** To be called when they are wanted no more. */
  close(): void
}

/** Bytes in memory. */
export class HeldBytes implements Bytes {
  constructor(private readonly bytes: Uint8Array) {}

  get length(): number {
    return this.bytes.length
  }

  read(from: number, to: number): Uint8Array {
    return this.bytes.subarray(from, to)
  }

  close(): void {
    // Nothing is open.
  }
}

/** So many are read at a time: what is wanted next mostly lies near. */
const readAtATime = 65_536

/** Bytes that stay in a file. It is open all the while, so that they are there even if its name is gone. */
export class FiledBytes implements Bytes {
  #window: Uint8Array = new Uint8Array(0)
  #windowFrom = 0

  /** `file` is an open one, and closed with this; they lie there from `from` on. */
  constructor(
    private readonly file: number,
    private readonly from: number,
    readonly length: number
  ) {}

  /** @throws IndexUnreadable */
  read(from: number, to: number): Uint8Array {
    const at = from - this.#windowFrom
    if (at >= 0 && to - this.#windowFrom <= this.#window.length)
      return this.#window.subarray(at, to - this.#windowFrom)
    if (to - from > readAtATime) return this.#read(from, to)
    this.#window = this.#read(from, Math.min(from + readAtATime, this.length))
    this.#windowFrom = from
    return this.#window.subarray(0, to - from)
  }

  close(): void {
    closeSync(this.file)
  }

  #read(from: number, to: number): Uint8Array {
    const bytes = new Uint8Array(to - from)
    fill(this.file, bytes, this.from + from)
    return bytes
  }
}

/** Thrown where files of the index are not there any more as they were when it was loaded. */
export class IndexUnreadable extends Error {}

/**
 * Fills an array from a place of an open file on.
 * @throws IndexUnreadable
 */
export function fill(file: number, bytes: Uint8Array, from: number): void {
  try {
    for (let at = 0; at < bytes.length;) {
      const count = readSync(file, bytes, at, bytes.length - at, from + at)
      if (count === 0) throw new Error('The file is shorter than it was.')
      at += count
    }
  } catch (cause) {
    throw new IndexUnreadable('The search index cannot be read from its files.', { cause })
  }
}
