import type { Marks, SearchMode } from '@shared/model/search'
import { termOf as stemOf } from './analysis'
import type { SearchDocument } from './document'
import { best, Executor, type Found } from './executor'
import { DocumentReader, fields, sumOf, type Field } from './fields'
import { InvertedIndex } from './inverted-index'
import { marksIn } from './marks'
import { planQuery, type Plan } from './plan'
import type { QueryOptions, SearchResult } from './result'
import { scanWords } from './scan-words'
import { TextRanking } from './text-ranking'
import { readQuery, type TypedQuery } from './typed-query'

/** As much as an identifier in a pasted text counts, in words. */
const identifierWeight = 20
/** Marks are given for so many hits. */
const markedHits = 500

/**
 * How much a word counts in each field. In a few words that name a paper, those of its title count most:
 * 5, 1, 3 and 2 for title, abstract, people and venue gave the best known-item results on real papers.
 */
const navigational: Readonly<Record<Field, number>> = {
  title: 5,
  abstract: 1,
  people: 3,
  venue: 2,
  tags: 3,
  note: 1,
  digests: 1,
  identifiers: 4
}

const none: Marks = { title: [], abstract: [] }

/** Gives the title and abstract of papers, as they are stored, for marks. */
export type TextsOf = (
  ids: readonly number[]
) => ReadonlyMap<number, { title: string; abstract: string }>

/** Search as you type: takes in papers and answers any text. */
export class SearchIndex {
  readonly #index: InvertedIndex
  readonly #reader: DocumentReader
  readonly #executor: Executor
  readonly #ranking: TextRanking

  constructor(
    private readonly textsOf: TextsOf,
    index = new InvertedIndex()
  ) {
    this.#index = index
    this.#reader = new DocumentReader(index.vocabulary)
    this.#executor = new Executor(index)
    this.#ranking = new TextRanking(index)
  }

  get size(): number {
    return this.#index.size
  }

  get index(): InvertedIndex {
    return this.#index
  }

  /** Takes documents out, then others in, new or in place of their older state. Queries see it at once. */
  update(
    changed: readonly SearchDocument[],
    removed: readonly number[],
    revisionOf: (id: number) => number = () => 0
  ): void {
    for (const id of removed) this.#index.remove(id)
    for (const document of changed) {
      const [revision, sum] = [revisionOf(document.id), sumOf(document)]
      if (!this.#index.isSame(document.id, sum, revision))
        this.#index.put(document.id, this.#reader.read(document), { revision, sum })
    }
  }

  /** Puts the index in order after updates, so that queries stay quick. They may come in between. */
  async settle(): Promise<void> {
    this.#reader.rest()
    await this.#index.tidy()
  }

  /**
   * Papers that have all words of the text. When none has: papers that have them but for one letter in
   * words that the library does not know; else papers with any of the words. Longer texts rank papers by
   * how much they have of them. Accepts any text.
   */
  query(text: string, options: QueryOptions): SearchResult {
    const typed = readQuery(text)
    if (typed.words.length === 0) return { mode: 'none', hits: [], total: 0, all: new Int32Array() }
    const within = options.within ?? null
    if (typed.isPasted) return this.#rank(text, typed, within, options)
    const exact = planQuery(typed, this.#index.vocabulary, 0)
    const complete = this.#run(exact, exact.words, within)
    if (complete.papers.length > 0) return this.#answer('all', exact.has, complete, options)

    const known = partsOf(this.#run(exact, 0, within)) & exact.words
    const unknown = exact.words & ~known
    if (unknown !== 0) {
      const near = this.#near(typed, unknown, known, options)
      if (near !== null) return near
    }
    const some = this.#run(exact, 0, within)
    if (known === 0) return { mode: 'all', hits: [], total: 0, all: new Int32Array() }
    return this.#answer('any', exact.has, withAny(some, exact.words), options)
  }

  #near(
    typed: TypedQuery,
    unknown: number,
    known: number,
    options: QueryOptions
  ): SearchResult | null {
    const within = options.within ?? null
    const plan = planQuery(typed, this.#index.vocabulary, unknown)
    const all = this.#run(plan, plan.words, within)
    if (all.papers.length > 0) return this.#answer('near', plan.has, all, options)
    if (known !== 0) return null
    const part = withAny(this.#run(plan, 0, within), plan.words)
    return part.papers.length > 0 ? this.#answer('near', plan.has, part, options) : null
  }

  /** Papers by how much they have of a whole text, whichever of its words. */
  rankText(text: string, within: Uint8Array | null = null): Found {
    return this.#ranking.run(this.#termsOf(text), within)
  }

  /** The terms of a text, each with how often it stands there. */
  #termsOf(text: string): Map<number, number> {
    const { vocabulary } = this.#index
    const terms = new Map<number, number>()
    scanWords(text, (surface) => {
      const stem = stemOf(surface)
      if (stem === undefined) return
      const known = vocabulary.termOf(surface)
      count(terms, known === -1 ? vocabulary.termOfStem(stem) : known)
    })
    return terms
  }

  #rank(
    text: string,
    typed: TypedQuery,
    within: Uint8Array | null,
    options: QueryOptions
  ): SearchResult {
    const terms = this.#termsOf(text)
    // A reference may bear an identifier, which says more than all of its words.
    for (const { term, identifiersOnly } of typed.wholes) {
      const known = this.#index.vocabulary.termOf(term)
      if (identifiersOnly && /\d/.test(term) && known !== -1) terms.set(known, identifierWeight)
    }
    const found = this.#ranking.run(terms, within)
    return this.#answer('text', (term) => terms.has(term), found, options)
  }

  #run({ lookups }: Plan, required: number, within: Uint8Array | null): Found {
    const boosts = fields.map((name) => navigational[name])
    return this.#executor.run({ lookups, required, prohibited: 0, within, boosts })
  }

  #answer(
    mode: SearchMode,
    isMarked: (term: number) => boolean,
    found: Found,
    options: QueryOptions
  ): SearchResult {
    const ids = best(found, Math.max(0, options.limit))
    const scores = ids.map((id) => found.scores[id] ?? 0)
    const texts = this.textsOf(ids.slice(0, markedHits))
    const { vocabulary } = this.#index
    return {
      mode,
      hits: ids.map((id, at) => {
        const text = texts.get(id)
        const marks: Marks = text
          ? {
              title: marksIn(text.title, vocabulary, isMarked),
              abstract: marksIn(text.abstract, vocabulary, isMarked)
            }
          : none
        return { id, score: scores[at] ?? 0, marks }
      }),
      total: found.papers.length,
      all: options.all === true ? found.papers.slice() : new Int32Array()
    }
  }
}

function count(terms: Map<number, number>, term: number): void {
  if (term !== -1) terms.set(term, (terms.get(term) ?? 0) + 1)
}

/** The parts that any of the papers has. */
function partsOf({ papers, parts }: Found): number {
  let all = 0
  for (const paper of papers) all |= parts[paper] ?? 0
  return all
}

/** Without papers that have nothing but what need not be there. */
function withAny(found: Found, words: number): Found {
  const papers = found.papers.filter((paper) => ((found.parts[paper] ?? 0) & words) !== 0)
  return { ...found, papers }
}
