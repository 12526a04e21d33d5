import { Growable } from './growable'
import { TermRows } from './term-rows'

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

/** Packs the entries of one term after the other, in rising order. */
export class EntryPacker {
  readonly #bits: Int32Array
  readonly #starts = new Growable((size) => new Int32Array(size), 1024)
  readonly #bytes = new Growable((size) => new Uint8Array(size), 4096)
  readonly #papers = new Growable((size) => new Int32Array(size), 1024)
  readonly #counts = new Growable((size) => new Uint16Array(size), 1024)

  constructor(termCount: number) {
    this.#bits = new Int32Array(Math.ceil(termCount / 32))
  }

  /** Takes an entry of the term that is packed. */
  add(paper: number, count: number): void {
    this.#papers.push(paper)
    this.#counts.push(count)
  }

  /** A term has all its entries. Gives whether it has any, and so a row. */
  endTerm(term: number): boolean {
    const size = this.#papers.length
    if (size === 0) return false
    this.#bits[term >>> 5] = (this.#bits[term >>> 5] ?? 0) | (1 << (term & 31))
    this.#starts.push(this.#bytes.length)
    // Room for the longest that they can be.
    this.#bytes.reserve(this.#bytes.length + mostBytes * (size + 1))
    const [papers, counts, bytes] = [this.#papers.values, this.#counts.values, this.#bytes.values]
    let at = put(bytes, this.#bytes.length, size)
    let before = 0
    for (let entry = 0; entry < size; entry++) {
      const [paper, count] = [papers[entry] ?? 0, counts[entry] ?? 0]
      const distance = paper - before
      before = paper
      // A paper that came before is behind the others: the lowest bit tells which way.
      const way = ((distance << 1) ^ (distance >> 31)) << 1
      if (count === usual) at = put(bytes, at, way)
      else {
        at = put(bytes, at, way | 1)
        at = put(bytes, at, (count & mostCount) * mostFields + (count >>> fieldShift))
      }
    }
    this.#bytes.length = at
    this.#papers.length = 0
    this.#counts.length = 0
    return true
  }

  /** All that was packed. */
  packed(): Entries {
    return {
      rows: new TermRows(this.#bits),
      ...{ starts: this.#starts.trimmed(), bytes: this.#bytes.trimmed() }
    }
  }
}

/** What an entry takes at the most: two numbers of five bytes. */
const mostBytes = 10

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
