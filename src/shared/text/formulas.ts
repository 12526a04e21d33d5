import { dollarsAt } from './residue-marks'
import { verbatimRanges } from './residue-verbatim'

/** A formula in a raw text: its half-open range there with its marks, and the mathematics between them. */
export interface Formula {
  start: number
  end: number
  tex: string
  /** Whether it stands on a line of its own. */
  isDisplay: boolean
}

/** Longest formula that is looked for, in UTF-16 code units. */
const longest = 4000
/** Environments that stand for a formula by themselves; of each the name within. */
const environment =
  /^\\begin\{((?:equation|align|gather|multline|eqnarray|displaymath|alignat)\*?)\}/

/**
 * The formulas of a title or an abstract: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and LaTeX's environments of
 * displayed mathematics, but no prices and no program text. In order, apart from one another. Linear in time.
 */
export function findFormulas(raw: string): Formula[] {
  if (!/[$\\]/.test(raw)) return []
  const verbatim = verbatimRanges(raw)
  const found: Formula[] = []
  let zone = 0
  for (let i = 0; i < raw.length; i++) {
    const sign = raw[i]
    if (sign !== '$' && sign !== '\\') continue
    while ((verbatim[zone]?.[1] ?? Infinity) <= i) zone++
    const [from, to] = verbatim[zone] ?? [Infinity, Infinity]
    if (i >= from) {
      i = to - 1
      continue
    }
    const formula = formulaAt(raw, i)
    if (formula !== null) found.push(formula)
    if (formula !== null) i = formula.end - 1
    else if (sign === '\\') i++
  }
  return found
}

function formulaAt(raw: string, i: number): Formula | null {
  if (raw[i] === '\\' && raw[i + 1] === '[') return between(raw, i, '\\[', '\\]')
  const [, name] = environment.exec(raw.slice(i, i + 30)) ?? []
  if (name !== undefined) return enclosed(raw, i, name)
  const found = dollarsAt(raw, i, raw.length)
  if (found === null) return null
  const isDisplay = raw.startsWith('$$', i)
  return { start: i, end: found.end, tex: raw.slice(found.from, found.to), isDisplay }
}

function between(raw: string, start: number, open: string, close: string): Formula | null {
  const to = raw.slice(start, start + longest).indexOf(close, open.length)
  const tex = to < 0 ? '' : raw.slice(start + open.length, start + to)
  if (tex.trim() === '') return null
  return { start, end: start + to + close.length, tex, isDisplay: true }
}

/** An environment is LaTeX's own syntax as a whole, `\begin` and all. */
function enclosed(raw: string, start: number, name: string): Formula | null {
  const close = `\\end{${name}}`
  const to = raw.slice(start, start + longest).indexOf(close)
  if (to < 0) return null
  const end = start + to + close.length
  // KaTeX has no environments by these names; they mean the same.
  const tex = raw
    .slice(start, end)
    .replace(/\{(?:displaymath|multline\*?)\}/g, '{gather*}')
    .replace(/\{eqnarray\*?\}/g, '{align*}')
  return { start, end, tex, isDisplay: true }
}
