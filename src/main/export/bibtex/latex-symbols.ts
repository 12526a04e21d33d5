import {
  greekLetters,
  otherSymbols,
  relations,
  textAccents,
  textLetters,
  wordlikeSymbols
} from '@shared/text/tex-symbols'

/** Names in those tables that LaTeX only knows with a package; their signs have another form below. */
const needsPackage: ReadonlySet<string> = new Set(['implies'])

/** Commands of mathematics, without packages, by the sign they set. */
export const mathCommands: ReadonlyMap<string, string> = new Map([
  ...[wordlikeSymbols, otherSymbols, relations, greekLetters]
    .flatMap((table) => [...table])
    .filter(([name]) => !needsPackage.has(name))
    .map(([name, sign]): [string, string] => [sign, `\\${name}`]),
  ...pairs(
    '· \\cdot µ \\mu ∆ \\Delta − - ⁄ / ∕ / ⩽ \\leq ⩾ \\geq ⟹ \\Longrightarrow ⋯ \\cdots … \\ldots',
    '≲ \\stackrel{<}{\\sim} ≳ \\stackrel{>}{\\sim} ≜ \\stackrel{\\triangle}{=} ✓ \\surd ✔ \\surd',
    'ℂ \\mathbf{C} ℍ \\mathbf{H} ℕ \\mathbf{N} ℙ \\mathbf{P} ℚ \\mathbf{Q} ℝ \\mathbf{R} ℤ \\mathbf{Z}',
    '♭ \\flat ♯ \\sharp ♠ \\spadesuit ♣ \\clubsuit ♥ \\heartsuit ♦ \\diamondsuit ★ \\star ☆ \\star'
  )
])

/** Raised and lowered digits and signs of Unicode by TeX's mark and the plain sign. */
export const scriptSigns: ReadonlyMap<string, readonly ['^' | '_', string]> = new Map([
  ...scripts('^', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'),
  ...scripts('_', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')
])

/** ASCII signs that mean something to TeX. `{` and `}` are spelt out: BibTeX counts them even behind a backslash. */
export const specialSigns: ReadonlyMap<string, string> = new Map([
  ['\\', '{\\textbackslash}'],
  ['{', '{\\textbraceleft}'],
  ['}', '{\\textbraceright}'],
  ['^', '{\\textasciicircum}'],
  ['~', '{\\textasciitilde}'],
  ['<', '{$<$}'],
  ['>', '{$>$}'],
  ['|', '{$|$}'],
  ['`', '{\\textasciigrave}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['%', '\\%']
])

/** Signs of text by LaTeX's own commands, for files in ASCII. */
export const textCommands: ReadonlyMap<string, string> = new Map([
  ...[...textLetters].map(([name, sign]): [string, string] => [sign, `{\\${name}}`]),
  ...pairs(
    "‘ ` ’ ' “ `` ” '' – -- — --- ― --- ‐ - ‑ - ‒ -- … {\\ldots} • {\\textbullet} „ {\\quotedblbase}",
    '‚ {\\quotesinglbase} « {\\guillemotleft} » {\\guillemotright} ‹ {\\guilsinglleft}',
    '› {\\guilsinglright} ¡ {\\textexclamdown} ¿ {\\textquestiondown} © {\\copyright}',
    '® {\\textregistered} ™ {\\texttrademark} § {\\S} ¶ {\\P} † {\\dag} ‡ {\\ddag} £ {\\pounds}',
    '€ {\\texteuro} ¥ {\\textyen} ¢ {\\textcent} ¤ {\\textcurrency} ° {\\textdegree}',
    '¼ {\\textonequarter} ½ {\\textonehalf} ¾ {\\textthreequarters} ª {\\textordfeminine}',
    'º {\\textordmasculine} ‰ {\\textperthousand} № {\\textnumero} ¦ {\\textbrokenbar}',
    "¯ {\\textasciimacron} ´ {\\textasciiacute} ¨ {\\textasciidieresis} ″ '' ﬀ ff ﬁ fi ﬂ fl ﬃ ffi ﬄ ffl"
  )
])

/** Names of accents by the combining mark. */
export const accentNames: ReadonlyMap<string, string> = new Map(
  [...textAccents].map(([name, mark]) => [mark, name])
)

/** Names of accents over mathematics by the combining mark. */
export const mathAccentNames: ReadonlyMap<string, string> = new Map([
  ['\u0302', '\\hat'],
  ['\u0303', '\\tilde'],
  ['\u0304', '\\bar'],
  ['\u0307', '\\dot'],
  ['\u0308', '\\ddot'],
  ['\u030C', '\\check'],
  ['\u20D7', '\\vec']
])

function scripts(mark: '^' | '_', signs: string): [string, readonly ['^' | '_', string]][] {
  return [...signs].map((sign, i) => [sign, [mark, '0123456789+-=()ni'[i] ?? '']])
}

function pairs(...rows: string[]): [string, string][] {
  const words = rows.join(' ').split(' ')
  return words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1] ?? '']] : []))
}
