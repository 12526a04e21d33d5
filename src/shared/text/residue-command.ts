import { mathSegments, faceNames, scriptArgument } from './residue-math'
import { closingBrace, isLetter, lettersAt, type Segment } from './residue-segment'
import { mathAccents, textAccents, textLetters, texSymbols } from './tex-symbols'

/** Reads the text inside a command's braces. */
export type ReadText = (start: number, end: number) => Segment[]

/** Authors' macros for abbreviations, as conference styles define them. */
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['eg', 'e.g.'],
  ['Eg', 'E.g.'],
  ['ie', 'i.e.'],
  ['Ie', 'I.e.'],
  ['cf', 'cf.'],
  ['etal', 'et al.'],
  ['etc', 'etc.'],
  ['vs', 'vs.'],
  ['wrt', 'w.r.t.'],
  ['aka', 'a.k.a.'],
  ['iid', 'i.i.d.']
])

/** Commands that only change the look of their argument. */
const faces: ReadonlySet<string> = new Set(
  (
    'emph textbf textit texttt textsc textrm textsf textsl textup underline uline mbox text ' +
    'textnormal uppercase url'
  ).split(' ')
)
const references: ReadonlySet<string> = new Set(
  'cite citep citet citealp ref eqref label'.split(' ')
)
const switches = /^\\(?:em|bf|it|sc|tt|rm|sl|sf|bfseries|itshape|small|large|ttfamily|scshape)\b ?/
const signs: ReadonlyMap<string, string> = new Map([
  ['ldots', '…'],
  ['dots', '…'],
  ['LaTeX', 'LaTeX'],
  ['TeX', 'TeX'],
  ['textasciitilde', '~'],
  ['textasciicircum', '^'],
  ['textbackslash', '\\'],
  ['textunderscore', '_'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['textbar', '|'],
  ['textdegree', '°'],
  ['textregistered', '®'],
  ['texttrademark', '™'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textquoteright', '’'],
  ['textquoteleft', '‘'],
  ['copyright', '©'],
  ['pounds', '£'],
  ['euro', '€'],
  ['S', '§'],
  ['xspace', '']
])
/** Letters that each accent stands on when no braces say where it ends, so that `\"name\"` is left alone. */
const accented = /^[aeiouynscz]$/i

/** What the backslash at `i` begins, up to its end; null where it is none of TeX's. */
export function commandSegments(
  raw: string,
  i: number,
  end: number,
  readText: ReadText
): Segment[] | null {
  if (raw[i - 1] === '\\' || raw[i + 1] === '\\') return null
  const name = lettersAt(raw, i + 1, end)
  if (name === '') return signSegments(raw, i, end)
  const after = i + 1 + name.length
  const abbreviation = abbreviations.get(name)
  if (abbreviation !== undefined)
    return withTail(raw, text(abbreviation, i, raw[after] === '.' ? after + 1 : after), end)
  const sign = signs.get(name)
  if (sign !== undefined && name.length > 1) return withTail(raw, text(sign, i, after), end)
  const letter = textLetters.get(name)
  if (letter !== undefined && (isLetter(raw[i - 1]) || /[{}]/.test(raw[after] ?? '')))
    return withTail(raw, text(letter, i, after), end)
  if (raw[after] === '{') {
    const close = closingBrace(raw, after, end)
    if (close < 0) return null
    if (references.has(name)) return text('', i, close + 1)
    if (faces.has(name)) return wrapped(i, after + 1, close, close + 1, readText)
    if (name === 'href' && raw[close + 1] === '{') {
      const shown = closingBrace(raw, close + 1, end)
      if (shown > 0) return wrapped(i, close + 2, shown, shown + 1, readText)
    }
    const mark = textAccents.get(name)
    if (mark !== undefined) return accent(raw.slice(after + 1, close), mark, i, close + 1)
  }
  if (
    texSymbols.has(name) ||
    faceNames.has(name) ||
    mathAccents.has(name) ||
    /^[td]?frac$|^sqrt$/.test(name)
  )
    return mathCommand(raw, i, after, end)
  if (!/^[A-Z][A-Za-z]+$/.test(name) || !/^$|[\s(“"'[]/.test(raw[i - 1] ?? '')) return null
  return /[\\{_^]/.test(raw[after] ?? '') && raw.slice(after, after + 2) !== '{}'
    ? null
    : withTail(raw, text(name, i, after), end)
}

/** What the brace at `i` begins, where it holds a command: `{\em text}`, `{\deg}`, `{\"o}`. */
export function groupSegments(
  raw: string,
  i: number,
  end: number,
  readText: ReadText
): Segment[] | null {
  const close = closingBrace(raw, i, end)
  if (close < 0) return null
  const change = switches.exec(raw.slice(i + 1, close))
  if (change) return wrapped(i, i + 1 + change[0].length, close, close + 1, readText)
  const inner = commandSegments(raw, i + 1, close, readText)
  const first = inner?.[0]
  const last = inner?.at(-1)
  if (!inner || !first || last?.end !== close) return null
  first.start = i
  last.end = close + 1
  return inner
}

function signSegments(raw: string, i: number, end: number): Segment[] | null {
  const sign = raw[i + 1]
  if (sign === undefined || i + 1 >= end) return null
  if ('%&#$_{}'.includes(sign)) return text(sign, i, i + 2)
  if (sign === ',' || sign === ';')
    return raw[i + 2] === ' ' ? text('', i, i + 2) : text(' ', i, i + 2)
  const mark = textAccents.get(sign)
  if (mark === undefined) return null
  const braced = /^\{(\\?[A-Za-z])\}/.exec(raw.slice(i + 2, Math.min(end, i + 6)))
  if (braced?.[1] !== undefined) return accent(braced[1], mark, i, i + 2 + braced[0].length)
  const letter = raw[i + 2] ?? ''
  if (i + 2 >= end || !accented.test(letter)) return null
  const inWord = isLetter(raw[i - 1]) || raw[i - 1] === '{'
  const beginsWord = letter === letter.toUpperCase() && isLetter(raw[i + 3])
  const isQuote = '"\''.includes(sign) && /\\["']/.test(raw.slice(i + 3, Math.min(end, i + 80)))
  return (inWord || beginsWord) && !(isQuote && !inWord) ? accent(letter, mark, i, i + 3) : null
}

function accent(base: string, mark: string, start: number, end: number): Segment[] | null {
  const letter = base.replace(/^\\(?=[ij]$)/, '')
  const whole = (letter + mark).normalize('NFC')
  return letter.length === 1 && isLetter(letter) && whole.length === 1
    ? text(whole, start, end)
    : null
}

/** A symbol or a face of mathematics with its arguments, and the scripts behind it. */
function mathCommand(raw: string, start: number, after: number, end: number): Segment[] {
  let to = after
  while (raw[to] === '{' || raw[to] === '^' || raw[to] === '_') {
    const close =
      raw[to] === '{'
        ? closingBrace(raw, to, end) + 1
        : (scriptArgument(raw, to + 1, end, { bare: false })?.end ?? 0)
    if (close <= to) break
    to = close
  }
  return mathSegments(raw, start, to, { bare: false })
}

/** Text whose markup on both sides is not shown. */
function wrapped(
  start: number,
  from: number,
  to: number,
  end: number,
  readText: ReadText
): Segment[] {
  return [...text('', start, from), ...readText(from, to), ...text('', to, end)]
}

/** `{}`, `\ ` and `~` only say where a command's name ends. */
function withTail(raw: string, segments: Segment[], end: number): Segment[] {
  const from = segments.at(-1)?.end ?? end
  const next = raw.slice(from, Math.min(end, from + 2))
  if (next === '{}') return [...segments, ...text('', from, from + 2)]
  if (next === '\\ ') return [...segments, ...text(' ', from, from + 2)]
  return next.startsWith('~') ? [...segments, ...text(' ', from, from + 1)] : segments
}

function text(shown: string, start: number, end: number): Segment[] {
  return [{ kind: 'text', text: shown, start, end }]
}
