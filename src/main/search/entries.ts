import { Growable } from './growable'

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
  /** Those of term `t` are the bytes from `starts[t]` up to, but not, `starts[t + 1]`. */
  readonly starts: Int32Array
  readonly bytes: Uint8Array
}

/** How many entries there are of a term. */
export function entriesOf({ starts, bytes }: Entries, term: number): number {
  const from = starts[term] ?? 0
  if (from >= (starts[term + 1] ?? 0)) return 0
  let size = 0
  for (let at = from, shift = 0; ; shift += 7) {
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
  read({ starts, bytes }: Entries, term: number): number {
    const end = starts[term + 1] ?? 0
    let at = starts[term] ?? 0
    if (at >= end) return 0
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

/** Packs the entries of one term after the other. */
export class EntryPacker {
  readonly #bytes = new Growable((size) => new Uint8Array(size), 4096)
  readonly #papers = new Growable((size) => new Int32Array(size), 1024)
  readonly #counts = new Growable((size) => new Uint16Array(size), 1024)

  /** Where the next term begins. */
  get length(): number {
    return this.#bytes.length
  }

  /** Takes an entry of the term that is packed. */
  add(paper: number, count: number): void {
    this.#papers.push(paper)
    this.#counts.push(count)
  }

  /** The term that is packed has all its entries. */
  endTerm(): void {
    const size = this.#papers.length
    if (size === 0) return
    const [papers, counts] = [this.#papers.values, this.#counts.values]
    this.#write(size)
    let before = 0
    for (let entry = 0; entry < size; entry++) {
      const [paper, count] = [papers[entry] ?? 0, counts[entry] ?? 0]
      const distance = paper - before
      before = paper
      // A paper that came before is behind the others: the lowest bit tells which way.
      const way = ((distance << 1) ^ (distance >> 31)) << 1
      if (count === usual) this.#write(way)
      else {
        this.#write(way | 1)
        this.#write((count & mostCount) * mostFields + (count >>> fieldShift))
      }
    }
    this.#papers.length = 0
    this.#counts.length = 0
  }

  /** All that was packed. */
  packed(): Uint8Array {
    return this.#bytes.trimmed()
  }

  #write(value: number): void {
    let rest = value
    while (rest > 127) {
      this.#bytes.push((rest & 127) | 128)
      rest >>>= 7
    }
    this.#bytes.push(rest)
  }
}
