import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanWords } from '../../../../src/main/search/scan-words'
import { joinHyphenated, splitWords } from '../../../../src/main/search/words'

type Taken = [surface: string, start: number, length: number]

function scanned(text: string): Taken[] {
  const taken: Taken[] = []
  scanWords(text, (surface, _place, start, length) => taken.push([surface, start, length]))
  return taken.sort(byPlace)
}

function split(text: string): Taken[] {
  const words = splitWords(text)
  return [...words, ...joinHyphenated(text, words)]
    .flatMap(({ spellings, start, length }) =>
      spellings.map((surface): Taken => [surface, start, length])
    )
    .sort(byPlace)
}

function byPlace(a: Taken, b: Taken): number {
  return a[1] - b[1] || a[2] - b[2] || (a[0] < b[0] ? -1 : 1)
}

describe('words read quickly', () => {
  it('are those that are read slowly, in any text', () => {
    const piece = fc.constantFrom(
      ...['graph', 'Pre', '-', '--', ' ', '\n', 'c++', 'C#', 'x#y', "'s", '’s', 'Gödel', '{\\"o}'],
      ...['3.14', '_', '10.1145/3', '深度', 'ab', 'İ', '\u00a0', '\u00ad', '🦙', 'GPT-4', '\\v s']
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((list) => list.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ maxLength: 60 })
    )
    fc.assert(
      fc.property(text, (each) => {
        expect(scanned(each)).toEqual(split(each))
      }),
      { numRuns: 2000 }
    )
  })

  it('have rising places, with other spellings and joined words at the place of the first', () => {
    const taken: [string, number][] = []
    const places = scanWords('Pre-training Gödel’s nets, well-known', (surface, place) =>
      taken.push([surface, place])
    )
    expect(places).toBe(6)
    expect(taken).toEqual([
      ['pre', 0],
      ['training', 1],
      ['pretraining', 0],
      ['godel', 2],
      ['goedel', 2],
      ['nets', 3],
      ['well', 4],
      ['known', 5],
      ['wellknown', 4]
    ])
  })
})
