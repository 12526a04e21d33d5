import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexOf, paper } from './papers'

const title = 'Concept Erasure in Diffusion Models'
const index = indexOf(
  paper(1, { title, people: 'Henri Poincaré', identifiers: ['10.1145/3366423', 'a*b'] }),
  paper(2, { title: '深度学习 constructor __proto__ toString' })
)

describe('typed text', () => {
  it.each([
    'title:',
    'title:erasure +concept -models ~1 ^5 "erasure',
    '"concept erasure"',
    '+ ~ ^ - " ( ) * ** [ ] { } \\',
    '*',
    'era*ure',
    'concept AND (erasure OR',
    '🦙 🤖',
    '\ud83e',
    '\udd99concept\ud83e',
    '\u0000\u0007',
    '__proto__ constructor hasOwnProperty',
    "\\'",
    '{\\"',
    'ﷺ ½ ㎏ ﬁ ①',
    '10.1145/*',
    'x'.repeat(100_000),
    '('.repeat(100_000),
    '{\\"'.repeat(30_000),
    '深'.repeat(50_000),
    'concept erasure '.repeat(6_000),
    'gpt-4 10.1145/3366423 '.repeat(5_000),
    Array.from({ length: 15_000 }, (_, number) => `word${String(number)}`).join(' ')
  ])('%# is accepted, and quickly', (text) => {
    const start = performance.now()
    const { mode } = index.query(text, { limit: 100 })
    expect(['all', 'any', 'near', 'text', 'none']).toContain(mode)
    expect(performance.now() - start).toBeLessThan(250)
  })

  it('of any kind is accepted, and marks lie within the text', () => {
    const pieces = fc.constantFrom('title:', 'conc', 'erasrue', '"', '+', '~1', '^', '*', '-', '(')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 }))).map((list) => list.join(' ')),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))
    )
    fc.assert(
      fc.property(text, (typed) => {
        const ids = index.query(typed, { limit: 100 }).hits.map(({ id }) => id)
        for (const marks of index.marks(typed, ids, {}))
          for (const [start, length] of marks.title) {
            expect(length).toBeGreaterThan(0)
            expect(start + length).toBeLessThanOrEqual(title.length)
          }
      }),
      { numRuns: 500 }
    )
  })

  it('finds any paper that holds it, whatever it is', () => {
    const noStopWords = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter((text) => !/[a-z]/i.test(text.normalize('NFKD')))
    fc.assert(
      fc.property(noStopWords, (text) => {
        const own = indexOf(paper(1, { abstract: text }))
        const { mode, hits } = own.query(text, { limit: 1 })
        if (mode !== 'none') expect(hits.map(({ id }) => id)).toEqual([1])
      }),
      { numRuns: 500 }
    )
  })
})
