import type { Ranges } from '@shared/model/search'
import { termOf } from './analysis'
import { scanWords } from './scan-words'
import type { Vocabulary } from './vocabulary'

/** Where words of some terms stand in a text: start and length, those that overlap or touch as one. */
export function marksIn(
  text: string,
  vocabulary: Vocabulary,
  isWanted: (term: number) => boolean
): Ranges {
  const ranges: Ranges = []
  scanWords(text, (surface, _place, start, length) => {
    // No stop word has a term of its own, but an identifier may be one.
    if (isWanted(vocabulary.termOf(surface)) && termOf(surface) !== undefined)
      ranges.push([start, length])
  })
  const merged: Ranges = []
  for (const [start, length] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[0] + last[1]) last[1] = Math.max(last[1], start + length - last[0])
    else merged.push([start, length])
  }
  return merged
}
