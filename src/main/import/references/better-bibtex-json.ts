import { hasMarkup, withoutMarkup } from '@shared/text/title-markup'
import { words } from '@shared/messages/words'
import type { Parsed } from '../parsed'
import type { PaperType } from '@shared/model/paper'
import type { DateOrder } from '@shared/text/date'
import { readSaidDate } from '@shared/text/edtf'
import { typesOfEntries } from '@shared/text/entry-types'
import { readExtra } from './extra-lines'
import { identifiersInUrl, readArxiv, readDoi, readIsbns } from './identifiers'
import { jsonItems } from './json-items'
import { arrayUnder, bracketed } from './json-ranges'
import { firstText, isObject, listOf, textOf, type JsonObject } from './json-values'
import { readLanguage } from './languages'
import { htmlToText } from './markup'
import { tidyPages } from './pages'
import { toParsed, type Entry, type Reference } from './reference'
import { webLinks } from './web-links'
import { withoutEmpty, zoteroFields } from './zotero-fields'
import { readZoteroLines } from './zotero-lines'
import { peopleFields, zoteroPeople } from './zotero-people'
import { zoteroEntry, zoteroType } from './zotero-types'

const format = 'better-bibtex-json'

/** How a text reads as Better BibTeX's JSON: 0 not at all, 1 without doubt. */
export function detectBetterBibtexJson(text: string): number {
  if (!/^\ufeff?\s*\{/.test(text) || !/"items"\s*:\s*\[/.test(text)) return 0
  if (!/"itemType"\s*:/.test(text)) return 0
  return /"config"\s*:\s*\{/.test(text) ? 1 : 0.7
}

/**
 * Takes the JSON apart that Better BibTeX (an extension of Zotero) exports. Items that are broken or
 * have no title, such as notes that belong to no paper, are told.
 */
export function parseBetterBibtexJson(text: string, file: string, _seen: Date): Parsed {
  const start = arrayUnder(text, 'items')
  if (start === -1) {
    const reason = words.skipped.noList
    return toParsed(format, text, file, [{ start: 0, end: text.length, line: 0, reason }])
  }
  const order = dateOrderIn(text)
  const collections = collectionsIn(text)
  const entries = jsonItems(text, start).map((item): Entry => {
    if ('reason' in item) return item
    const { start, end, line, value } = item
    return { start, end, line, reference: toReference(value, order, collections) }
  })
  return toParsed(format, text, file, entries)
}

/** The order of day and month in dates of figures alone, which the export's settings tell. */
function dateOrderIn(text: string): DateOrder | null {
  const said = /"localeDateOrder"\s*:\s*"(dmy|mdy|ymd)"/.exec(text)?.[1]
  return said === 'dmy' || said === 'mdy' || said === 'ymd' ? said : null
}

/** The collections that each item is in, by its id; a nested one with the names of those above it. */
function collectionsIn(text: string): Map<string, string[]> {
  const start = text.search(/"collections"\s*:\s*\{/)
  const held = new Map<string, string[]>()
  if (start === -1) return held
  const object = objectFrom(text, text.indexOf('{', start))
  for (const collection of Object.values(object)) {
    if (!isObject(collection)) continue
    const names: string[] = []
    let at: unknown = collection
    // A collection that lies in itself would have no end.
    for (let depth = 0; isObject(at) && depth < 20; depth++) {
      if (textOf(at.name) !== '') names.unshift(textOf(at.name))
      at = object[textOf(at.parent)]
    }
    for (const item of listOf(collection.items)) {
      const id = textOf(isObject(item) ? item.itemID : item)
      if (names.length > 0) held.set(id, [...(held.get(id) ?? []), names.join('/')])
    }
  }
  return held
}

function objectFrom(text: string, start: number): JsonObject {
  try {
    const { end } = bracketed(text, start)
    const value: unknown = JSON.parse(text.slice(start, end))
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function toReference(
  item: JsonObject,
  order: DateOrder | null,
  collections: ReadonlyMap<string, string[]>
): Reference {
  const extra = readExtra(
    typeof item.extra === 'string' ? item.extra.split('\n') : listOf(item.extra).map(textOf)
  )
  const lines = readZoteroLines(extra.rest)
  const { own } = lines
  const itemType = textOf(item.itemType)
  const isLoose = itemType === 'note' || itemType === 'attachment'
  const links = webLinks(textOf(item.url) || (own.url ?? ''))
  const title = firstText(item, 'title', 'caseName', 'nameOfAct', 'subject') || (own.title ?? '')
  const date = readSaidDate(firstText(item, ...dateKeys) || (own.issued ?? ''), order)
  const people = zoteroPeople(item.creators)
  const named = firstText(item, ...venueKeys) || (own.venue ?? '')
  // arXiv is no journal.
  const [, arxivId = '', arxivClass = ''] =
    /^arxiv(?:\.org|\s+e?prints?)?(?:$|\s*[:,]?\s*(?:arxiv:)?([a-z.-]*\/?\d[\d.]+(?:v\d+)?)?\s*(?:\[([^[\]]+)\])?$)/i.exec(
      named
    ) ?? []
  const isArxiv =
    /^arxiv/i.test(named) &&
    readArxiv(arxivId).length +
      extra.identifiers.filter(({ scheme }) => scheme === 'arxiv').length >
      0
  const venue = isArxiv ? '' : named
  return {
    // A note or a file on its own is no paper, whatever key it bears.
    type: isLoose
      ? null
      : (entryType(lines.fields['entrytype']) ?? (isArxiv ? 'article' : zoteroType(itemType))),
    title: withoutMarkup(title),
    abstract: textOf(item.abstractNote),
    issued: date.issued,
    venue: withoutMarkup(venue),
    volume: firstText(item, 'volume', 'reporterVolume', 'codeVolume') || (own.volume ?? ''),
    issue: firstText(item, 'issue', 'reportNumber') || numberOf(item) || (own.issue ?? ''),
    pages: tidyPages(firstText(item, 'pages', 'firstPage', 'codePages') || (own.pages ?? '')),
    publisher: firstText(item, ...publisherKeys) || (own.publisher ?? ''),
    language: readLanguage(textOf(item.language) || (own.language ?? '')),
    creators: [
      ...people.creators,
      ...lines.creators.filter(({ role }) => people.creators.every((one) => one.role !== role))
    ],
    identifiers: [
      ...readDoi(textOf(item.DOI)),
      ...readArxiv(markedArxiv(firstText(item, 'archiveID', 'number'))),
      ...readIsbns(textOf(item.ISBN)),
      ...extra.identifiers,
      ...readArxiv(arxivId),
      ...links.flatMap(({ url }) => identifiersInUrl(url))
    ],
    links,
    tags: [
      ...listOf(item.tags).map((tag) => textOf(isObject(tag) ? tag.tag : tag)),
      ...(collections.get(textOf(item.itemID)) ?? [])
    ],
    linked: listOf(item.attachments).flatMap((one) =>
      isObject(one) && textOf(one.path) !== '' ? [textOf(one.path)] : []
    ),
    note: notesOf(item),
    citationKey: isLoose ? '' : firstText(item, 'citationKey', 'citekey') || extra.citationKey,
    extra: isLoose
      ? {}
      : withoutEmpty({
          ...zoteroEntry(itemType),
          ...zoteroFields(item),
          ...people.fields,
          ...(hasMarkup(title) ? { title } : {}),
          date: date.edtf || date.words,
          origdate: date.origdate,
          eprintclass: extra.arxivClass || arxivClass,
          ...peopleFields(lines.others),
          note: lines.rest,
          ...lines.fields
        })
  }
}

const venueKeys = [
  ...['publicationTitle', 'proceedingsTitle', 'bookTitle', 'encyclopediaTitle'],
  ...['dictionaryTitle', 'websiteTitle', 'blogTitle', 'forumTitle', 'reporter', 'programTitle']
]
const publisherKeys = [
  ...['publisher', 'university', 'institution', 'repository', 'studio', 'distributor'],
  ...['label', 'company', 'network', 'court']
]
const dateKeys = ['date', 'dateDecided', 'dateEnacted', 'issueDate']

function entryType(entry: string | undefined): PaperType | undefined {
  return typesOfEntries.get(entry ?? '')
}

/** Zotero’s newer exports have one name for the numbers of reports, patents and bills. */
function numberOf(item: JsonObject): string {
  const number = firstText(
    item,
    'number',
    'patentNumber',
    'billNumber',
    'publicLawNumber',
    'docketNumber'
  )
  return markedArxiv(number) === '' && item.itemType !== 'preprint' ? number : ''
}

function markedArxiv(text: string): string {
  return /^arxiv\s*:/i.test(text) ? text : ''
}

/** Notes are strings of HTML, or objects that hold one; a note on its own is the whole item. */
function notesOf(item: JsonObject): string {
  return [...listOf(item.notes), item.note]
    .map((note) => htmlToText(textOf(isObject(note) ? note.note : note)))
    .filter((note) => note !== '')
    .join('\n\n')
}
