import { describe, expect, it } from 'vitest'
import { english, german } from '@shared/messages/formats'

describe('numbers and dates in words', () => {
  it('sets thousands apart, as the language does', () => {
    expect([0, 999, 1000, 100_000, 1_234_567].map(english.number)).toEqual([
      ...['0', '999', '1,000', '100,000', '1,234,567']
    ])
    expect([english.count(1, 'paper'), english.count(1204, 'paper')]).toEqual([
      ...['1 paper', '1,204 papers']
    ])
    expect(german.count(1204, 'Paper', 'Papers')).toBe('1.204 Papers')
    expect([english.bytes(1_600_000), german.bytes(1_600_000)]).toEqual(['1.5 MB', '1,5 MB'])
    expect([english.percent(0.574), german.percent(0.574)]).toEqual(['57%', '57\u00a0%'])
  })

  it('writes a date as far as it is known, and leaves alone what is none', () => {
    const dates = ['2026-03-14', '2026-12-01', '2026-03', '2026', 'in press', '2026-13']
    expect(dates.map(english.longDate)).toEqual([
      ...['14 March 2026', '1 December 2026', 'March 2026', '2026', 'in press', '2026-13']
    ])
    expect(dates.map(german.longDate)).toEqual([
      ...['14. März 2026', '1. Dezember 2026', 'März 2026', '2026', 'in press', '2026-13']
    ])
  })

  it('leaves the year out where it is this one', () => {
    const now = new Date('2026-11-24T12:00:00')
    expect(english.shortDate('2026-03-14', now)).toBe('14 Mar')
    expect(english.shortDate('2025-09-04', now)).toBe('4 Sep 2025')
    expect(german.shortDate('2025-09-04', now)).toBe('4. Sept. 2025')
  })

  it('numbers places in an order', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 68, 101, 111].map(english.ordinal)).toEqual([
      ...['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '68th', '101st', '111th']
    ])
    expect(german.ordinal(68)).toBe('68.')
  })
})
