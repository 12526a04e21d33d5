import type { PaperType } from '@shared/model/paper'
import type { Parsed } from '../parsed'
import { mostDetailed, readDate } from '@shared/text/date'
import { identifiersInUrl, readArxiv, readDoi, readIsbns, readPmid } from './identifiers'
import { readLanguage } from './languages'
import { pageRange } from './pages'
import { creatorsOf, listedName } from './people'
import { toParsed, type Reference } from './reference'
import { risRecords } from './ris-records'
import { risType } from './ris-types'
import type { TaggedRecord } from './tagged-records'
import { webLinks } from './web-links'
import { isWos, wosRecords } from './wos-records'

/** How a text reads as RIS (or as the Web of Science's text export): 0 not at all, 1 without doubt. */
export function detectRis(text: string): number {
  if (isWos(text)) return /^ER\s*$/m.test(text) ? 1 : 0.6
  const hasStart = /^\ufeff?TY(?:[ \t]{1,3}-|-[ \t])/m.test(text)
  const hasEnd = /^ER[ \t]{0,3}-[ \t]*$/m.test(text)
  const hasTitle = /^(?:TI|T1|AU|A1|DO|T2|PY|Y1)(?:[ \t]{1,3}-|-[ \t])/m.test(text)
  if (hasStart && (hasEnd || hasTitle)) return hasEnd ? 1 : 0.9
  return hasEnd && hasTitle ? 0.8 : 0
}

/**
 * Takes a RIS file apart (the tags of Reference Manager, EndNote's and Zotero's use of them).
 * Records without a title are told.
 */
export function parseRis(text: string, file: string, _seen: Date): Parsed {
  const records = isWos(text) ? wosRecords(text) : risRecords(text)
  const entries = records.map((record) => {
    const { start, end, line } = record
    return { start, end, line, reference: toReference(record) }
  })
  return toParsed('ris', text, file, entries)
}

function toReference(record: TaggedRecord): Reference {
  const type = typeOf(record)
  const isBook = type === 'book'
  const links = [...record.all('UR', 'L1', 'L2')].flatMap(webLinks)
  const authors = record.all('AF').length > 0 ? record.all('AF') : record.all('AU', 'A1')
  return {
    type,
    title: record.first('TI', 'T1', 'CT', ...(isBook ? ['BT', 'T2'] : []), 'ST'),
    abstract: record.texts('AB', 'N2')[0] ?? '',
    issued: issuedOf(record),
    // What a book has there is its series.
    venue: isBook ? '' : record.first('JF', 'T2', 'JO', 'BT', 'C3', 'J2', 'JA', 'J1'),
    volume: record.first('VL', 'VO'),
    issue: record.first('IS', 'CP'),
    pages: pageRange(record.first('SP', 'C7'), record.first('EP')),
    publisher: record.first('PB'),
    language: readLanguage(record.first('LA')),
    creators: [
      ...creatorsOf('author', authors.map(listedName)),
      ...creatorsOf(
        'author',
        record.all('CORP').map((literal) => ({ literal }))
      ),
      ...creatorsOf('editor', record.all('A2', 'ED', 'A3').map(listedName))
    ],
    identifiers: [
      ...record.all('DO', 'L3').flatMap(readDoi),
      ...record.all('AN', 'M1', 'C1').filter(isMarkedArxiv).flatMap(readArxiv),
      ...[...record.all('PMID'), ...record.all('AN').flatMap(markedPmid)].flatMap(readPmid),
      ...record.all('SN').flatMap(readIsbns),
      ...links.flatMap(({ url }) => identifiersInUrl(url))
    ],
    links,
    tags: record.texts('KW').flatMap(keywords),
    note: record.texts('N1').join('\n\n'),
    citationKey: keyOf(record.first('ID'))
  }
}

function typeOf(record: TaggedRecord): PaperType | null {
  if (record.first('DT').startsWith('Proceedings Paper')) return 'paper-conference'
  return risType(record.first('TY'))
}

/** `PD` is the Web of Science's month and day, beside the year. */
function issuedOf(record: TaggedRecord): string {
  const year = record.first('PY', 'Y1')
  const day = record.first('PD')
  return mostDetailed([
    readDate(year),
    ...(day === '' ? [] : [readDate(`${day} ${year}`)]),
    ...record.all('DA').map((date) => readDate(date))
  ])
}

function isMarkedArxiv(text: string): boolean {
  return /^arxiv\s*:/i.test(text)
}

function markedPmid(text: string): string[] {
  return /^pmid\s*:\s*(\d+)$/i.exec(text)?.slice(1) ?? []
}

/** Some put all of them into one field; an asterisk marks the main ones in Embase's. */
function keywords(text: string): string[] {
  return (text.includes(';') ? text.replaceAll('\n', ' ').split(';') : text.split('\n')).map(
    (word) => word.trim().replace(/^\*/, '')
  )
}

/** A bare number is a database's, not a key that somebody cites by. */
function keyOf(id: string): string {
  return /[a-z]/i.test(id) ? id : ''
}
