import type { ReadText } from './residue-command'
import { mathSegments } from './residue-math'
import { isDigit, longestGroup, type Segment } from './residue-segment'

/** `$…$`, `$$…$$`, `\(…\)`: a formula by its own marks, as far as it looks like one. */
export function formula(raw: string, i: number, end: number): Segment[] | null {
  const found = dollarsAt(raw, i, end)
  if (found === null) return null
  const segments = mathSegments(raw, found.from, found.to, { bare: false })
  const first = segments[0]
  const last = segments.at(-1)
  if (!first || !last) return null
  first.start = i
  last.end = found.end
  return segments
}

/** The bounds of what `formula` reads at `i`: the mathematics itself, and the end behind its closing mark. */
export function dollarsAt(
  raw: string,
  i: number,
  end: number
): { from: number; to: number; end: number } | null {
  const open = raw.startsWith('$$', i) ? '$$' : raw[i] === '$' ? '$' : raw.slice(i, i + 2)
  if (open !== '$' && open !== '$$' && open !== '\\(') return null
  const mark = open === '\\(' ? '\\)' : open
  const from = i + open.length
  const limit = Math.min(end, i + longestGroup)
  let to = from
  while (to < limit && !raw.startsWith(mark, to)) to += raw[to] === '\\' ? 2 : 1
  if (to >= limit) return null
  const inner = raw.slice(from, to)
  const behind = to + mark.length
  if (open === '$' && (/^\s|\s$/.test(inner) || isDigit(raw[behind]))) return null
  if (inner.trim() === '' || !isFormula(inner)) return null
  return { from, to, end: behind }
}

/**
 * Whether what stands between dollars is mathematics: no prices, no program's variables. Words of
 * three letters and more are taken for text or names unless a command or a script says otherwise.
 */
function isFormula(inner: string): boolean {
  if (/->|[@";$]|[-+=<>/(,[]\s*$/.test(inner)) return false
  const bare = inner.replace(/\\[A-Za-z]+(?:\{[^{}]*\})?|[_^]\{[^{}]*\}/g, ' ')
  if (/[A-Za-z]{3,}[ ,]+[A-Za-z]{3,}/.test(bare)) return false
  if (/\\[A-Za-z]|[_^]\{/.test(inner)) return true
  if (/[A-Za-z]{3,}/.test(bare)) return false
  return /[\^_=<>+|{]/.test(inner) || !/\s/.test(inner) || /^[A-Za-z](?:, ?[A-Za-z])+$/.test(inner)
}

/** `` ``so'' ``, `` `so' `` and `''so''` as quotation marks that curl the right way. */
export function quotation(
  raw: string,
  i: number,
  end: number,
  readText: ReadText
): Segment[] | null {
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

/** `<sup>…</sup>` and `<sub>…</sub>`, as publishers' records carry them. */
export function tagged(raw: string, i: number, end: number): Segment[] | null {
  const tag = raw.slice(i, i + 5).toLowerCase()
  if (tag !== '<sup>' && tag !== '<sub>') return null
  const rest = raw.slice(i + 5, Math.min(end, i + longestGroup))
  const close = rest.toLowerCase().indexOf(`</${tag.slice(1)}`)
  if (close < 1 || rest.slice(0, close).includes('<')) return null
  const kind = tag === '<sup>' ? 'sup' : 'sub'
  return [{ kind, text: rest.slice(0, close), start: i, end: i + 5 + close + 6 }]
}

function isQuotable(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}\\$([]/u.test(sign)
}

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
}
