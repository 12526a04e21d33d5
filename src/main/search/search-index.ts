import { setImmediate } from 'node:timers/promises'
import type { SearchMode } from '@shared/model/search'
import type { SearchDocument } from './document'
import { planQuery, type Plan } from './plan'
import { marksOf, rank, score, wordsIn } from './ranking'
import type { QueryOptions, SearchResult } from './result'
import { Statistics } from './statistics'
import { TierBuilder, type Match, type Tier } from './tier'
import { readQuery, type TypedQuery } from './typed-query'

/** Marks are given for so many hits. */
const markedHits = 500
/** Longer texts are pasted; looking for words near to theirs is not worth the time. */
const maxNearWords = 8
/** Documents taken in before others get a turn, about ten milliseconds of work. */
const batch = 20
/** The big index is built anew when so much of the library, and so many documents, are not in it. */
const staleShare = 0.08
const staleLeast = 64

/** Documents that have something of what was asked for; `words` has a bit for each word answered. */
interface Found {
  plan: Plan
  candidates: { match: Match; words: number }[]
}

/**
 * Search over documents held in memory. A Lunr index cannot change, so there are two: a big one, and a
 * small one of what changed since the big one was built, built anew when it is next asked.
 */
export class SearchIndex {
  readonly #documents = new Map<number, SearchDocument>()
  readonly #statistics = new Statistics()
  #big = new TierBuilder().finish()
  #fresh = new Map<number, SearchDocument>()
  /** Undefined when `#fresh` has changed since. */
  #small: Tier | undefined
  /** Ids changed or removed since the build under way began. */
  #changedMeanwhile = new Set<number>()
  #building: Promise<void> | undefined

  get size(): number {
    return this.#documents.size
  }

  /** Takes in documents, new or changed, after taking out those removed. Queries see it at once. */
  update(changed: readonly SearchDocument[], removed: readonly number[]): void {
    for (const id of removed) this.#forget(id)
    for (const document of changed) {
      this.#forget(document.id)
      this.#remember(document)
      this.#fresh.set(document.id, document)
    }
    this.#small = undefined
  }

  /**
   * The same for many documents: others get their turn in between, and queries are answered from what
   * there was until all is in.
   */
  async load(changed: readonly SearchDocument[], removed: readonly number[]): Promise<void> {
    while (this.#building) await this.#building
    this.update([], removed)
    for (const [index, document] of changed.entries()) {
      this.#remember(document)
      if (index % batch === batch - 1) await setImmediate()
    }
    await this.#rebuild()
  }

  /** Brings the big index up to date in the background, when too much is not in it. */
  async settle(): Promise<void> {
    while (this.#building) await this.#building
    const stale = this.#fresh.size + this.#big.built - this.#big.size
    if (stale >= staleLeast && stale > staleShare * this.size) await this.#rebuild()
  }

  /**
   * Papers that have all words of the text. When none has: papers that have them but for one letter in
   * words that the library does not know; else papers with any of the words. Accepts any text.
   */
  query(text: string, { limit }: QueryOptions): SearchResult {
    const typed = readQuery(text)
    if (typed.words.length === 0) return { mode: 'none', hits: [] }
    const exact = this.#find(typed, 0)
    const complete = only(exact, (words) => words === exact.plan.words)
    if (complete.candidates.length > 0) return this.#answer('all', complete, limit)

    const some = only(exact, (words) => words !== 0)
    const known = some.candidates.reduce((all, { words }) => all | words, 0)
    const unknown = typed.words.length > maxNearWords ? 0 : exact.plan.words & ~known
    const near = unknown === 0 ? undefined : this.#find(typed, unknown)
    const nearComplete = near && only(near, (words) => words === near.plan.words)
    if (nearComplete && nearComplete.candidates.length > 0)
      return this.#answer('near', nearComplete, limit)
    if (near && known === 0)
      return this.#answer(
        'near',
        only(near, (words) => words !== 0),
        limit
      )
    return this.#answer('any', some, limit)
  }

  #find(typed: TypedQuery, near: number): Found {
    const plan = planQuery(typed, this.#statistics.vocabulary, near)
    const candidates = [this.#big, this.#freshTier()]
      .flatMap((tier) => tier.match(plan.clauses))
      .map((match) => ({ match, words: wordsIn(match, plan) }))
    return { plan, candidates }
  }

  #answer(mode: SearchMode, { plan, candidates }: Found, limit: number): SearchResult {
    const hits = rank(
      candidates.map(({ match }) => ({ match, score: score(match, plan, this.#statistics) })),
      limit
    )
    return {
      mode,
      hits: hits.map(({ match, score }, index) => ({
        id: match.id,
        score,
        marks: index < markedHits ? marksOf(match) : { title: [], abstract: [] }
      }))
    }
  }

  #freshTier(): Tier {
    if (!this.#small) {
      const builder = new TierBuilder()
      for (const document of this.#fresh.values()) builder.add(document)
      this.#small = builder.finish()
    }
    return this.#small
  }

  #remember(document: SearchDocument): void {
    this.#uncount(document.id)
    this.#documents.set(document.id, document)
    this.#statistics.add(document)
    this.#changedMeanwhile.add(document.id)
  }

  #forget(id: number): void {
    this.#uncount(id)
    this.#documents.delete(id)
    this.#fresh.delete(id)
    this.#big.drop(id)
    this.#changedMeanwhile.add(id)
  }

  #uncount(id: number): void {
    const document = this.#documents.get(id)
    if (document) this.#statistics.remove(document)
  }

  /** One build at a time, since each keeps count of what changes while it runs. */
  async #rebuild(): Promise<void> {
    while (this.#building) await this.#building
    this.#building = this.#build().finally(() => {
      this.#building = undefined
    })
    await this.#building
  }

  async #build(): Promise<void> {
    this.#changedMeanwhile = new Set()
    const builder = new TierBuilder()
    for (const [index, document] of [...this.#documents.values()].entries()) {
      builder.add(document)
      if (index % batch === batch - 1) await setImmediate()
    }
    this.#big = builder.finish()
    this.#fresh = new Map()
    for (const id of this.#changedMeanwhile) {
      this.#big.drop(id)
      const document = this.#documents.get(id)
      if (document) this.#fresh.set(id, document)
    }
    this.#small = undefined
  }
}

function only({ plan, candidates }: Found, accept: (words: number) => boolean): Found {
  return { plan, candidates: candidates.filter(({ words }) => accept(words)) }
}
