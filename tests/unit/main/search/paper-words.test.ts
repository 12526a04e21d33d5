import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HeldBytes } from '../../../../src/main/search/bytes'
import { PaperWords } from '../../../../src/main/search/paper-words'

function taken(words: PaperWords, paper: number): number[] {
  const found: number[] = []
  words.take(paper, (word) => found.push(word))
  return found
}

it('gives the words of each paper back once, whatever others do, and from its file', () => {
  const papers = fc.array(
    fc.tuple(fc.nat({ max: 50 }), fc.uniqueArray(fc.nat({ max: 2 ** 28 }), { maxLength: 30 }))
  )
  fc.assert(
    fc.property(papers, (changes) => {
      const held = new Map<number, number[]>()
      let words = new PaperWords()
      for (const [paper, given] of changes) {
        const list = given.toSorted((a, b) => a - b)
        expect(taken(words, paper)).toEqual(held.get(paper) ?? [])
        words.put(paper, Int32Array.from(list))
        held.set(paper, list)
        const { bytes, starts, waste } = words.export()
        words = new PaperWords(new HeldBytes(bytes), starts, waste)
      }
      for (const [paper, list] of held) expect(taken(words, paper)).toEqual(list)
      for (const paper of held.keys()) expect(taken(words, paper)).toEqual([])
    })
  )
})

it('gives room back when many papers have changed', () => {
  const words = new PaperWords()
  const list = Int32Array.from({ length: 5000 }, (_, at) => at * 300)
  for (let turn = 0; turn < 400; turn++) {
    taken(words, turn % 7)
    words.put(turn % 7, list)
  }
  expect(words.export().bytes.length).toBeLessThan(2_200_000)
  expect(taken(words, 3)).toEqual([...list])
})
