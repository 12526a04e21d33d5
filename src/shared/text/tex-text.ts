import { textAccents, textLetters, texSymbols } from './tex-symbols'

/** Commands whose argument stays and who go: what they do to letters is the style's business. */
const transparent = new Set(
  (
    'emph textit textbf textsc textsf texttt textrm textsl textup textmd textnormal text mbox hbox ' +
    'url path nolinkurl enquote mkbibquote mkbibemph bibstring uppercase lowercase MakeUppercase ensuremath ' +
    'em it bf sc rm tt sl normalfont itshape bfseries scshape protect relax noopsort'
  ).split(' ')
)

const signs: ReadonlyMap<string, string> = new Map([
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textquoteleft', '‘'],
  ['textquoteright', '’'],
  ['textquotedblleft', '“'],
  ['textquotedblright', '”'],
  ['textquotesingle', "'"],
  ['textquotedbl', '"'],
  ['guillemotleft', '«'],
  ['guillemotright', '»'],
  ['textbackslash', '\\'],
  ['textasciitilde', '~'],
  ['textasciicircum', '^'],
  ['textunderscore', '_'],
  ['textbar', '|'],
  ['textbraceleft', '{'],
  ['textbraceright', '}'],
  ['lbrack', '['],
  ['rbrack', ']'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['textregistered', '®'],
  ['textcopyright', '©'],
  ['texttrademark', '™'],
  ['textdegree', '°'],
  ['textbullet', '•'],
  ['textellipsis', '…'],
  ['ldots', '…'],
  ['dots', '…'],
  ['textexclamdown', '¡'],
  ['textquestiondown', '¿'],
  ['pounds', '£'],
  ['textsterling', '£'],
  ['texteuro', '€'],
  ['euro', '€'],
  ['S', '§'],
  ['P', '¶'],
  ['copyright', '©'],
  ['TeX', 'TeX'],
  ['LaTeX', 'LaTeX'],
  ['slash', '/'],
  ['newline', ' '],
  ['quad', ' '],
  ['qquad', ' '],
  ['textmu', 'µ'],
  ['textperiodcentered', '·'],
  ['textordfeminine', 'ª'],
  ['textordmasculine', 'º']
])

const dotless: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' }

/**
 * TeX as it stands in a `.bib` file as plain text: accents and letters composed, protective braces gone,
 * dashes and quotation marks as Unicode has them. Mathematics between dollars, and commands that are not
 * known, stay as they are. Linear in the text; braces nest as deeply as they like.
 */
export function texToText(tex: string): string {
  let out = ''
  let at = 0
  while (at < tex.length) {
    meaningful.lastIndex = at
    const next = meaningful.exec(tex)?.index ?? tex.length
    out += tex.slice(at, next)
    at = next
    const sign = tex[at]
    if (sign === undefined) break
    if (sign === '\\') {
      const read = command(tex, at)
      out += read.text
      at = read.next
    } else if (sign === '$') {
      const close = tex.indexOf('$', at + 1)
      const end = close === -1 ? tex.length : close + 1
      out += symbols(tex.slice(at + 1, end - 1)) ?? tex.slice(at, end)
      at = end
    } else if (sign === '{' || sign === '}') at++
    else {
      const [from, to] = ligatures.find(([letters]) => tex.startsWith(letters, at)) ?? [sign, sign]
      out += to
      at += from.length
    }
  }
  const tidy = untidy.test(out) ? out.replace(/\s+/g, ' ') : out
  return tidy.trim().normalize('NFC')
}

/**
 * Signs set as mathematics, as exporters write letters that TeX's text fonts lack, and raised and lowered
 * digits. Undefined for a formula that holds anything else.
 */
function symbols(formula: string): string | undefined {
  const sign = /\\([A-Za-z]+)\s*|([_^])(?:\{([^{}]+)\}|([^{}\\]))/y
  let text = ''
  let at = 0
  while (at < formula.length) {
    sign.lastIndex = at
    const found = sign.exec(formula)
    if (found === null) return undefined
    const [whole, name, mark, group, single] = found
    const scripts = mark === '^' ? raised : lowered
    const signs =
      name === undefined
        ? [...(group ?? single ?? '')].map((one) => scripts.get(one))
        : [texSymbols.get(name)]
    if (signs.includes(undefined)) return undefined
    text += signs.join('')
    at += whole.length
  }
  return text === '' ? undefined : text
}

const raised = plainSigns('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ')
const lowered = plainSigns('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')

/** Signs by the plain ones that they raise or lower. */
function plainSigns(signs: string): ReadonlyMap<string, string> {
  return new Map([...signs].map((sign) => [sign.normalize('NFKC').replace('−', '-'), sign]))
}

/** Signs that stand for something else than themselves, alone or with the next. */
const meaningful = /[\\${}~`]|--|''/g
/** Blanks that are more than one space between words. */
const untidy = /[^\S ]| {2}/

/** What TeX's fonts make of signs that stand together, and of the tie. */
const ligatures: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['~', ' '],
  ['`', '‘']
]

function command(tex: string, at: number): { text: string; next: number } {
  const name = /[A-Za-z]+\*?|[^]/y
  name.lastIndex = at + 1
  const word = name.exec(tex)?.[0] ?? ''
  const next = at + 1 + word.length
  const accent = textAccents.get(word)
  if (accent !== undefined) return accented(tex, next, accent, /[A-Za-z]/.test(word))
  if (!/^[A-Za-z]/.test(word)) {
    if (word === '\\' || word === ' ' || word === '\n' || word === ',' || word === ';')
      return { text: ' ', next }
    // \-, \/ and \! are about setting; \& \% \$ \# \_ \{ \} are the signs themselves.
    return { text: /[-/!]/.test(word) ? '' : word, next }
  }
  const behind = afterSpace(tex, next)
  const letter = textLetters.get(word) ?? signs.get(word) ?? texSymbols.get(word)
  if (letter !== undefined) return { text: letter, next: behind }
  if (transparent.has(word)) return { text: '', next: behind }
  if (word === 'textsuperscript' || word === 'textsubscript')
    return { text: word === 'textsuperscript' ? '^' : '_', next: behind }
  return { text: `\\${word}`, next }
}

/** An accent over the letter that follows, with or without braces around it. */
function accented(
  tex: string,
  at: number,
  mark: string,
  isNamed: boolean
): { text: string; next: number } {
  let next = isNamed ? afterSpace(tex, at) : at
  const isBraced = tex[next] === '{'
  if (isBraced) next++
  let base: string
  const letter = /\\(i|j|[A-Za-z]{1,2})(?![A-Za-z])\s*/y
  letter.lastIndex = next
  const named = letter.exec(tex)
  if (named !== null) {
    base = textLetters.get(named[1] ?? '') ?? ''
    if (base !== '') next += named[0].length
  } else {
    base = String.fromCodePoint(tex.codePointAt(next) ?? 0x20)
    if (/[{}\\$]/.test(base)) base = ''
    next += base.length
  }
  if (isBraced && tex[next] === '}') next++
  // An empty pair of braces after the letter only ends its command.
  return { text: base === '' ? '' : (dotless[base] ?? base) + mark, next }
}

/** Behind the blanks that end a command's name, and behind the empty braces that do the same. */
function afterSpace(tex: string, at: number): number {
  const space = /\s*(?:\{\})?/y
  space.lastIndex = at
  return at + (space.exec(tex)?.[0].length ?? 0)
}
