import type { PersonName } from '@shared/model/person'
import { texToText } from '@shared/text/tex-text'
import { peopleIn } from '../../../src/main/import/bibtex/names'
import type { BibEntry } from '../../../src/main/import/bibtex/scan'

/** The fields that are compared, each by the names it may have. */
const compared: Readonly<Record<string, readonly string[]>> = {
  author: ['author'],
  editor: ['editor'],
  title: ['title'],
  date: ['date'],
  year: ['year'],
  month: ['month'],
  pages: ['pages'],
  eprint: ['eprint'],
  eprinttype: ['eprinttype', 'archiveprefix'],
  eprintclass: ['eprintclass', 'primaryclass'],
  doi: ['doi'],
  url: ['url'],
  journal: ['journaltitle', 'journal'],
  booktitle: ['booktitle']
}

/** One field of one entry on both sides, as it reads after parsing; empty where it is not there. */
export interface Comparison {
  key: string
  field: string
  ours: string
  theirs: string
}

interface Candidate {
  one: BibEntry
  fields: Comparison[]
}

/** Every field that at least one side has, for each of their entries and ours that is most like it. */
export function compareEntries(
  ours: readonly BibEntry[],
  theirs: readonly BibEntry[]
): Comparison[] {
  // Two of theirs may be one of ours, which makes one of what came twice.
  const unused = new Set(ours)
  const rank = ({ fields, one }: Candidate, entry: BibEntry): number =>
    likeness(fields, one, entry) + (unused.has(one) ? 0.5 : 0)
  return theirs.flatMap((entry) => {
    const candidates: Candidate[] = ours.map((one) => ({ one, fields: fieldsOf(one, entry) }))
    candidates.sort((a, b) => rank(b, entry) - rank(a, entry))
    const [best] = candidates
    if (best !== undefined) unused.delete(best.one)
    return best?.fields ?? fieldsOf(null, entry)
  })
}

function likeness(fields: readonly Comparison[], one: BibEntry, entry: BibEntry): number {
  const equal = fields.filter(({ ours, theirs }) => ours === theirs).length
  return equal + (one.key.toLowerCase() === entry.key.toLowerCase() ? 1.5 : 0)
}

function fieldsOf(ours: BibEntry | null, theirs: BibEntry): Comparison[] {
  const { key } = theirs
  const read = (entry: BibEntry | null, field: string, names: readonly string[]): string => {
    const name = names.find((one) => (entry?.fields.get(one) ?? '') !== '')
    return name === undefined ? '' : parsed(field, entry?.fields.get(name) ?? '')
  }
  const fields = Object.entries(compared).map(([field, names]) => ({
    ...{ key, field },
    ...{ ours: read(ours, field, names), theirs: read(theirs, field, names) }
  }))
  return [
    { key, field: 'entry type', ours: ours?.type ?? '', theirs: theirs.type },
    ...fields.filter((one) => one.ours !== '' || one.theirs !== '')
  ]
}

/** What a field says after parsing. */
function parsed(field: string, value: string): string {
  if (field === 'author' || field === 'editor')
    return peopleIn(withoutCommands(value), field)
      .map(({ name }) => nameText(name))
      .join(' & ')
  if (field === 'title') return plain(lowerCased(value))
  // No style lowers the capitals of a book's title, so that its braces mean nothing.
  if (field === 'booktitle') return plain(value).toLowerCase()
  if (field === 'doi' || field === 'url' || field === 'eprint') return verbatim(value)
  if (field === 'eprinttype' || field === 'month')
    return plain(value)
      .toLowerCase()
      .slice(0, field === 'month' ? 3 : 20)
  return plain(value)
}

/** Family name with its particle, however that is marked, suffix and given name. */
function nameText(name: PersonName): string {
  if ('literal' in name) return plain(name.literal)
  const { family, given, particle, suffix } = name
  const last = `${particle} ${family}`.trim().replace(/(['’-]) (?=\p{Lu})/u, '$1')
  return plain([last, suffix, given].filter((part) => part !== '').join(', '))
}

/**
 * A title as a style that lower-cases it prints it: letters outside braces are lowered, and inside those that
 * begin with a command. How far a title is protected counts; which of two ways it is capitalised in does not.
 */
function lowerCased(tex: string): string {
  let out = ''
  let depth = 0
  let isSpecial = false
  for (let at = 0; at < tex.length; at++) {
    const sign = tex[at] ?? ''
    if (sign === '{') {
      if (depth === 0) isSpecial = tex[at + 1] === '\\'
      depth++
    } else if (sign === '}') depth = Math.max(0, depth - 1)
    const command =
      sign === '\\' ? /^\\(?:[A-Za-z]+|.)/.exec(tex.slice(at, at + 40))?.[0] : undefined
    if (command !== undefined) {
      out += command
      at += command.length - 1
    } else out += depth === 0 || isSpecial ? sign.toLowerCase() : sign
  }
  return out.replace(
    /^([{]*)(\p{Ll})/u,
    (_, braces: string, first: string) => braces + first.toUpperCase()
  )
}

function plain(value: string): string {
  return texToText(withoutCommands(value))
    .normalize('NFKC')
    .replace(/[‘’′]/g, "'")
    .replace(/«\s?|\s?»|[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[{}$^_]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^./u, (first) => first.toUpperCase())
}

/** Commands that set no letters. */
function withoutCommands(value: string): string {
  return value
    .replace(/\{?\\(?:null|relax|hspace\{[^{}]*\})\s*\}?/g, '')
    .replace(/\\text(?:super|sub)script\s*/g, '')
    .replace(/\\(?:mathrm|mbox|mkbibbold)\s*/g, '')
}

function verbatim(value: string): string {
  return value
    .replace(/\\([_%&#~])/g, '$1')
    .replace(/[{}\s]/g, '')
    .replace(/%(3C|3E|5B|5D)/gi, (code) => decodeURIComponent(code))
    .toLowerCase()
}
