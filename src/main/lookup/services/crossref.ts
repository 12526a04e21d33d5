import type { Identifier, PaperType } from '@shared/model/paper'
import { parseDoi } from '@shared/text/identifier'
import { makeDate, mostDetailed } from '@shared/text/date'
import { cslName } from '../../import/references/csl-people'
import { readDoi, readIsbns } from '../../import/references/identifiers'
import {
  isObject,
  listOf,
  objectOf,
  textOf,
  type JsonObject
} from '../../import/references/json-values'
import { readLanguage } from '../../import/references/languages'
import { tidyPages } from '../../import/references/pages'
import { creatorsOf } from '../../import/references/people'
import { authorFamilies } from '../author-families'
import { jsonOf } from '../read-answer'
import { plainAbstract, plainLine, said } from '../said'
import type { Candidate, Service, ServiceOptions, Sought } from '../service'

/**
 * Since December 2025 those who give no mail address may ask five times a second for one record and
 * once a second for a list, one at a time; with an address it is more (crossref.org/documentation/
 * retrieve-metadata/rest-api/access-and-authentication/). The slowest of these is kept to throughout.
 */
const manners = { gapMs: 1000, accept: 'application/json' }

/** A search for what is new is read so far. */
const pageSize = 100
const mostPages = 3

/** An address of twenty DOIs stays well under 4,000 characters. */
const batch = 20

/** Of a record only what is used: with its references one can be a megabyte. */
const select =
  'DOI,title,subtitle,author,editor,issued,published-print,published-online,posted,container-title,volume,issue,page,article-number,publisher,type,abstract,relation,ISBN'

/** Crossref's types (api.crossref.org/types) by the model's. */
const typeNames: Readonly<Partial<Record<PaperType, string>>> = {
  'article-journal': 'journal-article',
  'paper-conference': 'proceedings-article',
  article: 'posted-content',
  book: 'book monograph edited-book reference-book book-set',
  chapter: 'book-chapter book-section book-part book-track reference-entry',
  thesis: 'dissertation',
  report: 'report report-component standard',
  dataset: 'dataset database',
  document: 'other'
}
/** Types missing here are of what is no paper: a whole journal, a grant, a referee's report. */
const types: ReadonlyMap<string, PaperType> = new Map(
  Object.entries(typeNames).flatMap(([type, names]) =>
    names.split(' ').map((name): [string, PaperType] => [name, type as PaperType])
  )
)

/** Crossref's REST API: works by DOI, and by title (api.crossref.org). */
export function crossref({ get, baseUrl = 'https://api.crossref.org' }: ServiceOptions): Service {
  const list = async (
    parameters: Readonly<Record<string, string>>,
    signal?: AbortSignal
  ): Promise<Candidate[]> => {
    const query = new URLSearchParams({ ...parameters, select })
    const answer = await get(`${baseUrl}/works?${query.toString()}`, manners, signal)
    const message = objectOf(jsonOf('Crossref', answer).message)
    return listOf(message.items).flatMap(candidate)
  }
  const one = async ({ value }: Identifier, signal?: AbortSignal): Promise<Candidate[]> => {
    const answer = await get(`${baseUrl}/works/${encodeURIComponent(value)}`, manners, signal)
    return answer.status === 404 ? [] : candidate(jsonOf('Crossref', answer).message)
  }
  return {
    name: 'Crossref',
    byIdentifier: {
      takes: ({ scheme }) => scheme === 'doi',
      batch,
      find: async (identifiers, signal) => {
        // In a filter a comma would part two DOIs; such signs are rare.
        const isPlain = ({ value }: Identifier): boolean => /^[\w.;()/:-]+$/.test(value)
        const plain = identifiers.filter(isPlain)
        const listed = plain.length > 1 ? plain : []
        const found: Candidate[] = []
        if (listed.length > 0) {
          const filter = listed.map(({ value }) => `doi:${value}`).join(',')
          found.push(...(await list({ filter, rows: String(listed.length) }, signal)))
        }
        for (const identifier of identifiers)
          if (!listed.includes(identifier)) found.push(...(await one(identifier, signal)))
        return found
      }
    },
    byTitle: async (sought, signal) => await list(titleQuery(sought), signal),
    newSince: async function* (search, { from, to }, signal) {
      for (let page = 0; page < mostPages; page++) {
        const query = new URLSearchParams({
          ...{ query: search, sort: 'created', order: 'desc', select },
          filter: `from-created-date:${from},until-created-date:${to}`,
          ...{ rows: String(pageSize), offset: String(page * pageSize) }
        })
        const answer = await get(`${baseUrl}/works?${query.toString()}`, manners, signal)
        const items = listOf(objectOf(jsonOf('Crossref', answer).message).items)
        yield items.flatMap(candidate)
        if (items.length < pageSize) return
      }
    }
  }
}

