import type { Ranges } from '@shared/model/search'
import { findFormulas, type Formula } from '@shared/text/formulas'
import { displaySegments, type Segment } from '@shared/text/residue'
import { findUrls } from '@shared/text/url'

/** A piece of text that looks the same throughout. */
export interface Run {
  kind: Segment['kind'] | 'formula' | 'display'
  /** What is shown; of a formula its TeX. */
  text: string
  /** Raw text of a formula, with its marks; empty for all else. */
  source: string
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
 * addresses told apart. A segment whose shown text differs from its raw text is marked as a whole, and so
 * is a formula: those are told apart where `isSet`, to be set as mathematics.
 */
export function richRuns(
  raw: string,
  marks: Ranges,
  withLinks: boolean,
  isSet = false,
  spans: readonly Span[] = []
): Run[] {
  const urls = withLinks ? findUrls(raw) : []
  const edges = new Set<number>()
  for (const [start, length] of marks) edges.add(start).add(start + length)
  for (const { start, end } of urls) edges.add(start).add(end)
  const formulas = isSet ? findFormulas(raw) : []
  for (const { start, end } of formulas) edges.add(start).add(end)
  for (const { start, end } of spans) edges.add(start).add(end)
  const cuts = [...edges].sort((a, b) => a - b)
  const pieces = displaySegments(raw).flatMap((segment) => split(raw, segment, cuts))
  const isMarked = ({ start, end }: { start: number; end: number }): boolean =>
    marks.some(([from, length]) => from < end && from + length > start)
  const placed = ({ start, end }: { start: number; end: number }) => ({
    ...{ start, end },
    spans: spans.filter((span) => span.start < end && span.end > start)
  })
  return withFormulas(pieces, formulas).map((piece) =>
    'tex' in piece
      ? {
          kind: piece.isDisplay ? 'display' : 'formula',
          text: piece.tex,
          source: raw.slice(piece.start, piece.end),
          isMarked: isMarked(piece),
          url: null,
          isPlain: false,
          ...placed(piece)
        }
      : {
          kind: piece.kind,
          text: piece.text,
          source: '',
          isMarked: isMarked(piece),
          url: urls.find(({ start, end }) => start < piece.end && end > piece.start)?.url ?? null,
          isPlain: raw.slice(piece.start, piece.end) === piece.text,
          ...placed(piece)
        }
  )
}

/** Pieces with formulas in place of those that they cover; a formula that cuts a piece in two is left out. */
function withFormulas(
  pieces: readonly Segment[],
  formulas: readonly Formula[]
): (Segment | Formula)[] {
  if (formulas.length === 0) return [...pieces]
  const starts = new Set(pieces.map(({ start }) => start))
  const ends = new Set(pieces.map(({ end }) => end))
  const whole = formulas.filter(({ start, end }) => starts.has(start) && ends.has(end))
  const result: (Segment | Formula)[] = []
  let next = 0
  for (const piece of pieces) {
    while ((whole[next]?.end ?? Infinity) <= piece.start) next++
    const formula = whole[next]
    if (formula === undefined || piece.end <= formula.start) result.push(piece)
    else if (piece.start === formula.start) result.push(formula)
  }
  return result
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
