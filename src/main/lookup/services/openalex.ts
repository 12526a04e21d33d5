import type { Identifier, PaperType } from '@shared/model/paper'
import type { Creator } from '@shared/model/person'
import { andOthers, parseName } from '@shared/text/person-name'
import { readDate } from '@shared/text/date'
import { readDoi, readPmid } from '../../import/references/identifiers'
import { listOf, objectOf, textOf, type JsonObject } from '../../import/references/json-values'
import { readLanguage } from '../../import/references/languages'
import { pageRange } from '../../import/references/pages'
import { identifiersOfUrl } from '../../import/paper-url'
import { jsonOf } from '../read-answer'
import { plainLine, said } from '../said'
import type { Candidate, Service, ServiceOptions, Sought } from '../service'

/**
 * No more than 100 requests a second; beside that a daily allowance, which one work by its DOI does not
 * use up, and a search does (developers.openalex.org/api-reference/authentication). Without a key it is
 * small, so that OpenAlex is searched last.
 */
const manners = { gapMs: 200, accept: 'application/json' }

/** Of a work only what is used. */
const select =
  'id,ids,doi,title,type,publication_year,publication_date,language,authorships,primary_location,locations,biblio,abstract_inverted_index'

/** A search for what is new is read so far: each page uses up some of the daily allowance. */
const pageSize = 100
const mostPages = 3

/** In lists, of a longer list of authors only so many are given. */
const mostAuthorsInList = 100

/** Longer than any abstract; what has more words is no abstract. */
const mostWords = 20_000

const types: ReadonlyMap<string, PaperType> = new Map(
  Object.entries<PaperType>({
    preprint: 'article',
    book: 'book',
    'book-chapter': 'chapter',
    'reference-entry': 'chapter',
    dissertation: 'thesis',
    report: 'report',
    standard: 'report',
    dataset: 'dataset',
    software: 'software',
    'conference-paper': 'paper-conference'
  })
)
/** What is about a paper, not one. */
const noPapers =
  /^(?:paratext|grant|peer-review|supplementary-materials|libguides|erratum|retraction)$/

/** OpenAlex' API: one work by DOI or PubMed id, and works by title (developers.openalex.org). */
export function openalex({ get, baseUrl = 'https://api.openalex.org' }: ServiceOptions): Service {
  return {
    name: 'OpenAlex',
    byIdentifier: {
      takes: ({ scheme }) => scheme === 'doi' || scheme === 'pmid',
      batch: 1,
      find: async (identifiers, signal) => {
        const found: Candidate[] = []
        for (const { scheme, value } of identifiers) {
          const path = `works/${scheme}:${encodeURIComponent(value)}?select=${select}`
          const answer = await get(`${baseUrl}/${path}`, manners, signal)
          if (answer.status !== 404) found.push(...candidate(jsonOf('OpenAlex', answer)))
        }
        return found
      }
    },
    byTitle: async (sought, signal) => {
      const query = new URLSearchParams({ search: wordsOf(sought), per_page: '5', select })
      const answer = await get(`${baseUrl}/works?${query.toString()}`, manners, signal)
      return listOf(jsonOf('OpenAlex', answer).results)
        .map(objectOf)
        .map((work) => ({ ...work, ...truncation(work) }))
        .flatMap(candidate)
    },
    newSince: async function* (search, { from, to }, signal) {
      for (let page = 1; page <= mostPages; page++) {
        const query = new URLSearchParams({
          ...{ search, sort: 'publication_date:desc', select },
          filter: `from_publication_date:${from},to_publication_date:${to}`,
          ...{ per_page: String(pageSize), page: String(page) }
        })
        const answer = await get(`${baseUrl}/works?${query.toString()}`, manners, signal)
        const works = listOf(jsonOf('OpenAlex', answer).results).map(objectOf)
        yield works.map((work) => ({ ...work, ...truncation(work) })).flatMap(candidate)
        if (works.length < pageSize) return
      }
    }
  }
}

