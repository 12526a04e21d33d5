import type { PersonName } from '@shared/model/person'
import { isAndOthers, isLikeSuffix } from '@shared/text/person-name'
import { plainText } from '@shared/text/residue'
import { escapedText, type Dialect } from './latex-text'

/** Longest list of names BibTeX's styles can hold in one string (its `glob_str_size` is 20,000). */
const longestList = 18_000

/**
 * Names as BibTeX and Biber read them: "von Last, Jr, First" joined by "and", with braces around
 * what they would otherwise take apart. `left` counts the people BibTeX has no room for.
 */
export function nameList(
  names: readonly PersonName[],
  letters: Dialect,
  dialect: Dialect = letters
): { value: string; left: number } {
  const readable = names
    .filter((name) => !isAndOthers(name))
    .map((name) => plainName(name) ?? readableName(name))
    .filter((name) => name !== null)
  // A source that cut its list short says so, and so does the entry.
  const isCut = readable.length > 0 && names.some(isAndOthers)
  const written: string[] = []
  let length = 0
  for (const name of readable) {
    const text = typeof name === 'string' ? name : bibName(name, letters, dialect)
    length += text.length + ' and '.length
    if (dialect === 'bibtex' && length > longestList) break
    written.push(text)
  }
  const left = readable.length - written.length
  return { value: [...written, ...(left > 0 || isCut ? ['others'] : [])].join(' and '), left }
}

/** Words of ASCII letters that begin with a capital, and initials. */
const isPlain = /^[A-Z][A-Za-z]*\.?(?:[ -][A-Z][A-Za-z]*\.?)*$/

/** A name in which there is nothing to hold together or to escape, as most are; null for others. */
function plainName(name: PersonName): string | null {
  if ('literal' in name || name.particle !== '' || name.suffix !== '') return null
  const { family, given } = name
  if (!isPlain.test(family) || !isPlain.test(given) || isLikeSuffix(given)) return null
  // Such as `Rightarrow`, which may be what is left of a sign.
  if (isReserved(family) || isReserved(given) || /arrow/.test(family + given)) return null
  return `${family}, ${given}`
}

function bibName(name: PersonName, letters: Dialect, dialect: Dialect): string {
  const escaped = (text: string): string => {
    const written = withDigraph(text, letters, dialect)
    return dialect === 'biblatex' ? spelledInitials(written) : written
  }
  if ('literal' in name) return `{${escaped(name.literal)}}`
  // Biber counts some commas in braces too.
  const uncounted = (part: string): string =>
    dialect === 'biblatex' ? part.replace(/\s*,\s*/g, ' ').trim() : part
  const [family, given, particle, suffix] = [
    uncounted(name.family) || name.family,
    uncounted(name.given),
    uncounted(name.particle),
    uncounted(name.suffix)
  ]
  const isWhole = given === '' && (suffix !== '' || /[\s~-]/.test(family) || isReserved(family))
  if (isWhole) {
    const words = [particle, family].filter((part) => part !== '').join(' ')
    return `{${escaped(suffix === '' ? words : `${words}, ${suffix}`)}}`
  }
  const last = [held(particle, false, escaped), held(family, isSplit(family), escaped)]
    .filter((part) => part !== '')
    .join(' ')
  return [
    last,
    held(suffix, false, escaped),
    held(given, suffix === '' && isLikeSuffix(given), escaped)
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/**
 * Letters that stay together in an initial (`Ph.`, `Yu.`) end at the sign that Zotero's users put there
 * (U+0097, end of guarded area); BibTeX takes what begins with a command for one letter.
 */
function withDigraph(text: string, letters: Dialect, dialect: Dialect): string {
  const at = text.indexOf('\u0097')
  if (at <= 0) return escapedText(text, letters).trim()
  const from = text.lastIndexOf(' ', at) + 1
  const [before, held, after] = [text.slice(0, from), text.slice(from, at), text.slice(at + 1)].map(
    (part) => escapedText(part, letters)
  )
  const kept = (held ?? '').trim()
  if (kept === '') return escapedText(text, letters).trim()
  return `${before ?? ''}{${dialect === 'bibtex' ? '\\relax ' : ''}${kept}}${after ?? ''}`.trim()
}

/** Biber takes the first sign for an initial, and one dollar alone opens mathematics: Ω is Omega there. */
function spelledInitials(text: string): string {
  return text.replace(
    /(^|[\s{~-])\{\$((?:[^$\\]|\\.)*)\$\}/g,
    (_, before: string, formula: string) =>
      before + formula.replace(/\\math(?:bf|cal)|[^A-Za-z0-9]/g, '')
  )
}

/** A name in letters, without TeX's own signs, which Biber would take an initial from; null if none are left. */
function readableName(name: PersonName): PersonName | null {
  if ('literal' in name) {
    const literal = readablePart(name.literal).replace(/^[#&_~%\s]+/, '')
    return literal === '' ? null : { literal }
  }
  const [family, given, particle, suffix] = [
    readableWords(name.family),
    readableWords(name.given),
    readableWords(name.particle),
    readableWords(name.suffix)
  ]
  if (family !== '') return { family, given, particle, suffix }
  const rest = [given, particle, suffix].filter((part) => part !== '').join(' ')
  return rest === '' ? null : { literal: rest }
}

function readablePart(text: string): string {
  const plain = plainText(text)
    // Between letters it is a sign of Hebrew's.
    .replace(/(?<!\p{L})"|"(?!\p{L})/gu, '')
    .replace(/[{}\\$^`|<>]/g, '')
    .trim()
  return /[\p{L}\p{N}]/u.test(plain) ? plain : ''
}

/** Words that begin with a letter, as the initial of each must be one. */
function readableWords(text: string): string {
  return readablePart(text)
    .replace(/(^|[\s-])[#&_~%]+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

function held(part: string, always: boolean, escaped: (text: string) => string): string {
  if (part === '') return ''
  return always || part.includes(',') || isReserved(part) ? `{${escaped(part)}}` : escaped(part)
}

/** A small word before the last one would be taken for the particle. */
function isSplit(family: string): boolean {
  return family
    .split(/[\s\u00A0~-]+/)
    .slice(0, -1)
    .some((word) => /^[^\p{L}]*\p{Ll}/u.test(word))
}

function isReserved(part: string): boolean {
  return /(?:^|\s)and(?:\s|$)|^others$/i.test(part)
}
