import { baseKey, isValidKey } from '../text/citation-key'
import { Given, wrongArguments } from './arguments'
import { keyFilters } from './filters'
import { keyFunctions } from './functions'
import { parsePattern, type Call, type Pattern, type PatternError, type Term } from './parse'
import type { KeySubject } from './subject'
import { asciiLetters } from './words'

/** The pattern that holds until the user writes another. */
export const standardPattern = 'standard'
const longestKey = 150

/** Makes keys by a pattern. */
export type KeyMaker = (paper: KeySubject) => string

export type CompiledPattern = { ok: true; make: KeyMaker } | { ok: false; error: PatternError }

/** A pattern ready to make keys, or what is wrong with it. Never throws. */
export function compilePattern(text: string): CompiledPattern {
  const parsed = parsePattern(text)
  if (!parsed.ok) return parsed
  const error = wrongIn(parsed.pattern)
  if (error !== null) return { ok: false, error }
  return { ok: true, make: (paper) => keyBy(parsed.pattern, paper) }
}

/** Names near a word, to say what may have been meant. */
export function nearestName(word: string, names: readonly string[]): string | null {
  const small = word.toLowerCase()
  const near = names
    .map((name) => ({ name, away: distance(small, name) }))
    .sort((a, b) => a.away - b.away)[0]
  return near !== undefined && near.away <= (small.length < 4 ? 1 : 2) ? near.name : null
}

function wrongIn({ alternatives }: Pattern): PatternError | null {
  for (const { source, filters } of alternatives.flat()) {
    const calls: [Call, 'function' | 'filter'][] = [
      ...('name' in source ? [[source, 'function'] as [Call, 'function']] : []),
      ...filters.map((filter): [Call, 'filter'] => [filter, 'filter'])
    ]
    for (const [call, kind] of calls) {
      const message = wrongCall(call, kind)
      if (message !== null) return { message, start: call.start, end: call.end }
    }
  }
  return null
}

function wrongCall(call: Call, kind: 'function' | 'filter'): string | null {
  const known = kind === 'function' ? keyFunctions : keyFilters
  const name = call.name.toLowerCase()
  const found = Object.hasOwn(known, name) ? known[name] : undefined
  if (found !== undefined) return wrongArguments(call, found.parameters)
  const near = nearestName(name, Object.keys(known))
  return `There is no ${kind} “${call.name}”.${near === null ? '' : ` Did you mean ${near}?`}`
}

function keyBy({ alternatives }: Pattern, paper: KeySubject): string {
  for (const terms of alternatives) {
    const key = cleaned(joined(terms, paper))
    if (key !== '') return key
  }
  return baseKey(paper)
}

/** What an alternative says; empty where one of its conditions does not hold, or only its own texts would be left. */
function joined(terms: readonly Term[], paper: KeySubject): string {
  let key = ''
  let isSaid = false
  for (const { source, filters } of terms) {
    let text = 'text' in source ? source.text : said(source, paper)
    for (const filter of filters) {
      if (text === null) return ''
      const { parameters, makes } = keyFilters[filter.name.toLowerCase()] ?? {}
      text = makes === undefined ? text : makes(text, new Given(filter, parameters ?? []))
    }
    if (text === null) return ''
    if (!('text' in source) && text !== '') isSaid = true
    key += text
  }
  return isSaid ? key : ''
}

function said(call: Call, paper: KeySubject): string | null {
  const { parameters, says } = keyFunctions[call.name.toLowerCase()] ?? {}
  return says === undefined ? '' : says(paper, new Given(call, parameters ?? []))
}

/** A key that BibTeX, Biber and `\cite` take; empty for none. */
function cleaned(text: string): string {
  const key = asciiLetters(text)
    .replace(/[^A-Za-z0-9:._+/-]/g, '')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, longestKey)
    .replace(/[:._/-]+$/, '')
  return isValidKey(key) ? key : ''
}

/** How many letters must be changed, added or left out to make one word of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      )
    row = next
  }
  return row[b.length] ?? 0
}
