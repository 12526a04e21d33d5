import type { LinkKind, PaperFields, PaperType } from '@shared/model/paper'
import { formatName, parseName } from '@shared/text/person-name'
import type { Creator } from '@shared/model/person'
import { parseArxiv, parseDoi } from '@shared/text/identifier'
import { withIdentifier } from './identifiers'

/** A paper's fields as the dialog holds them: text as it is typed. */
export interface DetailsForm {
  type: PaperType
  title: string
  /** One person a line. */
  authors: string
  editors: string
  issued: string
  venue: string
  volume: string
  issue: string
  pages: string
  publisher: string
  language: string
  doi: string
  arxiv: string
  abstract: string
  links: { kind: LinkKind; url: string }[]
}

/** What is wrong, by a name the message catalogue has a sentence for. */
export type Problem = 'titleMissing' | 'noName' | 'date' | 'language' | 'doi' | 'arxiv' | 'url'

export interface Problems {
  fields: Partial<Record<Exclude<keyof DetailsForm, 'links' | 'type'>, Problem>>
  /** Rows of `links` whose address is none. */
  links: number[]
}

const plainFields = ['venue', 'volume', 'issue', 'pages', 'publisher'] as const

/** What the dialog edits of a paper, without all else that is known of it. */
export function detailsOf(paper: PaperFields): PaperFields {
  const { type, title, abstract, issued, venue, volume, issue, pages, publisher, language } = paper
  const { creators, identifiers, links } = paper
  return {
    ...{ type, title, abstract, issued, venue, volume, issue, pages, publisher, language },
    ...{ creators, identifiers, links }
  }
}

export function formOf(fields: PaperFields): DetailsForm {
  const { type, title, issued, venue, volume, issue, pages, publisher, language, abstract } = fields
  const doi = fields.identifiers.find(({ scheme }) => scheme === 'doi')
  const arxiv = fields.identifiers.find(({ scheme }) => scheme === 'arxiv')
  return {
    ...{ type, title, issued, venue, volume, issue, pages, publisher, language, abstract },
    authors: namesOf(fields.creators, 'author'),
    editors: namesOf(fields.creators, 'editor'),
    doi: doi?.value ?? '',
    arxiv: arxiv ? arxiv.value + (arxiv.version === null ? '' : `v${arxiv.version}`) : '',
    links: fields.links.map(({ kind, url }) => ({ kind, url }))
  }
}

/**
 * The fields a filled-in form stands for, or what is wrong with it. What the user left as it was
 * stays exactly as it was in `before`, and is never wrong.
 */
export function fieldsOf(
  form: DetailsForm,
  before: PaperFields
): { fields: PaperFields; problems: null } | { fields: null; problems: Problems } {
  const old = formOf(before)
  const problems: Problems = { fields: {}, links: [] }
  const fields: PaperFields = { ...before, type: form.type }
  const isChanged = (name: Exclude<keyof DetailsForm, 'links'>): boolean => form[name] !== old[name]
  const read = <T>(
    name: keyof Problems['fields'],
    problem: Problem,
    parse: (text: string) => T | null
  ): T | undefined => {
    if (!isChanged(name)) return undefined
    const value = parse(form[name].trim())
    if (value === null) problems.fields[name] = problem
    return value ?? undefined
  }

  fields.title = read('title', 'titleMissing', (text) => oneLine(text) || null) ?? before.title
  fields.issued = read('issued', 'date', parseDate) ?? before.issued
  fields.language = read('language', 'language', parseLanguage) ?? before.language
  if (isChanged('abstract')) fields.abstract = form.abstract.trim()
  for (const name of plainFields) if (isChanged(name)) fields[name] = oneLine(form[name])

  const authors = read('authors', 'noName', (text) => creatorsOf(text, 'author'))
  const editors = read('editors', 'noName', (text) => creatorsOf(text, 'editor'))
  if (authors ?? editors) {
    const kept = (role: Creator['role']): Creator[] =>
      before.creators.filter((creator) => creator.role === role)
    fields.creators = [...(authors ?? kept('author')), ...(editors ?? kept('editor'))]
  }

  const doi = read('doi', 'doi', (text) => (text === '' ? ('none' as const) : parseDoi(text)))
  if (doi) fields.identifiers = withIdentifier(fields.identifiers, 'doi', doi)
  const arxiv = read('arxiv', 'arxiv', (text) =>
    text === '' ? ('none' as const) : parseArxiv(text)
  )
  if (arxiv) fields.identifiers = withIdentifier(fields.identifiers, 'arxiv', arxiv)

  const known = new Set(before.links.map(({ url }) => url))
  fields.links = form.links.flatMap(({ kind, url }, row) => {
    if (known.has(url)) return [{ kind, url }]
    if (url.trim() === '') return []
    const address = parseAddress(url.trim())
    if (address === null) problems.links.push(row)
    return address === null ? [] : [{ kind, url: address }]
  })

  const isWrong = problems.links.length > 0 || Object.keys(problems.fields).length > 0
  return isWrong ? { fields: null, problems } : { fields, problems: null }
}

function namesOf(creators: readonly Creator[], role: Creator['role']): string {
  return creators
    .filter((creator) => creator.role === role)
    .map(({ name }) => oneLine(formatName(name, 'family-first')))
    .join('\n')
}

function creatorsOf(text: string, role: Creator['role']): Creator[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.some((line) => !/[\p{L}\p{N}]/u.test(line))) return null
  return lines.map((line) => ({ role, name: parseName(line) }))
}

/** `2026`, `2026-3` or `2026/03/14` in the form that is stored; null where there is no such day. */
function parseDate(text: string): string | null {
  if (text === '') return ''
  const match = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(text)
  if (!match) return null
  const [, year = '', month, day] = match
  if (month === undefined) return year
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day !== undefined && (Number(day) < 1 || Number(day) > days)) return null
  return [year, month, ...(day === undefined ? [] : [day])]
    .map((part) => part.padStart(2, '0'))
    .join('-')
}

function parseLanguage(text: string): string | null {
  if (text === '') return ''
  try {
    return new Intl.Locale(text).toString()
  } catch {
    return null
  }
}

/** A web address, with `https://` put before one that was typed without. */
function parseAddress(text: string): string | null {
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol) || /\s/.test(address)) return null
  return url.hostname.includes('.') || address === text ? address : null
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
