import type { TextQuote } from '../model/annotation'
import { contextLength } from '../model/annotation-kinds'

/** The passage between two offsets of a text, with what is around it; null for one of nothing but space. */
export function quoteAt(text: string, start: number, end: number): TextQuote | null {
  const exact = text.slice(start, end)
  if (exact.trim() === '') return null
  return {
    exact,
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength)
  }
}

/** A passage as one reads it: its lines joined, words that were divided at a line's end whole again. */
export function readable(passage: string): string {
  return passage
    .replace(/(\p{Ll})[-\u00ad\u2010]\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
