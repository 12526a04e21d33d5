import { termOf as stemOf } from './analysis'
import { mostParts, type Lookup } from './executor'
import { allFields, bitOf, shortFields } from './fields'
import type { QueryWord, TypedWords } from './typed-query'
import type { Vocabulary } from './vocabulary'

/** What to look up for a query, and what to make of what is found. */
export interface Plan {
  lookups: Lookup[]
  /** All words, a bit each. */
  words: number
  /** Those of them that are asked for in some field only. */
  fielded: number
}

/** What a term means for a query: the words it answers, where, and how much it counts; an exact word counts 1. */
interface Role {
  words: number
  weight: number
}

/** Each of the words that complete a beginning would otherwise count in full, and rare ones win. */
const prefixWeight = 0.3
const nearWeight = 0.3
const nearLetters = 5
/** Of a word of three letters that differs in two not much is left. */
const lettersForEdit = 3
const maxNear = 100
const tellingLetters = 3

/**
 * What to look up for a query. For the words in `near` (a bit each), of five letters and more, words of the
 * vocabulary that differ by one edit are looked for too.
 */
export function planQuery(query: TypedWords, vocabulary: Vocabulary, near: number): Plan {
  /** By fields and term. */
  const exact = new Map<number, Map<number, Role>>()
  const beginnings: Lookup[] = []
  const rolesIn = (fields: number): Map<number, Role> => {
    const known = exact.get(fields)
    if (known) return known
    const roles = new Map<number, Role>()
    exact.set(fields, roles)
    return roles
  }
  const ask = (term: number, words: number, weight: number, fields: number): void => {
    if (term === -1) return
    const roles = rolesIn(fields)
    const role = roles.get(term)
    if (role === undefined) roles.set(term, { words, weight })
    else {
      role.words |= words
      role.weight = Math.max(weight, role.weight)
    }
  }
  const isAsked = (term: number, words: number, fields: number): boolean =>
    ((exact.get(fields)?.get(term)?.words ?? 0) & words) === words

  const askBeginning = (beginning: string, parts: number, wanted: number): void => {
    const few = wanted & shortFields
    const fields = beginning.length < tellingLetters && few !== 0 ? few : wanted
    // What is asked for anyway counts more than as a beginning's.
    const terms = vocabulary
      .beginningWith(beginning)
      .filter((term) => !isAsked(term, parts, allFields) && !isAsked(term, parts, wanted))
    if (terms.length > 0) beginnings.push({ terms, fields, weight: prefixWeight, parts })
  }

  for (const word of query.welcome) ask(termOf(word, vocabulary), 0, 1, allFields)
  for (const [index, word] of query.words.entries()) {
    const bit = index < mostParts ? 1 << index : 0
    for (const spelling of word.spellings) {
      ask(termOf(spelling, vocabulary), bit, 1, word.fields)
      ask(vocabulary.termOfWhole(spelling), bit, 1, word.fields)
    }
    if (word.edits > 0)
      for (const spelling of word.spellings) {
        const edits = Math.min(word.edits, Math.floor(spelling.length / lettersForEdit))
        for (const term of edits > 0 ? vocabulary.near(spelling, edits) : [])
          ask(term, bit, nearWeight, word.fields)
      }
    if (near & bit)
      for (const term of nearTerms(word, vocabulary)) ask(term, bit, nearWeight, word.fields)
    if (word.pattern !== null)
      beginnings.push({
        terms: [...vocabulary.matching(word.pattern)],
        ...{ fields: word.fields, weight: prefixWeight, parts: bit }
      })
  }
  for (const { term, words, identifiersOnly, fields } of query.wholes)
    if (!identifiersOnly) ask(vocabulary.termOf(term), words, 1, fields)
  for (const [index, word] of query.words.entries())
    if (word.unfinished && index < mostParts)
      for (const spelling of word.spellings) askBeginning(spelling, 1 << index, word.fields)
  const lookups = [...lookupsOf(exact), ...beginnings.splice(0)]
  for (const { term, unfinished, words, identifiersOnly, fields: wanted } of query.wholes) {
    const fields = identifiersOnly ? bitOf('identifiers') : wanted
    const whole = identifiersOnly ? vocabulary.termOf(term) : -1
    if (whole !== -1 && !isAsked(whole, words, allFields))
      lookups.push({ terms: [whole], fields, weight: 1, parts: words })
    if (unfinished) askBeginning(term, words, fields)
  }
  lookups.push(...beginnings)
  return {
    lookups,
    words: 2 ** Math.min(mostParts, query.words.length) - 1,
    fielded: query.words.reduce(
      (bits, { fields }, index) =>
        fields !== allFields && index < mostParts ? bits | (1 << index) : bits,
      0
    )
  }
}

/** Of each term of a vocabulary, the fields in which some lookup looks for it, a bit each. */
export function fieldsLookedIn(lookups: readonly Lookup[], terms: number): Uint16Array {
  const wanted = new Uint16Array(terms)
  for (const { terms, fields } of lookups)
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0
      wanted[term] = (wanted[term] ?? 0) | fields
    }
  return wanted
}

/** Terms that mean the same, together. */
function lookupsOf(byFields: ReadonlyMap<number, ReadonlyMap<number, Role>>): Lookup[] {
  const lookups = new Map<string, Lookup & { terms: number[] }>()
  for (const [fields, roles] of byFields)
    for (const [term, { words, weight }] of roles) {
      const key = `${String(fields)}/${String(words)}/${String(weight)}`
      const lookup = lookups.get(key)
      if (lookup === undefined) lookups.set(key, { terms: [term], fields, weight, parts: words })
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
