import type { Identifier, Paper } from '@shared/model/paper'
import { babelName } from './language'
import { escapedText, latexText, type Dialect } from './latex-text'
import { latexTitle } from './latex-title'
import { nameList } from './name'
import { verbatim } from './verbatim'

/** Fields of an entry in the order they are written; those with an empty value are not. */
export type Fields = readonly (readonly [name: string, value: string])[]

/** Authors and editors. `left` counts the people BibTeX has no room for. */
export function people(
  paper: Paper,
  role: 'author' | 'editor',
  dialect: Dialect
): ReturnType<typeof nameList> {
  const names = paper.creators.filter((creator) => creator.role === role).map(({ name }) => name)
  return nameList(names, dialect)
}

export function titleField(paper: Paper, dialect: Dialect): string {
  const title = latexTitle(paper.title, paper.language, dialect)
  return title.replace(/[{}\s]/g, '') === '' ? 'Untitled' : title
}

export function identifiers(paper: Paper): Fields {
  return (['doi', 'isbn', 'pmid'] as const).map((scheme) => [scheme, identifierOf(paper, scheme)])
}

/** The value of a paper's identifier as verbatim fields hold it; empty for none. */
export function identifierOf(paper: Paper, scheme: Identifier['scheme']): string {
  return verbatim(paper.identifiers.find((identifier) => identifier.scheme === scheme)?.value ?? '')
}

/** Fields that stand last in both dialects. A comma would part one keyword into two. */
export function lastFields(paper: Paper, dialect: Dialect): Fields {
  const keywords = paper.tags.map(({ name }) =>
    escapedText(name.replaceAll(',', ';'), dialect).trim()
  )
  return [
    ['langid', babelName(paper.language)],
    ['keywords', keywords.filter((word) => word !== '').join(', ')],
    ['abstract', latexText(paper.abstract, dialect)]
  ]
}

/** Pages with a dash of TeX's between two numbers. */
export function pageRange(pages: string, dialect: Dialect): string {
  const dashed = pages.replace(/(\d)\s*(?:--?|[‐‑‒–—−])\s*(?=\p{L}?\d)/gu, '$1–')
  return escapedText(dashed, dialect).trim().replaceAll('–', '--')
}

/** The name of what holds a paper: its venue, else its publisher. */
export function holderOf(paper: Paper): string {
  return paper.venue.trim() === '' ? paper.publisher : paper.venue
}
