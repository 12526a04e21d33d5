import type { Identifier } from '@shared/model/paper'
import { parseArxiv, parseDoi } from '@shared/text/identifier'

/** The DOI that a text is, or nothing. One of arXiv's own (`10.48550/arxiv.…`) brings the arXiv id that it is made of. */
export function readDoi(text: string): Identifier[] {
  const doi = parseDoi(text.slice(0, 400))
  const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(doi?.value ?? '')?.[1] ?? ''
  return [...listed(doi), ...readArxiv(arxiv)]
}

/** The arXiv id that a text is, or nothing. */
export function readArxiv(text: string): Identifier[] {
  return listed(parseArxiv(text.slice(0, 300)))
}

function listed(identifier: Identifier | null): Identifier[] {
  return identifier === null ? [] : [identifier]
}

/** The identifiers that an address carries: a DOI at doi.org, an arXiv id at arxiv.org. */
export function identifiersInUrl(url: string): Identifier[] {
  if (/^https?:\/\/(?:[a-z]+\.)?arxiv\.org\//i.test(url)) return readArxiv(url)
  return /^https?:\/\/(?:(?:dx|www)\.)?doi\.org\//i.test(url) ? readDoi(url) : []
}

/** A PubMed id (`12345678`, `PMID: 12345678`), or nothing. */
export function readPmid(text: string): Identifier[] {
  const value = /^(?:pmid:?\s*)?0*([1-9]\d{0,8})$/i.exec(text.trim())?.[1]
  return value === undefined ? [] : [{ scheme: 'pmid', value, version: null }]
}

/**
 * The ISBNs in a text, their check digits right (ISO 2108), without hyphens. ISSNs and other serial
 * numbers that share the field are passed over.
 */
export function readIsbns(text: string): Identifier[] {
  const field = text.slice(0, 10_000)
  // Blanks stand between numbers, or between the groups of a single one.
  const numbers = [...field.split(/[^\dXx-]+/), field].map((word) =>
    word.replace(/[\s-]/g, '').toUpperCase()
  )
  return [...new Set(numbers.filter(isIsbn))].map((value) => ({
    scheme: 'isbn',
    value,
    version: null
  }))
}

/** Each identifier once, the more telling form of it (with a version). */
export function distinctIdentifiers(identifiers: readonly Identifier[]): Identifier[] {
  const found = new Map<string, Identifier>()
  for (const identifier of identifiers) {
    const key = `${identifier.scheme}:${identifier.value}`
    if ((found.get(key)?.version ?? null) === null) found.set(key, identifier)
  }
  return [...found.values()]
}

function isIsbn(value: string): boolean {
  if (/^97[89]\d{10}$/.test(value))
    return sum(value, (digit, at) => digit * (at % 2 === 0 ? 1 : 3)) % 10 === 0
  return /^\d{9}[\dX]$/.test(value) && sum(value, (digit, at) => digit * (10 - at)) % 11 === 0
}

function sum(digits: string, weigh: (digit: number, at: number) => number): number {
  return [...digits].reduce(
    (total, digit, at) => total + weigh(digit === 'X' ? 10 : Number(digit), at),
    0
  )
}
