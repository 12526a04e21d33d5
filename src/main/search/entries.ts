import { Growable } from './growable'
import { TermRowsBuilder, type TermRows } from './term-rows'

/** The low bits of a count tell how often a term stands in a field; the high ones, which field. */
export const fieldShift = 12
/** A field holds one term no oftener than this, as far as counts go. */
export const mostCount = 2 ** fieldShift - 1
/** Fields that papers can have. */
export const mostFields = 8

/** What most entries say, which then takes no byte of its own: once in the second field, the abstract. */
const usual = (1 << fieldShift) | 1

/**
 * Entries by term, each of a paper and a field of it that has the term. Packed: how many a term has, then of each its
 * distance from the paper before and a bit for whether its count is the usual one, else its count behind it (LEB128).
 */
export interface Entries {
  readonly rows: TermRows
  /** By row: where in `bytes` the entries of its term begin. */
  readonly starts: Int32Array
  readonly bytes: Uint8Array
}

/** How many entries there are of a term. */
export function entriesOf({ rows, starts, bytes }: Entries, term: number): number {
  const row = rows.of(term)
  if (row === -1) return 0
  let size = 0
  for (let at = starts[row] ?? 0, shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0
    size |= (byte & 127) << shift
    if (byte < 128) return size
  }
}

/** Unpacks the entries of one term after the other. */
export class EntryReader {
  /** The papers of the term that was read last, in their order. */
  papers = new Int32Array(1024)
  /** Field and count of each; see `fieldShift`. */
  counts = new Uint16Array(1024)

  /** Gives how many entries a term has, and puts them into `papers` and `counts`, until the next call. */
  read({ rows, starts, bytes }: Entries, term: number): number {
    const row = rows.of(term)
    if (row === -1) return 0
    let at = starts[row] ?? 0
    let size = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      size |= (byte & 127) << shift
      if (byte < 128) break
    }
    if (size > this.papers.length) {
      this.papers = new Int32Array(Math.ceil(size * 1.5))
      this.counts = new Uint16Array(this.papers.length)
    }
    const { papers, counts } = this
    let paper = 0
    for (let entry = 0; entry < size; entry++) {
      let byte = bytes[at++] ?? 0
      let value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0
        value |= (byte & 127) << shift
      }
      paper += (value >>> 2) ^ -((value >>> 1) & 1)
      papers[entry] = paper
      if ((value & 1) === 0) {
        counts[entry] = usual
        continue
      }
      byte = bytes[at++] ?? 0
      let count = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0
        count |= (byte & 127) << shift
      }
      // The field lies below the count here, so that a small one of any field fits a byte.
      counts[entry] = ((count & (mostFields - 1)) << fieldShift) | Math.floor(count / mostFields)
    }
    return size
  }
}

/** What an entry takes at the most: two numbers of five bytes. */
const mostBytes = 10

/** Packs the entries of one term after the other, in rising order. */
export class EntryPacker {
  readonly #rows: TermRowsBuilder
  readonly #starts = new Growable((size) => new Int32Array(size), 1024)
  readonly #bytes = new Growable((size) => new Uint8Array(size), 4096)
  /** Of the term that is packed: how many entries it has, and the paper of the last. */
  #size = 0
  #before = 0

  constructor(termCount: number) {
    this.#rows = new TermRowsBuilder(termCount)
  }

  /** Takes an entry of the term that is packed. */
  add(paper: number, count: number): void {
    const bytes = this.#bytes
    if (this.#size === 0) {
      this.#starts.push(bytes.length)
      // The byte that says how many there are.
      bytes.push(0)
    }
    this.#size++
    if (bytes.length + mostBytes > bytes.values.length) bytes.reserve(bytes.length + mostBytes)
    const distance = paper - this.#before
    this.#before = paper
    // A paper that came before is behind the others: the lowest bit tells which way.
    const way = ((distance << 1) ^ (distance >> 31)) << 1
    if (count === usual) bytes.length = put(bytes.values, bytes.length, way)
    else {
      const at = put(bytes.values, bytes.length, way | 1)
      const told = (count & mostCount) * mostFields + (count >>> fieldShift)
      bytes.length = put(bytes.values, at, told)
    }
  }

  /** A term has all its entries. Gives whether it has any, and so a row. */
  endTerm(term: number): boolean {
    const size = this.#size
    if (size === 0) return false
    this.#rows.add(term)
    const bytes = this.#bytes
    const start = this.#starts.values[this.#starts.length - 1] ?? 0
    const more = size < 1 << 7 ? 0 : size < 1 << 14 ? 1 : size < 1 << 21 ? 2 : 3
    if (more > 0) {
      bytes.reserve(bytes.length + more)
      bytes.values.copyWithin(start + 1 + more, start + 1, bytes.length)
      bytes.length += more
    }
    put(bytes.values, start, size)
    this.#size = 0
    this.#before = 0
    return true
  }

  /** All that was packed. */
  packed(): Entries {
    return {
      rows: this.#rows.built(),
      ...{ starts: this.#starts.trimmed(), bytes: this.#bytes.trimmed() }
    }
  }
}

/** Writes a number, and gives the place behind it. */
function put(bytes: Uint8Array, from: number, value: number): number {
  let at = from
  let rest = value
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128
    rest >>>= 7
  }
  bytes[at++] = rest
  return at
}
