import { commandSegments, groupSegments } from './residue-command'
import { formula, quotation, tagged } from './residue-marks'
import { isLetter, lettersAt, type Segment } from './residue-segment'
import { beginsNothing, holdsBareName, plainWordEnd } from './residue-plain'
import { verbatimRanges, type TextRanges } from './residue-verbatim'
import { evidenceIn, scriptAt, wordSegments, type Evidence } from './residue-word'

export type { Segment } from './residue-segment'

const deepest = 8
const marks = /[\\$^_`{<]|''/

interface Reading {
  raw: string
  verbatim: TextRanges
  evidence: Evidence
}

/**
 * Raw title or abstract text as it is best displayed: what LaTeX, or text that lost its LaTeX on the
 * way, left behind (`\eg`, `BT^2`, `mathcal{O}(…)`, `$\alpha$`, `` `so' ``) becomes letters, signs
 * and raised or lowered parts. Segments stand in order and cover every character of `raw` exactly
 * once. Whatever is not TeX's beyond reasonable doubt stays as it is. Linear in time; never throws.
 */
export function displaySegments(raw: string): Segment[] {
  if (!mayHoldResidue(raw)) return raw === '' ? [] : [identity(raw, 0, raw.length)]
  const reading = { raw, verbatim: verbatimRanges(raw), evidence: evidenceIn(raw) }
  return scan(reading, 0, raw.length, 0)
}

/** Whether a text may hold anything of the kind; most do not, and are let through at once. */
export function mayHoldResidue(raw: string): boolean {
  return marks.test(raw) || holdsBareName(raw)
}

/** Raw text as one line of Unicode text, for places that hold no markup: `BT²`, `C_(Φ∘Ψ)`. */
export function plainText(raw: string): string {
  return displaySegments(raw)
    .map(({ kind, text }) =>
      kind === 'sup'
        ? scripted(text, '^', superscripts)
        : kind === 'sub'
          ? scripted(text, '_', subscripts)
          : text
    )
    .join('')
}

function scan(reading: Reading, start: number, end: number, depth: number): Segment[] {
  const { raw, verbatim } = reading
  const segments: Segment[] = []
  let from = start
  let i = start
  let zone = firstRangeAfter(verbatim, start)
  const flush = (to: number): void => {
    if (to > from) segments.push(identity(raw, from, to))
  }
  while (i < end) {
    if (zone < verbatim.length) {
      while ((verbatim[zone]?.[1] ?? Infinity) <= i) zone++
      const [zoneStart, zoneEnd] = verbatim[zone] ?? [Infinity, Infinity]
      if (i >= zoneStart) {
        i = Math.min(zoneEnd, end)
        continue
      }
    }
    if (beginsNothing(raw, i)) {
      i++
      continue
    }
    const previous = from === i ? segments.at(-1) : undefined
    const wordEnd = plainWordEnd(raw, i, end)
    if (wordEnd > i) {
      i = wordEnd
      continue
    }
    const found = depth > deepest ? null : segmentsAt(reading, i, end, depth, previous)
    const last = found?.at(-1)
    const first = found?.[0]
    if (!found || !first || !last) {
      i += isLetter(raw[i]) ? lettersAt(raw, i, end).length : 1
      continue
    }
    first.start = Math.max(first.start, from)
    flush(first.start)
    for (const segment of found) segments.push(segment)
    if (found.some(({ kind }) => kind !== 'text')) reading.evidence.formula = true
    i = from = last.end
  }
  flush(end)
  return segments
}

function segmentsAt(
  reading: Reading,
  i: number,
  end: number,
  depth: number,
  previous: Segment | undefined
): Segment[] | null {
  const { raw } = reading
  const readText = (from: number, to: number): Segment[] => scan(reading, from, to, depth + 1)
  const sign = raw[i]
  if (isLetter(sign)) return wordSegments(raw, i, end, reading.evidence)
  if (sign === '\\') return formula(raw, i, end) ?? commandSegments(raw, i, end, readText)
  if (sign === '{' && raw[i + 1] === '\\') return groupSegments(raw, i, end, readText)
  if (sign === '$') return formula(raw, i, end)
  if (sign === '^' || sign === '_') {
    const afterFormula = previous !== undefined && previous.kind !== 'text'
    const before = raw[i - 1] ?? ''
    const isBase = sign === '^' ? /[\p{L}\p{N})\]}]/u : /[)\]\p{Script=Greek}ℓ]/u
    if (!afterFormula && !isBase.test(before)) return null
    if (!afterFormula && sign === '_' && before < '\u0080' && raw[i + 1] !== '{') return null
    const script = scriptAt(raw, i, end, before)
    return script && [script]
  }
  if (sign === '`' || sign === "'") return quotation(raw, i, end, readText)
  return sign === '<' ? tagged(raw, i, end) : null
}

function identity(raw: string, start: number, end: number): Segment {
  return { kind: 'text', text: raw.slice(start, end), start, end }
}

function firstRangeAfter(ranges: TextRanges, index: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[1] ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return low
}

const superscripts = pairs('0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾nⁿiⁱ∘°')
const subscripts = pairs('0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎')

function pairs(text: string): ReadonlyMap<string, string> {
  const signs = [...text]
  return new Map(signs.flatMap((sign, i) => (i % 2 === 0 ? [[sign, signs[i + 1] ?? sign]] : [])))
}

function scripted(text: string, mark: string, signs: ReadonlyMap<string, string>): string {
  const all = [...text]
  if (all.every((sign) => signs.has(sign))) return all.map((sign) => signs.get(sign)).join('')
  return all.length === 1 ? mark + text : `${mark}(${text})`
}
