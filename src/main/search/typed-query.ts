import { mostParts } from './executor'
import { identifierTerm, termOf } from './analysis'
import { joinHyphenated, splitWords, type Word } from './words'

/** A word that a paper must have. */
export interface QueryWord {
  /** Folded, as typed; the first is the plain one. */
  spellings: string[]
  /** The terms it may be found under. */
  terms: string[]
  /** May be the beginning of a longer word. */
  unfinished: boolean
}

/** A piece of the typed text that may be found as a whole, which then stands for the words in it. */
export interface QueryWhole {
  term: string
  /** It is an identifier if it is found at all. */
  identifiersOnly: boolean
  unfinished: boolean
  /** The words it stands for, a bit each. */
  words: number
}

/** What typed text asks for. Without words, nothing. */
export interface TypedQuery {
  words: QueryWord[]
  wholes: QueryWhole[]
  /** Whether it is as long as only pasted text is: a sentence, a reference, an abstract. */
  isPasted: boolean
  /** Terms that count when found but need not be. */
  welcome: string[]
}

/** Nobody types more words than this, stop words left out. */
const mostTyped = 8
/** Beyond these, text was pasted, not typed; the rest of it is left out. */
const maxLength = 10_000
const maxWords = mostParts

/**
 * Reads any text at all as words. The last one may be unfinished. Stop words are not asked for, unless
 * one is all there is: then it is taken for a beginning (`the` of `theory`). A single last letter
 * behind other words is only welcome, since asking for it would find and lose papers by the keystroke.
 */
export function readQuery(text: string): TypedQuery {
  const query: TypedQuery = { words: [], wholes: [], welcome: [], isPasted: false }
  const chunks = Array.from(text.slice(0, maxLength).matchAll(/\S+/g), ([chunk]) => ({
    chunk,
    words: wordsOf(chunk)
  }))
  query.isPasted = chunks.filter(({ words }) => words.some(isTelling)).length > mostTyped
  const all = chunks.flatMap(({ words }) => words)
  const last = all.at(-1)
  for (const { chunk, words } of chunks) {
    const bits = words.reduce(
      (sum, word) => sum | takeIn(query, word, word === last, all.length > 1),
      0
    )
    if (bits !== 0) takeInWhole(query, chunk, words, bits, last)
  }
  return query
}

/** Puts a word among those asked for; gives its bit, or none. */
function takeIn(query: TypedQuery, word: Word, isLast: boolean, hasOthers: boolean): number {
  const terms = word.spellings.map(termOf).filter((term) => term !== undefined)
  const [first = ''] = word.spellings
  if (isLast && hasOthers && /^[a-z]$/.test(first)) {
    query.welcome.push(...terms)
    return 0
  }
  if (terms.length === 0 && hasOthers) return 0
  const same = query.words.findIndex((other) => other.terms[0] === terms[0])
  const known = query.words[same]
  if (known) {
    if (isLast) {
      known.unfinished = true
      known.spellings.push(...word.spellings)
    }
    return bitOf(same)
  }
  if (query.words.length >= maxWords) return 0
  const unfinished = isLast || isLone(first)
  return bitOf(query.words.push({ spellings: [...word.spellings], terms, unfinished }) - 1)
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
  query: TypedQuery,
  chunk: string,
  words: readonly Word[],
  bits: number,
  last: Word | undefined
): void {
  const isLast = last !== undefined && words.includes(last)
  const [joined] = joinHyphenated(chunk, words)
  if (joined?.length === lengthOf(words)) {
    const [term = ''] = joined.spellings.map((spelling) => termOf(spelling) ?? spelling)
    query.wholes.push({ term, identifiersOnly: false, unfinished: isLast, words: bits })
  }
  const term = identifierTerm(chunk)
  const unfinished = term.length > 2 && (isLast || /\d/.test(chunk))
  const isKnown = query.wholes.some((whole) => whole.identifiersOnly && whole.term === term)
  if (term !== '' && !isKnown)
    query.wholes.push({ term, identifiersOnly: true, unfinished, words: bits })
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
