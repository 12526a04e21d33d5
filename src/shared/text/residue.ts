import { commandSegments, groupSegments } from './residue-command'
import { mathSegments } from './residue-math'
import { isDigit, isLetter, lettersAt, longestGroup, type Segment } from './residue-segment'
import { verbatimRanges, type TextRanges } from './residue-verbatim'
import { evidenceIn, scriptAt, wordSegments, type Evidence } from './residue-word'
import { relations } from './tex-symbols'

export type { Segment } from './residue-segment'

const deepest = 8
/** Most texts hold nothing of the kind and are let through at once. */
const mayHoldResidue = new RegExp(
  `[\\\\$^_\`'{<]|\\dtimes\\d|\\b(?:${[...relations.keys(), 'infty', 'ell'].join('|')})\\b`
)

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
  if (!mayHoldResidue.test(raw)) return raw === '' ? [] : [identity(raw, 0, raw.length)]
  const reading = { raw, verbatim: verbatimRanges(raw), evidence: evidenceIn(raw) }
  return scan(reading, 0, raw.length, 0)
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
    while ((verbatim[zone]?.[1] ?? Infinity) <= i) zone++
    const [zoneStart, zoneEnd] = verbatim[zone] ?? [Infinity, Infinity]
    if (i >= zoneStart) {
      i = Math.min(zoneEnd, end)
      continue
    }
    const previous = from === i ? segments.at(-1) : undefined
    const found = depth > deepest ? null : segmentsAt(reading, i, end, depth, previous)
    const last = found?.at(-1)
    const first = found?.[0]
    if (!found || !first || !last) {
      i += isLetter(raw[i]) ? lettersAt(raw, i, end).length : 1
      continue
    }
    first.start = Math.max(first.start, from)
    flush(first.start)
    segments.push(...found)
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

/** `$…$`, `$$…$$`, `\(…\)`: a formula by its own marks, as far as it looks like one. */
function formula(raw: string, i: number, end: number): Segment[] | null {
  const open = raw.startsWith('$$', i) ? '$$' : raw[i] === '$' ? '$' : raw.slice(i, i + 2)
  if (open !== '$' && open !== '$$' && open !== '\\(') return null
  const mark = open === '\\(' ? '\\)' : open
  const limit = Math.min(end, i + longestGroup)
  let close = i + open.length
  while (close < limit && !raw.startsWith(mark, close)) close += raw[close] === '\\' ? 2 : 1
  if (close >= limit) return null
  const inner = raw.slice(i + open.length, close)
  const to = close + mark.length
  if (open === '$' && (/^\s|\s$/.test(inner) || isDigit(raw[to]))) return null
  if (inner.trim() === '' || !isFormula(inner)) return null
  const segments = mathSegments(raw, i + open.length, close, { bare: false })
  const first = segments[0]
  const last = segments.at(-1)
  if (!first || !last) return null
  first.start = i
  last.end = to
  return segments
}

function isFormula(inner: string): boolean {
  if (
    /(?<![\\A-Za-z{])[A-Za-z]{3,}[ ,]+[A-Za-z]{3,}/.test(inner.replace(/\\[a-z]+\{[^{}]*\}/g, ''))
  )
    return false
  return /[\\^_=<>+|{]/.test(inner) || !/\s/.test(inner.trim())
}

/** `` ``so'' ``, `` `so' `` and `''so''` as quotation marks that curl the right way. */
function quotation(raw: string, i: number, end: number, readText: Segments): Segment[] | null {
  const limit = Math.min(end, i + longestGroup)
  const mark = raw.startsWith('``', i) ? '``' : raw.startsWith("''", i) ? "''" : raw[i]
  if (mark === "'" || (mark === "''" && isWordSign(raw[i - 1]))) return null
  if (!isQuotable(raw[i + (mark?.length ?? 0)])) return null
  const wide = mark !== '`'
  const from = i + (wide ? 2 : 1)
  for (let to = from + 1; to < limit; to++) {
    if (raw[to] === '`') return null
    const closes = wide ? raw.startsWith("''", to) : raw[to] === "'" && !isWordSign(raw[to + 1])
    if (!closes || raw[to - 1]?.trim() === '') continue
    return [
      { kind: 'text', text: wide ? '“' : '‘', start: i, end: from },
      ...readText(from, to),
      { kind: 'text', text: wide ? '”' : '’', start: to, end: to + (wide ? 2 : 1) }
    ]
  }
  return null
}

type Segments = (start: number, end: number) => Segment[]

/** `<sup>…</sup>` and `<sub>…</sub>`, as publishers' records carry them. */
function tagged(raw: string, i: number, end: number): Segment[] | null {
  const tag = raw.slice(i, i + 5).toLowerCase()
  if (tag !== '<sup>' && tag !== '<sub>') return null
  const rest = raw.slice(i + 5, Math.min(end, i + longestGroup))
  const close = rest.toLowerCase().indexOf(`</${tag.slice(1)}`)
  if (close < 1 || rest.slice(0, close).includes('<')) return null
  const kind = tag === '<sup>' ? 'sup' : 'sub'
  return [{ kind, text: rest.slice(0, close), start: i, end: i + 5 + close + 6 }]
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

function isQuotable(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}\\$([]/u.test(sign)
}

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
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
