import { titleRuns, type TitleFace } from '@shared/text/title-markup'
import type { Form } from './form'
import { escapedText, latexPieces, type Dialect, type LatexPiece } from './latex-text'

/**
 * A title as LaTeX, with braces around what a style that lower-cases titles must leave alone:
 * acronyms, words with capitals inside, and names in titles written in sentence case; or, where the
 * user wants it, every word with a capital. A title in another language than English is held whole for
 * BibTeX, whose styles know no languages, and is left bare for BibLaTeX, which does. The raw title may
 * have HTML's markup for faces.
 */
export function latexTitle(raw: string, language: string, form: Form): string {
  const { dialect, letters, options } = form
  const runs = titleRuns(raw)
  const pieces = runs.map(({ text }) => latexPieces(text, letters))
  const shown = pieces
    .flat()
    .map((piece) => ('text' in piece ? piece.text : ' '))
    .join('')
  const isEnglish = language === '' || /^en\b/i.test(language)
  const isShouted = !/\p{Ll}/u.test(shown) && /\s\S+\s/.test(shown)
  const holding: Holding =
    !isEnglish || options.braces === 'none' || (isShouted && options.braces === 'names')
      ? 'nothing'
      : options.braces === 'capitals'
        ? 'capitals'
        : isInSentenceCase(shown)
          ? 'names'
          : 'acronyms'
  const place = { begins: true, first: true }
  const latex = runs
    .map(({ faces }, at) => {
      const run = runOf(pieces[at] ?? [], faces, holding, place, letters)
      const isLowered = holding !== 'nothing' || faces.includes('nocase')
      return inFaces(run, faces, dialect, isLowered)
    })
    .join('')
    .trim()
  const isBare = isEnglish || dialect === 'biblatex' || options.braces === 'none'
  return isBare ? latex : `{${latex}}`
}

/** What is held: nothing, words that are no words of English's, names too, or every capital. */
type Holding = 'nothing' | 'acronyms' | 'names' | 'capitals'

/** Whether a sentence, and whether the title, begins here. */
interface TitlePlace {
  begins: boolean
  first: boolean
}

function runOf(
  pieces: readonly LatexPiece[],
  faces: readonly TitleFace[],
  holding: Holding,
  place: TitlePlace,
  letters: Dialect
): string {
  const isWhole = faces.includes('nocase')
  return pieces
    .map((piece) => {
      if ('latex' in piece) {
        place.begins = place.first = false
        return piece.latex
      }
      if (holding === 'nothing' || isWhole) return escapedText(piece.text, letters)
      return piece.text.replace(/[^ ]+/g, (chunk) => {
        const held = heldChunk(chunk, holding, place, letters)
        place.begins = !/[A-Za-z]$/.test(chunk) && endsSentence.test(chunk)
        place.first = false
        return held
      })
    })
    .join('')
}

const endsSentence = /[:.?!]["'”’)]*$|^[–—-]+$/
/** Nothing to hold, and nothing to escape. */
const isSmall = /^[a-z0-9'(),;:.!?/-]+$/
const isWord = /^[A-Z][a-z]+$/

/**
 * A run in its faces. A command right behind an opening brace makes BibTeX lower-case what it sets, so
 * that what is held inside needs a brace of its own around the command.
 */
function inFaces(
  latex: string,
  faces: readonly TitleFace[],
  dialect: Dialect,
  isLowered: boolean
): string {
  if (faces.length === 0) return latex
  const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(latex) ?? []
  if (body === '') return latex
  const isHeld = faces.includes('nocase') || /\{(?![\\$])/.test(body)
  const set = faces.reduce(
    (inner, face) => {
      if (face === 'nocase') return inner
      return `${commandFor(face, dialect)}{${inner}}`
    },
    isHeld ? body.replace(/\{([^{}\\$]*)\}/g, '$1') : body
  )
  if (!isLowered) return `${before}${set}${after}`
  if (set === body && !isHeld) return latex
  return `${before}${isHeld ? `{{${set}}}` : `{${set}}`}${after}`
}

function commandFor(face: TitleFace, dialect: Dialect): string {
  if (face === 'small-caps') return '\\textsc'
  if (dialect === 'biblatex') return face === 'bold' ? '\\mkbibbold' : '\\mkbibemph'
  return face === 'bold' ? '\\textbf' : '\\emph'
}

/** A word between spaces, with its punctuation, parts in braces where they need them. */
function heldChunk(chunk: string, holding: Holding, place: TitlePlace, letters: Dialect): string {
  if (isSmall.test(chunk)) return chunk
  if (holding !== 'capitals' && isWord.test(chunk))
    return holding === 'names' && !place.begins ? `{${chunk}}` : chunk
  const signs = [...chunk]
  const from = signs.findIndex((sign) => /[\p{L}\p{N}]/u.test(sign))
  if (from < 0) return escapedText(chunk, letters)
  const to = signs.findLastIndex((sign) => /[\p{L}\p{N}\p{M}]/u.test(sign)) + 1
  const core = signs.slice(from, to).join('')
  const escaped = (text: string): string => escapedText(text, letters)
  const parts = core.split(/([-–/])/u)
  const whole = parts.length > 1 && parts.some((part) => /^\p{Lu}$/u.test(part))
  const needs = (part: string, at: number): boolean => {
    if (needsBraces(part)) return true
    if (holding === 'names') return !place.begins && /^\p{Lu}\p{Ll}/u.test(part)
    if (holding !== 'capitals') return false
    return /\p{Lu}/u.test(part) && !(place.first && at === 0 && from === 0)
  }
  const held = whole
    ? `{${escaped(core)}}`
    : parts.map((part, at) => (needs(part, at) ? `{${escaped(part)}}` : escaped(part))).join('')
  return escaped(signs.slice(0, from).join('')) + held + escaped(signs.slice(to).join(''))
}

/** A capital behind the first sign, or a capital that stands alone ("Vitamin C"); "A" is the article. */
function needsBraces(word: string): boolean {
  return /^.\P{Lu}*\p{Lu}/su.test(word) || (/^\p{Lu}$/u.test(word) && word !== 'A')
}

/** Whether most of the longer words behind the first one begin small. */
function isInSentenceCase(title: string): boolean {
  const words = [...title.matchAll(/(?<=[^:.?!\s] )\p{L}[\p{L}\p{M}]{3,}/gu)].map(([word]) => word)
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length
  return small * 2 > words.length
}
