import { randomUUID } from 'node:crypto'
import { HeldBytes, type Bytes } from './bytes'
import { mergeSegments } from './merge-segments'
import { entriesOf, EntryReader, mostFields } from './entries'
import { SegmentBuilder, type Segment } from './segment'
import { PaperWords } from './paper-words'
import { Vocabulary, type VocabularyParts } from './vocabulary'

/** One field of a paper: the terms of its words in order, and the place of each. */
export interface FieldWords {
  field: number
  terms: ArrayLike<number>
  places: ArrayLike<number>
  length: number
}

/** A segment, with the number by which papers know that it holds their newest state. */
export interface Held {
  readonly number: number
  /** Its own among all segments of all indexes. */
  readonly name: string
  readonly segment: Segment
  /** Papers it was made of, and those of them it still holds the newest state of. */
  readonly made: number
  live: number
}

/** An index taken apart, by the names of its parts. */
export interface IndexParts {
  vocabulary: VocabularyParts
  segments: Held[]
  home: Int32Array
  lengths: Uint16Array
  revisions: Int32Array
  sums: Int32Array
  words: { bytes: Bytes; starts: Int32Array; waste: number }
}

/** New papers become a segment of their own when there are so many. */
const sealedAt = 4096
/** Fewer than these are put in order anew for each query after a change. */
const fewAtMost = 256
/** More segments than these are too many to look into. */
const mostSegments = 5
const longest = 65_535
/** So many entries are merged before others have their turn: some milliseconds. */
const entriesAtATime = 400_000

/** Which terms stand where in which papers, by numbers; what they mean is for others to know. */
export class InvertedIndex {
  vocabulary = new Vocabulary()
  #segments: Held[] = []
  #growing = new SegmentBuilder()
  #latest: Held | null = null
  #numbers = 1
  /** By paper: the number of the segment that holds its newest state, 0 for none. */
  #home: Int32Array = new Int32Array(1024)
  /** By paper and field: how many words. */
  #lengths: Uint16Array = new Uint16Array(1024 * mostFields)
  /** By paper: the revision of the library at which it was as it is here; and a sum over what was read. */
  #revisions: Int32Array = new Int32Array(1024)
  #sums: Int32Array = new Int32Array(1024)
  #paperWords = new PaperWords()
  readonly #words = new Float64Array(mostFields)
  readonly #having = new Int32Array(mostFields)
  #frequencies = new Int32Array(0)
  readonly #reader = new EntryReader()
  #size = 0
  #merging: Promise<void> | null = null
  /** Until it is over all new papers are kept together, since their terms get new numbers too. */
  #isRenumbering = false

  constructor(private readonly mergeSlice = entriesAtATime) {}

  /** How many papers there are. */
  get size(): number {
    return this.#size
  }

  /** One more than the highest id of a paper so far. */
  get idLimit(): number {
    return this.#home.length
  }

  get home(): Int32Array {
    return this.#home
  }

  get lengths(): Uint16Array {
    return this.#lengths
  }

