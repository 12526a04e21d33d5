import { describe, expect, it, test } from 'vitest'
import { isEnglish } from '../../../../src/main/search/language'
import { found, indexOf, paper } from './papers'

describe('the language of a paper', () => {
  test.each([
    ['Deep learning', true],
    ['Mit', true],
    ['Attention is all you need', true],
    ['On the theory of Die Gleichung und der Raum', true],
    ['Die Kunst der Fuge', false],
    ['Étude sur la forme des nuages', false],
    ['Aprendizaje profundo para los sistemas', false],
    ['Het meten van licht en geluid', false],
    ['', true]
  ])('of “%s” is told by the words that hold it together', (text, english) => {
    expect(isEnglish('', text)).toBe(english)
  })

  test.each([
    ['en', true],
    ['en-GB', true],
    ['eng', true],
    ['English', true],
    ['de', false],
    ['enm', false]
  ])('“%s” is believed', (language, english) => {
    expect(isEnglish(language, 'Die Kunst der Fuge')).toBe(english)
  })
})

describe('a paper that is not in English', () => {
  const index = indexOf(
    paper(1, { title: 'Die Universitäten und der Raum', abstract: 'Ein Modell der Modelle.' }),
    paper(2, { title: 'The universe of models' }),
    paper(3, { title: 'Universities', language: 'en' }),
    paper(4, { title: 'Modelle', language: 'de' })
  )

  it('is found by its words as they are, accents aside', () => {
    expect(found(index, 'universitaten raum')).toEqual([1])
    expect(found(index, 'universitaeten')).toContain(1)
    expect(found(index, 'modelle ')).toContain(4)
  })

  it('is not found by what English makes of its words', () => {
    // `universe` and `universities` have one stem in English.
    const { hits } = index.query('universe', { limit: 10, isComplete: true })
    expect(hits.map(({ id }) => id).sort()).toEqual([2, 3])
    expect(
      index.query('modeling', { limit: 10, isComplete: true }).hits.map(({ id }) => id)
    ).toEqual([2])
  })

  it('is found by beginnings, patterns, phrases and near words as others are', () => {
    expect(found(index, 'model').sort()).toEqual([1, 2, 4])
    expect(found(index, '*odelle').sort()).toEqual([1, 4])
    expect(found(index, '"und der raum"')).toEqual([1])
    expect(found(index, 'modelke~').sort()).toEqual([1, 4])
  })

  it('has its words marked', () => {
    const [marks] = index.marks('raum', [1], {})
    expect(marks?.title).toEqual([[26, 4]])
  })
})
