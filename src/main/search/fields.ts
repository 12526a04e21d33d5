import { analyse, identifierTerm, type Token } from './analysis'
import type { SearchDocument } from './document'

/**
 * What is searched, and how much a word found there counts. 5, 1, 3 and 2 for title, abstract,
 * people and venue gave the best known-item results on real papers.
 */
export const fieldBoosts = {
  title: 5,
  abstract: 1,
  people: 3,
  venue: 2,
  tags: 3,
  note: 1,
  digests: 1,
  identifiers: 4
} as const

export type Field = keyof typeof fieldBoosts
export const fields = Object.keys(fieldBoosts) as Field[]

/** The tokens of one field of a document. */
export function tokensOf(document: SearchDocument, field: Field): Token[] {
  switch (field) {
    case 'venue':
      return analyse(`${document.venue} ${document.year}`)
    case 'tags':
      return analyse(document.tags.join('\n'))
    case 'identifiers':
      return document.identifiers
        .map((identifier) => ({
          term: identifierTerm(identifier),
          surface: '',
          start: 0,
          length: identifier.length
        }))
        .filter(({ term }) => term !== '')
    default:
      return analyse(document[field])
  }
}
