import type { Excerpt, Ranges } from '@shared/model/search'
import { termOf } from './analysis'
import { scanWords } from './scan-words'
import { fits, type Initials, type Vocabulary } from './vocabulary'

/**
 * Where words of some terms stand in a text: start and length, those that overlap or touch as one.
 * @param initials what the words of the wanted terms begin with
 */
export function marksIn(
  text: string,
  vocabulary: Vocabulary,
  isWanted: (term: number) => boolean,
  initials: Initials
): Ranges {
  const ranges: Ranges = []
  scanWords(text, (surface, _place, start, length) => {
    if (!fits(surface, initials)) return
    // No stop word has a term of its own, but an identifier may be one.
    const isIt = isWanted(vocabulary.termOf(surface)) && termOf(surface) !== undefined
    if (isIt || isWanted(vocabulary.termOfWhole(surface))) ranges.push([start, length])
  })
  return merge(ranges)
}

/** Where words stand in a text that are in `whole`, or begin with one of `beginnings`. */
export function marksOfWords(
  text: string,
  { beginnings, whole }: { beginnings: readonly string[]; whole: readonly string[] }
): Ranges {
  const ranges: Ranges = []
  scanWords(text, (surface, _place, start, length) => {
    if (whole.includes(surface) || beginnings.some((beginning) => surface.startsWith(beginning)))
      ranges.push([start, length])
  })
  return merge(ranges)
}

/** The terms of the words that are marked in a text. */
export function termsAt(text: string, ranges: Ranges, vocabulary: Vocabulary): number[] {
  const terms: number[] = []
  for (const [start, length] of ranges)
    scanWords(text.slice(start, start + length), (surface) => {
      if (termOf(surface) !== undefined) terms.push(vocabulary.termOf(surface))
    })
  return terms
}

/** In UTF-16 code units: a line or two of a list. */
const excerptLength = 180
const before = 40

/** The part of a text that has most of what is marked in it, on one line; null where nothing is marked. */
export function excerpt(text: string, marked: Ranges): Excerpt | null {
  let best = -1
  let most = 0
  for (const [at, [start]] of marked.entries()) {
    const words = new Set<string>()
    for (let next = at; next < marked.length; next++) {
      const [from = 0, length = 0] = marked[next] ?? []
      if (from + length > start + excerptLength - before) break
      words.add(text.slice(from, from + length).toLowerCase())
    }
    if (words.size > most) [best, most] = [at, words.size]
  }
  const [first] = marked[best] ?? []
  if (first === undefined) return null
  const start = wordStart(text, Math.max(0, first - before))
  const end = wordStart(text, Math.min(text.length, start + excerptLength))
  const shown = text.slice(start, end).replace(/\s/g, ' ')
  const lead = start > 0 ? '… ' : ''
  return {
    text: `${lead}${shown.trimEnd()}${end < text.length ? ' …' : ''}`,
    marks: marked
      .filter(([from, length]) => from >= start && from + length <= end)
      .map(([from, length]) => [from - start + lead.length, length])
  }
}

/** Back to where a word begins, if that is near. */
function wordStart(text: string, at: number): number {
  if (at === text.length) return at
  for (let place = at; place > Math.max(0, at - 20); place--)
    if (/\s/.test(text[place - 1] ?? ' ')) return place
  return at
}

function merge(ranges: Ranges): Ranges {
  const merged: Ranges = []
  for (const [start, length] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[0] + last[1]) last[1] = Math.max(last[1], start + length - last[0])
    else merged.push([start, length])
  }
  return merged
}
