import type { Creator, PersonName } from '@shared/model/person'
import { formatName } from '@shared/text/person-name'
import { isObject, listOf, textOf } from './json-values'

/** The people of an item of Zotero's: authors and editors, and those in fields of BibLaTeX's. */
export interface ZoteroPeople {
  creators: Creator[]
  /** Values of `translator`, `bookauthor` and the like: names joined by `and`. */
  fields: Record<string, string>
}

/** Roles by who is first in a kind of work; others by BibLaTeX's fields (its manual, section 2.2.2). */
const authors: ReadonlySet<string> = new Set(
  'author artist cartographer inventor interviewee podcaster performer presenter programmer sponsor composer'.split(
    ' '
  )
)
const otherFields: Readonly<Record<string, string>> = {
  ...{ translator: 'translator', bookAuthor: 'bookauthor', commenter: 'commentator' },
  ...{ assignee: 'holder', attorneyAgent: '', seriesEditor: 'editorb' }
}

/** Zotero's creators. Directors stand where editors do, as BibLaTeX has them. */
export function zoteroPeople(value: unknown): ZoteroPeople {
  const creators: Creator[] = []
  const others: { field: string; name: PersonName }[] = []
  let directors = 0
  for (const creator of listOf(value)) {
    if (!isObject(creator)) continue
    const name = zoteroName(creator)
    if (name === null) continue
    const type = textOf(creator.creatorType) || 'author'
    if (authors.has(type)) creators.push({ role: 'author', name })
    else if (type === 'editor' || type === 'director') {
      if (type === 'director') directors++
      creators.push({ role: 'editor', name })
    } else others.push({ field: otherFields[type] ?? 'namea', name })
  }
  const fields = peopleFields(others)
  const editors = creators.filter(({ role }) => role === 'editor').length
  if (directors > 0 && directors === editors) fields['editortype'] = 'director'
  return { creators, fields }
}

/** Names of other roles as the values of their fields, with the kind of role that those need. */
export function peopleFields(
  others: readonly { field: string; name: PersonName }[]
): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { field, name } of others) {
    if (field === '') continue
    const text = formatName(name, 'family-first')
    fields[field] = fields[field] === undefined ? text : `${fields[field]} and ${text}`
  }
  if (fields['namea'] !== undefined) fields['nameatype'] = 'collaborator'
  if (fields['editorb'] !== undefined) fields['editorbtype'] = 'redactor'
  return fields
}

function zoteroName(creator: Readonly<Record<string, unknown>>): PersonName | null {
  const given = textOf(creator.firstName)
  const family = textOf(creator.lastName)
  const literal = textOf(creator.name) || (family === '' ? given : '')
  if (literal !== '') return { literal: literal.replace(/^"(.+)"$/, '$1') }
  if (family === '') return null
  if (given === '') return { literal: family.replace(/^"(.+)"$/, '$1') }
  const parts = givenOf(given)
  const own = familyOf(family)
  if (own.particle !== '' || own.isWhole)
    return { ...parts, family: own.family, particle: own.particle }
  const { given: first, particle } = trailingParticle(parts.given)
  // `Beatrice d'` Este is Beatrice d'Este.
  if (/['’-]$/.test(particle))
    return { ...parts, given: first, family: particle + own.family, particle: '' }
  return { ...parts, given: first, family: own.family, particle }
}

/** `van Gogh` has a particle; one that runs into the name (`d'Alembert`) stays with it, and so does what is quoted. */
function familyOf(text: string): { family: string; particle: string; isWhole: boolean } {
  const quoted = /^"(.+)"$/.exec(text)?.[1]
  if (quoted !== undefined) return { family: quoted, particle: '', isWhole: true }
  const words = text.split(/\s+/)
  let cut = 0
  while (cut < words.length - 1 && /^\p{Ll}/u.test(words[cut] ?? '')) cut++
  if (/^['’]?\p{Ll}+['’-]/u.test(words[cut] ?? ''))
    return { family: text, particle: '', isWhole: true }
  return {
    particle: words.slice(0, cut).join(' '),
    family: words.slice(cut).join(' '),
    isWhole: false
  }
}

/** Small words behind a given name belong before the family name: `Alexander von`, `Simone de`. */
function trailingParticle(text: string): { given: string; particle: string } {
  const words = text.split(/\s+/)
  let cut = words.length
  while (cut > 1 && /^\p{Ll}[\p{L}'’\u200B-]*$/u.test(words[cut - 1] ?? '')) cut--
  const given = words.slice(0, cut).join(' ')
  if (!/\p{Lu}/u.test(given)) return { given: text, particle: '' }
  return { given, particle: words.slice(cut).join(' ').replaceAll('\u200B', '') }
}

/** Zotero keeps a suffix behind the given name: `Martin Luther, Jr.`, `Adlai E.,! III`. */
function givenOf(text: string): { given: string; suffix: string } {
  const [given = '', ...suffix] = text.split(/,!?/)
  const behind = suffix.join(',').trim()
  if (given.trim() === '') return { given: behind, suffix: '' }
  return { given: given.trim(), suffix: behind }
}
