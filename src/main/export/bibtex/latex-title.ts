import { escapedText, latexPieces, type Dialect } from './latex-text'

/**
 * A title as LaTeX, with braces around what a style that lower-cases titles must leave alone:
 * acronyms, words with capitals inside, and names in titles written in sentence case. A title in
 * another language than English is held whole for BibTeX, whose styles know no languages, and is
 * left bare for BibLaTeX, which does.
 */
export function latexTitle(raw: string, language: string, dialect: Dialect): string {
  const pieces = latexPieces(raw)
  const shown = pieces.map((piece) => ('text' in piece ? piece.text : ' ')).join('')
  const isEnglish = language === '' || /^en\b/i.test(language)
  const isShouted = !/\p{Ll}/u.test(shown) && /\s\S+\s/.test(shown)
  const isSentence = isInSentenceCase(shown)
  let begins = true
  const latex = pieces
    .map((piece) => {
      if ('latex' in piece) {
        begins = false
        return piece.latex
      }
      if (!isEnglish || isShouted) return escapedText(piece.text, dialect)
      return piece.text.replace(/[^ ]+/g, (chunk) => {
        const held = heldChunk(chunk, isSentence && !begins, dialect)
        begins = /[:.?!]["'”’)]*$/.test(chunk) || /^[–—-]+$/.test(chunk)
        return held
      })
    })
    .join('')
    .trim()
  return isEnglish || dialect === 'biblatex' ? latex : `{${latex}}`
}

/** A word between spaces, with its punctuation, parts in braces where they need them. */
function heldChunk(chunk: string, holdNames: boolean, dialect: Dialect): string {
  const signs = [...chunk]
  const from = signs.findIndex((sign) => /[\p{L}\p{N}]/u.test(sign))
  if (from < 0) return escapedText(chunk, dialect)
  const to = signs.findLastIndex((sign) => /[\p{L}\p{N}\p{M}]/u.test(sign)) + 1
  const core = signs.slice(from, to).join('')
  const escaped = (text: string): string => escapedText(text, dialect)
  const parts = core.split(/([-–/])/u)
  const whole = parts.length > 1 && parts.some((part) => /^\p{Lu}$/u.test(part))
  const held = whole
    ? `{${escaped(core)}}`
    : parts
        .map((part) =>
          needsBraces(part) || (holdNames && /^\p{Lu}\p{Ll}/u.test(part))
            ? `{${escaped(part)}}`
            : escaped(part)
        )
        .join('')
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
