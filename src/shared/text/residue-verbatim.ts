/** Half-open ranges of raw text, in rising order and apart from one another. */
export type TextRanges = readonly (readonly [number, number])[]

/** Signs of program text: around them nothing is taken for mathematics. */
const codeMark = /\w::\w|#include|[=!]=|&&|\(\);|\w->\w|\+\+;|\blambda \w+:|<<|>>/g
/** Program text between backticks, as Markdown has it. */
const codeSpan = /(?<![`\w])`(?=\S)[^`\n]{1,80}(?<=\S)`(?![`\w])/g
/** How far from a sign of program text nothing is taken for mathematics. */
const codeReach = 60

/**
 * Parts of a text that are addresses, paths or program text and stay letter for letter: the words
 * with `://`, `www.`, an e-mail address or a path in them, and what stands around signs of code.
 */
export function verbatimRanges(raw: string): TextRanges {
  const ranges: [number, number][] = []
  const add = (start: number, end: number): void => {
    const last = ranges.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else ranges.push([start, end])
  }
  const found: [number, number][] = []
  const sign = /[:\\/@]|www\./gi
  for (let at = sign.exec(raw); at !== null; at = sign.exec(raw)) {
    const [start, end] = wordAround(raw, at.index)
    if (isAddress(raw.slice(start, end))) found.push([start, end])
    sign.lastIndex = end
  }
  for (const { 0: mark, index } of raw.matchAll(codeMark))
    found.push([Math.max(0, index - codeReach), index + mark.length + codeReach])
  for (const { 0: span, index } of raw.matchAll(codeSpan)) found.push([index, index + span.length])
  found.sort((a, b) => a[0] - b[0])
  for (const [start, end] of found) add(start, Math.min(end, raw.length))
  return ranges
}

/** The word between blanks in which a place is. */
function wordAround(raw: string, at: number): [start: number, end: number] {
  let [start, end] = [at, at]
  while (start > 0 && !isBlank(raw[start - 1])) start--
  while (end < raw.length && !isBlank(raw[end])) end++
  return [start, end]
}

function isBlank(sign = ''): boolean {
  return /\s/.test(sign)
}

/** Every address has one of the signs that are looked for above. */
function isAddress(word: string): boolean {
  if (word.includes('://') || /^\W{0,3}www\./i.test(word)) return true
  if (/^\W{0,3}(?:[A-Za-z]:\\|\\\\[A-Za-z]|~?\/[\w.-]+\/|doi:|arXiv:)/i.test(word)) return true
  const at = word.indexOf('@')
  if (at > 0 && /^[\w.-]*\w\.\w/.test(word.slice(at + 1))) return true
  return /[a-z0-9]\.[a-z]{2,6}\//i.test(word)
}
