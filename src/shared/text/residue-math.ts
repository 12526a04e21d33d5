import {
  closingBrace,
  digitsAt,
  isLetter,
  joined,
  lettersAt,
  type Segment
} from './residue-segment'
import { greekLetters, mathAccents, texSymbols, wordlikeSymbols } from './tex-symbols'

/** Commands that set their argument in another face; only blackboard capitals show as such. */
export const faceNames: ReadonlySet<string> = new Set(
  (
    'mathcal mathbb mathbf mathrm mathsf mathtt mathit mathfrak mathscr boldsymbol bm operatorname ' +
    'text textrm textbf textit textsf texttt textsc mbox mathop pmb'
  ).split(' ')
)

const fractions: ReadonlySet<string> = new Set(['frac', 'dfrac', 'tfrac', 'nicefrac', 'sfrac'])
const silent: ReadonlySet<string> = new Set(
  'left right big Big bigl bigr Bigl Bigr bigg Bigg displaystyle limits nolimits'.split(' ')
)
const spaces: ReadonlySet<string> = new Set([
  ',',
  ';',
  ':',
  ' ',
  '>',
  '\\',
  'quad',
  'qquad',
  'enspace'
])
const blackboard: ReadonlyMap<string, string> = new Map([
  ['C', 'ℂ'],
  ['H', 'ℍ'],
  ['N', 'ℕ'],
  ['P', 'ℙ'],
  ['Q', 'ℚ'],
  ['R', 'ℝ'],
  ['Z', 'ℤ']
])
const deepest = 12

/** How to read mathematics: `bare` where the backslashes were lost, so that `Phi` means Φ. */
export interface MathMode {
  bare: boolean
}

/** Reads `raw` from `start` to `end` as TeX's mathematics; never fails, unknown signs stay as they are. */
export function mathSegments(raw: string, start: number, end: number, mode: MathMode): Segment[] {
  return joined(read(raw, start, end, mode, 0))
}

/** What stands behind `^` or `_`, or null. `end` is behind the argument. */
export function scriptArgument(
  raw: string,
  start: number,
  end: number,
  mode: MathMode
): { text: string; end: number } | null {
  const argument = argumentAt(raw, start, end, mode)
  if (argument === null) return null
  return { text: flat(raw, argument.from, argument.to, mode, 0), end: argument.end }
}

function read(raw: string, start: number, end: number, mode: MathMode, depth: number): Segment[] {
  const pieces: Segment[] = []
  let i = start
  while (i < end) {
    const step = readOne(raw, i, { start, end }, mode, depth)
    for (const piece of step) pieces.push(piece)
    i = step.at(-1)?.end ?? i + 1
  }
  return pieces
}

function readOne(
  raw: string,
  i: number,
  range: { start: number; end: number },
  mode: MathMode,
  depth: number
): Segment[] {
  const { end } = range
  const sign = String.fromCodePoint(raw.codePointAt(i) ?? 0)
  const math = (text: string, to: number): Segment[] => [{ kind: 'math', text, start: i, end: to }]
  if (sign === '^' || sign === '_') {
    const argument = argumentAt(raw, i + 1, end, mode)
    if (argument === null || depth > deepest) return math(sign, i + 1)
    const text = flat(raw, argument.from, argument.to, mode, depth + 1)
    return [{ kind: sign === '^' ? 'sup' : 'sub', text, start: i, end: argument.end }]
  }
  if (sign === '{') {
    const close = depth > deepest ? -1 : closingBrace(raw, i, end)
    if (close < 0) return math(sign, i + 1)
    const inner = read(raw, i + 1, close, mode, depth + 1)
    return [...math('', i + 1), ...inner, { kind: 'math', text: '', start: close, end: close + 1 }]
  }
  if (sign === '\\') {
    const name = lettersAt(raw, i + 1, end)
    if (name !== '') return command(raw, i, name, i + 1 + name.length, end, mode, depth)
    const next = raw[i + 1]
    if (next === undefined || i + 1 >= end) return math(sign, i + 1)
    if (spaces.has(next)) return math(' ', i + 2)
    if (next === '!' || next === '-') return math('', i + 2)
    return math(next === '|' ? '‖' : wholeSign(raw, i + 1), i + 1 + wholeSign(raw, i + 1).length)
  }
  if (isLetter(sign)) return bareWord(raw, i, range, mode, depth)
  if (sign === '$' || sign === '&') return math('', i + 1)
  if (sign === "'") return math('′', i + 1)
  return math(sign, i + sign.length)
}

