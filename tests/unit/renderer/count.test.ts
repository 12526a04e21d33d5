import { describe, expect, it } from 'vitest'
import { count, longDate, number, shortDate } from '../../../src/renderer/src/messages/count'

describe('numbers and dates in words', () => {
  it('sets thousands apart', () => {
    expect([0, 999, 1000, 100_000, 1_234_567].map(number)).toEqual([
      ...['0', '999', '1,000', '100,000', '1,234,567']
    ])
    expect([count(1, 'paper'), count(1204, 'paper')]).toEqual(['1 paper', '1,204 papers'])
  })

  it('writes a date as far as it is known, and leaves alone what is none', () => {
    expect(
      ['2026-03-14', '2026-12-01', '2026-03', '2026', 'in press', '2026-13'].map(longDate)
    ).toEqual(['14 March 2026', '1 December 2026', 'March 2026', '2026', 'in press', '2026-13'])
  })

  it('leaves the year out where it is this one', () => {
    const now = new Date('2026-11-24T12:00:00')
    expect(shortDate('2026-03-14', now)).toBe('14 Mar')
    expect(shortDate('2025-09-04', now)).toBe('4 Sep 2025')
  })
})
