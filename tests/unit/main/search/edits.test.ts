import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWithinEdits } from '../../../../src/main/search/edits'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })

it('knows words that are one edit apart, as a slow comparison does', () => {
  fc.assert(
    fc.property(word, word, (typed, other) => {
      expect(isWithinEdits(typed, other, 1, false)).toBe(edits(typed).has(other))
    }),
    { numRuns: 2000 }
  )
})

it('knows words that begin with something one edit apart', () => {
  fc.assert(
    fc.property(word, word, (typed, other) => {
      const beginnings = Array.from({ length: other.length + 1 }, (_, end) => other.slice(0, end))
      const near = edits(typed)
      expect(isWithinEdits(typed, other, 1, true)).toBe(beginnings.some((each) => near.has(each)))
    }),
    { numRuns: 2000 }
  )
})

/** Everything one edit makes of a word, and the word. */
function edits(text: string): Set<string> {
  const all = new Set([text])
  for (let at = 0; at <= text.length; at += 1) {
    const [before, here, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)]
    all.add(before + after)
    for (const letter of 'abc') {
      all.add(before + letter + here + after)
      if (here !== '') all.add(before + letter + after)
    }
    if (after !== '') all.add(before + (after[0] ?? '') + here + after.slice(1))
  }
  return all
}
