import type { PersonName } from '../model/person'

/** Numbers and degrees in capitals only: Iv and Md are names. */
const suffixPattern =
  /^(?:[Jj][Rr]|[Ss][Rr]|[Jj]nr|[Ss]nr|[Ee]sq|[Pp][Hh]\.?[Dd]|II|III|IV|M\.?D)\.?$/
/** Particles written with a capital: part of the family name ("Da Ponte"), not of the given one. */
const capitalParticles: ReadonlySet<string> = new Set(
  'Van Von De Da Di Del Della Der Den Dos Du Des Le La El Al Ben Bin Ibn St.'.split(' ')
)
const knownParticles: ReadonlySet<string> = new Set(
  'van von de da di del della der den dos du des le la el al ben bin ibn zu zum zur ten ter af av'.split(
    ' '
  )
)

/** Stands at the end of a list of people that its source cut short. */
export const andOthers: PersonName = { literal: 'et al.' }

/** Whether a name is no name, but says that the list goes on. */
export function isAndOthers(name: PersonName): boolean {
  return 'literal' in name && /^(?:et al\.?|and others|…|\.\.\.)$/i.test(name.literal)
}

/**
 * A name as people type it, taken apart as BibTeX does ("First von Last", "von Last, First",
 * "von Last, Jr, First"). One word and whatever stands in `{braces}` as a whole is literal; braces
 * around a part keep it together. Blank text gives the literal "Anonymous".
 */
export function parseName(text: string): PersonName {
  const clean = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const whole = /^\{([^{}]*)\}$/.exec(clean)?.[1]?.trim()
  if (whole !== undefined && whole !== '') return { literal: whole }
  const parts = splitOutsideBraces(clean, ',').map((part) => part.trim())
  const [first = '', second, third] = parts
  if (second === undefined) return givenFirst(splitOutsideBraces(first, ' '), '')
  if (third === undefined && suffixPattern.test(second))
    return givenFirst(splitOutsideBraces(first, ' '), second)
  const given = unbraced(third === undefined ? second : parts.slice(2).join(', '))
  const suffix = third === undefined ? '' : unbraced(second)
  const family = familyParts(splitOutsideBraces(first, ' '))
  if (family.family !== '') return { ...family, given, suffix }
  return literal([suffix, given].filter((part) => part !== '').join(', '))
}

/**
 * A name for reading ("Ludwig van Beethoven") or for editing ("van Beethoven, Ludwig"), which
 * `parseName` takes apart into the same parts.
 */
export function formatName(name: PersonName, order: 'given-first' | 'family-first'): string {
  if ('literal' in name) {
    if (order === 'given-first') return name.literal
    return isSame(name, parseName(name.literal)) ? name.literal : `{${name.literal}}`
  }
  const { family, given, particle, suffix } = name
  if (order === 'given-first') {
    const words = [given, particle, family].filter((part) => part !== '').join(' ')
    return suffix === '' ? words : `${words}, ${suffix}`
  }
  const rest = suffix === '' ? [given] : [suffix, given]
  const plain = joinedParts([[particle, family].filter((part) => part !== '').join(' '), ...rest])
  if (isSame(name, parseName(plain))) return plain
  const held = [particle === '' ? '' : `{${particle}}`, `{${family}}`].filter((part) => part !== '')
  return joinedParts([held.join(' '), ...rest.map((part) => (part === '' ? '' : `{${part}}`))])
}

/** Family names of the first three people, then "et al."; empty for nobody. */
export function shortAuthors(names: readonly PersonName[]): string {
  const named = names.filter((name) => !isAndOthers(name))
  const families = named
    .slice(0, 3)
    .map((name) =>
      'literal' in name ? name.literal : [name.particle, name.family].filter(Boolean).join(' ')
    )
  return families.join(', ') + (named.length > 3 || named.length < names.length ? ' et al.' : '')
}

function givenFirst(words: readonly string[], suffixGiven: string): PersonName {
  const last = words.at(-1) ?? ''
  const hasSuffix = suffixGiven === '' && words.length > 2 && suffixPattern.test(last)
  const names = hasSuffix ? words.slice(0, -1) : words
  const suffix = hasSuffix ? last : suffixGiven
  if (names.length < 2)
    return suffix === ''
      ? literal(unbraced(names[0] ?? ''))
      : { family: unbraced(names[0] ?? '') || suffix, given: '', particle: '', suffix }
  const start = familyStart(names)
  const given = names.slice(0, start).map(unbraced).join(' ')
  return { ...familyParts(names.slice(start)), given, suffix }
}

/** Index of the word where the particle or the family name begins. */
function familyStart(words: readonly string[]): number {
  const last = words.length - 1
  for (let i = 0; i < last; i++) {
    const word = words[i] ?? ''
    if (i === 0 ? knownParticles.has(word) : isLower(word) || capitalParticles.has(word)) return i
  }
  return last
}

/** "van der Berg" as particle and family; two parts in braces are particle and family as they are. */
function familyParts(words: readonly string[]): { family: string; particle: string } {
  const [first = '', second = ''] = words
  if (words.length === 2 && first.startsWith('{') && second.startsWith('{'))
    return { particle: unbraced(first), family: unbraced(second) }
  let cut = 0
  while (cut < words.length - 1 && isLower(words[cut] ?? '')) cut++
  return {
    particle: words.slice(0, cut).join(' '),
    family: words.slice(cut).map(unbraced).join(' ')
  }
}

function literal(text: string): PersonName {
  return { literal: text === '' ? 'Anonymous' : text }
}

/** Parts with commas between them; a last comma shows that the given name is empty. */
function joinedParts(parts: readonly string[]): string {
  return parts.join(', ').replace(/ $/, '')
}

function isSame(a: PersonName, b: PersonName): boolean {
  if ('literal' in a || 'literal' in b)
    return 'literal' in a && 'literal' in b && a.literal === b.literal
  return (
    a.family === b.family &&
    a.given === b.given &&
    a.particle === b.particle &&
    a.suffix === b.suffix
  )
}

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word)
}

function unbraced(text: string): string {
  return text.replace(/[{}]/g, '').trim()
}

function splitOutsideBraces(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') depth++
    else if (text[i] === '}') depth = Math.max(0, depth - 1)
    else if (text[i] === separator && depth === 0) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  parts.push(text.slice(from))
  return separator === ' ' ? parts.filter((part) => part !== '') : parts
}
