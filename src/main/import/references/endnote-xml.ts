import type { PaperType } from '@shared/model/paper'
import type { PersonName } from '@shared/model/person'
import {
  at,
  childrenOf,
  descendants,
  parseXml,
  rawTextOf,
  textAt,
  textOf,
  type XmlElement
} from '../markup/xml'
import type { Parsed } from '../parsed'
import { readDate } from '@shared/text/date'
import { identifiersInUrl, readDoi, readIsbns } from './identifiers'
import { readLanguage } from './languages'
import { tidyPages } from './pages'
import { creatorsOf, listedName } from './people'
import { toParsed, type Entry, type Reference } from './reference'
import { webLinks } from './web-links'
import { lineCounter } from '../lines'

/** EndNote's names of types (its `ref-type`'s `name`), as they are most often met. */
const types: Readonly<Record<string, PaperType>> = {
  'journal article': 'article-journal',
  'electronic article': 'article-journal',
  'magazine article': 'article-journal',
  'newspaper article': 'article-journal',
  'conference proceedings': 'paper-conference',
  'conference paper': 'paper-conference',
  'unpublished work': 'article',
  manuscript: 'article',
  book: 'book',
  'edited book': 'book',
  'electronic book': 'book',
  'book section': 'chapter',
  'electronic book section': 'chapter',
  encyclopedia: 'chapter',
  thesis: 'thesis',
  report: 'report',
  'government document': 'report',
  standard: 'report',
  dataset: 'dataset',
  'computer program': 'software',
  'web page': 'webpage',
  blog: 'webpage'
}

/** How a text reads as an XML export of EndNote: 0 not at all, 1 without doubt. */
export function detectEndnoteXml(text: string): number {
  return /<records>\s*<record>/.test(text.slice(0, 5000)) &&
    /<ref-type\b|<source-app\b|<titles>/.test(text.slice(0, 50_000))
    ? 1
    : 0
}

/** Takes an XML export of EndNote apart, a record a paper. */
export function parseEndnoteXml(text: string, file: string): Parsed {
  const line = lineCounter(text)
  const entries = [...descendants(parseXml(text), 'record')].map((record): Entry => ({
    start: record.start,
    end: record.end,
    line: line(record.start),
    reference: toReference(record)
  }))
  return toParsed('endnote-xml', text, file, entries)
}

function toReference(record: XmlElement): Reference {
  const titles = at(record, 'titles')
  const links = [...descendants(at(record, 'urls'), 'url')].flatMap((url) => webLinks(textOf(url)))
  const people = (group: string): string[] =>
    childrenOf(at(record, 'contributors', group), 'author').map(textOf)
  const dates = at(record, 'dates')
  const day = textAt(dates, 'pub-dates', 'date')
  const year = textAt(dates, 'year')
  const type = types[(at(record, 'ref-type')?.attributes.get('name') ?? '').toLowerCase()]
  return {
    type: type ?? 'document',
    title: textAt(titles, 'title'),
    abstract: rawTextOf(at(record, 'abstract')).trim(),
    issued: readDate(day.includes(year) ? day : `${day} ${year}`) || readDate(year),
    venue: textAt(titles, 'secondary-title') || textAt(record, 'periodical', 'full-title'),
    volume: textAt(record, 'volume'),
    issue: textAt(record, 'number'),
    pages: tidyPages(textAt(record, 'pages')),
    publisher: textAt(record, 'publisher'),
    language: readLanguage(textAt(record, 'language')),
    creators: [
      ...creatorsOf('author', people('authors').map(nameOf)),
      ...creatorsOf('editor', people('secondary-authors').map(nameOf))
    ],
    identifiers: [
      ...readDoi(textAt(record, 'electronic-resource-num')),
      ...readIsbns(textAt(record, 'isbn')),
      ...links.flatMap(({ url }) => identifiersInUrl(url))
    ],
    links,
    tags: childrenOf(at(record, 'keywords'), 'keyword').map(textOf),
    note: [rawTextOf(at(record, 'notes')), rawTextOf(at(record, 'research-notes'))]
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n\n'),
    citationKey: textAt(record, 'label')
  }
}

/** EndNote marks a group by a comma behind its name. */
function nameOf(text: string): PersonName | null {
  const group = /^([^,]+),$/.exec(text)?.[1]
  return group === undefined ? listedName(text) : { literal: group.trim() }
}