function titleQuery(sought: Sought): Record<string, string> {
  const [author] = authorFamilies(sought)
  return {
    'query.bibliographic': sought.title.slice(0, 300),
    ...(author === undefined ? {} : { 'query.author': author }),
    rows: '5'
  }
}

function candidate(item: unknown): Candidate[] {
  const work = objectOf(item)
  const doi = parseDoi(textOf(work.DOI))
  const type = types.get(textOf(work.type))
  const title = titleOf(work)
  if (doi === null || type === undefined || title === '') return []
  return [
    {
      source: 'Crossref',
      url: `https://doi.org/${encodeURI(doi.value)}`,
      title,
      says: said({
        type,
        abstract: plainAbstract(textOf(work.abstract)),
        issued: issuedOf(work),
        venue: type === 'article' ? '' : firstLine(work['container-title']),
        ...{ volume: textOf(work.volume), issue: textOf(work.issue) },
        pages: tidyPages(textOf(work.page)) || textOf(work['article-number']),
        publisher: plainLine(textOf(work.publisher)),
        language: readLanguage(textOf(work.language)),
        creators: [
          ...creatorsOf('author', listOf(work.author).map(personOf)),
          ...creatorsOf('editor', listOf(work.editor).map(personOf))
        ],
        identifiers: [...readDoi(doi.value), ...relatedDois(work.relation), ...isbnsOf(work, type)]
      })
    }
  ]
}

/** Title and subtitle are lists, of which the first is the one in the paper's own language. */
function titleOf(work: JsonObject): string {
  const title = firstLine(work.title)
  const subtitle = firstLine(work.subtitle)
  if (title === '' || subtitle === '' || title.toLowerCase().includes(subtitle.toLowerCase()))
    return title
  return `${title}${/[:?!]$/.test(title) ? '' : ':'} ${subtitle}`
}

function firstLine(values: unknown): string {
  return (
    listOf(values)
      .map((value) => plainLine(textOf(value)))
      .find((line) => line !== '') ?? ''
  )
}

/** People have `family` and `given`, groups `name`. */
function personOf(person: unknown): ReturnType<typeof cslName> {
  if (!isObject(person)) return null
  const group = plainLine(textOf(person.name))
  if (group !== '') return { literal: group }
  const parts = ['family', 'given', 'suffix'].map((key) => [key, plainLine(textOf(person[key]))])
  return cslName(Object.fromEntries(parts))
}

/** The earliest date, `issued`, in full where print or online gives more of the same. */
function issuedOf(work: JsonObject): string {
  const kinds = ['issued', 'published-print', 'published-online', 'posted']
  return mostDetailed(kinds.map((kind) => partialDate(work[kind])))
}

/** Year, month and day as far as they are known; `[[null]]` for not at all. */
function partialDate(date: unknown): string {
  const [first] = listOf(objectOf(date)['date-parts'])
  const [year, month = 0, day = 0] = listOf(first).map(Number)
  return year === undefined || year === 0 ? '' : makeDate(year, month, day)
}

/** The DOIs of the same paper's other form: what a preprint became, and the reverse. */
function relatedDois(relation: unknown): Identifier[] {
  return ['is-preprint-of', 'has-preprint'].flatMap((kind) =>
    listOf(objectOf(relation)[kind])
      .map(objectOf)
      .filter((other) => textOf(other['id-type']) === 'doi')
      .slice(0, 5)
      .flatMap((other) => readDoi(textOf(other.id)))
  )
}

/** A paper's record has the ISBN of the proceedings, which is not the paper's. */
function isbnsOf(work: JsonObject, type: PaperType): Identifier[] {
  if (type !== 'book' && type !== 'thesis' && type !== 'report') return []
  return listOf(work.ISBN).flatMap((isbn) => readIsbns(textOf(isbn)))
}
