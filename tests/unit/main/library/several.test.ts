import { describe, expect, it } from 'vitest'
import { addToCollection, createCollection } from '../../../../src/main/library/collections'
import { change, undo } from '../../../../src/main/library/journal'
import { completePaper, setState } from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { editSeveral, severalPapers } from '../../../../src/main/library/several'
import { addTag } from '../../../../src/main/library/tags'
import { contentOf, insertPaper, newLibrary } from '../../support/library'

const label = { kind: 'edit-several', count: 2, name: '' } as const
const nothing = { fields: {}, addTags: [], removeTags: [], addTo: [], removeFrom: [] }

describe('several papers', () => {
  it('tell what they have in common, and what only some of them have', () => {
    const db = newLibrary()
    const a = insertPaper(db, { venue: 'Annals', issued: '2024-03', language: 'en' })
    const b = insertPaper(db, { venue: 'Letters', issued: '2024', language: 'en' })
    change(db, label, (tx) => {
      addTag(tx, [a], 'ml')
      setState(tx, [b], { starred: true })
      addToCollection(tx, [a, b], createCollection(tx, { name: 'Thesis', parentId: null }))
    })
    expect(severalPapers(db, [a, b])).toMatchObject({
      ...{ papers: 2, starred: 1, read: 0 },
      fields: { type: 'article', venue: null, language: 'en', year: '2024' },
      tags: [{ name: 'ml', count: 1 }],
      collections: [{ name: 'Thesis', count: 2 }]
    })
  })

  it('are changed alike in what is given, and in nothing else, by one change', () => {
    const db = newLibrary()
    const a = insertPaper(db, { venue: 'Annals', issued: '2024-03-01', title: 'A' })
    const b = insertPaper(db, { venue: 'Letters', issued: '2020', title: 'B' })
    const ml = change(db, label, (tx) => {
      addTag(tx, [a, b], 'ml')
      return createCollection(tx, { name: 'Thesis', parentId: null })
    }).value
    const tagId = severalPapers(db, [a]).tags[0]?.id ?? 0
    const before = contentOf(db)
    change(db, label, (tx) => {
      editSeveral(tx, [a, b], {
        ...nothing,
        ...{ fields: { year: '2024', type: 'thesis' }, starred: true },
        ...{ addTags: ['weaving'], removeTags: [tagId], addTo: [ml] }
      })
    })
    expect(getPapers(db, [a, b])).toMatchObject([
      { venue: 'Annals', issued: '2024-03-01', type: 'thesis', starred: true, title: 'A' },
      { venue: 'Letters', issued: '2024', type: 'thesis', starred: true, title: 'B' }
    ])
    expect(getPapers(db, [a])[0]?.tags.map(({ name }) => name)).toEqual(['weaving'])
    expect(getPapers(db, [b])[0]?.collections.map(({ name }) => name)).toEqual(['Thesis'])
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('keep the user’s value whatever sources say later', () => {
    const db = newLibrary()
    const a = insertPaper(db, { venue: 'Annals', title: 'A' })
    change(db, label, (tx) => {
      editSeveral(tx, [a], { ...nothing, fields: { venue: ' Letters ' } })
      completePaper(tx, a, { title: 'A', venue: 'Annals of Everything' }, 'a service')
    })
    expect(getPapers(db, [a])[0]?.venue).toBe('Letters')
  })
})
