/**
 * A run of text for display, and the half-open range of raw text it stands for (UTF-16 code units).
 * `math` is set in italics; `sup` and `sub` are raised and lowered. Text whose own raw characters
 * are markup only (`\emph{`) is empty.
 */
export interface Segment {
  kind: 'text' | 'sup' | 'sub' | 'math'
  text: string
  start: number
  end: number
}

/** Longest group, formula or quotation looked for; keeps every look ahead bounded. */
export const longestGroup = 400

/** Index of the brace that closes the one at `open`, or -1 where none does before `end`. */
export function closingBrace(raw: string, open: number, end: number): number {
  const limit = Math.min(end, open + longestGroup)
  let depth = 0
  for (let i = open; i < limit; i++) {
    const sign = raw[i]
    if (sign === '\\') i++
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return i
  }
  return -1
}

/** The ASCII letters that stand at `index`. */
export function lettersAt(raw: string, index: number, end: number): string {
  const limit = Math.min(end, index + longestGroup)
  let i = index
  while (i < limit && isLetter(raw[i])) i++
  return raw.slice(index, i)
}

/** The ASCII digits that stand at `index`, at most `most` of them. */
export function digitsAt(raw: string, index: number, end: number, most = longestGroup): string {
  const limit = Math.min(end, index + most)
  let i = index
  while (i < limit && isDigit(raw[i])) i++
  return raw.slice(index, i)
}

export function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && ((sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'))
}

export function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '0' && sign <= '9'
}

/** Neighbours of one kind as one segment; markup without text of its own goes to a neighbour. */
export function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = []
  for (const segment of segments) {
    const last = result.at(-1)
    if (last && last.kind !== 'text' && (last.kind === segment.kind || segment.text === '')) {
      last.text += segment.text
      last.end = segment.end
    } else if (last?.text === '' && last.kind !== 'text') {
      result[result.length - 1] = { ...segment, start: last.start }
    } else result.push({ ...segment })
  }
  return result
}
