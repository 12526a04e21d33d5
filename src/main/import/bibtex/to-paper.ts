import type { Identifier, PaperFields, PaperType } from '@shared/model/paper'
import { parseArxiv, parseDoi } from '@shared/text/identifier'
import { linkKindOf } from '@shared/text/url'
import type { ParsedPaper } from '../parsed'
import { peopleIn } from './names'
import { filesIn } from './files'
import type { BibEntry } from './scan'
import { readSaidDate } from '@shared/text/edtf'
import { saysMore, typesOfEntries } from '@shared/text/entry-types'
import { texToText } from '@shared/text/tex-text'

/** Names that BibTeX and BibLaTeX have for one thing, the better one first. */
const venues = ['journaltitle', 'journal', 'booktitle', 'maintitle', 'eventtitle'] as const
const publishers = ['publisher', 'institution', 'school', 'organization', 'howpublished'] as const
const notes = ['annotation', 'annote'] as const

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Babel's names of languages by BCP 47, as far as entries commonly name them. */
const languages: Readonly<Record<string, string>> = {
  ...{ english: 'en', american: 'en', british: 'en', ukenglish: 'en', usenglish: 'en' },
  ...{ german: 'de', ngerman: 'de', austrian: 'de', french: 'fr', spanish: 'es', italian: 'it' },
  ...{
    portuguese: 'pt',
    brazilian: 'pt-BR',
    dutch: 'nl',
    swedish: 'sv',
    danish: 'da',
    norsk: 'nb'
  },
  ...{ norwegian: 'no', nynorsk: 'nn', finnish: 'fi', polish: 'pl', czech: 'cs', russian: 'ru' },
  ...{ ukrainian: 'uk', greek: 'el', turkish: 'tr', hungarian: 'hu', japanese: 'ja', chinese: 'zh' }
}

/** Fields whose meaning a paper holds: they are written anew at every export. */
const understood = [
  ...[
    'title',
    'subtitle',
    'author',
    'editor',
    'abstract',
    'volume',
    'pages',
    'year',
    'month',
    'day'
  ],
  ...['date', 'doi', 'url', 'eprint', 'archiveprefix', 'eprinttype', 'arxiv', 'pmid', 'isbn'],
  ...['keywords', 'keyword', 'groups', 'file', 'crossref', 'xdata']
]

/** Fields whose value made no sense as what they are for: kept as they came. */
function notUnderstood({ identifiers, links, issued }: Said): string[] {
  const has = (scheme: string): boolean => identifiers.some((one) => one.scheme === scheme)
  return [
    ...(has('doi') ? [] : ['doi']),
    ...(has('isbn') ? [] : ['isbn']),
    ...(has('pmid') ? [] : ['pmid']),
    ...(has('arxiv') || has('pmid') ? [] : ['eprint', 'archiveprefix', 'eprinttype', 'arxiv']),
    ...(links.length > 0 ? [] : ['url']),
    ...(issued === '' ? ['date', 'year', 'month', 'day'] : [])
  ]
}
type Said = Pick<PaperFields, 'identifiers' | 'links' | 'issued'>

/** What an entry says of its paper; null for one that names none, by title or by key. */
export function toPaper(entry: BibEntry): ParsedPaper | null {
  const text = (name: string): string => texToText(entry.fields.get(name) ?? '')
  const taken = new Set(understood)
  const firstOf = (names: readonly string[]): string => {
    const name = names.find((one) => text(one) !== '')
    if (name === undefined) return ''
    taken.add(name)
    return text(name)
  }
  if (entry.type === 'xdata' || entry.type === 'set') return null
  const known = [text('title'), text('subtitle')].filter((part) => part !== '').join(': ')
  // Without a title it goes by its key, so that nothing of it is lost.
  const title = known === '' ? entry.key : known
  if (title === '') return null
  const identifiers = identifiersOf(entry)
  const venue = firstOf(venues)
  // JabRef's static groups are kept as tags.
  const tags = distinctNames([
    ...keywordsIn(entry.fields.get('keywords') ?? entry.fields.get('keyword') ?? ''),
    ...keywordsIn(entry.fields.get('groups') ?? '')
  ])
  const linked = filesIn(entry.fields.get('file') ?? '')
  const note = firstOf(notes)
  const says = {
    type: typeOf(entry.type, identifiers, venue),
    abstract: text('abstract'),
    issued: issuedOf(entry),
    venue,
    volume: text('volume'),
    issue: firstOf(['number', 'issue']),
    pages: text('pages').replace(/\s*[-–—]+\s*/g, '–'),
    publisher: firstOf(publishers),
    language: languageOf(firstOf(['langid', 'language', 'hyphenation'])),
    creators: [
      ...peopleIn(entry.fields.get('author') ?? '', 'author'),
      ...peopleIn(entry.fields.get('editor') ?? '', 'editor')
    ],
    identifiers,
    links: linksOf(entry)
  }
  for (const name of notUnderstood(says)) taken.delete(name)
  for (const name of saysMoreThan(says, entry)) taken.delete(name)
  const extra = [...entry.fields].filter(([name, value]) => !taken.has(name) && value.trim() !== '')
  const kind = keptEntry(entry.type)
  if (kind !== null) extra.unshift(['entrytype', kind])
  return {
    ...{ title, says },
    ...(extra.length > 0 ? { extra: Object.fromEntries(extra) } : {}),
    ...(entry.key === '' ? {} : { citationKey: entry.key }),
    ...(tags.length > 0 ? { tags } : {}),
    ...(linked.length > 0 ? { linked } : {}),
    ...(note === '' ? {} : { note }),
    ...{ start: entry.start, end: entry.end }
  }
}

