import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BackupReason } from '@shared/model/backup'
import { backupName, readBackupName } from '../../../../../src/main/database/backup/backup-name'
import { isFarSmaller, toRemove } from '../../../../../src/main/database/backup/thin'

const hour = 60 * 60 * 1000
const start = Date.parse('2026-03-14T12:30:00.000Z')

interface Kept {
  name: string
  at: string
  reason: BackupReason
  papers: number
  notes: number
  annotations: number
}

function backup(at: number, papers = 100, reason: BackupReason = 'automatic'): Kept {
  const time = new Date(at).toISOString()
  return { name: time, at: time, reason, papers, notes: 10, annotations: 0 }
}

/** What is there after a backup each time, thinned after every one as the app does. */
function history(all: readonly Kept[]): Kept[] {
  let kept: Kept[] = []
  for (const one of all) {
    kept = [one, ...kept]
    const gone = new Set(toRemove(kept))
    kept = kept.filter((each) => !gone.has(each))
  }
  return kept
}

function every(step: number, count: number, papers = 100, from = start): Kept[] {
  return Array.from({ length: count }, (_, n) => backup(from + n * step, papers))
}

describe('thinning backups', () => {
  it('keeps the newest of 24 hours, 14 days, 8 weeks and 12 months that have any', () => {
    const two = history(every(3 * hour, 400 * 8))
    const last = Date.parse(two[0]?.at ?? '')
    const ages = two.map(({ at }) => (last - Date.parse(at)) / hour)
    expect(ages.slice(0, 24)).toEqual(Array.from({ length: 24 }, (_, n) => 3 * n))
    expect(two.length).toBeLessThanOrEqual(24 + 14 + 8 + 12)
    expect(two.length).toBeGreaterThan(24 + 10 + 5 + 9)
    const days = ages.filter((age) => age > 3 * 24 && age <= 14 * 24)
    expect(days.length).toBeGreaterThanOrEqual(10)
    expect(Math.max(...ages)).toBeGreaterThan(310 * 24)
  })

  it('takes nothing away for its age alone', () => {
    const old = every(hour, 23)
    expect(toRemove([backup(start + 5 * 365 * 24 * hour), ...[...old].reverse()])).toEqual([])
  })

  it('keeps all that was good for as long as a library that has lost its papers is backed up', () => {
    const good = history(every(hour, 30 * 24, 1000))
    const after = start + 30 * 24 * hour
    const all = history([...every(hour, 30 * 24, 1000), ...every(12 * hour, 2 * 365, 3, after)])
    expect(all).toEqual(expect.arrayContaining(good))
  })

  it('keeps the last good one of each fall, also when the library fell several times', () => {
    const falls = [1000, 0, 900, 10, 800, 0, 700].flatMap((papers, n) =>
      every(6 * hour, 4 * 60, papers, start + n * 24 * 60 * hour)
    )
    const kept = history(falls).map(({ papers }) => papers)
    for (const papers of [1000, 900, 800, 700]) expect(kept).toContain(papers)
  })

  it('keeps the last ten that were made before a restore, an emptying or an update, or by hand', () => {
    const made = Array.from({ length: 40 }, (_, n) =>
      backup(start + n * 60_000, 100, n % 2 === 0 ? 'before-restore' : 'by-hand')
    )
    const later = every(hour, 30 * 24, 100, start + 24 * hour)
    const kept = history([...made, ...later]).filter(({ reason }) => reason !== 'automatic')
    expect(kept.map(({ at }) => at).slice(0, 10)).toEqual(
      made
        .slice(-10)
        .map(({ at }) => at)
        .reverse()
    )
  })

  it('never takes away the newest, nor the largest, whatever was made when', () => {
    const times = fc.array(
      fc.record({ after: fc.integer({ min: 1, max: 40 * 24 }), papers: fc.nat(40) }),
      { minLength: 1, maxLength: 200 }
    )
    fc.assert(
      fc.property(times, (steps) => {
        let at = start
        const all = steps.map(({ after, papers }) => backup((at += after * hour), papers * 25))
        const kept = history(all)
        expect(kept[0]).toBe(all.at(-1))
        const falls = all.filter((one, n) => {
          const next = all[n + 1]
          return next !== undefined && isFarSmaller(next, one)
        })
        expect(kept).toEqual(expect.arrayContaining(falls.slice(-10)))
      }),
      { numRuns: 100, seed: 24 }
    )
  })

  it('calls a library far smaller that lost a tenth of anything, but not for a few papers', () => {
    const of = (papers: number, notes = 10, annotations = 0) => ({ papers, notes, annotations })
    expect(isFarSmaller(of(950), of(1000))).toBe(false)
    expect(isFarSmaller(of(899), of(1000))).toBe(true)
    expect(isFarSmaller(of(1200, 0), of(1000, 10))).toBe(true)
    expect(isFarSmaller(of(9), of(12))).toBe(false)
    expect(isFarSmaller(of(0), of(3))).toBe(true)
    expect(isFarSmaller(of(0, 0), of(0, 0))).toBe(false)
  })
})

describe('the name of a backup', () => {
  it('tells all there is to know of it', () => {
    const told = {
      ...({ at: '2026-03-14T09:05:07.089Z', reason: 'before-emptying', papers: 1204 } as const),
      ...{ notes: 33, annotations: 12, sum: '0123456789abcdef'.repeat(2) }
    }
    const name = backupName(told)
    expect(readBackupName(name)).toEqual({ name, ...told })
  })

  it('is no other file’s', () => {
    const sum = '0123456789abcdef'.repeat(2)
    for (const name of [
      'library.sqlite',
      `2026-03-14T09-05-07-089Z.whatever.1-2-3.${sum}.sqlite`,
      `2026-13-44T09-05-07-089Z.automatic.1-2-3.${sum}.sqlite`,
      `2026-03-14T09-05-07-089Z.automatic.1-2-3.${sum}.sqlite.part`,
      `../2026-03-14T09-05-07-089Z.automatic.1-2-3.${sum}.sqlite`
    ])
      expect(readBackupName(name)).toBeNull()
  })
})
