import type { Digest } from '@shared/model/digest'

/** A piece of a digest's text; `paperId` is null between papers. */
export interface SourceSegment {
  start: number
  text: string
  paperId: number | null
}

/** Text between papers is cut at a line's end once a piece is this long, to be laid out in parts. */
const longestGap = 20_000

/**
 * A digest's text in the pieces its papers stand in, in order, each character once. The line break
 * that ends a piece belongs to it. A span that overlaps an earlier one keeps what is left of it.
 */
export function sourceSegments({
  rawText,
  appearances
}: {
  rawText: string
  appearances: readonly Pick<Digest['appearances'][number], 'paperId' | 'start' | 'end'>[]
}): SourceSegment[] {
  const segments: SourceSegment[] = []
  let at = 0
  for (const { paperId, start, end } of appearances.toSorted((a, b) => a.start - b.start)) {
    if (start > at) at = addGap(segments, rawText, at, Math.min(start, rawText.length))
    const to = afterBreak(rawText, Math.min(end, rawText.length))
    if (to > at) {
      segments.push({ start: at, text: rawText.slice(at, to), paperId })
      at = to
    }
  }
  addGap(segments, rawText, at, rawText.length)
  return segments
}

/** The words of a paper's span that follow its title, as far as a line or two needs them. */
export function startOfAbstract(rawText: string, span: { start: number; end: number }): string {
  const text = rawText.slice(span.start, Math.min(span.end, span.start + 2000)).trimStart()
  const rest = text.search(/[\r\n]/)
  return rest === -1 ? '' : text.slice(rest).replace(/\s+/g, ' ').trim().slice(0, 280)
}

function addGap(segments: SourceSegment[], rawText: string, from: number, to: number): number {
  let start = from
  while (start < to) {
    const newline = rawText.indexOf('\n', start + longestGap)
    const end = newline === -1 ? to : Math.min(newline + 1, to)
    segments.push({ start, text: rawText.slice(start, end), paperId: null })
    start = end
  }
  return Math.max(from, to)
}

function afterBreak(text: string, index: number): number {
  if (text.startsWith('\r\n', index)) return index + 2
  return text[index] === '\n' ? index + 1 : index
}
