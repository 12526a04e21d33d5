import { missingFrom, type MissingField } from '@shared/model/missing'
import type { Identifier, Link, Paper, PaperType } from '@shared/model/paper'
import { displaySegments, plainText } from '@shared/text/residue'
import { bestLink } from './best-link'
import { cslExtras, cslIssued, type CslDate } from './csl/extras'
import { cslName, type CslName } from './csl/name'

/** An item of CSL-JSON (the schema of CSL 1.0.2), as far as Sheaf fills it in. */
export interface CslItem {
  /** The citation key. */
  id: string
  type: PaperType
  title: string
  author?: CslName[]
  editor?: CslName[]
  issued?: CslDate
  'container-title'?: string
  volume?: string
  issue?: string
  page?: string
  publisher?: string
  language?: string
  number?: string
  archive?: string
  DOI?: string
  PMID?: string
  ISBN?: string
  URL?: string
  abstract?: string
  keyword?: string
}

/** A CSL item with what only Sheaf knows of the paper. */
export interface SheafItem extends CslItem {
  sheaf: {
    digests: { source: string; date: string; dateInferred: boolean; position: number; of: number }[]
    links: Link[]
    tags: string[]
    state: { starred: boolean; read: boolean; trashed: boolean }
    identifiers: Identifier[]
    missing: MissingField[]
    note: string
  }
}

/** A paper as an item of CSL-JSON; raised and lowered parts of the title become `<sup>` and `<sub>`. */
export function toCslJson(paper: Paper): CslItem {
  return {
    ...cslFields(paper),
    title: displaySegments(paper.title).map(withTags).join(''),
    ...present('abstract', plainText(paper.abstract))
  }
}

/** A paper as `sheaf list` prints it: title and abstract as they were taken in, letter for letter. */
export function toSheafItem(paper: Paper): SheafItem {
  return {
    ...cslFields(paper),
    sheaf: {
      digests: paper.appearances.map(({ source, date, dateInferred, position, of }) => ({
        ...{ source, date, dateInferred, position, of }
      })),
      links: paper.links,
      tags: paper.tags.map(({ name }) => name),
      state: { starred: paper.starred, read: paper.read, trashed: paper.trashed },
      identifiers: paper.identifiers,
      missing: missingFrom(paper),
      note: paper.note.body
    }
  }
}

function cslFields(paper: Paper): CslItem {
  const arxiv = identifierOf(paper, 'arxiv')
  const people = (role: 'author' | 'editor'): CslName[] =>
    paper.creators.filter((creator) => creator.role === role).map(({ name }) => cslName(name))
  const author = people('author')
  const editor = people('editor')
  const issued = cslIssued(paper)
  return {
    id: paper.citationKey,
    type: paper.type,
    title: paper.title,
    ...(author.length > 0 ? { author } : {}),
    ...(editor.length > 0 ? { editor } : {}),
    ...(issued === null ? {} : { issued }),
    ...present('container-title', paper.venue),
    ...present('volume', paper.volume),
    ...present('issue', paper.issue),
    ...present('page', paper.pages),
    ...present('publisher', paper.publisher),
    ...present('language', paper.language),
    ...(arxiv === '' ? {} : { number: `arXiv:${arxiv}`, archive: 'arXiv' }),
    ...present('DOI', identifierOf(paper, 'doi')),
    ...present('PMID', identifierOf(paper, 'pmid')),
    ...present('ISBN', identifierOf(paper, 'isbn')),
    ...present('URL', bestLink(paper.links)),
    ...present('abstract', paper.abstract),
    ...present('keyword', paper.tags.map(({ name }) => name).join(', ')),
    ...cslExtras(paper)
  }
}

function present<K extends keyof CslItem>(key: K, value: string): Partial<Record<K, string>> {
  const field: Partial<Record<K, string>> = {}
  if (value !== '') field[key] = value
  return field
}

function identifierOf(paper: Paper, scheme: Identifier['scheme']): string {
  return paper.identifiers.find((identifier) => identifier.scheme === scheme)?.value ?? ''
}

function withTags({ kind, text }: { kind: string; text: string }): string {
  return kind === 'sup' || kind === 'sub' ? `<${kind}>${text}</${kind}>` : text
}
