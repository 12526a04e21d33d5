import type { Paper } from '@shared/model/paper'
import { formatName } from '@shared/text/person-name'
import { plainText } from '@shared/text/residue'
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
import { escapedText, latexText } from './latex-text'
import { verbatim } from './verbatim'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * Fields of an entry for BibTeX's standard styles. They warn of a number without a volume, and of
 * one beside a volume outside articles, so that an issue then goes where they do not look.
 */
export function bibtexFields(paper: Paper, entry: string, citationKey: string): Fields {
  const text = (raw: string): string => latexText(raw, 'bibtex')
  const [year = '', month] = paper.issued.split('-')
  const volume = text(paper.volume)
  const issue = text(paper.issue)
  const isArticle = entry === 'article'
  const isInstitutional = entry === 'phdthesis' || entry === 'techreport'
  const isNumbered = (isArticle && volume !== '') || entry === 'techreport'
  const arxiv = identifierOf(paper, 'arxiv')
  const author = people(paper, 'author', 'bibtex').value
  const editor = people(paper, 'editor', 'bibtex').value
  const isNobodys = author === '' && !(entry === 'book' && editor !== '')
  const setsEditor = entry.startsWith('in') || (entry === 'book' && author === '')
  return [
    ['author', author],
    ['editor', setsEditor ? editor : ''],
    ['key', isNobodys ? sortKey(paper.title, citationKey) : ''],
    ['title', titleField(paper, 'bibtex')],
    ['journal', isArticle ? text(paper.venue) : ''],
    ['booktitle', entry.startsWith('in') ? text(paper.venue) : ''],
    ['volume', volume],
    [isNumbered ? 'number' : 'issue', issue],
    ['pages', pageRange(paper.pages, 'bibtex')],
    ['school', entry === 'phdthesis' ? text(holderOf(paper)) : ''],
    ['institution', entry === 'techreport' ? text(holderOf(paper)) : ''],
    ['publisher', isInstitutional ? '' : text(paper.publisher)],
    ['howpublished', entry === 'misc' ? howPublished(paper, arxiv) : ''],
    [
      'note',
      [
        isArticle && volume === '' && issue !== '' ? `No.~${issue}` : '',
        setsEditor ? '' : editedBy(paper)
      ]
        .filter((part) => part !== '')
        .join('. ')
    ],
    ['month', months[Number(month) - 1] ?? ''],
    ['year', year],
    ...identifiers(paper),
    ['eprint', arxiv],
    ['archiveprefix', arxiv === '' ? '' : 'arXiv'],
    ['url', paper.type === 'webpage' ? '' : verbatim(bestLink(paper.links))],
    ...lastFields(paper, 'bibtex')
  ]
}

/** What says how to find it where styles know no eprint and no address; as text, since `\url` needs a package. */
function howPublished(paper: Paper, arxiv: string): string {
  if (paper.type === 'webpage') return escapedText(verbatim(bestLink(paper.links)), 'bibtex')
  if (paper.venue === '' && arxiv !== '') return `arXiv:${escapedText(arxiv, 'bibtex')}`
  return latexText(holderOf(paper), 'bibtex')
}

/** Editors as text, for entries whose styles print none, or warn of one beside an author. */
function editedBy(paper: Paper): string {
  const names = paper.creators
    .filter(({ role }) => role === 'editor')
    .map(({ name }) => escapedText(formatName(name, 'given-first'), 'bibtex').trim())
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
