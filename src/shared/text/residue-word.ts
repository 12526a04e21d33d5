import { faceNames, mathSegments, scriptArgument } from './residue-math'
import { isArticle, isBeforeQuantity } from './residue-plain'
import {
  closingBrace,
  digitsAt,
  isDigit,
  isLetter,
  lettersAt,
  type Segment
} from './residue-segment'
import { greekLetters, mathAccents, otherSymbols, relations, texSymbols } from './tex-symbols'

/** What is known of the text as a whole while it is read. */
export interface Evidence {
  /** Greek letters that stand in an unmistakable formula of this text. */
  greek: ReadonlySet<string>
  /** A formula was met already. */
  formula: boolean
}

/** Digits an index without braces may have. */
const longestIndex = 3
/** Formulas of chemistry whose numbers are lowered. */
const chemicals: ReadonlySet<string> = new Set(
  'CO NO SO CH NH OH TiO SiO ZrO AlO FeO MoS WS MoSe WSe ZnO Al Fe Li Bi Ga Si Cu'.split(' ')
)
const greekNames = [...greekLetters.keys(), 'ell'].join('|')
const greekInFormula = new RegExp(
  `[_^]\\{?(${greekNames})(?![A-Za-z])|(?<![A-Za-z0-9_])(${greekNames})(?=\\^|_[{\\d])`,
  'g'
)

/** Looks through a text for Greek letters that are written as such beyond doubt. */
export function evidenceIn(raw: string): Evidence {
  const greek = new Set<string>()
  if (!/[_^]/.test(raw)) return { greek, formula: false }
  for (const [, script, base] of raw.matchAll(greekInFormula)) greek.add(script ?? base ?? '')
  return { greek, formula: false }
}

/** What the word at `i` is in mathematics that lost its backslashes, or null where it is just a word. */
export function wordSegments(
  raw: string,
  i: number,
  end: number,
  evidence: Evidence
): Segment[] | null {
  const word = lettersAt(raw, i, end)
  const after = i + word.length
  const next = raw[after]
  const free = beginsFreely(raw, i)
  if (next === '{' && free) return bareCommand(raw, i, word, end)
  const letter = greekLetters.get(word) ?? otherSymbols.get(word)
  if ((next === '^' || next === '_') && after < end) {
    const isBase = free && (word.length === 1 || letter !== undefined)
    const lowers = isBase || (free && isIndexed(raw, word, after, end))
    const script = next === '^' || lowers ? scriptAt(raw, after, end, word) : null
    if (script === null) return null
    const base: Segment = isBase
      ? { kind: 'math', text: letter ?? word, start: i, end: after }
      : { kind: 'text', text: word, start: i, end: after }
    return [base, script]
  }
  if (!free || isLetter(next) || isDigit(next))
    return word === 'times' ? product(raw, i, after) : null
  if (letter !== undefined && greekLetters.has(word))
    return evidence.greek.has(word) && endsFreely(raw, after)
      ? [{ kind: 'math', text: letter, start: i, end: after }]
      : null
  return sign(raw, i, word, after, evidence)
}

/** The raised or lowered part at `i` (`^2`, `_{ij}`) behind a base that allows it, or null. */
export function scriptAt(raw: string, i: number, end: number, base: string): Segment | null {
  const raised = raw[i] === '^'
  const argument = scriptArgument(raw, i + 1, end, { bare: true })
  if (argument === null || argument.text === '' || argument.text.length > 60) return null
  const segment: Segment = {
    kind: raised ? 'sup' : 'sub',
    text: argument.text,
    start: i,
    end: argument.end
  }
  const next = raw[argument.end]
  if (raw[i + 1] === '{') return raised || endsFreely(raw, argument.end) ? segment : null
  const word = lettersAt(raw, i + 1, end)
  if (raised) {
    const ordinal = /^(?:th|st|nd|rd)$/.test(word)
    if (ordinal) return { ...segment, text: word, end: i + 1 + word.length }
    if ('+-−'.includes(raw[i + 1] ?? ' ')) {
      const digits = digitsAt(raw, i + 2, end)
      const all = `${raw[i + 1] ?? ''}${digits}`
      if (digits === '' && isWordSign(raw[i + 2])) return null
      return { ...segment, text: all, end: i + 1 + all.length }
    }
    if (word !== '') return isLetter(next) ? null : segment
    return isDigit(raw[i + 1]) || raw[i + 1] === '*' || isGreek(argument.text) ? segment : null
  }
  if (isDigit(raw[i + 1])) {
    if (argument.end - i > longestIndex + 1) return null
    const more = raw.slice(argument.end, argument.end + 8)
    const isChemical = /^[A-Z]/.test(base) && /^(?:[A-Z][a-z]?)+(?:_\d|(?!\w))/.test(more)
    return isChemical || endsFreely(raw, argument.end) ? segment : null
  }
  const isName = word.length === 1 || isGreek(argument.text) || word === 'infty' || word === 'ell'
  return word !== '' && isName && endsFreely(raw, argument.end) ? segment : null
}

