import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksIn } from '../../../../src/main/search/marks'
import { termOf } from '../../../../src/main/search/analysis'
import { Vocabulary } from '../../../../src/main/search/vocabulary'

const words = ['weave', 'weaving', 'öl', 'oel', 'ol', 'a', 'b', '3d', 'x-ray', 'Ωmega', 'naïve']
const every = { first: -1, second: -1 }

describe('marks', () => {
  it('are the same whether or not words are told apart by their beginnings first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 }))),
        fc.array(fc.nat({ max: 20 })),
        (texts, terms) => {
          const vocabulary = new Vocabulary()
          for (const word of words.slice(0, 6)) vocabulary.intern(word, termOf(word) ?? word)
          vocabulary.initialsOf([])
          for (const word of words.slice(6)) vocabulary.intern(word, termOf(word) ?? word)
          const text = texts.join(' ')
          const isWanted = (term: number): boolean => terms.includes(term)
          expect(marksIn(text, vocabulary, isWanted, vocabulary.initialsOf(terms))).toEqual(
            marksIn(text, vocabulary, isWanted, every)
          )
        }
      )
    )
  })
})
