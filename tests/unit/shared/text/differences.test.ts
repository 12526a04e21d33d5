import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from '@shared/text/differences'

describe('what differs between two texts', () => {
  it('is told word by word', () => {
    expect(differences('the quick fox', 'the slow red fox')).toEqual([
      { kind: 'same', text: 'the ' },
      { kind: 'gone', text: 'quick' },
      { kind: 'new', text: 'slow red' },
      { kind: 'same', text: ' fox' }
    ])
  })

  it('makes up both texts, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀', '.') })
    fc.assert(
      fc.property(text, text, (former, next) => {
        const pieces = differences(former, next)
        const without = (kind: string): string =>
          pieces.map((piece) => (piece.kind === kind ? '' : piece.text)).join('')
        expect(without('new')).toBe(former)
        expect(without('gone')).toBe(next)
      })
    )
  })

  it('of long texts that have nothing in common is told as a whole', () => {
    const pieces = differences('a '.repeat(20_000), 'b '.repeat(20_000))
    expect(pieces.filter(({ kind }) => kind === 'gone').length).toBeLessThan(3)
  })
})
