import { HeldBytes, type Bytes } from './bytes'
import { EntryPacker, EntryReader, fieldShift, mostCount, type Entries } from './entries'
import { Growable } from './growable'

/**
 * Where terms stand in some papers, by term: for each paper and field that has it an entry, and the places
 * of its words there. What it holds of papers whose newer state is elsewhere is passed over by readers.
 */
export interface Segment {
  readonly entries: Entries
  /** By row of `entries`: where the places of its term begin in `places`. */
  readonly placeStarts: Int32Array
  /** For each entry, in order, its count of places, each as its distance from the one before (LEB128). */
  places: Bytes
}

/** The entries that are of some fields, a bit each. */
export function entriesIn(entries: Entries, fields: number): Entries {
  const reader = new EntryReader()
  const packer = new EntryPacker(entries.rows.limit)
  for (const term of entries.rows) {
    const size = reader.read(entries, term)
    for (let entry = 0; entry < size; entry++) {
      const count = reader.counts[entry] ?? 0
      if ((fields & (1 << (count >>> fieldShift))) !== 0)
        packer.add(reader.papers[entry] ?? 0, count)
    }
    packer.endTerm(term)
  }
  return packer.packed()
}

/** The places of a term's words in a segment. */
export function placesOf({ entries, placeStarts, places }: Segment, term: number): Uint8Array {
  const row = entries.rows.of(term)
  return row === -1
    ? new Uint8Array(0)
    : places.read(placeStarts[row] ?? 0, placeStarts[row + 1] ?? places.length)
}

/** Takes in papers one by one, each once; what it made of them is then put in order by term. */
export class SegmentBuilder {
  readonly #terms = new Growable((size) => new Int32Array(size), 1024)
  readonly #papers = new Growable((size) => new Int32Array(size), 1024)
  readonly #counts = new Growable((size) => new Uint16Array(size), 1024)
  readonly #placeAt = new Growable((size) => new Int32Array(size), 1024)
  readonly #places = new Growable((size) => new Uint8Array(size), 4096)
  readonly #ranges = new Map<number, [from: number, to: number]>()
  /** Of the paper that is being taken in: the last entry of each term, while it is of this field. */
  #entryOf = new Int32Array(1024).fill(-1)
  /** Places of this field's words, by entry as a chain: the first, and what follows each. */
  readonly #next: number[] = []
  readonly #head: number[] = []
  readonly #tail: number[] = []
  readonly #at: number[] = []

  /** The papers in it. */
  get papers(): Iterable<number> {
    return this.#ranges.keys()
  }

  get size(): number {
    return this.#ranges.size
  }

  /** How many entries it has, those of removed papers too. */
  get entries(): number {
    return this.#terms.length
  }

  has(paper: number): boolean {
    return this.#ranges.has(paper)
  }

  /** Takes in one field of a paper after the other: for each of its words the term and the place. */
  add(
    paper: number,
    fields: readonly {
      field: number
      terms: ArrayLike<number>
      places: ArrayLike<number>
      length: number
    }[]
  ): void {
    const from = this.#terms.length
    for (const { field, terms, places, length } of fields)
      this.#addField(paper, field, terms, places, length)
    this.#ranges.set(paper, [from, this.#terms.length])
  }

  /** Forgets a paper that was taken in. */
  remove(paper: number): void {
    const range = this.#ranges.get(paper)
    if (range === undefined) return
    this.#papers.values.fill(-1, ...range)
    this.#ranges.delete(paper)
  }

  /** Numbers terms anew: `numbers` has the new number of each; those behind its end keep theirs. */
  renumber(numbers: Int32Array): void {
    const terms = this.#terms.values
    for (let entry = 0; entry < this.#terms.length; entry++) {
      const term = terms[entry] ?? 0
      terms[entry] = numbers[term] ?? term
    }
    this.#entryOf.fill(-1)
  }

