import type { Identifier, Link } from '@shared/model/paper'
import type { Creator } from '@shared/model/person'
import { monthOfArxiv, parseArxiv } from '@shared/text/identifier'
import { parseName } from '@shared/text/person-name'
import { plainText } from '@shared/text/residue'
import { findUrls, linkKindOf } from '@shared/text/url'
import type { Said } from '../parsed'

/** What every digest that names an arXiv id says with it: the id, its page, its month. */
export function saidByArxivId(text: string): Said | null {
  const identifier = parseArxiv(text)
  if (identifier === null) return null
  return {
    type: 'article',
    issued: monthOfArxiv(identifier.value),
    identifiers: [identifier],
    links: [pageOf(identifier)]
  }
}

/** Addresses in a text, each once, by what they lead to. */
export function linksIn(...texts: readonly string[]): Link[] {
  const urls = texts.flatMap((text) => findUrls(text).map(({ url }) => url))
  return [...new Set(urls)].map((url) => ({ kind: linkKindOf(url), url }))
}

/**
 * The authors of an arXiv listing: parted by commas and `and`, affiliations in brackets, accents as
 * TeX writes them. A collaboration keeps its name whole.
 */
export function authorsIn(text: string): Creator[] {
  return withoutBrackets(text)
    .split(/,\s*(?:and\s+)?|\s+and\s+/)
    .map((name) => plainText(name).replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '')
    .map((name) => ({
      role: 'author',
      name: /\b(collaboration|consortium|team|group)\b/i.test(name)
        ? { literal: name }
        : parseName(name)
    }))
}

function pageOf({ value }: Identifier): Link {
  return { kind: 'paper', url: `https://arxiv.org/abs/${value}` }
}

function withoutBrackets(text: string): string {
  let depth = 0
  let kept = ''
  for (const sign of text)
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += sign
  return kept
}