/** Words alone, in lower case: signs, and AND, OR and NOT in capitals, mean something in a search. */
function wordsOf({ title }: Sought): string {
  return title
    .slice(0, 300)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

function truncation(work: JsonObject): JsonObject {
  return listOf(work.authorships).length >= mostAuthorsInList ? { is_authors_truncated: true } : {}
}

function candidate(work: JsonObject): Candidate[] {
  const url = textOf(work.id)
  const title = plainLine(textOf(work.title))
  const name = textOf(work.type)
  if (title === '' || noPapers.test(name) || !/^https:\/\/openalex\.org\/W\d+$/.test(url)) return []
  const source = objectOf(objectOf(work.primary_location).source)
  const type = typeOf(name, source)
  const biblio = objectOf(work.biblio)
  return [
    {
      ...{ source: 'OpenAlex', url, title },
      says: said({
        type,
        abstract: abstractOf(work.abstract_inverted_index),
        issued: issuedOf(work),
        // A repository keeps what came out elsewhere, or nowhere.
        venue: isRepository(source) ? '' : plainLine(textOf(source.display_name)),
        ...{ volume: textOf(biblio.volume), issue: textOf(biblio.issue) },
        pages: pageRange(textOf(biblio.first_page), textOf(biblio.last_page)),
        publisher: isRepository(source) ? '' : plainLine(textOf(source.host_organization_name)),
        language: readLanguage(textOf(work.language)),
        creators: authorsOf(work),
        identifiers: identifiersOf(work)
      })
    }
  ]
}

/** `article`, `review`, `letter` are said of papers of any kind; where it came out tells which. */
function typeOf(name: string, source: JsonObject): PaperType {
  const known = types.get(name)
  if (known !== undefined) return known
  if (textOf(source.type) === 'conference') return 'paper-conference'
  return isRepository(source) || textOf(source.display_name) === '' ? 'article' : 'article-journal'
}

function isRepository(source: JsonObject): boolean {
  return textOf(source.type) === 'repository'
}

/** The first of January stands for a year of which no more is known. */
function issuedOf(work: JsonObject): string {
  const year = readDate(textOf(work.publication_year))
  const date = readDate(textOf(work.publication_date))
  return date.startsWith(year) && !date.endsWith('-01-01') ? date : year || date.slice(0, 4)
}

function authorsOf(work: JsonObject): Creator[] {
  const authors = listOf(work.authorships).flatMap((one): Creator[] => {
    const authorship = objectOf(one)
    const name =
      plainLine(textOf(authorship.raw_author_name)) ||
      plainLine(textOf(objectOf(authorship.author).display_name))
    return name === '' ? [] : [{ role: 'author', name: parseName(name) }]
  })
  return work.is_authors_truncated === true
    ? [...authors, { role: 'author', name: andOthers }]
    : authors
}

/** Identifiers come as addresses: `https://doi.org/10.…`, `https://pubmed.ncbi.nlm.nih.gov/123`. */
function identifiersOf(work: JsonObject): Identifier[] {
  const ids = objectOf(work.ids)
  const pages = listOf(work.locations)
    .slice(0, 50)
    .map((location) => textOf(objectOf(location).landing_page_url))
  return [
    ...readDoi(textOf(work.doi) || textOf(ids.doi)),
    ...readPmid(textOf(ids.pmid).replace(/^https?:\/\/[^/]+\//, '')),
    // A place where it can be read tells its arXiv id; the DOIs of other places are copies' own.
    ...pages.flatMap(identifiersOfUrl).filter(({ scheme }) => scheme === 'arxiv')
  ].map((identifier) => ({ ...identifier, version: null }))
}

/** The text of an index that gives for each word the places where it stands. */
function abstractOf(index: unknown): string {
  const placed: [place: number, word: string][] = []
  for (const [word, places] of Object.entries(objectOf(index)))
    for (const place of listOf(places))
      if (typeof place === 'number' && placed.length < mostWords) placed.push([place, word])
  const words = placed.sort(([a], [b]) => a - b).map(([, word]) => word)
  return plainLine(words.join(' ').slice(0, 5000)).replace(/^Abstract[:.]?\s+(?=\p{Lu})/u, '')
}
