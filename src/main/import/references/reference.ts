import { words } from '@shared/messages/words'
import type { Identifier, Link, PaperType } from '@shared/model/paper'
import type { Creator } from '@shared/model/person'
import { isValidKey } from '@shared/text/citation-key'
import { placeholderTitle } from '@shared/text/placeholder-title'
import { formatName } from '@shared/text/person-name'
import type { Parsed, ParsedPaper, Said } from '../parsed'
import { distinctIdentifiers } from './identifiers'

/** The most that the model's schema takes of each; what a record has beyond it is left out. */
const mostCreators = 5000
const mostIdentifiers = 50
const mostLinks = 200

/** One record of a reference file in the model's terms. What it does not say is empty, or null. */
export interface Reference {
  type: PaperType | null
  title: string
  abstract: string
  issued: string
  venue: string
  volume: string
  issue: string
  pages: string
  publisher: string
  language: string
  creators: Creator[]
  identifiers: Identifier[]
  links: Link[]
  tags: string[]
  note: string
  /** As the file has it; kept only where it is one. */
  citationKey: string
  /** Paths of files that belong to it. */
  linked?: string[]
  /** What the model has no place for, by BibLaTeX's names. */
  extra?: Record<string, string>
}

/** Where a record stands: a half-open range of the text, and the line (from 1) where it begins. */
export interface Place {
  start: number
  end: number
  line: number
}

/** A record understood, or why it could not be. */
export type Entry = Place & ({ reference: Reference } | { reason: string })

/** Entries as the one digest of a reference file; a record without a title becomes a problem. */
export function toParsed(
  format: string,
  text: string,
  file: string,
  entries: readonly Entry[]
): Parsed {
  const papers: ParsedPaper[] = []
  const skipped: Parsed['skipped'] = []
  for (const [index, entry] of entries.entries()) {
    const { line } = entry
    if ('reason' in entry) skipped.push({ file, line, reason: entry.reason })
    else {
      const reference = { ...entry.reference, title: entry.reference.title.replaceAll('\0', '') }
      const standIn = reference.title === '' ? standInTitle(reference) : ''
      const title = reference.title || standIn
      // What it goes by is no title of its own, and exports have none then.
      const extra = standIn === '' ? reference.extra : { ...reference.extra, untitled: standIn }
      if (title === '') skipped.push({ file, line, reason: untitled(reference, index + 1) })
      else papers.push(toPaper({ ...reference, title, ...(extra ? { extra } : {}) }, entry))
    }
  }
  const digest = { format, source: file, date: '', dateInferred: false, rawText: text, papers }
  return { digests: [digest], skipped }
}

function toPaper(reference: Reference, { start, end }: Place): ParsedPaper {
  const { title, note, citationKey } = reference
  const tags = distinctTags(reference.tags)
  return {
    title,
    says: sayingsOf(reference),
    ...(isValidKey(citationKey) ? { citationKey } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(note === '' ? {} : { note }),
    ...(Object.keys(reference.extra ?? {}).length > 0 ? { extra: reference.extra } : {}),
    ...(reference.linked?.length ? { linked: reference.linked } : {}),
    ...{ start, end }
  }
}

/** What a record says of its paper, without what it leaves empty, and no more than the model takes. */
export function sayingsOf(reference: Reference): Said {
  const { type, abstract, issued, venue, volume, issue, pages, publisher, language } = reference
  const texts = { abstract, issued, venue, volume, issue, pages, publisher, language }
  const creators = reference.creators.slice(0, mostCreators)
  const identifiers = distinctIdentifiers(reference.identifiers).slice(0, mostIdentifiers)
  const links = distinctLinks(reference.links).slice(0, mostLinks)
  return {
    ...(type === null ? {} : { type }),
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '')),
    ...(creators.length > 0 ? { creators } : {}),
    ...(identifiers.length > 0 ? { identifiers } : {}),
    ...(links.length > 0 ? { links } : {})
  }
}

/** Names a record that says nothing to go by. */
function untitled({ note }: Reference, position: number): string {
  const name = shorten(note.replace(/\s+/g, ' '))
  return words.skipped.untitled(position, name)
}

/**
 * What a record without a title goes by, so that nothing of it is lost: an identifier, its key, its people
 * and year. Empty where it says nothing of the kind.
 */
function standInTitle({
  type,
  citationKey,
  creators,
  issued,
  identifiers,
  note
}: Reference): string {
  const placeholder = placeholderTitle(identifiers)
  if (placeholder !== null) return placeholder
  if (citationKey !== '') return citationKey
  const people = creators.slice(0, 3).map(({ name }) => formatName(name, 'given-first'))
  if (people.length === 0) return type === null || note === '' ? '' : shorten(note)
  return `Untitled, by ${people.join(', ')}${issued === '' ? '' : `, ${issued.slice(0, 4)}`}`
}

/** At most 80 characters of a text, for a message. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text
}

function distinctTags(tags: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const tag of tags) {
    const name = tag.replaceAll('\0', ' ').replace(/\s+/g, ' ').trim()
    const folded = name.toLowerCase()
    if (name !== '' && !found.has(folded)) found.set(folded, name)
  }
  return [...found.values()]
}

/** Each address once, by the first that names it. */
export function distinctLinks(links: readonly Link[]): Link[] {
  const found = new Map<string, Link>()
  for (const link of links) if (!found.has(link.url)) found.set(link.url, link)
  return [...found.values()]
}
