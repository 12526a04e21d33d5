/** A line without its end: where it stands in the text (half-open), and its number from 1. */
export interface Line {
  text: string
  start: number
  end: number
  number: number
}

/** The lines of a text, whatever ends them; a byte order mark is no part of the first. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = text.startsWith('\ufeff') ? 1 : 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const next = newline === -1 ? text.length : newline
    const end = text[next - 1] === '\r' && next > start ? next - 1 : next
    lines.push({ text: text.slice(start, end), start, end, number: lines.length + 1 })
    if (newline === -1) break
    start = newline + 1
  }
  return lines
}
