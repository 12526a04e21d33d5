import { beings, havings, typeWords, type FilterField, type WordField } from './clause'
import { dayWords } from './dates'
import { fieldNamed, queryFields, type QueryField } from './parse'

/** Fields whose values are what the library has. */
export const completedFields = ['author', 'venue', 'tag', 'in', 'digest', 'key'] as const
export type CompletedField = (typeof completedFields)[number]

/** What may be put in place of a part of a typed text. */
export interface Completing {
  /** The part, in UTF-16 code units. */
  start: number
  end: number
  /** What it is a value of; null for the name of a field. */
  field: QueryField | null
  typed: string
}

/** What is being typed before the caret that can be completed; null for anything else. */
export function completingAt(text: string, caret: number): Completing | null {
  const before = text.slice(0, caret)
  const quoted = /(?<=^|[\s(-])([A-Za-z]+):["“]([^"“”]*)$/.exec(before)
  const bare = /(?<=^|[\s(]|[\s(]-|^-)([A-Za-z]+):([^\s"“()]*)$/.exec(before)
  const [, name = '', typed = ''] = quoted ?? bare ?? []
  const field = fieldNamed(name)
  if (field !== null)
    return { start: caret - typed.length - (quoted ? 1 : 0), end: caret, field, typed }
  const word = /(?<=^|[\s(]|[\s(]-|^-)[A-Za-z]{2,}$/.exec(before)
  if (!word || /^[\p{L}\p{N}:]/u.test(text.slice(caret))) return null
  return { start: word.index, end: caret, field: null, typed: word[0] }
}

/** Values that a field has in any library, or names of fields, that begin as typed. */
export function fixedCompletions({ field, typed }: Completing): string[] {
  const values: Partial<Record<WordField | FilterField, readonly string[]>> = {
    has: havings,
    is: beings,
    type: Object.keys(typeWords),
    added: dayWords
  }
  const wanted = typed.toLowerCase()
  return (field === null ? queryFields : (values[field] ?? [])).filter(
    (value) => value.startsWith(wanted) && value !== wanted
  )
}

/** The text with a completion in it, and where the caret is then. */
export function completed(
  text: string,
  { start, end, field }: Completing,
  value: string
): { text: string; caret: number } {
  const put =
    field === null
      ? `${value}:`
      : `${/[\s"()]/.test(value) ? `"${value.replaceAll('"', '')}"` : value} `
  const rest = text.slice(end).replace(field === null ? /^/ : /^["”]?\s?/, '')
  return { text: text.slice(0, start) + put + rest, caret: start + put.length }
}