  has(paper: number): boolean {
    return (this.#home[paper] ?? 0) !== 0
  }

  /** The revision at which a paper was as it is here; 0 for one that is not here. */
  revisionOf(paper: number): number {
    return this.#revisions[paper] ?? 0
  }

  /** Notes that a paper has changed in nothing that is searched, as its sum shows. False: it has. */
  isSame(paper: number, sum: number, revision: number): boolean {
    if (!this.has(paper) || this.#sums[paper] !== sum) return false
    this.#revisions[paper] = revision
    return true
  }

  /**
   * Takes in a paper, in place of its older state if it has one. `words` are the numbers in the vocabulary
   * of its words, in rising order, each once.
   */
  put(
    paper: number,
    fields: readonly FieldWords[],
    {
      revision = 0,
      sum = 0,
      words = new Int32Array(0)
    }: { revision?: number; sum?: number; words?: Int32Array } = {}
  ): void {
    this.remove(paper)
    this.#reach(paper)
    this.#paperWords.put(paper, words)
    for (const word of words) this.vocabulary.use(word, 1)
    for (const { field, length } of fields) {
      const kept = Math.min(length, longest)
      this.#lengths[paper * mostFields + field] = kept
      this.#count(field, kept, 1)
    }
    this.#growing.add(paper, fields)
    this.#home[paper] = this.#numbers
    this.#revisions[paper] = revision
    this.#sums[paper] = sum
    this.#size++
    this.#changed()
    if (this.#growing.size >= sealedAt && !this.#isRenumbering) this.#seal()
  }

  remove(paper: number): void {
    const number = this.#home[paper] ?? 0
    if (number === 0) return
    if (number === this.#numbers) this.#growing.remove(paper)
    else {
      const held = this.#segments.find((one) => one.number === number)
      if (held) held.live--
    }
    this.#home[paper] = 0
    this.#revisions[paper] = 0
    this.#paperWords.take(paper, (word) => {
      this.vocabulary.use(word, -1)
    })
    const from = paper * mostFields
    for (let field = 0; field < mostFields; field++)
      this.#count(field, this.#lengths[from + field] ?? 0, -1)
    this.#lengths.fill(0, from, from + mostFields)
    this.#size--
    this.#changed()
  }

  /** All segments that papers are in now. */
  segments(): readonly Held[] {
    if (this.#growing.size === 0) return this.#segments
    if (this.#growing.size >= fewAtMost && !this.#isRenumbering) {
      this.#seal()
      return this.#segments
    }
    this.#latest ??= {
      number: this.#numbers,
      name: '',
      segment: this.#growing.seal(this.vocabulary.size),
      made: this.#growing.size,
      live: this.#growing.size
    }
    return [...this.#segments, this.#latest]
  }

  /** In how many fields of papers a term stands: Lunr's count of documents with a term. */
  frequency(term: number): number {
    if (this.#frequencies.length < this.vocabulary.size)
      this.#forgetFrequencies(this.vocabulary.size + 1024)
    const known = this.#frequencies[term] ?? -1
    if (known !== -1) return known
    let count = 0
    for (const { segment, number, live, made } of this.segments()) {
      if (live === made) {
        count += entriesOf(segment.entries, term)
        continue
      }
      const size = this.#reader.read(segment.entries, term)
      for (let entry = 0; entry < size; entry++)
        if (this.#home[this.#reader.papers[entry] ?? 0] === number) count++
    }
    this.#frequencies[term] = count
    return count
  }

  /** How much it tells that a term is there at all: Lunr's inverse document frequency. */
  rarity(term: number): number {
    const having = this.frequency(term)
    return Math.log(1 + Math.abs((this.#size - having + 0.5) / (having + 0.5)))
  }

  /** How many words a field has on average, where it has any. */
  averageLength(field: number): number {
    const having = this.#having[field] ?? 0
    return having === 0 ? 1 : (this.#words[field] ?? 0) / having
  }

  /** Merges segments where there are too many, or too much in them is out of date; by and by. */
  async tidy(): Promise<void> {
    while (this.#merging !== null) await this.#merging
    this.vocabulary.settle()
    const chosen = this.#toMerge()
    if (chosen.length === 0) return
    this.#merging = this.#merge(chosen).finally(() => {
      this.#merging = null
    })
    await this.#merging
  }

  /** Everything, in a form that can be written to files; to be used before the index changes again. */
  async export(): Promise<IndexParts> {
    while (this.#merging !== null) await this.#merging
    if (this.#growing.size > 0) this.#seal()
    const words = this.#paperWords.export()
    return {
      vocabulary: this.vocabulary.export(),
      segments: this.#segments.map((held) => ({ ...held })),
      home: this.#home,
      lengths: this.#lengths,
      revisions: this.#revisions,
      sums: this.#sums,
      words: { ...words, bytes: new HeldBytes(words.bytes) }
    }
  }

  /** What is seldom wanted of what was exported is read from files from now on, instead of being kept in memory. */
  readFrom({ words, places }: { words: Bytes; places: ReadonlyMap<Segment, Bytes> }): void {
    this.#paperWords.readFrom(words)
    for (const [segment, bytes] of places) {
      segment.places.close()
      segment.places = bytes
    }
  }

  /** Closes files that it reads from; it is not to be used any more. */
  close(): void {
    this.#paperWords.close()
    for (const { segment } of this.#segments) segment.places.close()
  }

  static from(parts: IndexParts): InvertedIndex {
    const index = new InvertedIndex()
    index.vocabulary = Vocabulary.from(parts.vocabulary)
    index.#segments = parts.segments
    index.#home = parts.home
    index.#lengths = parts.lengths
    index.#revisions = parts.revisions
    index.#sums = parts.sums
    index.#paperWords = new PaperWords(parts.words.bytes, parts.words.starts, parts.words.waste)
    index.#numbers = Math.max(0, ...parts.segments.map(({ number }) => number)) + 1
    for (const [paper, number] of parts.home.entries()) {
      if (number === 0) continue
      index.#size++
      for (let field = 0; field < mostFields; field++)
        index.#count(field, parts.lengths[paper * mostFields + field] ?? 0, 1)
    }
    return index
  }

  #count(field: number, length: number, sign: 1 | -1): void {
    if (length === 0) return
    this.#words[field] = (this.#words[field] ?? 0) + sign * length
    this.#having[field] = (this.#having[field] ?? 0) + sign
  }

  #changed(): void {
    this.#latest = null
    if (this.#frequencies.length > 0) this.#forgetFrequencies(0)
  }

  #forgetFrequencies(size: number): void {
    this.#frequencies = new Int32Array(size).fill(-1)
  }

  #reach(paper: number): void {
    if (paper < this.#home.length) return
    const size = Math.max(paper + 1, Math.ceil(this.#home.length * 1.5))
    const widen = <T extends Int32Array | Uint16Array>(wider: T, values: T): T => {
      wider.set(values)
      return wider
    }
    this.#home = widen(new Int32Array(size), this.#home)
    this.#revisions = widen(new Int32Array(size), this.#revisions)
    this.#sums = widen(new Int32Array(size), this.#sums)
    this.#lengths = widen(new Uint16Array(size * mostFields), this.#lengths)
  }

  #seal(): void {
    const made = this.#growing.size
    this.#segments.push({
      number: this.#numbers++,
      name: randomUUID(),
      segment: this.#growing.seal(this.vocabulary.size),
      ...{ made, live: made }
    })
    this.#growing = new SegmentBuilder()
    this.#latest = null
  }

  /** The small ones, as long as the next larger one is not much larger than all before it together. */
  #toMerge(): Held[] {
    const bySize = this.#segments.toSorted((a, b) => a.live - b.live)
    const stale = bySize.filter(({ live, made }) => made - live > made / 4)
    if (bySize.length <= mostSegments) return stale
    const chosen: Held[] = []
    let sum = 0
    for (const held of bySize) {
      if (chosen.length > 1 && held.live > 2 * sum && !stale.includes(held)) break
      chosen.push(held)
      sum += held.live
    }
    return chosen
  }

  async #merge(chosen: readonly Held[]): Promise<void> {
    const numberOf = new Map(chosen.map(({ segment, number }) => [segment, number]))
    // Papers that change meanwhile may or may not be in it.
    const made = chosen.reduce((sum, { live }) => sum + live, 0)
    // What is merged of all segments gets its terms in the order of their words.
    const isAll = chosen.length === this.#segments.length
    const order = isAll ? this.vocabulary.inOrder() : null
    this.#isRenumbering = isAll
    const segment = await mergeSegments(
      chosen.map(({ segment }) => segment),
      (one) => {
        const number = numberOf.get(one)
        return (paper) => this.#home[paper] === number
      },
      this.mergeSlice,
      order
    )
    if (order !== null) this.#renumber(order)
    const old = new Set(numberOf.values())
    const number = this.#numbers
    // The growing papers get the next number.
    this.#renumberGrowing(number + 1)
    let live = 0
    for (let paper = 0; paper < this.#home.length; paper++)
      if (old.has(this.#home[paper] ?? 0)) {
        this.#home[paper] = number
        live++
      }
    const rest = this.#segments.filter((held) => !old.has(held.number))
    this.#segments =
      live === 0 ? rest : [...rest, { number, name: randomUUID(), segment, made, live }]
    for (const { segment } of chosen) segment.places.close()
    this.#changed()
  }

  #renumber(order: Int32Array): void {
    const numbers = new Int32Array(order.length)
    for (const [number, term] of order.entries()) numbers[term] = number
    this.vocabulary.renumber(numbers)
    this.#growing.renumber(numbers)
    this.#isRenumbering = false
  }

  #renumberGrowing(number: number): void {
    for (const paper of this.#growing.papers) this.#home[paper] = number
    this.#numbers = number
  }
}
