import { escapedText, type Dialect } from './latex-text'

/** Commands that set letters, signs and faces: all that a field of somebody else's file may do. */
const harmless =
  /^(?:[`'^"~=.#$%&_{}\\,;!/ -]|[cdbuvkrHtoOlLij]|ae|AE|oe|OE|aa|AA|ss|emph|text(?:it|bf|sc|rm|tt|sf|up|sl|superscript|subscript|quoteright|quoteleft|endash|emdash)|ldots|dots|url|href|relax|noopsort|mkbib(?:quote|emph|bold))$/

/** Whether TeX of somebody else's can do no more than set letters, and ends no field early. */
export function isHarmless(value: string): boolean {
  let depth = 0
  for (let at = 0; at < value.length; at++) {
    const letter = value[at]
    if (letter === '\\') {
      const command = /^(?:[A-Za-z]+|[^])/.exec(value.slice(at + 1, at + 40))?.[0] ?? ''
      if (!harmless.test(command)) return false
      at += command.length
    } else if (letter === '{') depth++
    else if (letter === '}' && --depth < 0) return false
    else if (letter === '%') return false
  }
  return depth === 0
}

/** Whether a text means something to TeX beyond its letters. */
export function isTex(value: string): boolean {
  return /[\\{}]|\$[^$]+\$/.test(value)
}

/**
 * TeX of somebody else's, for a place where styles print it: signs that stand bare and that TeX would
 * stumble over are escaped, and letters beyond ASCII are as the dialect has them. Null where dollars are not in
 * pairs, so that nothing can be said of it.
 */
export function printable(value: string, letters: Dialect): string | null {
  if (!isHarmless(value)) return null
  let out = ''
  let isMath = false
  for (let at = 0; at < value.length; at++) {
    const sign = value[at] ?? ''
    if (sign === '\\') {
      const command = /^\\(?:[A-Za-z]+|[^])/.exec(value.slice(at, at + 40))?.[0] ?? sign
      // What `\url` and the first argument of `\href` hold is taken letter for letter.
      const verbatim = /^\\(?:url|href)$/.test(command)
        ? /^\s*\{[^{}]*\}/.exec(value.slice(at + command.length))?.[0]
        : undefined
      out += command + (verbatim ?? '')
      at += command.length + (verbatim?.length ?? 0) - 1
    } else if (sign === '$') {
      isMath = !isMath
      out += sign
    } else if (!isMath && /[&#_]/.test(sign)) out += `\\${sign}`
    else if (!isMath && sign === '^') out += '{\\textasciicircum}'
    else if (!isMath && sign > '\x7F') {
      const run = /^[^\0-\x7F]+/.exec(value.slice(at))?.[0] ?? sign
      out += escapedText(run, letters)
      at += run.length - 1
    } else out += sign
  }
  return isMath ? null : out
}
