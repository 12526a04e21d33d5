import type { Excerpt, Ranges, SearchMode } from '@shared/model/search'
import type { Query } from '@shared/query/clause'
import { termOf as stemOf } from './analysis'
import { ClauseSets } from './clause-sets'
import type { SearchDocument } from './document'
import { best, Executor, type Found, type Lookup } from './executor'
import { bitOf, DocumentReader, fields, sumOf, type Field } from './fields'
import { InvertedIndex } from './inverted-index'
import { isEnglish } from './language'
import { excerpt, marksIn, termsAt } from './marks'
import { fieldsLookedIn, planQuery, type Plan } from './plan'
import type { QueryOptions, SearchResult } from './result'
import { scanWords } from './scan-words'
import { asPaper, asTaste, TextRanking } from './text-ranking'
import type { Initials } from './vocabulary'
import { readQuery, type TypedQuery } from './typed-query'

/** All papers are near to some extent; beyond these nobody looks. */
const mostByMeaning = 200
/** As much as an identifier in a pasted text counts, in words. */
const identifierWeight = 20

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

const boosts = fields.map((name) => navigational[name])
const [titleBit, abstractBit, noteBit] = [bitOf('title'), bitOf('abstract'), bitOf('note')]

/** Whether a term is marked in a field, by its bit. */
type IsMarked = (term: number, field: number) => boolean

/** Gives the title, abstract, note and annotations of papers, as they are stored, for marks. */
export type TextsOf = (ids: readonly number[]) => ReadonlyMap<
  number,
  {
    title: string
    abstract: string
    note: string
    /** Left out where there are none. */
    annotations?: () => readonly { id: number; text: string }[]
  }
>

/** Where the words of a query stand in a paper, and in its note or an annotation where they stand nowhere else. */
export interface TextMarks {
  id: number
  title: Ranges
  abstract: Ranges
  note: Excerpt | null
  annotation: (Excerpt & { id: number }) | null
}

