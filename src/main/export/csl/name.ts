import type { PersonName } from '@shared/model/person'

/** A name as CSL-JSON has it; empty parts are left out. */
export type CslName =
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string }
  | { literal: string }

export function cslName(name: PersonName): CslName {
  if ('literal' in name) return { literal: name.literal }
  return {
    family: name.family,
    ...(name.given === '' ? {} : { given: name.given }),
    ...(name.particle === '' ? {} : { 'non-dropping-particle': name.particle }),
    ...(name.suffix === '' ? {} : { suffix: name.suffix })
  }
}
