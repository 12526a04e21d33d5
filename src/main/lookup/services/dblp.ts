import type { Identifier, PaperType } from '@shared/model/paper'
import type { Creator } from '@shared/model/person'
import { foldTitle } from '@shared/text/fold'
import { parseName } from '@shared/text/person-name'
import { readDate } from '@shared/text/date'
import { readArxiv, readDoi } from '../../import/references/identifiers'
import { objectOf, textOf, type JsonObject } from '../../import/references/json-values'
import { tidyPages } from '../../import/references/pages'
import { webLinks } from '../../import/references/web-links'
import { identifiersOfUrl } from '../../import/paper-url'
import { jsonOf } from '../read-answer'
import { plainLine, said } from '../said'
import type { Candidate, Service, ServiceOptions, Sought } from '../service'

/** "At least one or two seconds between two consecutive requests" (dblp.org/faq/1474706.html). */
const manners = { gapMs: 2000, accept: 'application/json' }

/** DBLP's types of publication; `Editorship` and the like are of what is no paper. */
const types: ReadonlyMap<string, PaperType> = new Map(
  Object.entries<PaperType>({
    'Journal Articles': 'article-journal',
    'Conference and Workshop Papers': 'paper-conference',
    'Informal and Other Publications': 'article',
    'Informal Publications': 'article',
    'Parts in Books or Collections': 'chapter',
    'Reference Works': 'chapter',
    'Books and Theses': 'book',
    'Data and Artifacts': 'dataset'
  })
)

/** DBLP's search of publications (dblp.org/faq/How+to+use+the+dblp+search+API.html). */
export function dblp({ get, baseUrl = 'https://dblp.org' }: ServiceOptions): Service {
  return {
    name: 'DBLP',
    byTitle: async (sought, signal) => {
      const query = new URLSearchParams({ q: wordsOf(sought), format: 'json', h: '10' })
      const answer = await get(`${baseUrl}/search/publ/api?${query.toString()}`, manners, signal)
      const result = objectOf(jsonOf('DBLP', answer).result)
      // Publications that came out come before the preprint of the same title.
      return oneOrMore(objectOf(result.hits).hit)
        .flatMap((hit) => candidate(objectOf(objectOf(hit).info)))
        .sort((a, b) => Number(isPreprint(a)) - Number(isPreprint(b)))
    }
  }
}

/** Every word must be found, and signs mean something: words alone, as they are written. */
function wordsOf({ title }: Sought): string {
  return foldTitle(title.slice(0, 300))
}

function isPreprint({ says }: Candidate): boolean {
  return says.type === 'article'
}

function candidate(info: JsonObject): Candidate[] {
  const type = types.get(textOf(info.type))
  const url = textOf(info.url)
  const title = plainLine(textOf(info.title)).replace(/\.$/, '')
  if (type === undefined || title === '' || !/^https?:\/\/[\w.]*dblp\.[\w.-]+\//.test(url))
    return []
  const isCorr = type === 'article'
  const electronic = oneOrMore(info.ee).map(textOf)
  return [
    {
      ...{ source: 'DBLP', url, title },
      says: said({
        // A thesis is told from a book by where its record is kept.
        type: textOf(info.key).startsWith('phd/') ? 'thesis' : type,
        issued: readDate(textOf(info.year)),
        venue: isCorr ? '' : venueOf(info.venue),
        // CoRR's "volume" is the arXiv id.
        volume: isCorr ? '' : textOf(info.volume),
        ...{ issue: textOf(info.number), pages: isCorr ? '' : tidyPages(textOf(info.pages)) },
        publisher: plainLine(textOf(info.publisher)),
        creators: oneOrMore(objectOf(info.authors).author).flatMap(person),
        identifiers: identifiersOf(info, electronic),
        links: electronic
          .filter((address) => identifiersOfUrl(address).length === 0)
          .flatMap(webLinks)
      })
    }
  ]
}

/** A paper that stands in two series names both; the first is where it came out. */
function venueOf(venue: unknown): string {
  const [first] = oneOrMore(venue)
  return plainLine(textOf(first))
}

/** Of several who share a name, each has a number behind it: `Jane Doe 0001`. */
function person(author: unknown): Creator[] {
  const written = textOf(author) || textOf(objectOf(author).text)
  const name = plainLine(written).replace(/ \d{4}$/, '')
  return name === '' ? [] : [{ role: 'author', name: parseName(name) }]
}

function identifiersOf(info: JsonObject, electronic: readonly string[]): Identifier[] {
  const corr = /^abs\/(.+)$/.exec(textOf(info.volume))?.[1] ?? ''
  const all = [...readDoi(textOf(info.doi)), ...readArxiv(corr)]
  return [...all, ...electronic.flatMap(identifiersOfUrl)].map((one) => ({ ...one, version: null }))
}

/** What stands alone where there is one, and in a list where there are more. */
function oneOrMore(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? (value as readonly unknown[]) : [value]
}