  /** Everything by term, for so many terms as there are now. */
  seal(termCount: number): Segment {
    const entries = this.#terms.length
    const [terms, papers, counts, placeAt, bytes] = [
      this.#terms.values,
      this.#papers.values,
      this.#counts.values,
      this.#placeAt.values,
      this.#places.values
    ]
    const endOf = (entry: number): number =>
      entry + 1 < entries ? (placeAt[entry + 1] ?? 0) : this.#places.length
    // The entries of each term, one behind the other.
    const next = new Int32Array(termCount + 1)
    let placeCount = 0
    for (let entry = 0; entry < entries; entry++) {
      if (papers[entry] === -1) continue
      const term = (terms[entry] ?? 0) + 1
      next[term] = (next[term] ?? 0) + 1
      placeCount += endOf(entry) - (placeAt[entry] ?? 0)
    }
    for (let term = 1; term <= termCount; term++)
      next[term] = (next[term] ?? 0) + (next[term - 1] ?? 0)
    const byTerm = new Int32Array(next[termCount] ?? 0)
    for (let entry = 0; entry < entries; entry++) {
      if (papers[entry] === -1) continue
      const term = terms[entry] ?? 0
      const at = next[term] ?? 0
      byTerm[at] = entry
      next[term] = at + 1
    }
    const placeStarts = new Growable((size) => new Int32Array(size), 1024)
    const places = new Uint8Array(placeCount)
    const packer = new EntryPacker(termCount)
    let at = 0
    let placesTo = 0
    for (let term = 0; term < termCount; term++) {
      // What was where a term begins is now where it ends.
      const end = next[term] ?? 0
      if (at === end) continue
      placeStarts.push(placesTo)
      for (; at < end; at++) {
        const entry = byTerm[at] ?? 0
        packer.add(papers[entry] ?? 0, counts[entry] ?? 0)
        for (let byte = placeAt[entry] ?? 0, end = endOf(entry); byte < end; byte++)
          places[placesTo++] = bytes[byte] ?? 0
      }
      packer.endTerm(term)
    }
    return {
      entries: packer.packed(),
      ...{ placeStarts: placeStarts.trimmed(), places: new HeldBytes(places) }
    }
  }

  #addField(
    paper: number,
    field: number,
    terms: ArrayLike<number>,
    places: ArrayLike<number>,
    length: number
  ): void {
    const from = this.#terms.length
    const [next, head, tail, at] = [this.#next, this.#head, this.#tail, this.#at]
    let used = 0
    let chained = 0
    for (let word = 0; word < length; word++) {
      const term = terms[word] ?? 0
      if (term >= this.#entryOf.length) this.#widen(term)
      let entry = this.#entryOf[term] ?? -1
      if (entry < from) {
        entry = this.#terms.length
        this.#entryOf[term] = entry
        this.#terms.push(term)
        this.#papers.push(paper)
        this.#counts.push(field << fieldShift)
        head[used] = -1
        used++
      }
      const local = entry - from
      const count = (this.#counts.values[entry] ?? 0) & mostCount
      if (count === mostCount) continue
      this.#counts.values[entry] = (field << fieldShift) | (count + 1)
      at[chained] = places[word] ?? 0
      next[chained] = -1
      if (head[local] === -1) head[local] = chained
      else next[tail[local] ?? 0] = chained
      tail[local] = chained
      chained++
    }
    for (let local = 0; local < used; local++) {
      this.#placeAt.push(this.#places.length)
      let before = 0
      for (let one = head[local] ?? -1; one !== -1; one = next[one] ?? -1) {
        let distance = Math.max(0, (at[one] ?? 0) - before)
        before = at[one] ?? 0
        while (distance > 127) {
          this.#places.push((distance & 127) | 128)
          distance >>>= 7
        }
        this.#places.push(distance)
      }
    }
  }

  #widen(term: number): void {
    const wider = new Int32Array(Math.max(term + 1, this.#entryOf.length * 2)).fill(-1)
    wider.set(this.#entryOf)
    this.#entryOf = wider
  }
}
