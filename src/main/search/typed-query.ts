import type { Clause, Query, Test, WordField } from '@shared/query/clause'
import { parseQuery, type ParseOptions } from '@shared/query/parse'
import { fold } from '@shared/text/fold'
import { identifierTerm, termOf } from './analysis'
import { mostParts } from './executor'
import { allFields, bitOf as fieldBit, type Field } from './fields'
import { joinHyphenated, splitWords, type Word } from './words'

/** A word that a paper must have. */
export interface QueryWord {
  /** Folded, as typed; the first is the plain one. */
  spellings: string[]
  /** The terms it may be found under. */
  terms: string[]
  /** May be the beginning of a longer word. */
  unfinished: boolean
  /** Where it may stand: a bit for each field. */
  fields: number
  /** So many letters may differ, as typed (`word~2`). */
  edits: 0 | 1 | 2
  /** Stands for all words that fit it: `*` is any signs or none. */
  pattern: string | null
}

/** A piece of the typed text that may be found as a whole, which then stands for the words in it. */
export interface QueryWhole {
  term: string
  /** It is an identifier if it is found at all. */
  identifiersOnly: boolean
  unfinished: boolean
  /** The words it stands for, a bit each. */
  words: number
  /** Where it may stand, if it is no identifier. */
  fields: number
}

/** What words ask for. */
export interface TypedWords {
  words: QueryWord[]
  wholes: QueryWhole[]
  /** Terms that count when found but need not be. */
  welcome: string[]
}

/** What typed text asks for: words, which are looked for with lenience, and what must hold whatever happens. */
export interface TypedQuery extends TypedWords {
  /** Phrases, filters, what must not be there, alternatives. */
  rest: Query
  /** The text that papers are ranked by: as long as only pasted text is (a sentence, a reference, an abstract). */
  pasted: string | null
  /** Its words as they were typed, without its other clauses. */
  plain: string
}

/** Words of a clause, or of a whole text. */
export type WordsTest = Extract<Test, { kind: 'words' }>

const fieldOf: Readonly<Record<WordField, Field>> = {
  ...{ author: 'people', title: 'title', abstract: 'abstract', venue: 'venue', note: 'note' }
}

/** The bit of the field a clause asks for; all of them if it names none. */
export function fieldsOf(field: WordField | null): number {
  return field === null ? allFields : fieldBit(fieldOf[field])
}

/** Nobody types more words than this, stop words left out. */
const mostTyped = 8
const maxWords = mostParts

/**
 * Reads any text at all. Its last word may be unfinished, unless it `isComplete`. Stop words are not asked
 * for, unless one is all there is: then it is taken for a beginning (`the` of `theory`). A single last
 * letter behind other words is only welcome, since asking for it would find and lose papers by the keystroke.
 */
export function readQuery(text: string, options: ParseOptions): TypedQuery {
  const query = parseQuery(text, options)
  const isPasted = query.filter(isTellingWord).length > mostTyped
  const clauses = isPasted ? parseQuery(text, { ...options, isPasted }) : query
  const words: Clause[] = []
  const rest: Query = []
  for (const alternatives of clauses) {
    const [clause] = alternatives
    if (clause && alternatives.length === 1 && isWords(clause)) words.push(clause)
    else if (!alternatives.every(({ test }) => test.kind === 'unfinished')) rest.push(alternatives)
  }
  const plain = words.map(({ start, end }) => text.slice(start, end)).join(' ')
  return {
    ...readWords(words, rest.length > 0),
    rest,
    pasted: isPasted ? plain : null,
    plain
  }
}

/** Reads clauses of words. With others beside them, a lone stop word or letter is left out. */
export function readWords(clauses: readonly Clause[], areOthers: boolean): TypedWords {
  const query: TypedWords = { words: [], wholes: [], welcome: [] }
  const chunks = clauses.flatMap(({ test, isLast }) =>
    test.kind === 'words' ? [{ test, isLast, words: wordsOf(test.text) }] : []
  )
  const hasOthers = areOthers || chunks.reduce((sum, { words }) => sum + words.length, 0) > 1
  for (const { test, isLast, words } of chunks) {
    if (takeInPattern(query, test)) continue
    const last = isLast ? words.at(-1) : undefined
    const bits = words.reduce(
      (sum, word) => sum | takeIn(query, word, test, word === last, hasOthers),
      0
    )
    if (bits !== 0 && test.edits === 0) takeInWhole(query, test, words, bits, last)
  }
  return query
}

