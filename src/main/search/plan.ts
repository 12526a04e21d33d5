import { encodeDigits } from './analysis'
import { isWithinOneEdit } from './one-edit'
import type { Clause } from './tier'
import type { QueryWord, TypedQuery } from './typed-query'

/** What finding a term means for a query. */
export interface Role {
  /** The words it answers, a bit each. */
  words: number
  /** How much it counts; an exact word counts 1. */
  weight: number
}

/** What to look for, and what to make of what is found. */
export interface Plan {
  clauses: Clause[]
  /** All words, a bit each. */
  words: number
  roleOf: (term: string) => Role
}

/** Each of the words that complete a beginning would otherwise count in full, and rare ones win. */
const prefixWeight = 0.3
const nearWeight = 0.3
const nearLetters = 5
const maxNear = 100

/**
 * The clauses of a query. For the words in `near` (a bit each), of five letters and more, words of the
 * vocabulary that differ by one edit are looked for too.
 */
export function planQuery(
  query: TypedQuery,
  vocabulary: ReadonlyMap<string, string>,
  near: number
): Plan {
  const exact = new Map<string, Role>()
  const beginnings: { term: string; words: number; identifiersOnly: boolean }[] = []
  const ask = (term: string, words: number, weight: number): void => {
    const role = exact.get(term)
    exact.set(term, {
      words: words | (role?.words ?? 0),
      weight: Math.max(weight, role?.weight ?? 0)
    })
  }

  for (const term of query.welcome) ask(term, 0, 1)
  for (const [index, word] of query.words.entries()) {
    const bit = 1 << index
    for (const term of word.terms) ask(term, bit, 1)
    if (word.unfinished) {
      for (const spelling of word.spellings)
        beginnings.push({ term: encodeDigits(spelling), words: bit, identifiersOnly: false })
      for (const term of stemsOfCompletions(word, vocabulary)) ask(term, bit, prefixWeight)
    }
    if (near & bit) for (const term of nearTerms(word, vocabulary)) ask(term, bit, nearWeight)
  }
  for (const { term, unfinished, words, identifiersOnly } of query.wholes) {
    ask(term, words, 1)
    if (unfinished) beginnings.push({ term, words, identifiersOnly })
  }

  const roles = new Map<string, Role>()
  return {
    words: 2 ** query.words.length - 1,
    clauses: [
      ...Array.from(exact.keys(), (term) => ({ term, prefix: false, identifiersOnly: false })),
      ...beginnings.map(({ term, identifiersOnly }) => ({ term, prefix: true, identifiersOnly }))
    ],
    roleOf: (term) => {
      let role = roles.get(term)
      if (!role) {
        const known = exact.get(term)
        role = { words: known?.words ?? 0, weight: known?.weight ?? prefixWeight }
        for (const beginning of beginnings)
          if (term.startsWith(beginning.term)) role.words |= beginning.words
        roles.set(term, role)
      }
      return role
    }
  }
}

/**
 * Stems that do not show what was typed although words with them do: `contrasti` begins
 * `contrastive`, which is found under `contrast`.
 */
function stemsOfCompletions(word: QueryWord, vocabulary: ReadonlyMap<string, string>): Set<string> {
  const stems = new Set<string>()
  for (const spelling of word.spellings) {
    if (spelling.length < 3) continue
    for (const [surface, term] of vocabulary)
      if (surface.startsWith(spelling) && !term.startsWith(spelling)) stems.add(term)
  }
  return stems
}

function nearTerms(word: QueryWord, vocabulary: ReadonlyMap<string, string>): Set<string> {
  const terms = new Set<string>()
  for (const spelling of word.spellings) {
    if (Array.from(spelling).length < nearLetters) continue
    for (const [surface, term] of vocabulary) {
      if (terms.size >= maxNear) break
      if (isWithinOneEdit(spelling, surface, word.unfinished)) terms.add(term)
    }
  }
  return terms
}
