import type { CitedPaper } from '@shared/model/paper'
import { formatName } from '@shared/text/person-name'
import { plainText } from '@shared/text/residue'
import { bestLink } from '../best-link'
import { dateField, entryDate, yearAndMonth } from './date'
import {
  addressOf,
  holderOf,
  identifierOf,
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
import { escapedText, latexText } from './latex-text'
import { verbatim } from './verbatim'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * Fields of an entry for BibTeX's standard styles. They warn of a number without a volume or a series, and
 * of one beside a volume outside articles, so that an issue then goes where they do not look.
 */
export function bibtexFields(
  paper: CitedPaper,
  entry: string,
  kept: KeptFields,
  form: Form,
  citationKey: string
): Fields {
  const text = (raw: string): string => latexText(raw, form.letters)
  const date = entryDate(paper, kept)
  const { year, month } = yearAndMonth(date.edtf)
  const volume = numberField(paper.volume, form)
  const issue = numberField(paper.issue, form)
  const isArticle = entry === 'article'
  const isThesis = entry === 'phdthesis' || entry === 'mastersthesis'
  const isInstitutional = isThesis || entry === 'techreport'
  const arxiv = identifierOf(paper, 'arxiv')
  const author = people(paper, 'author', form).value
  const editor = people(paper, 'editor', form).value
  const editsBook = entry === 'book' || entry === 'inbook' || entry === 'proceedings'
  const organization = kept.text('organization')
  // Styles sort proceedings by who edited them, or else by whose they are.
  const isNobodys =
    entry === 'proceedings'
      ? editor === '' && organization === ''
      : author === '' && !(editsBook && editor !== '')
  const setsEditor =
    entry === 'incollection' ||
    entry === 'inproceedings' ||
    entry === 'proceedings' ||
    (editsBook && author === '') ||
    form.options.incomplete === 'as-it-is'
  const series = kept.text('series')
  const seriesNumber = kept.text('seriesnumber')
  const isNumbered = isArticle
    ? volume !== '' || form.options.incomplete === 'as-it-is'
    : entry === 'techreport'
  const number = isNumbered ? issue : series !== '' && volume === '' ? seriesNumber : ''
  const url = addressOf(paper, form)
  const isWeb = entry === 'misc' && paper.type === 'webpage'
  const isUrlField = form.options.bibtexUrl === 'field' && !isWeb
  const institution = kept.text('institution')
  const school = kept.text('school')
  return [
    ['author', author],
    ['editor', setsEditor ? editor : ''],
    ['key', isNobodys ? sortKey(paper.title, citationKey) : ''],
    ...titleFields(paper, kept, form),
    ['journal', isArticle ? journal(paper, kept, form, arxiv) : ''],
    ['booktitle', entry.startsWith('in') ? venueField(paper, kept, form) : ''],
    ['series', series],
    ['edition', kept.text('edition')],
    ['volume', volume],
    ['number', number],
    ['issue', isNumbered ? '' : issue],
    ['pages', pageRange(paper.pages, form)],
    ['type', thesisType(entry, kept)],
    ['school', isThesis ? text(institutionOf(paper)) || school : school],
    [
      'institution',
      entry === 'techreport' ? text(institutionOf(paper)) || institution : institution
    ],
    ['organization', organization],
    ['publisher', isInstitutional ? '' : text(paper.publisher)],
    ['address', kept.text('location')],
    [
      'howpublished',
      entry === 'misc' ? kept.text('howpublished') || howPublished(paper, arxiv, form) : ''
    ],
    [
      'note',
      [
        entry === 'unpublished' && arxiv !== '' ? `arXiv:${escapedText(arxiv, form.letters)}` : '',
        isArticle && !isNumbered && issue !== '' ? `No.~${issue}` : '',
        setsEditor ? '' : editedBy(paper, form),
        form.options.bibtexUrl === 'note' && !isWeb ? escapedText(url, form.letters) : '',
        kept.text('note')
      ]
        .filter((part) => part !== '')
        .join('. ')
    ],
    ['month', months[month - 1] ?? ''],
    ['year', year === '' ? text(date.words) : year],
    ...identifiers(paper, form),
    ['eprint', arxiv || kept.text('eprint')],
    ['archiveprefix', arxiv === '' ? kept.text('archiveprefix') : 'arXiv'],
    ['primaryclass', kept.text('eprintclass')],
    ['url', isUrlField ? url : ''],
    [
      'urldate',
      kept.raw('urldate') === '' ? '' : dateField(kept.raw('urldate')) || kept.text('urldate')
    ],
    ...lastFields(paper, form)
  ]
}

/** A journal, or for a preprint that the user wants set as an article, where it lies. */
function journal(paper: CitedPaper, kept: KeptFields, form: Form, arxiv: string): string {
  const venue = venueField(paper, kept, form)
  const isPreprint = venue === '' && arxiv !== '' && form.options.preprints === 'article'
  return isPreprint ? `arXiv preprint arXiv:${escapedText(arxiv, form.letters)}` : venue
}

/** What kind of thesis or report, where the entry's name does not say it. */
function thesisType(entry: string, kept: KeptFields): string {
  const kind = kept.raw('type')
  const isPlain =
    /^(?:(?:ph\.?\s*d\.?|doctoral|master(?:'s)?)\s*(?:thesis|dissertation)?|phdthesis|mathesis|techreport)$/i
  const isSaid = entry === 'phdthesis' || entry === 'mastersthesis' || entry === 'techreport'
  return isSaid && isPlain.test(kind) ? '' : kept.text('type')
}

/** What says how to find it where styles know no eprint and no address; as text, since `\url` needs a package. */
function howPublished(paper: CitedPaper, arxiv: string, form: Form): string {
  if (paper.type === 'webpage') return escapedText(verbatim(bestLink(paper.links)), form.letters)
  if (paper.venue === '' && arxiv !== '') return `arXiv:${escapedText(arxiv, form.letters)}`
  return latexText(holderOf(paper), form.letters)
}

/** Editors as text, for entries whose styles print none, or warn of one beside an author. */
function editedBy(paper: CitedPaper, form: Form): string {
  const names = paper.creators
    .filter(({ role }) => role === 'editor')
    .map(({ name }) => escapedText(formatName(name, 'given-first'), form.letters).trim())
  const last = names.pop()
  if (last === undefined) return ''
  return `Edited by ${names.length > 0 ? `${names.join(', ')} and ${last}` : last}`
}

/** What sorts and labels an entry of nobody: the first telling word of its title, in ASCII. */
function sortKey(title: string, citationKey: string): string {
  const words = plainText(title).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const telling = words.find((word) => !/^(?:an?|the|on|towards?)$/i.test(word)) ?? ''
  const plain = telling.normalize('NFKD').replace(/[^A-Za-z0-9]/g, '')
  return plain === '' ? citationKey.replace(/[^A-Za-z0-9]/g, '') : plain
}
