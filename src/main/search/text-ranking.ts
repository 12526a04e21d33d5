import { bitOf, fields } from './fields'
import type { Found } from './executor'
import type { InvertedIndex } from './inverted-index'
import { EntryReader, fieldShift, mostCount, mostFields } from './entries'

const k1 = 1.2

/** Fields of running text: how long they are together is how long a paper is. */
const text = (['title', 'abstract', 'note'] as const).map((name) => fields.indexOf(name))
/** Digests name sources, which no text is about. */
const searched = (2 ** fields.length - 1) & ~bitOf('digests')

/** How papers are weighed against a text. */
export interface Weighing {
  /** How far a long paper is held back: 0 not, 1 in full. */
  b: number
  /** A word of a title counts as so many. */
  titleWeight: number
  /** The fields that count, a bit each. */
  fields: number
  /** The rest of a long text's terms adds time and nothing else. */
  mostTerms: number
  /** How much a rare word counts more than a common one: the power of its rarity. */
  rarity: number
}

/**
 * For a question or a claim: BM25's own constants; tuned ones did not hold for other collections than those
 * they were tuned on. More for a title helped in every judged collection, and beyond this no more.
 */
export const asQuestion: Weighing = {
  ...{ b: 0.75, titleWeight: 4, rarity: 1, mostTerms: 150 },
  fields: searched
}
/**
 * For a whole paper: in so many words what is said often tells more than what is rare. The judged collection
 * of related papers is as well ranked by any power from 0.4 to 0.8.
 */
export const asPaper: Weighing = {
  ...{ b: 1, titleWeight: 2, rarity: 0.5, mostTerms: 150 },
  fields: searched
}
/** For what somebody likes: as papers are alike, but not by the tags that are to be found. */
export const asTaste: Weighing = {
  ...{ ...asPaper, mostTerms: 300 },
  fields: bitOf('title') | bitOf('abstract') | bitOf('people')
}

const title = fields.indexOf('title')

/**
 * Ranks papers by how much they have of a whole text (a sentence, an abstract, another paper): BM25 over
 * all fields as one, in which it matters neither which words are there nor how many.
 */
export class TextRanking {
  #scores = new Float32Array(0)
  #seen = new Int32Array(0)
  readonly #none = new Int32Array(0)
  readonly #reader = new EntryReader()
  /** Rarities looked up for single papers, and what they are of. */
  readonly #rarities = new Map<number, number>()
  #raritiesOf = ''
  #count = 0

  constructor(private readonly index: InvertedIndex) {}

  /** Papers with any of the terms, in no order; scores are by paper, and hold until the next call. */
  run(
    terms: ReadonlyMap<number, number>,
    within: Uint8Array | null,
    weighing: Weighing = asQuestion
  ): Found {
    const { index } = this
    this.#reset()
    const { b, titleWeight, fields: wanted } = weighing
    const { home } = index
    const reader = this.#reader
    const average = this.#averageLength()
    for (const { term, weight } of this.mostTelling(terms, weighing)) {
      const factor = weight * (k1 + 1)
      for (const { segment, number } of index.segments()) {
        const to = reader.read(segment.entries, term)
        const { papers, counts } = reader
        for (let entry = 0; entry < to;) {
          // A paper's fields follow one another.
          const paper = papers[entry] ?? 0
          let times = 0
          for (; entry < to && papers[entry] === paper; entry++) {
            const packed = counts[entry] ?? 0
            const field = packed >>> fieldShift
            if ((wanted & (1 << field)) !== 0)
              times += (packed & mostCount) * (field === title ? titleWeight : 1)
          }
          if (times === 0 || home[paper] !== number) continue
          const known = this.#scores[paper] ?? 0
          if (known === 0) this.#seen[this.#count++] = paper
          const damping = k1 * (1 - b + (b * this.#lengthOf(paper)) / average)
          this.#scores[paper] = known + (factor * times) / (damping + times)
        }
      }
    }
    const seen = this.#seen.subarray(0, this.#count)
    const papers = within === null ? seen.slice() : seen.filter((paper) => within[paper] === 1)
    return { papers, scores: this.#scores, parts: this.#none }
  }

  /** Terms with what each counts; of very many those that count most. */
  mostTelling(
    terms: ReadonlyMap<number, number>,
    { rarity: power, mostTerms }: Weighing = asQuestion
  ): { term: number; weight: number }[] {
    const weighed = [...terms].map(([term, times]) => ({
      term,
      weight: times * this.#rarity(term) ** power
    }))
    return weighed
      .filter(({ weight }) => weight !== 0)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, mostTerms)
  }

  /**
   * What each term of a paper is worth by itself: what `run` would add for it. `counts` has how often a term
   * stands in the paper, one in the title for as many as it counts there.
   */
  worths(
    paper: number,
    counts: ReadonlyMap<number, number>,
    weighing: Weighing
  ): Map<number, number> {
    const of = `${String(this.index.size)}/${String(this.index.vocabulary.generation)}`
    if (of !== this.#raritiesOf) this.#rarities.clear()
    this.#raritiesOf = of
    const average = this.#averageLength()
    const { b, rarity } = weighing
    const damping = k1 * (1 - b + (b * this.#lengthOf(paper)) / average)
    const worths = new Map<number, number>()
    for (const [term, times] of counts) {
      const rare = this.#rarities.get(term) ?? this.#rarity(term)
      this.#rarities.set(term, rare)
      worths.set(term, (rare ** rarity * (k1 + 1) * times) / (damping + times))
    }
    return worths
  }

  #rarity(term: number): number {
    const { size } = this.index
    const holders = this.#holders(term)
    return holders === 0 ? 0 : Math.log(1 + (size - holders + 0.5) / (holders + 0.5))
  }

  #averageLength(): number {
    return text.reduce((sum, field) => sum + this.index.averageLength(field), 0)
  }

  #lengthOf(paper: number): number {
    const { lengths } = this.index
    let length = 0
    for (const field of text) length += lengths[paper * mostFields + field] ?? 0
    return length
  }

  /** How many papers have a term. */
  #holders(term: number): number {
    const { home } = this.index
    const reader = this.#reader
    let count = 0
    for (const { segment, number } of this.index.segments()) {
      let last = -1
      const size = reader.read(segment.entries, term)
      for (let entry = 0; entry < size; entry++) {
        const paper = reader.papers[entry] ?? 0
        if (paper !== last && home[paper] === number) count++
        last = paper
      }
    }
    return count
  }

  #reset(): void {
    const size = this.index.idLimit
    if (this.#scores.length !== size) {
      this.#scores = new Float32Array(size)
      this.#seen = new Int32Array(size)
    } else for (let at = 0; at < this.#count; at++) this.#scores[this.#seen[at] ?? 0] = 0
    this.#count = 0
  }
}
