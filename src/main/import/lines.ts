/** A line of a text without its line end: its half-open range, and its number from 1. */
export interface Line {
  text: string
  start: number
  end: number
  number: number
}

/** The lines of a text, whatever ends them; a byte order mark is no part of the first. */
export function* linesOf(text: string): Generator<Line> {
  let start = text.startsWith('\ufeff') ? 1 : 0
  let number = 1
  for (const match of text.matchAll(/\r\n?|\n/g)) {
    yield { text: text.slice(start, match.index), start, end: match.index, number: number++ }
    start = match.index + match[0].length
  }
  if (start < text.length) yield { text: text.slice(start), start, end: text.length, number }
}

/** Gives the line (from 1) of places in a text that are asked for in order. */
export function lineCounter(text: string): (at: number) => number {
  let [line, from] = [1, 0]
  return (place) => {
    for (;;) {
      const next = text.indexOf('\n', from)
      if (next === -1 || next >= place) return line
      line++
      from = next + 1
    }
  }
}
