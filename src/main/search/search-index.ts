import type { SearchMode } from '@shared/model/search'
import type { SearchDocument } from './document'
import { planQuery, type Plan } from './plan'
import { marksOf, rank, score, wordsIn } from './ranking'
import type { QueryOptions, SearchResult } from './result'
import { Statistics } from './statistics'
import type { Match } from './tier'
import { Tiers } from './tiers'
import { readQuery, type TypedQuery } from './typed-query'

export type { SearchResult } from './result'

/** Marks are given for so many hits. */
const markedHits = 500
/** Longer texts are pasted; looking for words near to theirs is not worth the time. */
const maxNearWords = 8

/** Documents that have something of what was asked for; `words` has a bit for each word answered. */
interface Found {
  plan: Plan
  candidates: { match: Match; words: number }[]
}

/** Search over documents held in memory. */
export class SearchIndex {
  readonly #documents = new Map<number, SearchDocument>()
  readonly #statistics = new Statistics()
  readonly #tiers = new Tiers(this.#documents)

  get size(): number {
    return this.#documents.size
  }

  /** Takes documents out, then others in, new or in place of their older state. Queries see it at once. */
  update(changed: readonly SearchDocument[], removed: readonly number[]): void {
    for (const id of removed) this.#forget(id)
    for (const document of changed) {
      this.#forget(document.id)
      this.#documents.set(document.id, document)
      this.#statistics.add(document)
    }
    this.#tiers.change([...removed, ...changed.map(({ id }) => id)])
  }

  /** Puts the index in order after updates, so that queries stay quick. They may come in between. */
  settle(): Promise<void> {
    return this.#tiers.settle()
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
    const unknown = exact.plan.words & ~known
    if (unknown !== 0 && typed.words.length <= maxNearWords) {
      const near = this.#find(typed, unknown)
      const all = only(near, (words) => words === near.plan.words)
      if (all.candidates.length > 0) return this.#answer('near', all, limit)
      const part = only(near, (words) => words !== 0)
      if (known === 0 && part.candidates.length > 0) return this.#answer('near', part, limit)
    }
    if (known === 0) return { mode: 'all', hits: [] }
    return this.#answer('any', some, limit)
  }

  #find(typed: TypedQuery, near: number): Found {
    const plan = planQuery(typed, this.#statistics.vocabulary, near)
    const candidates = this.#tiers
      .match(plan.clauses)
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

  #forget(id: number): void {
    const document = this.#documents.get(id)
    if (!document) return
    this.#statistics.remove(document)
    this.#documents.delete(id)
  }
}

function only({ plan, candidates }: Found, accept: (words: number) => boolean): Found {
  return { plan, candidates: candidates.filter(({ words }) => accept(words)) }
}
