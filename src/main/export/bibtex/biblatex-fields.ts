import type { Paper } from '@shared/model/paper'
import { bestLink } from '../best-link'
import {
  holderOf,
  identifierOf,
  identifiers,
  lastFields,
  pageRange,
  people,
  titleField,
  type Fields
} from './fields'
import { latexText } from './latex-text'
import { verbatim } from './verbatim'

/** Fields of an entry by BibLaTeX's data model (its manual, section 2.2). */
export function biblatexFields(paper: Paper, entry: string): Fields {
  const text = (raw: string): string => latexText(raw, 'biblatex')
  const isInstitutional = entry === 'thesis' || entry === 'report'
  const isLoose = ['online', 'software', 'misc'].includes(entry)
  const arxiv = identifierOf(paper, 'arxiv')
  const [eprint, eprinttype] =
    arxiv === '' ? [identifierOf(paper, 'pmid'), 'pubmed'] : [arxiv, 'arxiv']
  return [
    ['author', people(paper, 'author', 'biblatex').value],
    ['editor', people(paper, 'editor', 'biblatex').value],
    ['title', titleField(paper, 'biblatex')],
    ['type', entry === 'thesis' ? 'phdthesis' : entry === 'report' ? 'techreport' : ''],
    ['journaltitle', entry === 'article' ? text(paper.venue) : ''],
    ['booktitle', entry.startsWith('in') ? text(paper.venue) : ''],
    ['volume', text(paper.volume)],
    ['number', text(paper.issue)],
    ['pages', pageRange(paper.pages, 'biblatex')],
    ['institution', isInstitutional ? text(holderOf(paper)) : ''],
    ['organization', isLoose ? text(holderOf(paper)) : ''],
    ['publisher', isInstitutional || isLoose ? '' : text(paper.publisher)],
    ['date', calendarDate(paper.issued)],
    ...identifiers(paper).map(
      ([name, value]) => [name, name === 'isbn' && !isIsbn(value) ? '' : value] as const
    ),
    ['eprint', eprint],
    ['eprinttype', eprint === '' ? '' : eprinttype],
    ['url', verbatim(bestLink(paper.links))],
    ...lastFields(paper, 'biblatex')
  ]
}

/** A date that stands in the calendar, as far as it does; Biber warns of a 30th of February. */
function calendarDate(issued: string): string {
  const [year = '', month = '', day = ''] = issued.split('-')
  if (Number(month) < 1 || Number(month) > 12) return year
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) < 1 || Number(day) > days ? `${year}-${month}` : issued
}

/** Whether the check digit of an ISBN-10 or ISBN-13 is right; Biber warns of others. */
function isIsbn(text: string): boolean {
  const digits = [...text.replace(/[-\s]/g, '').toUpperCase()]
  const value = (digit: string): number => (digit === 'X' ? 10 : Number(digit))
  if (/^\d{9}[\dX]$/.test(digits.join('')))
    return digits.reduce((sum, digit, i) => sum + (10 - i) * value(digit), 0) % 11 === 0
  if (!/^97[89]\d{10}$/.test(digits.join(''))) return false
  return digits.reduce((sum, digit, i) => sum + (i % 2 === 0 ? 1 : 3) * value(digit), 0) % 10 === 0
}
