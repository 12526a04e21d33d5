import type { Identifier, PaperType } from '@shared/model/paper'
import type { Parsed } from '../parsed'
import { readDate } from '@shared/text/date'
import { readDoi, readIsbns, readPmid } from './identifiers'
import { readLanguage } from './languages'
import { tidyPages } from './pages'
import { creatorsOf, listedName } from './people'
import { toParsed, type Reference } from './reference'
import { TaggedRecord } from './tagged-records'
import { linesOf } from '../lines'

/** A tag of up to four letters, filled up to four, then a hyphen and a blank (NLM's MEDLINE display). */
const tagged = /^([A-Z][A-Z0-9]{1,3}) {0,2}-(?: (.*))?$/

const types: readonly (readonly [publicationType: string, type: PaperType])[] = [
  ['preprint', 'article'],
  ['book chapter', 'chapter'],
  ['book', 'book'],
  ['dataset', 'dataset'],
  ['technical report', 'report'],
  ['academic dissertation', 'thesis']
]

/** How a text reads as PubMed's export: 0 not at all, 1 without doubt. */
export function detectNbib(text: string): number {
  if (!/^\ufeff?PMID ?- ?\d+/m.test(text)) return 0
  return /^(?:TI {2}|FAU |AU {2}|OWN |STAT|DP {2}|BTI )- /m.test(text) ? 1 : 0.6
}

/** Takes PubMed's export apart. Records without a title are told. */
export function parseNbib(text: string, file: string, _seen: Date): Parsed {
  const entries = recordsOf(text).map((record) => {
    const { start, end, line } = record
    return { start, end, line, reference: toReference(record) }
  })
  return toParsed('nbib', text, file, entries)
}

/** From one `PMID-` to the next; a blank line ends a record too. Lines behind six blanks go on. */
function recordsOf(text: string): TaggedRecord[] {
  const records: TaggedRecord[] = []
  let open: TaggedRecord | null = null
  for (const line of linesOf(text)) {
    const [, tag = '', value = ''] = tagged.exec(line.text) ?? []
    if (line.text.trim() === '') open = null
    else if (tag === '') open?.extend(line)
    else {
      if (open === null || tag === 'PMID') {
        open = new TaggedRecord(line)
        records.push(open)
      }
      open.add(tag, value, line)
    }
  }
  return records
}

function toReference(record: TaggedRecord): Reference {
  const type = typeOf(record)
  const full = record.all('FAU')
  const fullEditors = record.all('FED')
  return {
    type,
    title: titleOf(record.first('TI', ...(type === 'book' ? ['BTI'] : []), 'TT')),
    abstract: record.first('AB'),
    issued: readDate(record.first('DP', 'DEP')),
    venue: record.first('JT', ...(type === 'book' ? [] : ['BTI']), 'TA'),
    volume: record.first('VI'),
    issue: record.first('IP'),
    pages: tidyPages(record.first('PG')),
    publisher: record.first('PB'),
    language: readLanguage(record.first('LA')),
    creators: [
      ...creatorsOf('author', (full.length > 0 ? full : record.all('AU')).map(shortName)),
      ...creatorsOf(
        'author',
        record.all('CN').map((literal) => ({ literal }))
      ),
      ...creatorsOf(
        'editor',
        (fullEditors.length > 0 ? fullEditors : record.all('ED')).map(shortName)
      )
    ],
    identifiers: [
      ...record.all('AID', 'LID').flatMap(doiIn),
      ...record.all('PMID').flatMap(readPmid),
      ...record.all('PMC').flatMap(pmcid),
      ...record.all('ISBN').flatMap(readIsbns)
    ],
    links: [],
    tags: record.all('OT').map((tag) => tag.replace(/^\*/, '')),
    note: '',
    citationKey: ''
  }
}

function typeOf(record: TaggedRecord): PaperType {
  const said = new Set(record.all('PT').map((name) => name.toLowerCase()))
  return types.find(([name]) => said.has(name))?.[1] ?? 'article-journal'
}

/** PubMed ends titles with a full stop and puts translated ones in brackets. */
function titleOf(text: string): string {
  const plain = text.replace(/(?<!\.)\.$/, '')
  return /^\[([^[\]]+)\]$/.exec(plain)?.[1]?.replace(/(?<!\.)\.$/, '') ?? plain
}

/** `Shannon CE` of `AU` has initials without full stops. */
function shortName(text: string): ReturnType<typeof listedName> {
  return listedName(
    text
      .replace(/^([^,]+) (\p{Lu}{1,3}) (Jr|Sr)$/u, '$1, $2, $3')
      .replace(/^([^,]+) (\p{Lu}{1,3})$/u, '$1, $2')
  )
}

/** `10.1000/x [doi]`. */
function doiIn(text: string): Identifier[] {
  const doi = /^(\S+) \[doi\]$/i.exec(text)?.[1]
  return doi === undefined ? [] : readDoi(doi)
}

function pmcid(text: string): Identifier[] {
  return /^PMC\d+$/.test(text) ? [{ scheme: 'other', value: text, version: null }] : []
}
