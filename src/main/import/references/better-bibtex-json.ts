import { words } from '@shared/messages/words'
import type { Parsed } from '../parsed'
import { readDate, type DateOrder } from './dates'
import { readExtra } from './extra-lines'
import { identifiersInUrl, readArxiv, readDoi, readIsbns } from './identifiers'
import { jsonItems } from './json-items'
import { arrayUnder, bracketed } from './json-ranges'
import { firstText, isObject, listOf, textOf, type JsonObject } from './json-values'
import { readLanguage } from './languages'
import { htmlToText, titleWithoutMarkup } from './markup'
import { tidyPages } from './pages'
import { toParsed, type Entry, type Reference } from './reference'
import { webLinks } from './web-links'
import { zoteroCreators } from './zotero-people'
import { zoteroType } from './zotero-types'

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
  const isLoose = item.itemType === 'note' || item.itemType === 'attachment'
  const links = webLinks(textOf(item.url))
  return {
    // A note or a file on its own is no paper, whatever key it bears.
    type: isLoose ? null : zoteroType(textOf(item.itemType)),
    title: titleWithoutMarkup(firstText(item, 'title', 'caseName', 'nameOfAct', 'subject')),
    abstract: textOf(item.abstractNote),
    issued: readDate(textOf(item.date), order),
    venue: titleWithoutMarkup(firstText(item, ...venueKeys)),
    volume: textOf(item.volume),
    issue: firstText(item, 'issue', 'reportNumber'),
    pages: tidyPages(textOf(item.pages)),
    publisher: firstText(item, 'publisher', 'university', 'institution'),
    language: readLanguage(textOf(item.language)),
    creators: zoteroCreators(item.creators),
    identifiers: [
      ...readDoi(textOf(item.DOI)),
      ...readArxiv(markedArxiv(firstText(item, 'archiveID', 'number'))),
      ...readIsbns(textOf(item.ISBN)),
      ...extra.identifiers,
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
    citationKey: isLoose ? '' : firstText(item, 'citationKey', 'citekey') || extra.citationKey
  }
}

const venueKeys = [
  ...['publicationTitle', 'proceedingsTitle', 'bookTitle', 'encyclopediaTitle'],
  ...['dictionaryTitle', 'websiteTitle', 'blogTitle', 'conferenceName']
]

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