/** Search as you type: takes in papers and answers any text. */
export class SearchIndex {
  readonly #index: InvertedIndex
  readonly #reader: DocumentReader
  readonly #executor: Executor
  readonly #ranking: TextRanking
  /** What was asked last, and which terms that looks for in which field. */
  #asked: {
    text: string
    isMarked: IsMarked
    initials: () => Initials
    generation: number
  } | null = null

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
      if (this.#index.isSame(document.id, sum, revision)) continue
      const { fields: found, words } = this.#reader.read(document)
      this.#index.put(document.id, found, { revision, sum, words })
    }
  }

  /** Puts the index in order after updates, so that queries stay quick. They may come in between. */
  async settle(): Promise<void> {
    this.#reader.rest()
    await this.#index.tidy()
  }

  /**
   * Papers that have all words of the text and hold to its clauses. When none has: papers that have the
   * words but for one letter in words that the library does not know; else papers with any of them. Longer
   * texts rank papers by how much they have of them. Accepts any text.
   */
  query(text: string, options: QueryOptions): SearchResult {
    this.#asked = null
    const typed = this.#read(text, options)
    if (typed === null) return nothing('none')
    const { query, clauses } = typed
    const within =
      query.rest.length > 0
        ? clauses.holding(query.rest, options.within ?? null)
        : (options.within ?? null)
    if (query.pasted !== null) return this.#rank(text, query, within, options)
    const others = clauses.lookups(query.rest)
    const found = this.#search(query, others, within)
    if (found === null) {
      this.#remember(text, () => false, [])
      return nothing('all')
    }
    let wanted: Uint16Array | null = null
    this.#remember(
      text,
      (term, field) => {
        wanted ??= fieldsLookedIn([...found.plan.lookups, ...others], this.#index.vocabulary.size)
        return ((wanted[term] ?? 0) & field) !== 0
      },
      [...found.plan.lookups, ...others].map(({ terms }) => terms)
    )
    return this.#answer(found.mode, found.found, found.isRanked, options)
  }

  /**
   * Papers that hold to the clauses of a text, by how much they have of its words and how near they are to
   * its meaning.
   */
  queryByMeaning(
    text: string,
    nearness: (within: Uint8Array | null) => ReadonlyMap<number, number>,
    options: QueryOptions
  ): SearchResult {
    this.#asked = null
    const typed = this.#read(text, options)
    if (typed === null) return nothing('none')
    const { query, clauses } = typed
    const within =
      query.rest.length > 0
        ? clauses.holding(query.rest, options.within ?? null)
        : (options.within ?? null)
    const terms = this.termsOf(query.plain)
    this.#remember(text, (term) => terms.has(term), [[...terms.keys()]])
    const found = fuse(this.#ranking.run(terms, within), nearness(within))
    const papers = Int32Array.from(best(found, mostByMeaning))
    return this.#answer('meaning', { ...found, papers }, true, options)
  }

  /** Papers, by a 1 each, that hold to clauses without lenience. */
  papersHolding(query: Query, options: Omit<QueryOptions, 'limit'>): Uint8Array {
    return this.#clauseSets(options).holding(query, options.within ?? null)
  }

  /** Where words of a query stand in the title, abstract and note of papers: as it was answered last. */
  marks(text: string, ids: readonly number[], options: Omit<QueryOptions, 'limit'>): TextMarks[] {
    const { vocabulary } = this.#index
    const isLast = this.#asked?.text === text && this.#asked.generation === vocabulary.generation
    if (!isLast) this.query(text, { ...options, limit: 0, all: false })
    if (this.#asked === null) return []
    const { isMarked } = this.#asked
    const initials = this.#asked.initials()
    const texts = this.textsOf(ids)
    return ids.flatMap((id) => {
      const found = texts.get(id)
      if (found === undefined) return []
      const title = marksIn(found.title, vocabulary, (term) => isMarked(term, titleBit), initials)
      const abstract = marksIn(
        found.abstract,
        vocabulary,
        (term) => isMarked(term, abstractBit),
        initials
      )
      // What a note has and the paper's own words have not is why the paper is there.
      const own = new Set([
        ...termsAt(found.title, title, vocabulary),
        ...termsAt(found.abstract, abstract, vocabulary)
      ])
      const inNote = marksIn(found.note, vocabulary, (term) => isMarked(term, noteBit), initials)
      const isTold = termsAt(found.note, inNote, vocabulary).every((term) => own.has(term))
      const note = isTold ? null : excerpt(found.note, inNote)
      const annotation =
        note === null
          ? this.#annotated(found.annotations?.() ?? [], own, (text) =>
              marksIn(text, vocabulary, (term) => isMarked(term, noteBit), initials)
            )
          : null
      return title.length + abstract.length > 0 || note !== null || annotation !== null
        ? [{ id, title, abstract, note, annotation }]
        : []
    })
  }

  /** The annotation that has most of what the paper's own words have not. */
  #annotated(
    annotations: readonly { id: number; text: string }[],
    own: ReadonlySet<number>,
    marked: (text: string) => Ranges
  ): TextMarks['annotation'] {
    let best: { id: number; text: string; ranges: Ranges } | null = null
    let most = 0
    for (const { id, text } of annotations) {
      const ranges = marked(text)
      const terms = new Set(termsAt(text, ranges, this.#index.vocabulary))
      const more = [...terms].filter((term) => !own.has(term)).length
      if (more > most) [best, most] = [{ id, text, ranges }, more]
    }
    const shown = best === null ? null : excerpt(best.text, best.ranges)
    return best === null || shown === null ? null : { ...shown, id: best.id }
  }

  #read(text: string, options: QueryOptions): { query: TypedQuery; clauses: ClauseSets } | null {
    const query = readQuery(text, {
      today: options.today ?? new Date().toISOString().slice(0, 10),
      isComplete: options.isComplete === true
    })
    if (query.words.length === 0 && query.rest.length === 0) return null
    return { query, clauses: this.#clauseSets(options) }
  }

  #clauseSets({ filterSets }: Pick<QueryOptions, 'filterSets'>): ClauseSets {
    return new ClauseSets(
      this.#index,
      this.#executor,
      filterSets ?? (() => new Uint8Array(this.#index.idLimit).fill(1))
    )
  }

  /** Null when nothing is found. */
  #search(
    query: TypedQuery,
    others: readonly Lookup[],
    within: Uint8Array | null
  ): { mode: SearchMode; found: Found; isRanked: boolean; plan: Plan } | null {
    const exact = planQuery(query, this.#index.vocabulary, 0)
    const run = (plan: Plan, required: number): Found => this.#run(plan, others, required, within)
    if (exact.words === 0) {
      const found = this.#run(exact, others, 0, within, true)
      const isRanked = others.length > 0
      return found.papers.length > 0 ? { mode: 'all', found, isRanked, plan: exact } : null
    }
    const complete = run(exact, exact.words)
    if (complete.papers.length > 0)
      return { mode: 'all', found: complete, isRanked: true, plan: exact }

    const known = partsOf(run(exact, 0)) & exact.words
    const unknown = exact.words & ~known
    if (unknown !== 0) {
      const plan = planQuery(query, this.#index.vocabulary, unknown)
      const all = run(plan, plan.words)
      if (all.papers.length > 0) return { mode: 'near', found: all, isRanked: true, plan }
      if (known === 0) {
        const part = withAny(run(plan, 0), plan.words)
        return part.papers.length > 0 ? { mode: 'near', found: part, isRanked: true, plan } : null
      }
    }
    // What is asked for in one field is meant: it is given up last.
    const meant = known & exact.fielded
    const some = withAny(run(exact, meant), exact.words)
    if (some.papers.length > 0) return { mode: 'any', found: some, isRanked: true, plan: exact }
    const any = withAny(run(exact, 0), exact.words)
    return any.papers.length > 0 ? { mode: 'any', found: any, isRanked: true, plan: exact } : null
  }

  /** Papers by how much they have of a whole text, whichever of its words. */
  rankText(text: string, within: Uint8Array | null = null): Found {
    return this.#ranking.run(this.termsOf(text), within)
  }

  /** Papers by how alike they are to what has these terms, each as often as it says. */
  rankAlike(terms: ReadonlyMap<number, number>, within: Uint8Array | null = null): Found {
    return this.#ranking.run(terms, within, asPaper)
  }

  /** The terms that papers are found alike by, with how much each counts. */
  tellingTerms(terms: ReadonlyMap<number, number>): { term: number; weight: number }[] {
    return this.#ranking.mostTelling(terms, asPaper)
  }

  /** What the terms of a paper say about whether somebody likes it. */
  featuresOf({ id, title, abstract, people }: SearchDocument): Map<number, number> {
    const counts = new Map<number, number>()
    const add = (text: string, weight: number): void => {
      for (const [term, times] of this.termsOf(text))
        counts.set(term, (counts.get(term) ?? 0) + weight * times)
    }
    add(title, asTaste.titleWeight)
    add(abstract, 1)
    add(people, 1)
    return this.#ranking.worths(id, counts, asTaste)
  }

  /** The sum of these weights over the features of every paper that has any. */
  rankByTaste(weights: ReadonlyMap<number, number>, within: Uint8Array | null): Found {
    return this.#ranking.run(weights, within, asTaste)
  }

  /** The terms of a text, each with how often it stands there; `onWord` is told each with its word. */
  termsOf(text: string, onWord?: (term: number, word: string) => void): Map<number, number> {
    const { vocabulary } = this.#index
    const terms = new Map<number, number>()
    const isOwn = isEnglish('', text)
    const termOf = (surface: string): number => {
      const stem = stemOf(surface)
      if (stem === undefined) return -1
      const whole = isOwn ? -1 : vocabulary.termOfWhole(surface)
      if (whole !== -1) return whole
      const known = vocabulary.termOf(surface)
      return known === -1 ? vocabulary.termOfStem(stem) : known
    }
    scanWords(text, (surface) => {
      const term = termOf(surface)
      count(terms, term)
      if (term !== -1) onWord?.(term, surface)
    })
    return terms
  }

  /** `lookups` has all terms that may be marked. */
  #remember(text: string, isMarked: IsMarked, lookups: readonly ArrayLike<number>[]): void {
    const { vocabulary } = this.#index
    let initials: Initials | null = null
    const made = (): Initials => {
      const all = { first: 0, second: 0 }
      for (const terms of lookups) {
        const { first, second } = vocabulary.initialsOf(terms)
        all.first |= first
        all.second |= second
      }
      return all
    }
    this.#asked = {
      ...{ text, isMarked, generation: vocabulary.generation },
      initials: () => (initials ??= made())
    }
  }

  #rank(
    text: string,
    query: TypedQuery,
    within: Uint8Array | null,
    options: QueryOptions
  ): SearchResult {
    const terms = this.termsOf(query.pasted ?? '')
    // A reference may bear an identifier, which says more than all of its words.
    for (const { term, identifiersOnly } of query.wholes) {
      const known = this.#index.vocabulary.termOf(term)
      if (identifiersOnly && /\d/.test(term) && known !== -1) terms.set(known, identifierWeight)
    }
    this.#remember(text, (term) => terms.has(term), [[...terms.keys()]])
    return this.#answer('text', this.#ranking.run(terms, within), true, options)
  }

  #run(
    plan: Plan,
    others: readonly Lookup[],
    required: number,
    within: Uint8Array | null,
    everything = false
  ): Found {
    const lookups = [...plan.lookups, ...others]
    return this.#executor.run({ lookups, required, prohibited: 0, within, boosts, everything })
  }

  #answer(mode: SearchMode, found: Found, isRanked: boolean, options: QueryOptions): SearchResult {
    return {
      ...{ mode, isRanked, total: found.papers.length },
      hits: best(found, Math.max(0, options.limit)).map((id) => ({
        id,
        score: found.scores[id] ?? 0
      })),
      all: options.all === true || !isRanked ? found.papers.slice() : new Int32Array()
    }
  }
}

/**
 * What was found by words, and how near papers are in meaning, as one: the sum of the share of the best
 * score by words and of the cosine. It was better than either on every judged collection, by ranks too.
 */
export function fuse(found: Found, near: ReadonlyMap<number, number> | null): Found {
  if (near === null) return found
  const [top] = best(found, 1)
  const most = top === undefined ? 1 : (found.scores[top] ?? 1)
  const scores = new Float32Array(found.scores.length)
  for (const paper of found.papers) scores[paper] = (found.scores[paper] ?? 0) / most
  const papers = new Set(found.papers)
  for (const [paper, cosine] of near) {
    if (paper >= scores.length) continue
    scores[paper] = (scores[paper] ?? 0) + cosine
    papers.add(paper)
  }
  return { ...found, papers: Int32Array.from(papers), scores }
}

function nothing(mode: SearchMode): SearchResult {
  return { mode, isRanked: true, hits: [], total: 0, all: new Int32Array() }
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
