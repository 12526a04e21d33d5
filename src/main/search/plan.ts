import { termOf as stemOf } from './analysis'
import { mostParts, type Lookup } from './executor'
import { allFields, bitOf } from './fields'
import type { QueryWord, TypedQuery } from './typed-query'
import type { Vocabulary } from './vocabulary'

/** What to look up for a query, and what to make of what is found. */
export interface Plan {
  lookups: Lookup[]
  /** All words, a bit each. */
  words: number
  /** Whether a term is looked for. */
  has: (term: number) => boolean
}

/** What a term means for a query: the words it answers, and how much it counts; an exact word counts 1. */
interface Role {
  words: number
  weight: number
}

/** Each of the words that complete a beginning would otherwise count in full, and rare ones win. */
const prefixWeight = 0.3
const nearWeight = 0.3
const nearLetters = 5
const maxNear = 100
/** Nearly every paper has a word that begins with some one or two letters; such are looked for in these only. */
const shortFields = bitOf('title') | bitOf('people') | bitOf('tags') | bitOf('identifiers')
const tellingLetters = 3

/**
 * What to look up for a query. For the words in `near` (a bit each), of five letters and more, words of the
 * vocabulary that differ by one edit are looked for too.
 */
export function planQuery(query: TypedQuery, vocabulary: Vocabulary, near: number): Plan {
  const exact = new Map<number, Role>()
  const beginnings: Lookup[] = []
  const ask = (term: number, words: number, weight: number): void => {
    if (term === -1) return
    const role = exact.get(term)
    if (role === undefined) exact.set(term, { words, weight })
    else {
      role.words |= words
      role.weight = Math.max(weight, role.weight)
    }
  }

  const askBeginning = (beginning: string, parts: number, wanted: number): void => {
    const fields = beginning.length < tellingLetters ? wanted & shortFields : wanted

    // What is asked for anyway counts more than as a beginning's.
    const terms = vocabulary
      .beginningWith(beginning)
      .filter((term) => ((exact.get(term)?.words ?? 0) & parts) !== parts)
    if (terms.length > 0) beginnings.push({ terms, fields, weight: prefixWeight, parts })
  }

  for (const word of query.welcome) ask(termOf(word, vocabulary), 0, 1)
  for (const [index, word] of query.words.entries()) {
    const bit = index < mostParts ? 1 << index : 0
    for (const spelling of word.spellings) ask(termOf(spelling, vocabulary), bit, 1)
    if (near & bit) for (const term of nearTerms(word, vocabulary)) ask(term, bit, nearWeight)
  }
  for (const { term, words, identifiersOnly } of query.wholes)
    if (!identifiersOnly) ask(vocabulary.termOf(term), words, 1)
  for (const [index, word] of query.words.entries())
    if (word.unfinished && index < mostParts)
      for (const spelling of word.spellings) askBeginning(spelling, 1 << index, allFields)
  const lookups = [...lookupsOf(exact), ...beginnings.splice(0)]
  for (const { term, unfinished, words, identifiersOnly } of query.wholes) {
    const fields = identifiersOnly ? bitOf('identifiers') : allFields
    const whole = identifiersOnly ? vocabulary.termOf(term) : -1
    if (whole !== -1 && ((exact.get(whole)?.words ?? 0) & words) !== words)
      lookups.push({ terms: [whole], fields, weight: 1, parts: words })
    if (unfinished) askBeginning(term, words, fields)
  }
  lookups.push(...beginnings)
  const wanted = new Uint8Array(vocabulary.size)
  for (const { terms } of lookups)
    for (let at = 0; at < terms.length; at++) wanted[terms[at] ?? 0] = 1
  return {
    lookups,
    words: 2 ** Math.min(mostParts, query.words.length) - 1,
    has: (term) => wanted[term] === 1
  }
}

/** Terms that mean the same, together. */
function lookupsOf(roles: ReadonlyMap<number, Role>): Lookup[] {
  const lookups = new Map<string, Lookup & { terms: number[] }>()
  for (const [term, { words, weight }] of roles) {
    const key = `${String(words)}/${String(weight)}`
    const lookup = lookups.get(key)
    if (lookup === undefined)
      lookups.set(key, { terms: [term], fields: allFields, weight, parts: words })
    else lookup.terms.push(term)
  }
  return [...lookups.values()]
}

function termOf(surface: string, vocabulary: Vocabulary): number {
  const stem = stemOf(surface)
  if (stem === undefined) return -1
  const known = vocabulary.termOf(surface)
  return known === -1 ? vocabulary.termOfStem(stem) : known
}

function nearTerms(word: QueryWord, vocabulary: Vocabulary): Set<number> {
  const terms = new Set<number>()
  for (const spelling of word.spellings) {
    if (Array.from(spelling).length < nearLetters) continue
    for (const term of vocabulary.near(spelling, 1, word.unfinished)) {
      if (terms.size >= maxNear) break
      terms.add(term)
    }
  }
  return terms
}