/** Fields of which the model holds a part: a date with a range or a doubt, a title with faces of type. */
function saysMoreThan({ issued }: Said, { fields }: BibEntry): string[] {
  const date = fields.get('date') ?? ''
  const isMore = date.length > 10 || /[/?~%X]|-2\d$/i.test(date)
  const title = fields.get('title') ?? ''
  return [
    ...(isMore && readSaidDate(date).issued === issued ? ['date'] : []),
    ...(fields.has('subtitle') ? ['title', 'subtitle'] : holdsFaces(title) ? ['title'] : [])
  ]
}

/** Whether a title's TeX says what its text does not: faces, or words held together that a style would not hold. */
function holdsFaces(title: string): boolean {
  if (/\\(?:emph|text(?:it|bf|sc|superscript|subscript)|mkbib|href|enquote)/.test(title))
    return true
  if (!title.includes('{')) return false
  for (const [, held = ''] of title.matchAll(/\{([^{}\\$]+)\}/g))
    if (!/^\S*\p{Lu}\S*\p{Lu}|^\S+\p{Lu}/u.test(held) && held.length > 1) return true
  return false
}

/** The entry's own name, where it says more than our type. */
function keptEntry(type: string): string | null {
  if (type === 'mastersthesis') return type
  return saysMore(type) ? type : null
}

function typeOf(type: string, identifiers: readonly Identifier[], venue: string): PaperType {
  const isPreprint = identifiers.some(({ scheme }) => scheme === 'arxiv')
  const known = typesOfEntries.get(type)
  if (known === 'article-journal' && isPreprint && /^(arxiv|corr)\b|^$/i.test(venue))
    return 'article'
  if (known === 'webpage' && isPreprint) return 'article'
  if (known === 'document' && isPreprint) return 'article'
  return known ?? (isPreprint ? 'article' : 'document')
}

function identifiersOf({ fields }: BibEntry): Identifier[] {
  const raw = (name: string): string =>
    (fields.get(name) ?? '')
      .replace(/\\([_%&#])/g, '$1')
      .replace(/[{}]/g, '')
      .trim()
  const found: (Identifier | null)[] = [parseDoi(raw('doi')) ?? parseDoi(raw('url'))]
  const archive = (fields.get('archiveprefix') ?? fields.get('eprinttype') ?? '').toLowerCase()
  const eprint = raw('eprint')
  const note = [...fields].find(([name]) => name === 'journal' || name === 'note')?.[1] ?? ''
  if (archive === '' || archive === 'arxiv')
    found.push(
      parseArxiv(eprint) ??
        parseArxiv(raw('arxiv')) ??
        parseArxiv(/\barxiv:\s?(\S+?)[,.;\]]?(?:\s|$)/i.exec(note)?.[1] ?? '') ??
        (/arxiv\.org\//i.test(raw('url')) ? parseArxiv(raw('url')) : null)
    )
  const pmid = archive === 'pubmed' ? eprint : raw('pmid')
  if (/^\d{1,9}$/.test(pmid)) found.push({ scheme: 'pmid', value: pmid, version: null })
  const isbn = raw('isbn').replace(/[-\s]/g, '')
  if (/^(?:\d{9}[\dXx]|97[89]\d{10})$/.test(isbn))
    found.push({ scheme: 'isbn', value: isbn.toUpperCase(), version: null })
  return found.filter((identifier) => identifier !== null)
}

/** `date` where it is a date, else year, month and day, as far as they are known. */
function issuedOf({ fields }: BibEntry): string {
  const date = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d])/.exec(fields.get('date')?.trim() ?? '')
  const year = date?.[1] ?? /\b(\d{4})\b/.exec(fields.get('year') ?? '')?.[1]
  if (year === undefined) return ''
  const month = Number(date?.[2] ?? monthIn(fields.get('month') ?? ''))
  if (!(month >= 1 && month <= 12)) return year
  const day = Number(date?.[3] ?? /\d{1,2}/.exec(fields.get('day') ?? '')?.[0])
  const known = `${year}-${String(month).padStart(2, '0')}`
  return day >= 1 && day <= 31 ? `${known}-${String(day).padStart(2, '0')}` : known
}

function monthIn(value: string): number {
  const number = /^\s*(\d{1,2})\s*$/.exec(value)?.[1]
  if (number !== undefined) return Number(number)
  const name = /[a-z]{3}/i.exec(texToText(value))?.[0].toLowerCase() ?? ''
  return monthNames.indexOf(name) + 1
}

function languageOf(name: string): string {
  const known = languages[name.toLowerCase()]
  return known ?? (/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(name) ? name : '')
}

function linksOf({ fields }: BibEntry): PaperFields['links'] {
  const raw = (fields.get('url') ?? '').replace(/\\url\s*\{([^{}]*)\}/g, '$1')
  const url = raw.replace(/\\([_%&#~])/g, '$1').replace(/[{}\s]/g, '')
  return /^https?:\/\/[^/]/i.test(url) && url.length <= 4000 ? [{ kind: linkKindOf(url), url }] : []
}

function keywordsIn(value: string): string[] {
  const parts = value.includes(';') ? value.split(';') : value.split(',')
  const names = parts.map(texToText).filter((name) => name !== '' && name.length <= 200)
  return distinctNames(names)
}

function distinctNames(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}
