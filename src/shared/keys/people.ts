import type { PersonName } from '../model/person'
import { isAndOthers } from '../text/person-name'
import { isStopWord, wordsIn } from './words'
import type { KeySubject } from './subject'

/** The people a key names: authors, else editors; or those of one role. */
export function peopleOf({ creators }: KeySubject, role: string): PersonName[] {
  const named = creators.filter(({ name }) => !isAndOthers(name))
  const of = (one: string): PersonName[] =>
    named.filter((creator) => creator.role === one).map(({ name }) => name)
  if (role === 'author' || role === 'editor') return of(role)
  const authors = of('author')
  return authors.length > 0 ? authors : of('editor')
}

/** A family name with its particle, without blanks and signs; of a group the words that tell. */
export function familyOf(name: PersonName): string {
  if ('family' in name) {
    const family = wordsIn(`${name.particle} ${name.family}`).join('').replaceAll('-', '')
    return family === '' ? wordsIn(name.given).join('') : family
  }
  const words = wordsIn(name.literal)
  const telling = words.filter((word) => !isStopWord(word))
  return (telling.length > 0 ? telling : words).slice(0, 3).join('').replaceAll('-', '')
}

/** First letters of the given names. */
export function initialsOf(name: PersonName): string {
  if (!('family' in name)) return ''
  return wordsIn(name.given)
    .flatMap((word) => word.split('-'))
    .map((word) => [...word][0] ?? '')
    .join('')
}

/** `n` letters of a name; all for 0. */
export function lettersOf(name: string, n: number): string {
  return n > 0 ? [...name].slice(0, n).join('') : name
}
