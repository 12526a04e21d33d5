import { beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import { change, journalState, undo } from '../../../../src/main/library/journal'
import { editByUser } from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { createSavedSearch } from '../../../../src/main/library/saved-searches'
import { saveTagRule } from '../../../../src/main/library/tag-rules'
import { removeTag, tagNamed } from '../../../../src/main/library/tags'
import { LibrarySearch } from '../../../../src/main/search/library-search'
import { Tagging } from '../../../../src/main/session/tagging'
import { fields, insertPaper, newLibrary } from '../../support/library'

let db: WritableDb
let search: LibrarySearch
let tagging: Tagging

const label = { kind: 'edit', count: 1, name: '' } as const

function rule(query: string, tag: string, enabled = true): number {
  return change(db, { kind: 'rule-edit', count: 1, name: tag }, (tx) =>
    saveTagRule(tx, { id: null, query, tag, enabled })
  ).value
}

/** Lets the rules look at what has changed. */
async function settled(): Promise<void> {
  tagging.changed()
  await tagging.settle()
}

function tagsOf(id: number): string[] {
  return getPapers(db, [id])[0]?.tags.map(({ name }) => name) ?? []
}

beforeEach(() => {
  db = newLibrary()
  search = new LibrarySearch(db, null)
  const session = {
    db,
    notice: () => undefined,
    answering: (text: string, among: readonly number[] | null) =>
      Promise.resolve([...search.answering(text)].filter((id) => among?.includes(id) ?? true))
  }
  tagging = new Tagging(
    () => session,
    (error) => {
      throw error
    }
  )
})

describe('rules that tag', () => {
  it('tag what is there when they are made, as a change of its own', async () => {
    const papers = [insertPaper(db, { title: 'Looms' }), insertPaper(db, { title: 'Rivers' })]
    const id = rule('looms', 'weaving')
    expect(await tagging.apply(id)).toBe(1)
    expect(papers.map(tagsOf)).toEqual([['weaving'], []])
    expect(journalState(db).undo).toEqual({ kind: 'rule', count: 1, name: 'weaving' })
    undo(db)
    expect(papers.map(tagsOf)).toEqual([[], []])
  })

  it('tag what comes in or is changed, and what another rule has made fit', async () => {
    rule('looms', 'weaving')
    rule('tag:weaving', 'crafts/cloth')
    const came = insertPaper(db, { title: 'Of looms' })
    const other = insertPaper(db, { title: 'Rivers' })
    await settled()
    await settled()
    expect(tagsOf(came)).toEqual(['crafts/cloth', 'weaving'])
    change(db, label, (tx) => {
      editByUser(tx, other, fields({ title: 'Rivers and looms' }))
    })
    await settled()
    expect(tagsOf(other)).toContain('weaving')
  })

  it('ask for all of a search: what nearly answers it is left alone', async () => {
    rule('looms threads', 'weaving')
    const paper = insertPaper(db, { title: 'Looms' })
    await settled()
    expect(tagsOf(paper)).toEqual([])
  })

  it('leave a paper alone from which the user took the tag off', async () => {
    rule('looms', 'weaving')
    const paper = insertPaper(db, { title: 'Looms' })
    await settled()
    expect(tagsOf(paper)).toEqual(['weaving'])
    change(db, label, (tx) => {
      removeTag(tx, [paper], tagNamed(db, 'weaving') ?? 0)
      editByUser(tx, paper, fields({ title: 'Looms, again' }))
    })
    await settled()
    expect(tagsOf(paper)).toEqual([])
  })

  it('do nothing while they are off, nor to what an undo has touched', async () => {
    rule('looms', 'weaving', false)
    const paper = insertPaper(db, { title: 'Looms' })
    await settled()
    expect(tagsOf(paper)).toEqual([])
    rule('looms', 'cloth')
    change(db, label, (tx) => {
      editByUser(tx, paper, fields({ title: 'Looms II' }))
    })
    await settled()
    expect(tagsOf(paper)).toEqual(['cloth'])
    tagging.passOver(() => undo(db))
    await settled()
    expect(tagsOf(paper)).toEqual([])
  })
})

describe('a saved search', () => {
  it('is a clause of others, and finds nothing in itself', () => {
    const paper = insertPaper(db, { title: 'Looms' })
    insertPaper(db, { title: 'Rivers' })
    change(db, label, (tx) => {
      createSavedSearch(tx, { name: 'Cloth', query: 'looms or in:"Round about"' })
      createSavedSearch(tx, { name: 'Round about', query: 'in:cloth' })
    })
    expect([...search.answering('in:Cloth')]).toEqual([paper])
    expect([...search.answering('in:"round about"')]).toEqual([paper])
    expect([...search.answering('-in:cloth rivers')]).toHaveLength(1)
    expect([...search.answering('in:nowhere')]).toEqual([])
  })

  it('finds what it finds when it is opened: its last word may go on, that of a rule may not', () => {
    const paper = insertPaper(db, { title: 'Loomsmiths' })
    change(db, label, (tx) => {
      createSavedSearch(tx, { name: 'Cloth', query: 'loomsm' })
    })
    expect(search.count('loomsm')).toBe(1)
    expect([...search.answering('in:cloth')]).toEqual([paper])
    expect([...search.answering('loomsm')]).toEqual([])
  })
})
