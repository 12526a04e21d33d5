import { formatName } from '@shared/text/person-name'
import type { ReadableDb } from '../database/handle'
import { getPapers } from '../library/papers'
import type { SearchDocument } from './document'

/** What is searched of each paper; ids that are no longer there are left out. */
export function searchDocuments(db: ReadableDb, ids: readonly number[]): SearchDocument[] {
  return getPapers(db, ids).map((paper) => ({
    id: paper.id,
    title: paper.title,
    abstract: paper.abstract,
    people: paper.creators.map(({ name }) => formatName(name, 'given-first')).join('; '),
    venue: paper.venue,
    year: paper.issued.slice(0, 4),
    tags: paper.tags.map(({ name }) => name),
    note: paper.note.body,
    digests: paper.appearances.map(({ source, date }) => `${source} ${date}`).join('; '),
    identifiers: [
      paper.citationKey,
      ...paper.identifiers.map(({ value }) => value),
      ...paper.links.map(({ url }) => url)
    ]
  }))
}
