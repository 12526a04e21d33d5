import { fold } from '@shared/text/fold'
import { foldLatexLetters, latexLetter, spellOutLatexUmlauts } from './latex-accent'

/** A word in a text. */
export interface Word {
  /** The word folded, first as it is and then as else it may be typed: `godel`, `goedel`. */
  spellings: string[]
  /** Where it stands, in UTF-16 code units of the raw text. */
  start: number
  length: number
  /** The lone last character of a run without spaces, whose pairs were given before it. */
  tail?: true
}

/** Longer words are cut: nobody types them, and data that is no text (base64 …) is full of them. */
export const maxLength = 64

/** Scripts written without spaces between words. */
const spaceless = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー\uFF9E\uFF9F\u3099\u309A]`
const pattern = new RegExp(
  [
    String.raw`(?<symbol>(?<![\p{L}\p{N}])[A-Za-z](?:\+\+|#)(?![\p{L}+\#]))`,
    `(?<run>${spaceless}+)`,
    // Soft hyphens and joiners, which PDFs leave behind, do not part a word.
    String.raw`(?<word>(?:[[\p{L}\p{N}]--${spaceless}]|${latexLetter})(?:[[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D]--${spaceless}]|${latexLetter})*)(?:['’]s(?![\p{L}\p{N}]))?`,
    String.raw`(?<emoji>\p{Emoji_Presentation})`
  ].join('|'),
  'gv'
)

/**
 * The words of a text: letters and digits between anything else, `c++` and `c#`, an emoji. Hyphens
 * part words; a possessive `'s` is dropped. Chinese, Japanese, Thai … are given as pairs of
 * neighbouring characters, since their words cannot be told apart without a dictionary.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(pattern)) {
    const { run, word, symbol, emoji } = match.groups ?? {}
    if (run !== undefined) words.push(...pairs(run, match.index))
    else {
      const raw = word ?? symbol ?? emoji ?? ''
      const spellings = word === undefined ? [raw.toLowerCase()] : spell(word)
      if (spellings.length > 0) words.push({ spellings, start: match.index, length: raw.length })
    }
  }
  return words
}

/** Words that hyphens join, as one: `pretraining` of `pre-training`. */
export function joinHyphenated(text: string, words: readonly Word[]): Word[] {
  const joined: Word[] = []
  let from = 0
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    const end = word.start + word.length
    if (next && /^[-\u2010\u2011]$/.test(text.slice(end, next.start))) continue
    const parts = words.slice(from, index + 1)
    const [first] = parts
    from = index + 1
    if (!first || parts.length === 1) continue
    const spelling = parts.map(({ spellings }) => spellings[0]).join('')
    joined.push({
      spellings: [spelling.slice(0, maxLength)],
      start: first.start,
      length: end - first.start
    })
  }
  return joined
}

function spell(raw: string): string[] {
  if (/^[a-z0-9]+$/i.test(raw)) return [raw.toLowerCase().slice(0, maxLength)]
  const plain = foldWord(raw)
  if (plain === '') return []
  const spelt = foldWord(spellOut(raw))
  return spelt === plain ? [plain] : [plain, spelt]
}

function foldWord(raw: string): string {
  return fold(foldLatexLetters(raw))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
    .slice(0, maxLength)
}

const speltOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** As those without the key for them type `ü`, `ø` and `å`. */
function spellOut(raw: string): string {
  return spellOutLatexUmlauts(raw.normalize('NFC').toLowerCase()).replace(
    /[äöüøå]/g,
    (letter) => speltOut[letter] ?? letter
  )
}

/** Pairs of neighbours, then the last character alone, so that a single one is found anywhere. */
function pairs(run: string, offset: number): Word[] {
  const characters = charactersOf(run, offset)
  const words: Word[] = []
  for (const [index, first] of characters.entries()) {
    const second = characters[index + 1]
    const { start } = first
    if (second) {
      const length = second.start + second.length - start
      words.push({ spellings: [first.text + second.text], start, length })
    } else
      words.push({
        spellings: [first.text],
        start,
        length: first.length,
        ...(index > 0 ? { tail: true } : {})
      })
  }
  return words
}

/** Folded characters with their places; a mark belongs to the character before it. */
function charactersOf(
  run: string,
  offset: number
): { text: string; start: number; length: number }[] {
  const characters: { text: string; start: number; length: number }[] = []
  let start = offset
  for (const character of run) {
    const text = fold(character).replace(/[^\p{L}\p{N}]+/gu, '')
    const last = characters.at(-1)
    if (text !== '') characters.push({ text, start, length: character.length })
    else if (last) last.length = start + character.length - last.start
    start += character.length
  }
  return characters
}
