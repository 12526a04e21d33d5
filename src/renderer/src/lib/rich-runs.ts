import type { Ranges } from '@shared/model/search'
import { displaySegments, type Segment } from '@shared/text/residue'
import { findUrls } from '@shared/text/url'

/** A piece of text that looks the same throughout. */
export interface Run {
  kind: Segment['kind']
  text: string
  isMarked: boolean
  url: string | null
  /** Where it is in the raw text. */
  start: number
  end: number
  /** Whether it is shown letter for letter. */
  isPlain: boolean
  /** What the user marked it with, the newest last. */
  spans: readonly Span[]
}

/** A part of a raw text that the user marked. */
export interface Span {
  id: number
  start: number
  end: number
  kind: 'highlight' | 'underline'
  colour: number
}

/**
 * Raw text as runs to be shown: residue of LaTeX set, the ranges of `marks` (raw offsets) marked,
 * addresses told apart. A segment whose shown text differs from its raw text is marked as a whole.
 */
export function richRuns(
  raw: string,
  marks: Ranges,
  withLinks: boolean,
  spans: readonly Span[] = []
): Run[] {
  const urls = withLinks ? findUrls(raw) : []
  const edges = new Set<number>()
  for (const [start, length] of marks) edges.add(start).add(start + length)
  for (const { start, end } of urls) edges.add(start).add(end)
  for (const { start, end } of spans) edges.add(start).add(end)
  const cuts = [...edges].sort((a, b) => a - b)
  return displaySegments(raw).flatMap((segment) =>
    split(raw, segment, cuts).map((piece) => ({
      kind: piece.kind,
      text: piece.text,
      isMarked: marks.some(([start, length]) => start < piece.end && start + length > piece.start),
      start: piece.start,
      end: piece.end,
      isPlain: raw.slice(piece.start, piece.end) === piece.text,
      spans: spans.filter(({ start, end }) => start < piece.end && end > piece.start),
      url: urls.find(({ start, end }) => start < piece.end && end > piece.start)?.url ?? null
    }))
  )
}

function split(raw: string, segment: Segment, cuts: readonly number[]): Segment[] {
  const inside = cuts.filter((cut) => cut > segment.start && cut < segment.end)
  if (inside.length === 0 || raw.slice(segment.start, segment.end) !== segment.text)
    return [segment]
  const bounds = [segment.start, ...inside, segment.end]
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? segment.end
    return { kind: segment.kind, text: raw.slice(start, end), start, end }
  })
}
