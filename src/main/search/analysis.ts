import lunr from 'lunr'
import { fold } from '@shared/text/fold'
import { joinHyphenated, splitWords } from './words'

/** A word as the index holds it. */
export interface Token {
  /** What words are compared by: folded, stemmed, digits written as `encodeDigits` has it. */
  term: string
  /** The word folded but not stemmed. */
  surface: string
  /** Where it stands, in UTF-16 code units of the raw text. */
  start: number
  length: number
}

/** Longer texts are searched up to here, in UTF-16 code units; some 30,000 words. */
const maxAnalysed = 200_000

/** The words of a text without stop words, then those that hyphens join. */
export function analyse(whole: string): Token[] {
  const tokens: Token[] = []
  const text = whole.slice(0, maxAnalysed)
  const words = splitWords(text)
  for (const { spellings, start, length } of [...words, ...joinHyphenated(text, words)])
    for (const surface of spellings) {
      const term = termOf(surface)
      if (term !== undefined) tokens.push({ term, surface, start, length })
    }
  return tokens
}

const known = new Map<string, string | undefined>()

/** The term a folded word is found under; undefined for a stop word. English rules, for `a`–`z` only. */
export function termOf(surface: string): string | undefined {
  if (!/^[a-z]+$/.test(surface)) return encodeDigits(surface)
  if (known.has(surface)) return known.get(surface)
  if (known.size > 200_000) known.clear()
  const token = new lunr.Token(surface, {})
  const isStopWord = (lunr.stopWordFilter(token) as lunr.Token | undefined) === undefined
  const term = isStopWord ? undefined : lunr.stemmer(token).toString()
  known.set(surface, term)
  return term
}

/** The term of a whole identifier, stored or typed; empty when there is nothing in it. */
export function identifierTerm(identifier: string): string {
  return encodeDigits(
    fold(bareIdentifier(identifier))
      .replace(/[\s\p{C}*]+/gu, '')
      .slice(0, 128)
  )
}

/** Without the address around it, the version of an arXiv id, and punctuation at its ends. */
function bareIdentifier(identifier: string): string {
  return identifier
    .replace(/^[\s"'“”‘’([{<]+|[\s"'“”‘’)\]}>.,;:!?/]+$/gu, '')
    .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
    .replace(/^(?:dx\.)?doi\.org\/|^doi:|^arxiv\.org\/(?:abs|pdf)\/|^arxiv:/i, '')
    .replace(/^(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/i, '$1')
}

/**
 * Digits as Arabic-Indic ones. `lunr.TokenSet` 2.3.9 tells its states apart by strings in which a
 * digit of a word runs into the number of a state (`1` `23` and `12` `3` are one): with plain digits
 * it loses some words, DOIs foremost, and finds others that are not there.
 */
export function encodeDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
}
