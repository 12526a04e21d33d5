import type { Paper, PaperType } from '@shared/model/paper'
import type { PersonName } from '@shared/model/person'
import { isAndOthers } from '@shared/text/person-name'
import { plainText } from '@shared/text/residue'

/** RIS's types of reference by ours (the list of Reference Manager 12). */
const types: Readonly<Record<PaperType, string>> = {
  'article-journal': 'JOUR',
  'paper-conference': 'CPAPER',
  article: 'UNPB',
  book: 'BOOK',
  chapter: 'CHAP',
  thesis: 'THES',
  report: 'RPRT',
  dataset: 'DATA',
  software: 'COMP',
  webpage: 'ELEC',
  document: 'GEN'
}

/** Papers as records of RIS, a tag a line, lines ended as the format wants them. */
export function toRis(papers: readonly Paper[]): string {
  return papers.map((paper) => `${record(paper).join('\r\n')}\r\n`).join('\r\n')
}

function record(paper: Paper): string[] {
  const [first = '', last = ''] = paper.pages.split('–')
  const [year = '', month = '', day = ''] = paper.issued.split('-')
  const of = (scheme: string): string[] =>
    paper.identifiers.filter((one) => one.scheme === scheme).map(({ value }) => value)
  const people = (role: 'author' | 'editor'): string[] =>
    paper.creators
      .filter((creator) => creator.role === role && !isAndOthers(creator.name))
      .map(({ name }) => listed(name))
  return [
    ...lines('TY', [types[paper.type]]),
    ...lines('ID', [paper.citationKey]),
    ...lines('TI', [plainText(paper.title)]),
    ...lines('AU', people('author')),
    ...lines('ED', people('editor')),
    ...lines('PY', [year]),
    ...lines('DA', [month === '' ? '' : [year, month, day, ''].join('/')]),
    // What a book has there is its series.
    ...lines(paper.type === 'book' ? 'T3' : 'T2', [paper.venue]),
    ...lines('VL', [paper.volume]),
    ...lines('IS', [paper.issue]),
    ...lines('SP', [first]),
    ...lines('EP', [last]),
    ...lines('PB', [paper.publisher]),
    ...lines('LA', [paper.language]),
    ...lines('DO', of('doi')),
    ...lines('AN', [
      ...of('arxiv').map((id) => `arXiv:${id}`),
      ...of('pmid').map((id) => `PMID:${id}`)
    ]),
    ...lines('SN', of('isbn')),
    ...lines(
      'UR',
      paper.links.map(({ url }) => url)
    ),
    ...lines(
      'KW',
      paper.tags.map(({ name }) => name.replaceAll(';', ','))
    ),
    ...lines('AB', [plainText(paper.abstract)]),
    ...lines('N1', [paper.note.body]),
    'ER  - '
  ]
}

/** A value is one line: what would begin another could pass for a tag, or for the end of the record. */
function lines(tag: string, values: readonly string[]): string[] {
  return values
    .map((value) => value.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((value) => value !== '')
    .map((value) => `${tag}  - ${value}`)
}

/** `Family, Given, Suffix`; a name that is kept whole ends with a comma, as EndNote has it. */
function listed(name: PersonName): string {
  if ('literal' in name) return `${name.literal.replaceAll(',', ';')},`
  const family = [name.particle, name.family].filter((part) => part !== '').join(' ')
  return [family, name.given, ...(name.suffix === '' ? [] : [name.suffix])].join(', ')
}
