import lunr from 'lunr'
import { fold } from '@shared/text/fold'

const known = new Map<string, string | undefined>()

/** The term a folded word is found under; undefined for a stop word. English rules, for `a`–`z` only. */
export function termOf(surface: string): string | undefined {
  if (!/^[a-z]+$/.test(surface)) return surface
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
  return fold(bareIdentifier(identifier))
    .replace(/[\s\p{C}*]+/gu, '')
    .slice(0, 128)
}

/** Without the address around it, the version of an arXiv id, and punctuation at its ends. */
function bareIdentifier(identifier: string): string {
  return identifier
    .replace(/^[\s"'“”‘’([{<]+|[\s"'“”‘’)\]}>.,;:!?/]+$/gu, '')
    .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
    .replace(/^(?:dx\.)?doi\.org\/|^doi:|^arxiv\.org\/(?:abs|pdf)\/|^arxiv:/i, '')
    .replace(/^(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/i, '$1')
}