/** `mathcal{O}`, `tilde{x}`: a command's name right before its braces. */
function bareCommand(raw: string, i: number, word: string, end: number): Segment[] | null {
  const open = i + word.length
  const close = closingBrace(raw, open, end)
  if (close < 0) return null
  const inner = raw.slice(open + 1, close)
  const isFace = faceNames.has(word) && word !== 'text' && word !== 'bm' && word !== 'pmb'
  const short = inner.length === 1 || texSymbols.has(inner)
  if (word === 'sqrt' || (mathAccents.has(word) && short) || (isFace && word.startsWith('math')))
    return mathSegments(raw, i, close + 1, { bare: true })
  if (word === 'frac' && raw[close + 1] === '{') {
    const below = closingBrace(raw, close + 1, end)
    if (below > 0) return mathSegments(raw, i, below + 1, { bare: true })
  }
  if (!isFace && word !== 'emph') return null
  return [
    { kind: 'text', text: '', start: i, end: open + 1 },
    { kind: 'text', text: inner, start: open + 1, end: close },
    { kind: 'text', text: '', start: close, end: close + 1 }
  ]
}

/** Words that may carry an index though they are no single letter: `AP_{50}`, `CO_2`. */
function isIndexed(raw: string, word: string, after: number, end: number): boolean {
  if (raw[after + 1] === '{') return /^m?[A-Z]{2,4}$/.test(word)
  return chemicals.has(word) && digitsAt(raw, after + 1, end, 3).length === 1
}

/** `32times32`: the product of two numbers. */
function product(raw: string, i: number, after: number): Segment[] | null {
  return isDigit(raw[i - 1]) && isDigit(raw[after])
    ? [{ kind: 'text', text: '×', start: i, end: after }]
    : null
}

/** Signs by name: those between two quantities, and those that stand alone in a formula. */
function sign(
  raw: string,
  i: number,
  word: string,
  after: number,
  evidence: Evidence
): Segment[] | null {
  const symbol = relations.get(word) ?? otherSymbols.get(word)
  if (symbol === undefined || !endsFreely(raw, after)) return null
  const before = raw.slice(Math.max(0, i - 16), i)
  const segment: Segment = { kind: 'math', text: symbol, start: i, end: after }
  if (word === 'infty' || word === 'ell') return [segment]
  if (word === 'forall' || word === 'exists') {
    if (!evidence.formula || !/^ +\\?[A-Za-z](?![A-Za-z])/.test(raw.slice(after, after + 16)))
      return null
    const spacing = / ;\s*$/.exec(before)
    return [spacing ? { ...segment, start: i - spacing[0].length + 1 } : segment]
  }
  if (!relations.has(word) || !isBeforeQuantity(raw, after)) return null
  const left = /(?:^|[\s(,;=[])([A-Za-z]|\d+(?:\.\d+)?)\s+$|([)\]}])\s+$/.exec(before)
  if (!left || isArticle(left[1])) return null
  return [segment]
}

/** No part of an identifier, a path or a hyphenated word stands before. */
function beginsFreely(raw: string, i: number): boolean {
  return i === 0 || /[\s([{|,;=+*<>"“‘`≤≥∈×∼$]/.test(raw[i - 1] ?? '')
}

/** Nothing that would make an identifier or a file name of it stands behind. */
function endsFreely(raw: string, end: number): boolean {
  const next = raw[end]
  if (next === undefined) return true
  if (next === '_' || next === '@' || isWordSign(next)) return false
  return !((next === '.' || next === '/') && isWordSign(raw[end + 1]))
}

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
}

function isGreek(text: string): boolean {
  return /^\p{Script=Greek}$/u.test(text)
}