function isWords({ test, isNegated }: Clause): boolean {
  return test.kind === 'words' && !isNegated
}

function isTellingWord([clause, ...others]: readonly Clause[]): boolean {
  const { test, isNegated } = clause ?? {}
  if (test?.kind !== 'words' || isNegated === true || others.length > 0) return false
  return test.field === null && wordsOf(test.text).some(isTelling)
}

/** Puts a word among those asked for; gives its bit, or none. */
function takeIn(
  query: TypedWords,
  word: Word,
  { field, edits }: WordsTest,
  isLast: boolean,
  hasOthers: boolean
): number {
  const terms = word.spellings.map(termOf).filter((term) => term !== undefined)
  const [first = ''] = word.spellings
  if (isLast && hasOthers && field === null && /^[a-z]$/.test(first)) {
    query.welcome.push(...terms)
    return 0
  }
  if (terms.length === 0 && hasOthers && field === null) return 0
  const fields = fieldsOf(field)
  const same = query.words.findIndex(
    (other) => other.terms[0] === terms[0] && other.fields === fields && other.pattern === null
  )
  const known = query.words[same]
  if (known) {
    if (isLast) {
      known.unfinished = true
      known.spellings.push(...word.spellings)
    }
    return bitOf(same)
  }
  if (query.words.length >= maxWords) return 0
  const unfinished = (isLast && edits === 0) || isLone(first)
  return bitOf(
    query.words.push({
      ...{ spellings: [...word.spellings], terms, unfinished, fields, edits, pattern: null }
    }) - 1
  )
}

/** A chunk with `*` in it asks for all words that fit. */
function takeInPattern(query: TypedWords, { text, field }: WordsTest): boolean {
  const pattern = text
    .split('*')
    .map((part) => fold(part).replace(/[^\p{L}\p{N}\p{M}]+/gu, ''))
    .join('*')
    .replace(/\*+/g, '*')
  if (!text.includes('*') || !/[\p{L}\p{N}]/u.test(pattern)) return false
  if (query.words.length < maxWords)
    query.words.push({
      ...{ spellings: [], terms: [], unfinished: false, fields: fieldsOf(field), edits: 0, pattern }
    })
  return true
}

/** No stop word. */
function isTelling({ spellings }: Word): boolean {
  return spellings.some((spelling) => termOf(spelling) !== undefined)
}

/** None for the words of a long text behind those that have one. */
function bitOf(index: number): number {
  return index < mostParts ? 1 << index : 0
}

/** Lets a piece of the text be found whole: as an identifier, or without the hyphens in it. */
function takeInWhole(
  query: TypedWords,
  { text: chunk, field }: WordsTest,
  words: readonly Word[],
  bits: number,
  last: Word | undefined
): void {
  const isLast = last !== undefined
  const fields = fieldsOf(field)
  const [joined] = joinHyphenated(chunk, words)
  if (joined?.length === lengthOf(words)) {
    const [term = ''] = joined.spellings.map((spelling) => termOf(spelling) ?? spelling)
    const whole = { term, identifiersOnly: false, unfinished: isLast, words: bits, fields }
    query.wholes.push(whole)
  }
  if (field !== null) return
  const term = identifierTerm(chunk)
  const unfinished = term.length > 2 && (isLast || /\d/.test(chunk))
  const isKnown = query.wholes.some((whole) => whole.identifiersOnly && whole.term === term)
  if (term !== '' && !isKnown)
    query.wholes.push({ term, identifiersOnly: true, unfinished, words: bits, fields })
}

/** In scripts without spaces a pair of characters tells more than its second one, which is left out. */
function wordsOf(chunk: string): Word[] {
  return splitWords(chunk).filter(({ tail }) => tail !== true)
}

/** From the first word to the end of the last one. */
function lengthOf(words: readonly Word[]): number {
  const first = words[0]
  const last = words.at(-1)
  return first && last ? last.start + last.length - first.start : 0
}

/** One character of a script without spaces: found in the pairs that begin with it. */
function isLone(spelling: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u.test(spelling)
}
