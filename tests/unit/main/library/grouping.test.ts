import { describe, expect, it } from 'vitest'
import { change } from '../../../../src/main/library/journal'
import { grouped, groupKeys } from '../../../../src/main/library/grouping'
import { addTag } from '../../../../src/main/library/tags'
import { insertPaper, newLibrary } from '../../support/library'

const person = (family: string) =>
  ({ role: 'author', name: { family, given: 'A', particle: '', suffix: '' } }) as const

describe('papers put together', () => {
  it('by year: the newest first, those without one last, each in the order they came in', () => {
    const db = newLibrary()
    const [a, b, c, d] = ['2024-05', '', '2026', '2024'].map((issued) =>
      insertPaper(db, { issued })
    )
    const found = grouped([a ?? 0, b ?? 0, c ?? 0, d ?? 0], groupKeys(db, 'year'), 'year')
    expect(found).toEqual({
      ids: [c, a, d, b],
      groups: [
        { key: '2026', count: 1 },
        { key: '2024', count: 2 },
        { key: '', count: 1 }
      ]
    })
  })

  it('by venue and author: by the alphabet, capitals aside', () => {
    const db = newLibrary()
    const ids = ['neurips', 'Annals', 'NeurIPS'].map((venue, index) =>
      insertPaper(db, { venue, creators: index === 1 ? [] : [person(index === 0 ? 'Ek' : 'Ada')] })
    )
    expect(grouped(ids, groupKeys(db, 'venue'), 'venue').groups).toEqual([
      { key: 'Annals', count: 1 },
      { key: 'neurips', count: 2 }
    ])
    expect(grouped(ids, groupKeys(db, 'author'), 'author').groups.map(({ key }) => key)).toEqual([
      'Ada',
      'Ek',
      ''
    ])
  })

  it('by the day they were added, and by the month where that is longer ago', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const now = new Date()
    const today = now.toLocaleDateString('sv')
    expect(groupKeys(db, 'added', now).get(id)).toBe(today)
    const later = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 7)
    expect(groupKeys(db, 'added', later).get(id)).toBe(today.slice(0, 7))
  })

  it('by tag: by the first that each has', () => {
    const db = newLibrary()
    const [a, b] = [insertPaper(db), insertPaper(db)]
    change(db, { kind: 'tag', count: 1, name: '' }, (tx) => {
      addTag(tx, [a], 'weaving')
      addTag(tx, [a, b], 'looms')
    })
    expect(grouped([a, b], groupKeys(db, 'tag'), 'tag')).toEqual({
      ids: [a, b],
      groups: [{ key: 'looms', count: 2 }]
    })
  })
})
