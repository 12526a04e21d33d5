import { describe, expect, test } from 'vitest'
import { found, indexOf, paper } from './papers'

const index = indexOf(
  paper(1, {
    title: 'Attention Is All You Need',
    abstract: 'Recurrent neural networks are replaced by attention.',
    people: 'Ashish Vaswani; Noam Shazeer',
    venue: 'NeurIPS',
    year: '2017'
  }),
  paper(2, {
    title: 'Graph neural networks: a survey',
    abstract: 'All of attention, and what you may need of it.',
    people: 'Ada Shazeer',
    venue: 'TNNLS'
  }),
  paper(3, {
    title: 'Networks of neural tissue',
    abstract: 'A case study in pre-training of nothing.',
    people: 'Vaswani Kumar',
    note: 'Read the survey first.'
  }),
  paper(4, { title: '深度学习的图网络', abstract: 'Erasure of concepts.', people: 'Li Wei' })
)
const sorted = (query: string): number[] => found(index, query).sort((a, b) => a - b)

describe('a clause', () => {
  test.each([
    ['"neural networks"', 'a phrase, its words behind one another', [1, 2]],
    ['"neural network"', 'a phrase, in any form of its words', [1, 2]],
    ['"attention is all you need"', 'a phrase with stop words in between', [1]],
    ['"attention and you need"', 'a phrase whose stop words leave too little room', []],
    ['"neural net', 'a phrase that is being typed', [1, 2]],
    ['"attention is all you need" survey', 'both a phrase and a word', []],
    ['"学习的图"', 'a phrase in a script without spaces', [4]],
    ['"pre-training of"', 'a phrase with a hyphen', [3]],
    ['title:"neural networks"', 'a phrase in one field', [2]],
    ['title:networks', 'a word in one field', [2, 3]],
    ['author:vaswani', 'a name', [1, 3]],
    ['author:"Ashish Vaswani"', 'a whole name', [1]],
    ['author:(vaswani or shazeer) title:networks', 'alternatives in a field', [2, 3]],
    ['author:shaz', 'a name that is being typed', [1, 2]],
    ['note:survey', 'a word of the note', [3]],
    ['venue:neurips', 'a venue', [1]],
    ['survey or attention', 'either of two words', [1, 2, 3]],
    ['neural (survey or tissue)', 'one of two beside a word', [2, 3]],
    ['neural -survey', 'a word that must not be there', [1]],
    ['-neural', 'nothing but what must not be there', [4]],
    ['-"neural networks" networks', 'a phrase that must not be there', [3]],
    ['-(survey or tissue)', 'none of two', [1, 4]],
    ['-title:networks author:vaswani', 'a word that must not be in one field', [1]],
    ['networks -s', 'no more left out than what is typed to its end', [1, 2, 3]],
    ['net* -surv*', 'beginnings and what must not begin so', [1]],
    ['n*works', 'a word with a gap', [1, 2, 3]],
    ['erasrue~', 'a word but for one letter', [4]],
    ['author:', 'a field without a word yet: nothing', []],
    ['neural author:', 'a field without a word yet beside a word', [1, 2, 3]],
    ['()', 'nothing at all', []]
  ])('%s asks for %s', (query, _what, expected) => {
    expect(sorted(query)).toEqual(expected)
  })

  test('that is not a filter ranks papers, and says so', () => {
    expect(index.query('-neural', { limit: 10 }).isRanked).toBe(false)
    expect(index.query('"neural networks"', { limit: 10 })).toMatchObject({
      ...{ isRanked: true, mode: 'all', total: 2 }
    })
    expect(found(index, '"neural networks"')[0]).toBe(2)
  })

  test('is held to where words are found only nearly, or some of them', () => {
    expect(index.query('atention -title:networks', { limit: 10 })).toMatchObject({
      ...{ mode: 'near', total: 1 }
    })
    expect(index.query('author:shazeer graph attention tissue', { limit: 10 })).toMatchObject({
      ...{ mode: 'any', total: 2 }
    })
    expect(found(index, '"nothing of the kind" attention')).toEqual([])
  })

  test('keeps to the papers of a filter', () => {
    const filterSets = (): Uint8Array => Uint8Array.of(0, 0, 1, 1, 0)
    const ids = (query: string): number[] =>
      index.query(query, { limit: 10, filterSets }).hits.map(({ id }) => id)
    expect(ids('is:unread')).toEqual([3, 2])
    expect(ids('-is:unread')).toEqual([4, 1])
    expect(ids('is:unread attention')).toEqual([2])
    expect(ids('is:unread or title:attention').sort()).toEqual([1, 2, 3])
  })
})
