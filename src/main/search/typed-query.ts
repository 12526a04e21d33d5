import { identifierTerm, termOf } from './analysis'
import { splitWords, type Word } from './words'

/** A word that a paper must have. */
export interface QueryWord {
  /** Folded, as typed; the first is the plain one. */
  spellings: string[]
  /** The terms it may be found under. */
  terms: string[]
  /** May be the beginning of a longer word. */
  unfinished: boolean
}

/** A piece of the typed text that may be an identifier; it then stands for the words in it. */
export interface QueryIdentifier {
  term: string
  unfinished: boolean
  /** The words it stands for, a bit each. */
  words: number
}

/** What typed text asks for. Without words, nothing. */
export interface TypedQuery {
  words: QueryWord[]
  identifiers: QueryIdentifier[]
  /** Terms that count when found but need not be. */
  welcome: string[]
}

/** Beyond these, text was pasted, not typed; the rest of it is left out. */
const maxLength = 10_000
const maxWords = 30

/**
 * Reads any text at all as words. The last one may be unfinished. Stop words are not asked for, unless
 * one is all there is: then it is taken for a beginning (`the` of `theory`). A single last letter
 * behind other words is only welcome, since asking for it would find and lose papers by the keystroke.
 */
export function readQuery(text: string): TypedQuery {
  const query: TypedQuery = { words: [], identifiers: [], welcome: [] }
  const known = new Map<string, number>()
  const chunks = [...text.slice(0, maxLength).matchAll(/\S+/g)].map(([chunk]) => ({
    chunk,
    words: wordsOf(chunk)
  }))
  const last = chunks.flatMap(({ words }) => words).at(-1)
  const count = chunks.reduce((sum, { words }) => sum + words.length, 0)
  for (const { chunk, words } of chunks) {
    let bits = 0
    for (const word of words) {
      if (known.size >= maxWords) return query
      bits |= place(word, word === last, count > 1)
    }
    const term = identifierTerm(chunk)
    const isLast = last !== undefined && words.includes(last)
    if (bits !== 0 && term !== '')
      query.identifiers.push({
        term,
        unfinished: term.length > 2 && (isLast || /\d/.test(chunk)),
        words: bits
      })
  }
  return query

  /** Puts the word among those asked for; gives its bit, or none. */
  function place({ spellings }: Word, isLast: boolean, hasOthers: boolean): number {
    const terms = spellings.map(termOf).filter((term) => term !== undefined)
    const [first = ''] = spellings
    if (isLast && hasOthers && /^[a-z]$/.test(first)) {
      query.welcome.push(...terms)
      return 0
    }
    if (terms.length === 0 && hasOthers) return 0
    const key = terms[0] ?? first
    const index = known.get(key) ?? known.size
    const word = query.words[index]
    if (!word) query.words.push({ spellings, terms, unfinished: isLast || isLone(first) })
    else if (isLast) {
      word.unfinished = true
      word.spellings = [...new Set([...word.spellings, ...spellings])]
    }
    known.set(key, index)
    return 1 << index
  }
}

/** In scripts without spaces a pair of characters tells more than its second one, which is left out. */
function wordsOf(chunk: string): Word[] {
  return splitWords(chunk).filter(({ tail }) => tail !== true)
}

/** One character of a script without spaces: found in the pairs that begin with it. */
function isLone(spelling: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u.test(spelling)
}
