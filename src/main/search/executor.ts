import { shortFields } from './fields'
import type { InvertedIndex } from './inverted-index'
import { EntryReader, fieldShift, mostCount, mostFields, type Entries } from './entries'
import { entriesIn } from './segment'

/** Lunr's constants of BM25. */
const k1 = 1.2
const b = 0.75

/** Terms to look for. */
export interface Lookup {
  terms: ArrayLike<number>
  /** Where they count: a bit for each field. */
  fields: number
  /** How much what is found counts. */
  weight: number
  /** The parts of the query that are answered by any of them: a bit for each; 0 for none. */
  parts: number
}

export interface Request {
  lookups: readonly Lookup[]
  /** The parts that a paper must have. */
  required: number
  /** The parts that it must not have. */
  prohibited: number
  /** By paper: 1 for one that may be found. Null for all. */
  within: Uint8Array | null
  /** How much a word counts in each field. */
  boosts: ArrayLike<number>
  /** Whether papers are found that have nothing of what is looked for, beside those that do. */
  everything?: boolean
}

/** Of so many terms in short fields, the entries of other fields are not even gone past. */
const manyTerms = 256

/** More parts than these have no bit. */
export const mostParts = 30
const wasSeen = 1 << mostParts

/** What was found: papers in no order; by paper its score and the parts that it has, until the next call. */
export interface Found {
  papers: Int32Array
  scores: Float32Array
  parts: Int32Array
}

/** Looks terms up in an index, and reckons how well each paper answers: BM25 as Lunr has it. */
export class Executor {
  #scores = new Float32Array(0)
  #parts = new Int32Array(0)
  #seen = new Int32Array(0)
  #count = 0
  /** The entries of short fields: beginnings of a letter or two have very many terms. */
  readonly #short = new WeakMap<Entries, Entries>()
  readonly #reader = new EntryReader()

  constructor(private readonly index: InvertedIndex) {}

  run({ lookups, required, prohibited, within, boosts, everything = false }: Request): Found {
    this.#reset()
    if (everything) this.#seeAll(within)
    const rest = new Set(lookups)
    const take = (wanted: (lookup: Lookup) => boolean, need: number, onlySeen: boolean): void => {
      for (const lookup of rest)
        if (wanted(lookup)) {
          rest.delete(lookup)
          this.#look(lookup, boosts, need, onlySeen)
        }
    }
    let have = 0
    // The rarest part first: what comes after need only look at what that has left.
    for (const part of this.#byRarity(lookups, required)) {
      take(({ parts }) => (parts & part) !== 0, have, have !== 0)
      have |= part
    }
    take(({ parts }) => (parts & prohibited) === 0, have, have !== 0)
    // Asked for nothing but what must not be there: all that have it not.
    if (prohibited !== 0 && lookups.every(({ parts }) => (parts & prohibited) !== 0))
      this.#seeAll(within)
    take(() => true, have, true)
    return {
      papers: this.#answering(required, prohibited, within),
      scores: this.#scores,
      parts: this.#parts
    }
  }

