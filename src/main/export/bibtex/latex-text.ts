import { displaySegments, mayHoldResidue, type Segment } from '@shared/text/residue'
import { isPlainProse } from '@shared/text/residue-plain'
import {
  accentNames,
  mathAccentNames,
  mathCommands,
  scriptSigns,
  specialSigns,
  textCommands
} from './latex-symbols'

/** BibTeX's files are written in ASCII as far as LaTeX has names; BibLaTeX's keep their letters. */
export type Dialect = 'bibtex' | 'biblatex'

/** A stretch of text, or a finished piece of LaTeX. */
export type LatexPiece = { text: string } | { latex: string }

/**
 * Raw text (which may hold residue of LaTeX) as LaTeX. What comes out holds balanced braces and no
 * commands but those of the tables here; whatever the raw text says, nothing else becomes one.
 */
export function latexText(raw: string, dialect: Dialect): string {
  if (raw === '') return ''
  if (raw.length > longestKept) return latexOf(raw, dialect)
  // Names of journals and publishers come again and again.
  const known = kept[dialect].get(raw)
  if (known !== undefined) return known
  const latex = latexOf(raw, dialect)
  if (kept[dialect].size >= mostKept) kept[dialect].clear()
  kept[dialect].set(raw, latex)
  return latex
}

const longestKept = 200
const mostKept = 5000
const kept: Readonly<Record<Dialect, Map<string, string>>> = {
  bibtex: new Map(),
  biblatex: new Map()
}

function latexOf(raw: string, dialect: Dialect): string {
  if (isPlainProse(raw)) return raw.trim()
  const whole = composed(raw)
  if (whole !== null && !mayHoldResidue(whole)) return escapedSigns(whole, dialect).trim()
  let latex = ''
  for (const piece of latexPieces(raw, dialect))
    latex += 'latex' in piece ? piece.latex : escapedText(piece.text, dialect)
  return latex.trim()
}

/** Raw text as stretches of text and formulas, in order. */
export function latexPieces(raw: string, dialect: Dialect): LatexPiece[] {
  const pieces: LatexPiece[] = []
  let formula: Segment[] = []
  const close = (): void => {
    const [first] = formula
    if (first !== undefined && formula.length === 1 && isScriptOfText(first))
      pieces.push({ latex: textScript(first, dialect) })
    else if (formula.length > 0)
      pieces.push({ latex: `{$${formula.map(mathSegment).reduce(glued, '').trim()}$}` })
    formula = []
  }
  for (const segment of displaySegments(settable(raw))) {
    if (segment.kind !== 'text') {
      if (segment.text !== '') formula.push(segment)
      continue
    }
    close()
    const last = pieces.at(-1)
    if (last && 'text' in last) last.text += segment.text
    else pieces.push({ text: segment.text })
  }
  close()
  return pieces
}

/** Raised or lowered words, as in 4<sup>ème</sup>: no mathematics, as Greek letters there are. */
function isScriptOfText({ kind, text }: Segment): boolean {
  if (kind !== 'sup' && kind !== 'sub') return false
  return /^[\p{L} .,-]*\p{Ll}{2}[\p{L} .,-]*$/u.test(text) && !/\p{Script=Greek}/u.test(text)
}

/** Not in braces of its own, so that its letters are as safe from a style as those in mathematics. */
function textScript({ kind, text }: Segment, dialect: Dialect): string {
  return `\\text${kind === 'sup' ? 'super' : 'sub'}script{${escapedText(text, dialect)}}`
}

