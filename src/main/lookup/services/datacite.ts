import type { Identifier, PaperType } from '@shared/model/paper'
import type { PersonName } from '@shared/model/person'
import { parseDoi } from '@shared/text/identifier'
import { cslType } from '../../import/references/csl-types'
import { mostDetailed, readDate } from '@shared/text/date'
import { readArxiv, readDoi } from '../../import/references/identifiers'
import { listOf, objectOf, textOf, type JsonObject } from '../../import/references/json-values'
import { readLanguage } from '../../import/references/languages'
import { pageRange } from '../../import/references/pages'
import { creatorsOf, listedName } from '../../import/references/people'
import { jsonOf } from '../read-answer'
import { plainAbstract, plainLine, said } from '../said'
import type { Candidate, Service, ServiceOptions } from '../service'

/**
 * From one address 500 requests in five minutes, 1,000 for those who name a mail address
 * (support.datacite.org/docs/rate-limit): one every 0.6 seconds.
 */
const manners = { gapMs: 600, accept: 'application/vnd.api+json' }

/** DataCite's `resourceTypeGeneral` (schema 4.6, appendix 1) by the model's types; `Text` may be anything. */
const types: ReadonlyMap<string, PaperType> = new Map(
  Object.entries<PaperType>({
    Preprint: 'article',
    JournalArticle: 'article-journal',
    DataPaper: 'article-journal',
    ConferencePaper: 'paper-conference',
    ConferenceProceeding: 'book',
    Book: 'book',
    BookChapter: 'chapter',
    Dissertation: 'thesis',
    Report: 'report',
    Dataset: 'dataset',
    Software: 'software'
  })
)

/** DataCite's REST API: one DOI at a time (support.datacite.org/docs/api-get-doi). */
export function datacite({ get, baseUrl = 'https://api.datacite.org' }: ServiceOptions): Service {
  return {
    name: 'DataCite',
    byIdentifier: {
      takes: ({ scheme }) => scheme === 'doi',
      batch: 1,
      find: async (identifiers, signal) => {
        const found: Candidate[] = []
        for (const { value } of identifiers) {
          const address = `${baseUrl}/dois/${encodeURIComponent(value)}`
          const answer = await get(address, manners, signal)
          if (answer.status === 404) continue
          const data = objectOf(jsonOf('DataCite', answer).data)
          found.push(...candidate(objectOf(data.attributes)))
        }
        return found
      }
    }
  }
}

function candidate(record: JsonObject): Candidate[] {
  const doi = parseDoi(textOf(record.doi))
  const title = titleOf(record)
  if (doi === null || title === '') return []
  const type = typeOf(objectOf(record.types))
  const container = objectOf(record.container)
  // A repository calls itself the container of what it keeps.
  const isHeld = type !== 'article' && textOf(container.type) !== 'DataRepository'
  const identifiers = [...readDoi(doi.value), ...otherForms(record.relatedIdentifiers)]
  return [
    {
      source: 'DataCite',
      url: `https://doi.org/${encodeURI(doi.value)}`,
      title,
      says: said({
        ...{ type, identifiers, issued: issuedOf(record), abstract: abstractOf(record) },
        venue: isHeld ? plainLine(textOf(container.title)) : '',
        ...{ volume: textOf(container.volume), issue: textOf(container.issue) },
        pages: pageRange(textOf(container.firstPage), textOf(container.lastPage)),
        publisher: publisherOf(record.publisher),
        language: readLanguage(textOf(record.language)),
        creators: creatorsOf('author', listOf(record.creators).map(personOf))
      })
    }
  ]
}

/** The title that has no `titleType`, with the subtitle behind it; alternatives and translations are others. */
function titleOf(record: JsonObject): string {
  const titles = listOf(record.titles).map(objectOf)
  const ofType = (type: string): string =>
    plainLine(textOf(titles.find((title) => textOf(title.titleType) === type)?.title))
  const [main, subtitle] = [ofType(''), ofType('Subtitle')]
  return main === '' || subtitle === '' ? main : `${main}: ${subtitle}`
}

function typeOf(names: JsonObject): PaperType {
  const known = types.get(textOf(names.resourceTypeGeneral))
  if (known !== undefined) return known
  // arXiv's records were `Text` before DataCite had a word for preprints.
  if (/^(?:article|preprint)$/i.test(textOf(names.resourceType))) return 'article'
  return cslType(textOf(names.citeproc)) ?? 'document'
}

/** People have their parts, or one `name` with the family name first; an organisation stays whole. */
function personOf(value: unknown): PersonName | null {
  const person = objectOf(value)
  const [name, family, given] = [person.name, person.familyName, person.givenName].map((part) =>
    plainLine(textOf(part))
  ) as [string, string, string]
  if (textOf(person.nameType) === 'Organizational') return name === '' ? null : { literal: name }
  if (family !== '') return { family, given, particle: '', suffix: '' }
  return listedName(name)
}

/** The year of publication, with the month and day of a date in that year. */
function issuedOf(record: JsonObject): string {
  const dates = listOf(record.dates).map(objectOf)
  const ofType = (type: string): string =>
    readDate(textOf(dates.find((date) => textOf(date.dateType) === type)?.date))
  const kinds = ['Issued', 'Available', 'Submitted', 'Created']
  return mostDetailed([readDate(textOf(record.publicationYear)), ...kinds.map(ofType)])
}

function abstractOf(record: JsonObject): string {
  const found = listOf(record.descriptions)
    .map(objectOf)
    .find(({ descriptionType }) => textOf(descriptionType) === 'Abstract')
  return plainAbstract(textOf(found?.description))
}

/** A name, or since schema 4.5 an object with one. */
function publisherOf(publisher: unknown): string {
  return plainLine(textOf(publisher) || textOf(objectOf(publisher).name))
}

/** Identifiers of the same paper's other form: what a preprint became, and the reverse. */
function otherForms(related: unknown): Identifier[] {
  return listOf(related)
    .map(objectOf)
    .filter(({ relationType }) => /^(?:IsPreprintOf|HasPreprint)$/.test(textOf(relationType)))
    .slice(0, 5)
    .flatMap(({ relatedIdentifier, relatedIdentifierType }) => {
      const value = textOf(relatedIdentifier)
      return textOf(relatedIdentifierType) === 'arXiv' ? readArxiv(value) : readDoi(value)
    })
}
