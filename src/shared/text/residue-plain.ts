import { longestGroup } from './residue-segment'
import { greekLetters, otherSymbols, relations } from './tex-symbols'

const [other, sign, digit, underscore, letter] = [0, 1, 2, 3, 4] as const
/** What each unit of UTF-16 is to whoever looks for words. */
const kinds = new Uint8Array(0x10000)
for (const each of " !'()*+,-./:;=?@[]") kinds[each.charCodeAt(0)] = sign
for (let code = 0; code < 128; code++) {
  const each = String.fromCharCode(code)
  if (/\d/.test(each)) kinds[code] = digit
  else if (/[A-Za-z]/.test(each)) kinds[code] = letter
}
kinds['_'.charCodeAt(0)] = underscore
const [caret, low, brace, e, i] = ['^', '_', '{', 'e', 'i'].map((each) => each.charCodeAt(0))

function kindOf(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? other
}

/** Signs with which what is left of TeX can begin, beside letters. */
const beginnings = new Uint8Array(0x10000)
for (const each of "\\{$^_`'<") beginnings[each.charCodeAt(0)] = 1

/** Whether nothing that is left of TeX begins at a place of a text. */
export function beginsNothing(text: string, at: number): boolean {
  return kindOf(text, at) !== letter && beginnings[text.charCodeAt(at)] !== 1
}

/** A set of words of ASCII letters. What passes by its first and last letter and its length is nearly always one. */
class Words {
  readonly #words: ReadonlySet<string>
  readonly #shapes = new Uint8Array(4096)

  constructor(words: readonly string[]) {
    this.#words = new Set(words)
    for (const word of words) this.#shapes[shapeOf(word, 0, word.length)] = 1
  }

  /** Whether one of them stands between two places of a text. */
  has(text: string, from: number, to: number): boolean {
    return this.#shapes[shapeOf(text, from, to)] === 1 && this.#words.has(text.slice(from, to))
  }
}

function shapeOf(text: string, from: number, to: number): number {
  return (text.charCodeAt(from) * 61 + text.charCodeAt(to - 1) * 7 + (to - from) * 1009) & 4095
}

/** Names of signs that stand between two quantities where a text lost its backslashes. */
const relationNames = new Words([...relations.keys()])
/** How far behind a word is looked for what tells of it. */
const lookBehind = 16

/** Whether a quantity of mathematics stands behind the name of a relation, as in `x leq 3`. */
export function isBeforeQuantity(text: string, end: number): boolean {
  const found = /^\s+([A-Za-z](?![A-Za-z0-9'’])|\d)/.exec(text.slice(end, end + lookBehind))
  return found !== null && !isArticle(found[1])
}

/** Whether a single letter is rather a word of English than a quantity. */
export function isArticle(word: string | undefined): boolean {
  return word === 'a' || word === 'A' || word === 'I'
}

/** Words that may be more than words where nothing of TeX's stands behind them. */
const telling = new Words([
  ...greekLetters.keys(),
  ...otherSymbols.keys(),
  ...relations.keys(),
  'times'
])

/**
 * Where the word at a place of a text ends, if it is a word and no more beyond doubt; else the place itself.
 * Nearly all words of most texts are, and need no closer look.
 */
export function plainWordEnd(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + longestGroup)
  let to = at
  while (to < limit && kindOf(text, to) === letter) to++
  if (to === at || to === at + longestGroup) return at
  const next = text.charCodeAt(to)
  if (next === caret || next === low || next === brace) return at
  return telling.has(text, at, to) ? at : to
}

/**
 * Whether a text may hold the name of a sign, joined by neither letter, digit nor underscore (one between quantities
 * only where one is behind it), or a `times` between digits.
 */
export function holdsBareName(text: string): boolean {
  return !isWithoutNames(text, other)
}

/** Whether a text is of letters, digits and the commonest signs of ASCII alone: nothing of TeX's or of what is left of it. */
export function isPlainProse(text: string): boolean {
  return isWithoutNames(text, sign) && !text.includes('  ') && !text.includes("''")
}

/** @param least what every sign must be at least */
function isWithoutNames(text: string, least: number): boolean {
  const end = text.length
  let at = 0
  // The word of letters that was met last.
  let from = 0
  let to = 0
  while (at < end) {
    let kind = kindOf(text, at)
    if (kind < digit) {
      if (kind < least) return false
      at++
      continue
    }
    const start = at
    while (kind === letter) kind = ++at < end ? kindOf(text, at) : other
    const isWord = kind < digit
    // Nearly all words end here.
    while (kind >= digit) {
      if (kind === underscore && least > other) return false
      kind = ++at < end ? kindOf(text, at) : other
    }
    if (to > from && (at - start === 1 || kindOf(text, start) === digit))
      if (isRelation(text, from, to)) return false
    if (isWord) {
      if (isAlone(text, start, at)) return false
      from = start
      to = at
    } else {
      if (isProduct(text.slice(start, at))) return false
      to = from
    }
  }
  return true
}

/** Whether a word is the name of a sign that stands for itself alone. */
function isAlone(text: string, from: number, to: number): boolean {
  const length = to - from
  if (length === 3) return text.charCodeAt(from) === e && text.startsWith('ell', from)
  return length === 5 && text.charCodeAt(from) === i && text.startsWith('infty', from)
}

/** Whether a word is the name of a sign that stands between quantities, and one is behind it. */
function isRelation(text: string, from: number, to: number): boolean {
  return relationNames.has(text, from, to) && isBeforeQuantity(text, to)
}

function isProduct(word: string): boolean {
  return word.includes('times') && /\dtimes\d/.test(word)
}