/** Signs of ASCII that are written as they are, as nearly all of most texts are. */
const isSpecial = /[^ !"'()*+,\-./0-9:;=?@A-Z[\]a-z]/g
const isMark = /\p{M}/uy
/** What is written together: raised or lowered signs, words of Greek, letters with their accents. */
const signs = /[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]+|[₀-₉₊₋₌₍₎]+|\p{Script=Greek}+|\p{L}\p{M}*|./suy

/** Text without residue as LaTeX; every sign stands for itself. */
export function escapedText(text: string, dialect: Dialect): string {
  return escapedSigns(settable(text), dialect)
}

function escapedSigns(whole: string, dialect: Dialect): string {
  let latex = ''
  let from = 0
  isSpecial.lastIndex = 0
  while (isSpecial.test(whole)) {
    let at = isSpecial.lastIndex - 1
    isMark.lastIndex = at
    // An accent goes with its letter.
    if (at > from && isMark.test(whole)) at--
    signs.lastIndex = at
    const sign = signs.exec(whole)?.[0] ?? ''
    latex += whole.slice(from, at) + written(sign, dialect)
    isSpecial.lastIndex = from = at + sign.length
  }
  return latex + whole.slice(from)
}

const writtenSigns: Readonly<Record<Dialect, Map<string, string>>> = {
  bibtex: new Map(),
  biblatex: new Map()
}

function written(sign: string, dialect: Dialect): string {
  const signsOf = writtenSigns[dialect]
  let latex = signsOf.get(sign)
  if (latex === undefined) {
    latex = oneSign(sign, dialect)
    if (signsOf.size >= mostKept) signsOf.clear()
    signsOf.set(sign, latex)
  }
  return latex
}

const isAscii = /^[\0-\x7F]*$/

/** Emoji in a text, which no font of LaTeX holds and which are left out. */
export function emojiIn(text: string): string[] {
  if (isAscii.test(text)) return []
  return [...text].filter((sign) => isEmoji(sign))
}

function oneSign(sign: string, dialect: Dialect): string {
  const special = specialSigns.get(sign)
  if (special !== undefined) return special
  if (/^\p{M}/u.test(sign)) return ''
  if (sign <= '\x7F') return sign.length === 1 ? sign : accented(sign, dialect)
  if (/^[\u00A0\u202F\u2007]$/.test(sign)) return '~'
  if (/^[\u2009\u200A\u2006]$/.test(sign)) return '{\\,}'
  const script = scriptSigns.get(sign[0] ?? '')
  if (script !== undefined)
    return `{$${script[0]}{${[...sign].map((one) => scriptSigns.get(one)?.[1] ?? '').join('')}}$}`
  if (textCommands.has(sign) && (dialect === 'bibtex' || sign === '№'))
    return textCommands.get(sign) ?? sign
  const letter = mathLetter(sign)
  if (letter !== null) return letter
  if (/^\p{L}/u.test(sign) && dialect === 'biblatex' && !mathCommands.has(sign)) return sign
  if (textCommands.has(sign)) return sign
  const command = mathCommands.get(sign)
  if (command !== undefined) return `{$${command}$}`
  return accented(sign, dialect)
}

/** A letter with its accents as commands (`{\'e}`, `{\v C}`), or as it is where LaTeX has none. */
function accented(sign: string, dialect: Dialect): string {
  if (dialect === 'biblatex') return sign
  const [base = '', ...marks] = sign.normalize('NFD')
  const letter = /^[A-Za-z]$/.test(base) ? base : textCommands.get(base)
  const names = marks.map((mark) => accentNames.get(mark))
  if (letter === undefined || names.length === 0 || names.includes(undefined)) return sign
  return names.reduce<string>((inner, name = '') => {
    const space = /^[A-Za-z]$/.test(name) && !inner.startsWith('{') ? ' ' : ''
    return `{\\${name}${space}${inner}}`
  }, letter)
}

/** Letters of Unicode's mathematical alphabets by the faces that LaTeX has without packages. */
function mathLetter(sign: string): string | null {
  if (!/^[\u{1D400}-\u{1D7FF}]$/u.test(sign)) return null
  const plain = sign.normalize('NFKD')
  const code = sign.codePointAt(0) ?? 0
  if (!/^[A-Za-z0-9]$/.test(plain))
    return mathCommands.has(plain) ? `{$${mathCommands.get(plain) ?? ''}$}` : null
  const isScript = code >= 0x1d49c && code <= 0x1d503 && /[A-Z]/.test(plain)
  const isItalic = code >= 0x1d434 && code <= 0x1d467
  return isItalic ? `{$${plain}$}` : `{$\\${isScript ? 'mathcal' : 'mathbf'}{${plain}}$}`
}

function mathSegment({ kind, text }: Segment): string {
  const body = mathText(text)
  return kind === 'sup' ? `^{${body}}` : kind === 'sub' ? `_{${body}}` : body
}

function mathText(text: string): string {
  const signs = [...text.matchAll(/[A-Za-z]{3,}(?!\p{M})|\p{L}\p{M}*|./gsu)]
  return signs.map(([sign]) => mathSign(sign)).reduce(glued, '')
}

/** Joins formulas so that no letter runs into the name of a command. */
function glued(before: string, next: string): string {
  const runsOn = /\\[A-Za-z]+$/.test(before.slice(-30)) && /^[A-Za-z]/.test(next)
  return runsOn ? `${before} ${next}` : before + next
}

const mathSpecials: ReadonlyMap<string, string> = new Map([
  ['\\', '\\backslash'],
  ['{', '\\lbrace'],
  ['}', '\\rbrace'],
  ['^', '\\wedge'],
  ['~', '\\sim'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['%', '\\%'],
  ['"', "''"],
  ['`', "'"]
])

function mathSign(sign: string): string {
  if (/^[A-Za-z]{3,}$/.test(sign)) return `\\mathrm{${sign}}`
  const special = mathSpecials.get(sign) ?? mathCommands.get(sign)
  if (special !== undefined) return special
  if (/^[\x20-\x7E]$/.test(sign)) return sign
  const [base = '', mark = '', ...more] = sign.normalize('NFD')
  const accent = mathAccentNames.get(mark)
  if (accent !== undefined && more.length === 0 && /^[A-Za-z]$/.test(base))
    return `${accent}{${base}}`
  return `\\mbox{${escapedText(sign, 'bibtex')}}`
}

/** ASCII without control characters and quotes: it stays as it is, but for spaces that stand together. */
const isSettable = /^[ !#-~]*$/

/** One line of well-formed text without control and format characters, emoji and straight quotes. */
function settable(text: string): string {
  return composed(text) ?? withQuotes(withoutStrange(text))
}

/** As `settable`, where letters and signs are as they should be; else null. */
function composed(text: string): string | null {
  if (isSettable.test(text)) return text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text
  if (!isComposed.test(text)) return null
  return withQuotes(text.replace(/[\t-\r ]{2,}|[\t-\r]/g, ' '))
}

/**
 * Letters and signs that are in normal form whatever stands beside them, and neither control characters nor emoji:
 * of ASCII, Latin-1 and its extensions, Greek, general punctuation and mathematics.
 */
const isComposed =
  /^[\t-\r -~\u00A0-\u00A8\u00AA-\u00AC\u00AF-\u02FF\u0391-\u03A1\u03A3-\u03A9\u03B1-\u03C9\u2010-\u2027\u2030-\u203A\u2200-\u22FF]*$/

function withQuotes(text: string): string {
  if (!text.includes('"')) return text
  return text.replace(/(^|[\s([{“‘–—/-])"/g, '$1“').replaceAll('"', '”')
}

function withoutStrange(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029 \u2000-\u2005\u2008\u205F\u3000]+/g, ' ')
    .replace(/[^\P{C}\u200C\u200D]/gu, '')
    .replace(/\uFFFD/g, '')
    .replace(
      /[\p{Extended_Pictographic}\p{Regional_Indicator}\uFE0F\uFE0E\u20E3]\u200D?/gu,
      (sign) => (isEmoji(sign) ? '' : sign.replace(/[\uFE0E\uFE0F\u20E3]/g, ''))
    )
    .replace(/[\u{1F3FB}-\u{1F3FF}]/gu, '')
}

function isEmoji(sign: string): boolean {
  const [first = ''] = sign
  return (
    /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(first) &&
    !textCommands.has(first) &&
    !mathCommands.has(first)
  )
}
