import type { CitedPaper } from '@shared/model/paper'
import { dateField, entryDate } from './date'
import { isMasters } from './entry-type'
import {
  addressOf,
  eprintOf,
  holderOf,
  identifiers,
  institutionOf,
  lastFields,
  numberField,
  pageRange,
  people,
  titleFields,
  venueField,
  type Fields
} from './fields'
import type { Form } from './form'
import type { KeptFields } from './kept'
import { latexText } from './latex-text'

/** Publication states that BibLaTeX has words for in every language. */
const states: ReadonlySet<string> = new Set(
  'inpreparation submitted forthcoming inpress prepublished'.split(' ')
)

/** Fields of an entry by BibLaTeX's data model (its manual, section 2.2). */
export function biblatexFields(
  paper: CitedPaper,
  entry: string,
  kept: KeptFields,
  form: Form
): Fields {
  const text = (raw: string): string => latexText(raw, form.letters)
  const isInstitutional = entry === 'thesis' || entry === 'report'
  const isLoose = ['online', 'software', 'misc', 'dataset'].includes(entry)
  const isPeriodical = ['article', 'periodical', 'jurisdiction', 'legislation'].includes(entry)
  const date = entryDate(paper, kept)
  const eprint = eprintOf(paper, kept)
  const state = kept.raw('pubstate') || date.words
  const venue = venueField(paper, kept, form)
  const institution = kept.text('institution') || kept.text('school')
  const holdsBook = entry.startsWith('in') || entry.startsWith('supp') || entry === 'bookinbook'
  const isVenueWritten = isPeriodical || holdsBook
  return [
    ['author', people(paper, 'author', form).value],
    ['editor', people(paper, 'editor', form).value],
    ...titleFields(paper, kept, form),
    ['type', entryKindName(entry, kept)],
    ['journaltitle', isPeriodical ? venue : ''],
    ['booktitle', holdsBook ? venue : ''],
    ['series', kept.text('series')],
    ['edition', kept.text('edition')],
    ['volume', numberField(paper.volume, form)],
    ['number', numberField(paper.issue, form) || kept.text('seriesnumber')],
    ['pages', pageRange(paper.pages, form)],
    ['institution', isInstitutional ? text(institutionOf(paper)) || institution : institution],
    ['organization', (isLoose ? text(holderOf(paper)) : '') || kept.text('organization')],
    ['publisher', isInstitutional || isLoose ? '' : text(paper.publisher)],
    ['location', kept.text('location')],
    [
      'howpublished',
      isVenueWritten || isLoose || isInstitutional ? '' : venueOfOthers(paper, form)
    ],
    ['date', date.edtf],
    ['pubstate', pubstate(state, form)],
    ['origdate', dateField(kept.raw('origdate'))],
    ['eventdate', dateField(kept.raw('eventdate'))],
    ...identifiers(paper, form).map(
      ([name, value]) => [name, name === 'isbn' && !isIsbn(value) ? '' : value] as const
    ),
    ['eprint', eprint.id || kept.text('eprint')],
    ['eprinttype', eprint.id === '' ? kept.text('eprinttype') : eprint.type],
    ['eprintclass', kept.text('eprintclass')],
    ['url', addressOf(paper, form)],
    ['urldate', dateField(kept.raw('urldate'))],
    ...lastFields(paper, form)
  ]
}

/** The venue of what has no place for one. */
function venueOfOthers(paper: CitedPaper, form: Form): string {
  return paper.venue === '' ? '' : latexText(paper.venue, form.letters)
}

/** A kind of thesis or report, by BibLaTeX's keys for what its languages have words for. */
function entryKindName(entry: string, kept: KeptFields): string {
  const kind = kept.raw('type')
  if (entry === 'report') return kind === '' ? 'techreport' : kept.text('type')
  if (entry !== 'thesis') return kept.text('type')
  if (isMasters(kind)) return 'mathesis'
  return /^$|ph\.?\s*d|doctora/i.test(kind) ? 'phdthesis' : kept.text('type')
}

function pubstate(state: string, form: Form): string {
  const key = state.toLowerCase().replace(/[\s-]/g, '')
  return states.has(key) ? key : latexText(state, form.letters)
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
