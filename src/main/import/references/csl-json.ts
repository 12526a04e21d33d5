import { z } from 'zod'
import { identifier, link, type Identifier } from '@shared/model/paper'
import { withoutMarkup } from '@shared/text/title-markup'
import { isWebAddress } from '@shared/text/url'
import type { Parsed } from '../parsed'
import { cslName } from './csl-people'
import { cslType } from './csl-types'
import { makeDate, readDate } from '@shared/text/date'
import { readExtra } from './extra-lines'
import { identifiersInUrl, readArxiv, readDoi, readIsbns, readPmid } from './identifiers'
import { jsonItems } from './json-items'
import { firstText, isObject, listOf, textOf, type JsonObject } from './json-values'
import { readLanguage } from './languages'
import { cslFields } from './csl-fields'
import { creatorsOf } from './people'
import { toParsed, type Entry, type Reference } from './reference'
import { webLinks } from './web-links'

/** What `sheaf list` adds to an item, as far as an import can take it up again. */
const sheafPart = z.object({
  links: z.array(link),
  tags: z.array(z.string()),
  identifiers: z.array(identifier),
  note: z.string()
})
type SheafPart = z.infer<typeof sheafPart>

/** How a text reads as CSL-JSON: 0 not at all, 1 without doubt. */
export function detectCslJson(text: string): number {
  const head = text.slice(0, 200_000)
  if (!/^\ufeff?\s*(?:\[\s*)?\{/.test(head) || /"itemType"\s*:/.test(head)) return 0
  const type = /"type"\s*:\s*"([a-z_-]+)"/.exec(head)?.[1] ?? ''
  const isKnown = (cslType(type) ?? 'document') !== 'document' || type === 'document'
  const hasTitle = /"title"\s*:\s*"/.test(head)
  const hasFields = /"(?:date-parts|container-title|non-dropping-particle)"\s*:/.test(head)
  if (hasTitle && isKnown) return hasFields ? 1 : 0.9
  if (hasFields) return 0.8
  return hasTitle && /"(?:author|issued|DOI|URL|abstract)"\s*:/.test(head) ? 0.6 : 0
}

/**
 * Takes CSL-JSON apart: an array of items, one item, or one a line as `sheaf list` writes them, whose
 * `sheaf` object counts for more than what stands beside it. Items that are broken or have no title
 * are told.
 */
export function parseCslJson(text: string, file: string, _seen: Date): Parsed {
  const entries = jsonItems(text).map((item): Entry => {
    if ('reason' in item) return item
    const { start, end, line, value } = item
    return { start, end, line, reference: toReference(value) }
  })
  return toParsed('csl-json', text, file, entries)
}

function toReference(item: JsonObject): Reference {
  const sheaf = sheafPart.safeParse(item.sheaf)
  const plain = plainReference(item)
  return sheaf.success ? ofSheaf(plain, item, sheaf.data) : plain
}

function plainReference(item: JsonObject): Reference {
  const number = textOf(item.number)
  const extra = readExtra(textOf(item.note).split('\n'))
  const links = webLinks(textOf(item.URL))
  return {
    type: cslType(textOf(item.type)),
    title: withoutMarkup(textOf(item.title)),
    abstract: textOf(item.abstract),
    issued: cslDate(item.issued),
    venue: withoutMarkup(textOf(item['container-title'])),
    volume: textOf(item.volume),
    issue: textOf(item.issue) || (readArxiv(number).length > 0 ? '' : number),
    pages: textOf(item.page),
    publisher: textOf(item.publisher),
    language: readLanguage(textOf(item.language)),
    creators: [
      ...creatorsOf('author', listOf(item.author).map(cslName)),
      ...creatorsOf('editor', listOf(item.editor).map(cslName))
    ],
    identifiers: [
      ...readDoi(textOf(item.DOI)),
      ...arxivIn(item),
      ...readPmid(textOf(item.PMID)),
      ...readIsbns(textOf(item.ISBN)),
      ...extra.identifiers,
      ...links.flatMap(({ url }) => identifiersInUrl(url))
    ],
    links,
    tags: keywordsOf(item.keyword),
    note: extra.rest,
    citationKey: keyOf(firstText(item, 'citation-key') || extra.citationKey || textOf(item.id)),
    extra: cslFields(item)
  }
}

/** Sheaf's own line says everything as the library has it, letter for letter. */
function ofSheaf(plain: Reference, item: JsonObject, sheaf: SheafPart): Reference {
  return {
    ...plain,
    ...{ title: exactly(item.title), abstract: exactly(item.abstract) },
    ...{ venue: exactly(item['container-title']), volume: exactly(item.volume) },
    ...{ issue: exactly(item.issue), pages: exactly(item.page) },
    ...{ publisher: exactly(item.publisher), language: exactly(item.language) },
    links: sheaf.links.filter(({ url }) => isWebAddress(url)),
    ...{ tags: sheaf.tags, identifiers: sheaf.identifiers, note: sheaf.note },
    citationKey: exactly(item.id)
  }
}

function exactly(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** `date-parts`, numbers or strings; else words, `raw` or `literal`. Of a range its beginning. */
function cslDate(date: unknown): string {
  if (!isObject(date)) return readDate(textOf(date))
  const [first] = listOf(date['date-parts'])
  const [year, month, day] = listOf(first).map((part) => Number(textOf(part) || NaN))
  if (year !== undefined && !Number.isNaN(year)) return makeDate(year, month ?? 0, day ?? 0)
  return readDate(firstText(date, 'raw', 'literal'))
}

/** `number: "arXiv:2403.01234"`, or an id beside `archive: "arXiv"`. */
function arxivIn(item: JsonObject): Identifier[] {
  const number = textOf(item.number)
  const location = firstText(item, 'archive_location', 'archive-location')
  const isArxiv = /^arxiv\b/i.test(firstText(item, 'archive', 'publisher'))
  return [number, location]
    .filter((text) => isArxiv || /^arxiv\s*:/i.test(text))
    .flatMap((text) => readArxiv(text))
}

function keywordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return listOf(value).map(textOf)
  const text = textOf(value)
  return text.split(text.includes(';') ? ';' : ',')
}

/** Zotero's ids are addresses, others' bare numbers; neither is a key that somebody cites by. */
function keyOf(id: string): string {
  return /[a-z]/i.test(id) && !/^https?:/i.test(id) ? id : ''
}
