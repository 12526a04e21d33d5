/** A half-open range of a text. */
export interface Range {
  start: number
  end: number
}

/**
 * The range of the bracketed value that begins at `start`. Strings are stepped over; one that is not
 * closed ends with its line, for JSON's strings hold no line ends. With `limit` it ends there at the
 * latest. Linear in time, without recursion.
 */
export function bracketed(text: string, start: number, limit = text.length): Range {
  let depth = 0
  let i = start
  while (i < limit) {
    const letter = text[i]
    if (letter === '"') {
      i = Math.min(afterString(text, i), limit)
      continue
    }
    i++
    if (letter === '{' || letter === '[') depth++
    else if ((letter === '}' || letter === ']') && --depth <= 0) return { start, end: i }
  }
  return { start, end: limit }
}

/** Where the array under a key of the outermost object begins (at its `[`), or -1. */
export function arrayUnder(text: string, key: string): number {
  const wanted = JSON.stringify(key)
  let depth = 0
  for (let i = 0; i < text.length;) {
    const letter = text[i]
    if (letter === '"') {
      const end = afterString(text, i)
      if (depth === 1 && end - i === wanted.length && text.startsWith(wanted, i)) {
        const colon = afterBlanks(text, end)
        const value = afterBlanks(text, colon + 1)
        if (text[colon] === ':' && text[value] === '[') return value
      }
      i = end
      continue
    }
    if (letter === '{' || letter === '[') depth++
    else if (letter === '}' || letter === ']') depth--
    i++
  }
  return -1
}

/** The first place at or after `from` that holds neither a blank nor a line end. */
export function afterBlanks(text: string, from: number): number {
  let i = from
  while (i < text.length && ' \t\r\n\ufeff'.includes(text[i] ?? '')) i++
  return i
}

/** The place after the string that begins at `start`, or the end of its line where it is not closed. */
export function afterString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const letter = text[i]
    if (letter === '\\') i++
    else if (letter === '"') return i + 1
    else if (letter === '\n') return i
  }
  return text.length
}
