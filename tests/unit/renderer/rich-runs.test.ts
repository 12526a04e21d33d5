import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richRuns } from '../../../src/renderer/src/lib/rich-runs'

const shown = (raw: string, marks: [number, number][] = [], links = true): string[] =>
  richRuns(raw, marks, links).map(
    ({ text, kind, isMarked, url }) =>
      `${kind === 'text' ? '' : `${kind}:`}${text}${isMarked ? '!' : ''}${url === null ? '' : `→${url}`}`
  )

describe('text of a paper', () => {
  it('marks the words that answered a search, at their raw places', () => {
    expect(shown('Concept Erasure', [[0, 7]])).toEqual(['Concept!', ' Erasure'])
    expect(shown('Concept Erasure', [[8, 4]])).toEqual(['Concept ', 'Eras!', 'ure'])
  })

  it('marks a piece of set mathematics as a whole', () => {
    expect(shown('The BT^2 method', [[4, 2]])).toEqual(['The ', 'BT!', 'sup:2', ' method'])
    expect(shown('The BT^2 method', [[7, 1]])).toContain('sup:2!')
  })

  it('makes addresses live without the sentence’s own punctuation', () => {
    expect(shown('Code (https://example.org/a).')).toEqual([
      'Code (',
      'https://example.org/a→https://example.org/a',
      ').'
    ])
    expect(shown('Code (https://example.org/a).', [], false)).toEqual([
      'Code (https://example.org/a).'
    ])
  })

  it('tells formulas apart where they are set, marks them as a whole, and leaves the rest as it is', () => {
    const raw = 'A bound of $\\alpha^2$ by \\emph{us}, for \\[x\\] and BT^2'
    const runs = richRuns(raw, [[12, 2]], true, true).filter(({ text }) => text !== '')
    expect(runs.map(({ kind, text, isMarked }) => `${kind}:${text}${isMarked ? '!' : ''}`)).toEqual(
      [
        'text:A bound of ',
        'formula:\\alpha^2!',
        'text: by ',
        'text:us',
        'text:, for ',
        'display:x',
        'text: and ',
        'text:BT',
        'sup:2'
      ]
    )
    expect(runs[1]?.source).toBe('$\\alpha^2$')
  })

  it('shows every character of ordinary text once, whatever is marked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', ' ', 'é', '漢', '. ', 'https://example.org/x')),
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }))),
        (parts, marks) => {
          const raw = parts.join('')
          expect(
            richRuns(raw, marks, true)
              .map(({ text }) => text)
              .join('')
          ).toBe(raw)
        }
      )
    )
  })
})
