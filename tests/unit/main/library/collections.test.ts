import { describe, expect, it } from 'vitest'
import type { JournalledDb, WritableDb } from '../../../../src/main/database/handle'
import {
  addToCollection,
  createCollection,
  deleteCollection,
  listCollections,
  moveCollection,
  removeFromCollection,
  renameCollection
} from '../../../../src/main/library/collections'
import { change, undo } from '../../../../src/main/library/journal'
import { mergePapers } from '../../../../src/main/library/merge-papers'
import {
  createSavedSearch,
  deleteSavedSearch,
  editSavedSearch,
  listSavedSearches,
  moveSavedSearch
} from '../../../../src/main/library/saved-searches'
import { listIds } from '../../../../src/main/library/views'
import { contentOf, insertPaper, newLibrary } from '../../support/library'

const byTitle = { column: 'title', descending: false } as const

function make<T>(db: WritableDb, write: (tx: JournalledDb) => T): T {
  return change(db, { kind: 'collect', count: 1, name: '' }, write).value
}

function papersIn(db: WritableDb, id: number): number[] {
  return listIds(db, { kind: 'collection', id }, byTitle)
}

describe('collections', () => {
  it('hold papers, one in many, and show those of the collections in them', () => {
    const db = newLibrary()
    const papers = ['A', 'B', 'C'].map((title) => insertPaper(db, { title }))
    const [a = 0, b = 0, c = 0] = papers
    const thesis = make(db, (tx) => createCollection(tx, { name: ' Thesis ', parentId: null }))
    const methods = make(db, (tx) => createCollection(tx, { name: 'Methods', parentId: thesis }))
    const talk = make(db, (tx) => createCollection(tx, { name: 'Talk', parentId: null }))
    make(db, (tx) => {
      addToCollection(tx, [a], thesis)
      addToCollection(tx, [a, b], methods)
      addToCollection(tx, [a], talk)
    })
    expect(papersIn(db, thesis)).toEqual([a, b])
    expect(papersIn(db, methods)).toEqual([a, b])
    expect(listIds(db, { kind: 'unfiled' }, byTitle)).toEqual([c])
    make(db, (tx) => {
      removeFromCollection(tx, [a], thesis)
    })
    expect(papersIn(db, thesis)).toEqual([b])
    expect(papersIn(db, talk)).toEqual([a])
  })

  it('are moved, but not into themselves', () => {
    const db = newLibrary()
    const a = make(db, (tx) => createCollection(tx, { name: 'A', parentId: null }))
    const b = make(db, (tx) => createCollection(tx, { name: 'B', parentId: a }))
    for (const target of [a, b])
      expect(() => {
        make(db, (tx) => {
          moveCollection(tx, a, target)
        })
      }).toThrow('which is in it')
    make(db, (tx) => {
      moveCollection(tx, b, null)
    })
    expect(listCollections(db).map(({ parentId }) => parentId)).toEqual([null, null])
  })

  it('beside one another differ in name', () => {
    const db = newLibrary()
    const a = make(db, (tx) => createCollection(tx, { name: 'A', parentId: null }))
    make(db, (tx) => createCollection(tx, { name: 'a', parentId: a }))
    const b = make(db, (tx) => createCollection(tx, { name: 'B', parentId: null }))
    expect(() => make(db, (tx) => createCollection(tx, { name: 'a', parentId: null }))).toThrow(
      'There is a collection “A” in this place already'
    )
    expect(() => {
      make(db, (tx) => {
        renameCollection(tx, b, 'A')
      })
    }).toThrow('Choose another name')
    expect(() => make(db, (tx) => createCollection(tx, { name: ' ', parentId: null }))).toThrow(
      'A collection needs a name.'
    )
  })

  it('come back with all that was in them when their deletion is undone', () => {
    const db = newLibrary()
    const paper = insertPaper(db)
    const a = make(db, (tx) => createCollection(tx, { name: 'A', parentId: null }))
    const b = make(db, (tx) => createCollection(tx, { name: 'B', parentId: a }))
    make(db, (tx) => {
      addToCollection(tx, [paper], b)
    })
    const before = contentOf(db)
    make(db, (tx) => {
      deleteCollection(tx, a)
    })
    expect(listCollections(db)).toEqual([])
    expect(listIds(db, { kind: 'library' }, byTitle)).toEqual([paper])
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('keep the paper that others were merged into', () => {
    const db = newLibrary()
    const [kept, other] = [insertPaper(db, { title: 'A' }), insertPaper(db, { title: 'B' })]
    const a = make(db, (tx) => createCollection(tx, { name: 'A', parentId: null }))
    make(db, (tx) => {
      addToCollection(tx, [other], a)
    })
    make(db, (tx) => {
      mergePapers(tx, kept, [other])
    })
    expect(papersIn(db, a)).toEqual([kept])
  })
})

describe('saved searches', () => {
  it('are kept in the user’s order, renamed, edited and deleted', () => {
    const db = newLibrary()
    const [a, b, c] = ['A', 'B', 'C'].map((name) =>
      make(db, (tx) => createSavedSearch(tx, { name, query: `tag:${name}` }))
    )
    make(db, (tx) => {
      moveSavedSearch(tx, c ?? 0, a ?? 0)
    })
    make(db, (tx) => {
      editSavedSearch(tx, b ?? 0, { name: 'To read', query: ' is:unread ' })
    })
    expect(listSavedSearches(db).map(({ name, query }) => [name, query])).toEqual([
      ['C', 'tag:C'],
      ['A', 'tag:A'],
      ['To read', 'is:unread']
    ])
    const before = contentOf(db)
    make(db, (tx) => {
      deleteSavedSearch(tx, a ?? 0)
    })
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('need a name of their own and something to look for', () => {
    const db = newLibrary()
    make(db, (tx) => createSavedSearch(tx, { name: 'A', query: 'x' }))
    expect(() => make(db, (tx) => createSavedSearch(tx, { name: 'a', query: 'y' }))).toThrow(
      'There is a saved search “A” already'
    )
    expect(() => make(db, (tx) => createSavedSearch(tx, { name: 'B', query: ' ' }))).toThrow(
      'A saved search needs a query.'
    )
  })
})
