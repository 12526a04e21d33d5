import type { Paper } from '@shared/model/paper'
import type { Fields } from './fields'
import { escapedText } from './latex-text'

/** Commands that set letters, signs and faces: all that a field of somebody else's file may do. */
const harmless =
  /^(?:[`'^"~=.#$%&_{}\\,;!/ -]|[cdbuvkrHtoOlLij]|ae|AE|oe|OE|aa|AA|ss|emph|text(?:it|bf|sc|rm|tt|sf|up|sl|superscript|subscript|quoteright|quoteleft|endash|emdash)|ldots|dots|url|href|relax|noopsort|mkbib(?:quote|emph))$/

/**
 * Fields of other programs, as they came: those that the entry does not write itself. One that could do
 * more in TeX than set letters, or would end the entry early, is written as the text it is.
 */
export function extraFields(paper: Paper, written: Fields): Fields {
  const own = new Set(written.filter(([, value]) => value !== '').map(([name]) => name))
  return paper.extra
    .filter(({ name }) => /^[a-z][\w+.:-]*$/i.test(name) && !own.has(name.toLowerCase()))
    .map(({ name, value }) => [name, isHarmless(value) ? value : escapedText(value, 'bibtex')])
}

function isHarmless(value: string): boolean {
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
