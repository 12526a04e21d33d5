import { describe, expect, it } from 'vitest'
import type { PaperFields } from '@shared/model/paper'
import type { WritableDb } from '../../../../src/main/database/handle'
import {
  planKeys,
  previewKeys,
  remakeKeys,
  setCitationKey,
  suggestKey
} from '../../../../src/main/library/citation-keys'
import { change, undo } from '../../../../src/main/library/journal'
import {
  getLibrarySettings,
  setLibrarySettings
} from '../../../../src/main/library/library-settings'
import { addPaper } from '../../../../src/main/library/paper-changes'
import { getPapers, paperWithKey } from '../../../../src/main/library/papers'
import { newLibrary } from '../../support/library'

const label = { kind: 'keys', count: 1, name: '' } as const

function add(db: WritableDb, title: string, family: string, citationKey = ''): number {
  const creators: PaperFields['creators'] = [
    { role: 'author', name: { family, given: 'A', particle: '', suffix: '' } }
  ]
  let id = 0
  change(db, label, (tx) => {
    id = addPaper(tx, { title, creators, issued: '2020' }, { citationKey })
  })
  return id
}

const keyOf = (db: WritableDb, id: number): string => getPapers(db, [id])[0]?.citationKey ?? ''

describe('citation keys', () => {
  it('are made by the library’s pattern, and postfixed as it says', () => {
    const db = newLibrary()
    setLibrarySettings(db, { keys: { pattern: 'auth + shortyear', clashes: 'numbers' } })
    expect(keyOf(db, add(db, 'One', 'Liu'))).toBe('Liu20')
    expect(keyOf(db, add(db, 'Two', 'Liu'))).toBe('Liu20-2')
    expect(keyOf(db, add(db, 'Three', 'liu'))).toBe('liu20-3')
  })

  it('that came with a paper are kept, and never changed by a new pattern', () => {
    const db = newLibrary()
    const id = add(db, 'One', 'Liu', 'Imported:Key')
    setLibrarySettings(db, { keys: { pattern: 'auth + year', clashes: 'letters' } })
    add(db, 'Two', 'Liu')
    expect(keyOf(db, id)).toBe('Imported:Key')
    expect(suggestKey(db, id)).toBe('Liu2020a')
  })

  it('of old lead to their paper, and are given to no other', () => {
    const db = newLibrary()
    const id = add(db, 'One', 'Liu', 'old')
    change(db, label, (tx) => {
      setCitationKey(tx, id, 'new')
    })
    expect(getPapers(db, [id])[0]?.aliases).toEqual(['old'])
    expect(paperWithKey(db, 'OLD')).toBe(id)
    expect(keyOf(db, add(db, 'Two', 'Liu', 'Old'))).not.toBe('Old')
    change(db, label, (tx) => {
      setCitationKey(tx, id, 'old')
    })
    expect(getPapers(db, [id])[0]?.aliases).toEqual(['new'])
  })

  it('are made anew with a plan, also where two swap theirs, and undone', () => {
    const db = newLibrary()
    const one = add(db, 'One', 'Liu', 'Kim2020')
    const two = add(db, 'Two', 'Kim', 'Liu2020')
    setLibrarySettings(db, { keys: { pattern: 'auth + year', clashes: 'letters' } })
    expect(planKeys(db, [one, two])).toMatchObject([
      { from: 'Kim2020', to: 'Liu2020' },
      { from: 'Liu2020', to: 'Kim2020' }
    ])
    change(db, label, (tx) => {
      expect(remakeKeys(tx, [one, two])).toBe(2)
    })
    expect([keyOf(db, one), keyOf(db, two)]).toEqual(['Liu2020', 'Kim2020'])
    undo(db)
    expect([keyOf(db, one), keyOf(db, two)]).toEqual(['Kim2020', 'Liu2020'])
    expect(getPapers(db, [one])[0]?.aliases).toEqual([])
  })

  it('are shown before a pattern is kept, with what is wrong with it', () => {
    const db = newLibrary()
    const id = add(db, 'One', 'Liu', 'x')
    expect(previewKeys(db, { pattern: 'auth.lower', clashes: 'letters' }, [id]).keys).toMatchObject(
      [{ from: 'x', to: 'liu' }]
    )
    expect(previewKeys(db, { pattern: 'auht', clashes: 'letters' }, [id]).error?.message).toContain(
      'Did you mean auth?'
    )
    expect(keyOf(db, id)).toBe('x')
  })
})

describe('the choices of a library', () => {
  it('are what they are at first where nothing, or nonsense, is stored', () => {
    const db = newLibrary()
    const first = getLibrarySettings(db)
    expect(first.keys.pattern).toBe('standard')
    db.exec(
      `INSERT INTO library_setting (name, value) VALUES ('keys', '{"pattern": 7}'), ('style', 'no JSON')`
    )
    expect(getLibrarySettings(db)).toEqual(first)
  })
})
