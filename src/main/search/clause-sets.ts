import type { Alternatives, Clause, Filter, Query } from '@shared/query/clause'
import type { Executor, Lookup } from './executor'
import { mostFields } from './entries'
import type { InvertedIndex } from './inverted-index'
import { papersWithPhrase, readPhrase } from './phrase'
import { planQuery } from './plan'
import { fieldsOf, readWords, type TypedWords } from './typed-query'

/** Papers of a library that a filter lets through: 1 by the id of each. */
export type FilterSets = (filter: Filter) => Uint8Array

/** Tells which papers hold to clauses without lenience: phrases, filters, alternatives, what must not be. */
export class ClauseSets {
  constructor(
    private readonly index: InvertedIndex,
    private readonly executor: Executor,
    private readonly filterSets: FilterSets
  ) {}

  /** Papers, by a 1 each, among those `within` (null for all) that one clause of each holds for. */
  holding(query: Query, within: Uint8Array | null): Uint8Array {
    const set = new Uint8Array(this.index.idLimit)
    if (within === null) set.fill(1)
    else set.set(within.subarray(0, set.length))
    for (const alternatives of query) {
      const wanted = alternatives.filter(asks)
      if (wanted.length > 0) intersect(set, this.#any(wanted))
    }
    return set
  }

  /** What to look up so that papers count by how well they answer clauses that they hold to. */
  lookups(query: Query): Lookup[] {
    return query.flat().flatMap((clause) => {
      const { test, isNegated } = clause
      if (isNegated) return []
      if (test.kind === 'group') return this.lookups(test.query)
      const typed = this.#wordsOf(clause)
      if (typed === null) return []
      const { lookups } = planQuery(typed, this.index.vocabulary, 0)
      return lookups.map((lookup) => ({ ...lookup, parts: 0 }))
    })
  }

  #any(alternatives: Alternatives): Uint8Array {
    const [first, ...others] = alternatives.map((clause) => this.#set(clause))
    const set = first ?? new Uint8Array(this.index.idLimit)
    for (const other of others)
      for (let paper = 0; paper < set.length; paper++)
        set[paper] = (set[paper] ?? 0) | (other[paper] ?? 0)
    return set
  }

  #set(clause: Clause): Uint8Array {
    // What is still being typed must not throw out all that begins with its first letter.
    const set = this.#positive(clause.isNegated ? whole(clause) : clause)
    if (clause.isNegated)
      for (let paper = 0; paper < set.length; paper++) set[paper] = 1 - (set[paper] ?? 0)
    return set
  }

  #positive(clause: Clause): Uint8Array {
    const { test } = clause
    const size = this.index.idLimit
    if (test.kind === 'group') return this.holding(test.query, null)
    if (test.kind === 'filter') {
      const set = new Uint8Array(size)
      set.set(this.filterSets(test.filter).subarray(0, size))
      return set
    }
    if (test.kind === 'phrase' && /\s/.test(test.text.trim())) {
      const phrase = readPhrase(test.text, this.index, isOpen(clause))
      if (phrase !== null) return papersWithPhrase(phrase, this.index, fieldsOf(test.field))
    }
    const set = new Uint8Array(size)
    const typed = this.#wordsOf(clause)
    if (typed === null || typed.words.length === 0) return set.fill(1)
    const { lookups, words } = planQuery(typed, this.index.vocabulary, 0)
    const found = this.executor.run({
      lookups,
      required: words,
      prohibited: 0,
      within: null,
      boosts: equal
    })
    for (const paper of found.papers) set[paper] = 1
    return set
  }

  /** The words of a clause; a phrase has them too. */
  #wordsOf(clause: Clause): TypedWords | null {
    const { test } = clause
    if (test.kind === 'words') return readWords([clause], false)
    if (test.kind !== 'phrase') return null
    const isLast = isOpen(clause)
    return readWords([{ ...clause, isLast, test: { ...test, kind: 'words', edits: 0 } }], false)
  }
}

/** It matters only which papers have them. */
const equal = new Float32Array(mostFields).fill(1)

/** Whether a clause asks for anything yet. */
function asks({ test }: Clause): boolean {
  switch (test.kind) {
    case 'unfinished':
      return false
    case 'words':
    case 'phrase':
      return /[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(test.text)
    case 'group':
      return test.query.some((alternatives) => alternatives.some(asks))
    case 'filter':
      return true
  }
}

/** A quoted text whose last word is still being typed. */
function isOpen({ isLast, test }: Clause): boolean {
  return isLast && test.kind === 'phrase' && test.isOpen
}

function whole(clause: Clause): Clause {
  const { test } = clause
  return {
    ...{ ...clause, isLast: false },
    test:
      test.kind === 'group'
        ? { kind: 'group', query: test.query.map((alternatives) => alternatives.map(whole)) }
        : test
  }
}

function intersect(set: Uint8Array, other: Uint8Array): void {
  for (let paper = 0; paper < set.length; paper++)
    set[paper] = (set[paper] ?? 0) & (other[paper] ?? 0)
}
