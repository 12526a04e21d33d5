import { joinHyphenated, maxLength, splitWords } from './words'

/** Is told each word of a text: folded, which word of the text it is, and where it stands in it. */
export type TakeWord = (surface: string, place: number, start: number, length: number) => void

/**
 * The words of a text as `splitWords` and `joinHyphenated` give them, chunk by chunk; other spellings of a
 * word and what hyphens join have the place of the first. Plain ASCII, most of any text, is read without
 * regular expressions: that is what makes the index of a large library quick to build.
 * @returns how many places there are
 */
export function scanWords(text: string, take: TakeWord): number {
  const lower = text.toLowerCase()
  // Few letters change their length in lower case; LaTeX may part a letter with a space.
  if (lower.length !== text.length || text.includes('\\')) return scanSlowly(text, 0, 0, take)
  let place = 0
  let start = 0
  const end = text.length
  while (start < end) {
    while (start < end && text.charCodeAt(start) <= 32) start++
    let stop = start
    let isPlain = true
    for (; stop < end; stop++) {
      const code = text.charCodeAt(stop)
      if (code <= 32) break
      if (code > 126 || code === 35 || code === 43 || code === 39) isPlain = false
    }
    if (stop > start)
      place = isPlain
        ? scanPlain(lower, start, stop, place, take)
        : scanSlowly(text.slice(start, stop), start, place, take)
    start = stop
  }
  return place
}

function scanSlowly(text: string, offset: number, from: number, take: TakeWord): number {
  const words = splitWords(text)
  const placeAt = new Map<number, number>()
  for (const [index, { spellings, start, length }] of words.entries()) {
    placeAt.set(start, from + index)
    for (const surface of spellings) take(surface, from + index, offset + start, length)
  }
  for (const { spellings, start, length } of joinHyphenated(text, words))
    for (const surface of spellings)
      take(surface, placeAt.get(start) ?? from, offset + start, length)
  return from + words.length
}

/** A chunk of letters, digits and signs of ASCII, in small letters. */
function scanPlain(lower: string, from: number, to: number, first: number, take: TakeWord): number {
  let place = first
  /** Where a run of words began that single hyphens join, and how many words it has. */
  let runStart = -1
  let runWords = 0
  let runPlace = 0
  let runEnd = -2
  const endRun = (): void => {
    if (runWords > 1) {
      const joined = lower.slice(runStart, runEnd).replaceAll('-', '')
      take(joined.slice(0, maxLength), runPlace, runStart, runEnd - runStart)
    }
  }
  let at = from
  while (at < to) {
    while (at < to && !isAlphanumeric(lower.charCodeAt(at))) at++
    if (at === to) break
    const start = at
    while (at < to && isAlphanumeric(lower.charCodeAt(at))) at++
    take(lower.slice(start, Math.min(at, start + maxLength)), place, start, at - start)
    if (runWords > 0 && start === runEnd + 1 && lower.charCodeAt(runEnd) === 45) runWords++
    else {
      endRun()
      runStart = start
      runPlace = place
      runWords = 1
    }
    runEnd = at
    place++
  }
  endRun()
  return place
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}
