import type { PersonName } from '@shared/model/person'
import { isObject, textOf } from './json-values'
import { listedName } from './people'

/** A name of CSL-JSON; both kinds of particle are the model's one. Null for nobody. */
export function cslName(name: unknown): PersonName | null {
  if (typeof name === 'string') return listedName(name)
  if (!isObject(name)) return null
  const literal = textOf(name.literal)
  if (literal !== '') return { literal }
  const family = textOf(name.family)
  const given = textOf(name.given)
  if (family === '') return given === '' ? null : { literal: given }
  const particle = [textOf(name['dropping-particle']), textOf(name['non-dropping-particle'])]
  return {
    ...{ family, given, suffix: textOf(name.suffix) },
    particle: particle.filter((part) => part !== '').join(' ')
  }
}
