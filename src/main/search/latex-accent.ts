const letter = String.raw`(?:[A-Za-z]|\\[ij](?![A-Za-z]))`
const accented = String.raw`\\(?:["'\x60^~=.]\s?(?:\{${letter}\}|${letter})|[uvHcdbrk](?:\{${letter}\}|\s${letter}))`
const special = String.raw`\\(?:ss|ae|AE|oe|OE|aa|AA|dj|DJ|th|TH|[oOlLij])(?![A-Za-z])(?:\{\}|\s(?=\p{L}))?`

/** Source of a pattern for one letter written in LaTeX: `{\"o}`, `\'e`, `\v{s}`, `\o{}`, `{\ss}`. */
export const latexLetter = String.raw`(?:\{(?:${accented}|${special})\}|${accented}|${special})`

const letters = new RegExp(latexLetter, 'gu')
const undecomposed: Readonly<Record<string, string>> = { aa: 'a', AA: 'A', dj: 'd', DJ: 'D' }

/** The text with letters written in LaTeX as the plain letters under their accents. */
export function foldLatexLetters(text: string): string {
  return text.replace(letters, (source) => {
    const base = source
      .replace(/^\{?\\(?:["'`^~=.]|[uvHcdbrk](?=[\s{]))?/, '')
      .replace(/[^A-Za-z]/g, '')
    return undecomposed[base] ?? base
  })
}

/** The text with `{\"u}` and the like spelt out as in German: `ue`. */
export function spellOutLatexUmlauts(text: string): string {
  return text.replace(letters, (source) => {
    const base = /^\{?\\"\s?\{?([aouAOU])/.exec(source)?.[1]
    return base === undefined ? source : `${base}e`
  })
}