  #byRarity(lookups: readonly Lookup[], required: number): number[] {
    if ((required & (required - 1)) === 0) return required === 0 ? [] : [required]
    const parts: { part: number; size: number }[] = []
    for (let at = 0; at < mostParts; at++) {
      const part = 1 << at
      if ((required & part) === 0) continue
      let size = 0
      for (const lookup of lookups)
        if ((lookup.parts & part) !== 0)
          for (let at = 0; at < lookup.terms.length; at++)
            size += this.index.frequency(lookup.terms[at] ?? 0)
      parts.push({ part, size })
    }
    return parts.sort((x, y) => x.size - y.size).map(({ part }) => part)
  }

  /** Only papers that have the parts in `need` are looked at; with `onlySeen` only those already found. */
  #look(
    { terms, fields, weight, parts }: Lookup,
    boosts: ArrayLike<number>,
    need: number,
    onlySeen: boolean
  ): void {
    const { index } = this
    const { home, lengths } = index
    const reader = this.#reader
    const [scores, found, seen] = [this.#scores, this.#parts, this.#seen]
    const slopes = new Float64Array(mostFields)
    for (let field = 0; field < mostFields; field++)
      slopes[field] = (k1 * b) / index.averageLength(field)
    const flat = k1 * (1 - b)
    const bits = parts | wasSeen
    const segments = index.segments().map(({ segment, number, live, made }) => ({
      ...{ number, isWhole: live === made },
      entries: terms.length < manyTerms ? segment.entries : this.#entriesOf(segment.entries, fields)
    }))
    let count = this.#count
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0
      const factor = weight * index.rarity(term) * (k1 + 1)
      for (const { entries, number, isWhole } of segments) {
        const size = reader.read(entries, term)
        const { papers, counts } = reader
        for (let entry = 0; entry < size; entry++) {
          const packed = counts[entry] ?? 0
          const field = packed >>> fieldShift
          if ((fields & (1 << field)) === 0) continue
          const paper = papers[entry] ?? 0
          if (!isWhole && home[paper] !== number) continue
          const known = found[paper] ?? 0
          if ((known & need) !== need || (onlySeen && known === 0)) continue
          if (known === 0) seen[count++] = paper
          found[paper] = known | bits
          const times = packed & mostCount
          const length = lengths[paper * mostFields + field] ?? 0
          scores[paper] =
            (scores[paper] ?? 0) +
            (factor * (boosts[field] ?? 0) * times) / (flat + (slopes[field] ?? 0) * length + times)
        }
      }
    }
    this.#count = count
  }

  #entriesOf(all: Entries, fields: number): Entries {
    if ((fields & ~shortFields) !== 0) return all
    const known = this.#short.get(all)
    if (known !== undefined) return known
    const some = entriesIn(all, shortFields)
    this.#short.set(all, some)
    return some
  }

  #seeAll(within: Uint8Array | null): void {
    const { home } = this.index
    for (let paper = 0; paper < home.length; paper++) {
      if (home[paper] === 0 || (within !== null && within[paper] !== 1)) continue
      if (this.#parts[paper] === 0) this.#seen[this.#count++] = paper
      this.#parts[paper] = (this.#parts[paper] ?? 0) | wasSeen
    }
  }

  #answering(required: number, prohibited: number, within: Uint8Array | null): Int32Array {
    const papers = new Int32Array(this.#count)
    let kept = 0
    for (let at = 0; at < this.#count; at++) {
      const paper = this.#seen[at] ?? 0
      const parts = this.#parts[paper] ?? 0
      if ((parts & required) !== required || (parts & prohibited) !== 0) continue
      if (within === null || within[paper] === 1) papers[kept++] = paper
    }
    return papers.subarray(0, kept)
  }

  #reset(): void {
    const size = this.index.idLimit
    if (this.#scores.length !== size) {
      this.#scores = new Float32Array(size)
      this.#parts = new Int32Array(size)
      this.#seen = new Int32Array(size)
    } else
      for (let at = 0; at < this.#count; at++) {
        const paper = this.#seen[at] ?? 0
        this.#scores[paper] = 0
        this.#parts[paper] = 0
      }
    this.#count = 0
  }
}

/** The best papers first, no more than `limit`; of equals the one that came last. */
export function best({ papers, scores }: Found, limit: number): number[] {
  const isBetter = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0)
    return difference > 0 || (difference === 0 && a > b)
  }
  const byMerit = (a: number, b: number): number => (isBetter(a, b) ? -1 : 1)
  if (limit >= papers.length) return [...papers].sort(byMerit)
  // The worst of the best so far on top of a heap.
  const heap: number[] = []
  const sink = (from: number): void => {
    for (let at = from; ;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && isBetter(heap[worst] ?? 0, heap[child] ?? 0)) worst = child
      if (worst === at) return
      ;[heap[at], heap[worst]] = [heap[worst] ?? 0, heap[at] ?? 0]
      at = worst
    }
  }
  for (const paper of papers) {
    if (heap.length < limit) {
      heap.push(paper)
      if (heap.length === limit) for (let at = (limit >> 1) - 1; at >= 0; at--) sink(at)
    } else if (limit > 0 && isBetter(paper, heap[0] ?? 0)) {
      heap[0] = paper
      sink(0)
    }
  }
  return heap.sort(byMerit)
}
