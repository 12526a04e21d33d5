import type { Creator } from '@shared/model/person'
import { isObject, listOf, textOf } from './json-values'

/** Zotero's creators: authors and editors. Other roles are not in the model. */
export function zoteroCreators(value: unknown): Creator[] {
  return listOf(value).flatMap((creator): Creator[] => {
    if (!isObject(creator)) return []
    const role = textOf(creator.creatorType)
    if (role !== 'author' && role !== 'editor') return []
    const given = textOf(creator.firstName)
    const family = textOf(creator.lastName)
    const literal = textOf(creator.name) || (family === '' ? given : '')
    if (literal !== '') return [{ role, name: { literal } }]
    return family === '' ? [] : [{ role, name: { ...familyOf(family), ...givenOf(given) } }]
  })
}

/** `van Gogh` has a particle; quotation marks around a name keep it whole. */
function familyOf(text: string): { family: string; particle: string } {
  const quoted = /^"(.+)"$/.exec(text)?.[1]
  if (quoted !== undefined) return { family: quoted, particle: '' }
  const words = text.split(/\s+/)
  let cut = 0
  while (cut < words.length - 1 && /^\p{Ll}/u.test(words[cut] ?? '')) cut++
  return { particle: words.slice(0, cut).join(' '), family: words.slice(cut).join(' ') }
}

/** Zotero keeps a suffix behind the given name: `Martin Luther, Jr.`, `Adlai E.,! III`. */
function givenOf(text: string): { given: string; suffix: string } {
  const [given = '', ...suffix] = text.split(/,!?/)
  return { given: given.trim(), suffix: suffix.join(',').trim() }
}
