import { stopWords } from '../keys/words'
import type { Creator } from '../model/person'
import type { PaperType } from '../model/paper'
import { fold } from './fold'
import { plainText } from './residue'
import { romanise } from './romanise'

const longestName = 30
const longestWord = 24
const titleWordsWithoutPeople = 3

/**
 * The citation key a paper asks for: family name of the first author (else editor), year and first
 * meaningful word of the title (`vaswani2017attention`); of the title alone where nobody is named
 * (`realera-semantic-level`). Only `a-z`, `0-9` and `-`, never empty, not yet unique.
 */
export function baseKey(fields: {
  creators: readonly Creator[]
  issued: string
  title: string
  type: PaperType
}): string {
  const name = nameForKey(fields.creators)
  const year = fields.issued.slice(0, 4)
  const words = meaningfulWords(fields.title)
  if (name !== '' && year !== '') return `${name}${year}${words[0] ?? ''}`
  const title = name === '' ? words.slice(0, titleWordsWithoutPeople) : words.slice(0, 1)
  const parts = [name, ...title, year].filter((part) => part !== '')
  const isYearOnly = name === '' && title.length === 0
  if (!isYearOnly) return parts.join('-')
  const [kind] = fields.type.split('-')
  return (kind ?? 'untitled') + year
}

/** What is put behind a key that is taken: a, b, … z, aa; or -2, -3, …. */
export type ClashMarks = 'letters' | 'numbers'

/**
 * `base`, or `base` with the first of a … z, aa … (or -2, -3 …) that makes it free. `isTaken` is asked for keys in
 * lower case, because BibTeX does not tell `Liu2022` from `liu2022`.
 */
export function uniqueKey(
  base: string,
  isTaken: (lowerCasedKey: string) => boolean,
  marks: ClashMarks = 'letters'
): string {
  if (!isTaken(base.toLowerCase())) return base
  for (let n = 1; ; n++) {
    const key = base + (marks === 'letters' ? postfix(n) : `-${String(n + 1)}`)
    if (!isTaken(key.toLowerCase())) return key
  }
}

/** Whether BibTeX, Biber, `\cite` and file systems' paths in editors all take this key. */
export function isValidKey(key: string): boolean {
  return key.length <= 250 && /^[A-Za-z0-9][A-Za-z0-9:._+/-]*$/.test(key)
}

/**
 * The title's words that carry meaning, in order, in Latin letters and digits, lower case. A title
 * of nothing but small words keeps them.
 */
function meaningfulWords(title: string): string[] {
  const words = latinWords(plainText(title))
  const meaningful = words.filter((word) => !stopWords.has(word))
  return (meaningful.length > 0 ? meaningful : words).map((word) => word.slice(0, longestWord))
}

function nameForKey(creators: readonly Creator[]): string {
  const first = creators.find(({ role }) => role === 'author') ?? creators[0]
  if (!first) return ''
  const { name } = first
  if ('family' in name) {
    const family = latinWords(`${name.particle} ${name.family}`).join('')
    return (family === '' ? latinWords(name.given).join('') : family).slice(0, longestName)
  }
  const words = latinWords(name.literal).filter((word) => !stopWords.has(word))
  return words.slice(0, 3).join('').slice(0, longestName)
}

/** Words in `a-z` and `0-9`; what stands in a script without an obvious spelling is left out. */
function latinWords(text: string): string[] {
  return fold(romanise(text).replace(/[’']/g, ''))
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
}

function postfix(n: number): string {
  let rest = n
  let letters = ''
  while (rest > 0) {
    rest--
    letters = String.fromCharCode(97 + (rest % 26)) + letters
    rest = Math.floor(rest / 26)
  }
  return letters
}