function bareWord(
  raw: string,
  i: number,
  range: { start: number; end: number },
  mode: MathMode,
  depth: number
): Segment[] {
  const word = lettersAt(raw, i, range.end)
  const to = i + word.length
  const math = (text: string): Segment[] => [{ kind: 'math', text, start: i, end: to }]
  if (!mode.bare || word.length === 1) return math(word)
  if (raw[to] === '{' && takesArgument(word))
    return command(raw, i, word, to, range.end, mode, depth)
  const symbol = texSymbols.get(word)
  const alone = raw.slice(range.start, i).trim() === '' || raw.slice(to, range.end).trim() === ''
  if (symbol !== undefined && !(wordlikeSymbols.has(word) && alone)) return math(symbol)
  return math(gluedSymbols(word) ?? word)
}

/** `Phicirc` lost the space that the backslash of its second name was: Φ∘. */
function gluedSymbols(word: string): string | null {
  for (let cut = word.length - 2; cut >= 2; cut--) {
    const head = texSymbols.get(word.slice(0, cut))
    const tail = texSymbols.get(word.slice(cut))
    const known = greekLetters.has(word.slice(0, cut)) || greekLetters.has(word.slice(cut))
    if (head !== undefined && tail !== undefined && known) return head + tail
  }
  return null
}

function command(
  raw: string,
  start: number,
  name: string,
  after: number,
  end: number,
  mode: MathMode,
  depth: number
): Segment[] {
  const math = (text: string, to: number): Segment[] => [{ kind: 'math', text, start, end: to }]
  if (silent.has(name)) return math('', after)
  if (spaces.has(name)) return math(' ', after)
  const symbol = texSymbols.get(name)
  if (symbol !== undefined) return math(symbol, after)
  const argument =
    takesArgument(name) && depth <= deepest ? argumentAt(raw, after, end, mode) : null
  if (argument === null) return math(name, after)
  if (faceNames.has(name)) {
    const opened: Segment = { kind: 'math', text: '', start, end: argument.from }
    const inner = read(raw, argument.from, argument.to, mode, depth + 1).map((piece) =>
      name === 'mathbb' && piece.kind === 'math'
        ? { ...piece, text: piece.text.replace(/[CHNPQRZ]/g, (it) => blackboard.get(it) ?? it) }
        : piece
    )
    return [
      opened,
      ...inner,
      { kind: 'math', text: '', start: argument.to, end: argument.end }
    ].filter((piece): piece is Segment => piece.end > piece.start)
  }
  const inner = flat(raw, argument.from, argument.to, mode, depth + 1)
  const accent = mathAccents.get(name)
  if (accent !== undefined)
    return math([...inner].length === 1 ? (inner + accent).normalize('NFC') : inner, argument.end)
  if (name === 'sqrt') return math(`√${bracketed(inner)}`, argument.end)
  const below = argumentAt(raw, argument.end, end, mode)
  if (below === null) return math(inner, argument.end)
  const denominator = flat(raw, below.from, below.to, mode, depth + 1)
  return math(`${bracketed(inner)}/${bracketed(denominator)}`, below.end)
}

function takesArgument(name: string): boolean {
  return faceNames.has(name) || mathAccents.has(name) || name === 'sqrt' || fractions.has(name)
}

function argumentAt(
  raw: string,
  start: number,
  end: number,
  mode: MathMode
): { from: number; to: number; end: number } | null {
  if (start >= end) return null
  const sign = raw[start]
  if (sign === '{') {
    const close = closingBrace(raw, start, end)
    return close < 0 ? null : { from: start + 1, to: close, end: close + 1 }
  }
  if (sign === undefined || sign === '}' || sign === '^' || sign === '_' || sign.trim() === '')
    return null
  const one = (length: number): { from: number; to: number; end: number } => ({
    from: start,
    to: start + length,
    end: start + length
  })
  if (sign === '\\') return one(1 + Math.max(1, lettersAt(raw, start + 1, end).length))
  const word = lettersAt(raw, start, end)
  if (mode.bare && texSymbols.has(word) && !wordlikeSymbols.has(word)) return one(word.length)
  if (mode.bare && word === '') return one(Math.max(1, digitsAt(raw, start, end).length))
  return one(wholeSign(raw, start).length)
}

/** A formula on one line without raised or lowered parts, as scripts and arguments are shown. */
function flat(raw: string, start: number, end: number, mode: MathMode, depth: number): string {
  return read(raw, start, end, mode, depth)
    .map(({ text }) => text)
    .join('')
    .replace(/ +/g, (gap, at: number, all: string) =>
      isWordSign(all[at - 1]) && isWordSign(all[at + gap.length]) ? ' ' : ''
    )
}

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
}

function bracketed(text: string): string {
  return /^[\p{L}\p{N}]*$/u.test(text) ? text : `(${text})`
}

function wholeSign(raw: string, index: number): string {
  return String.fromCodePoint(raw.codePointAt(index) ?? 0)
}
