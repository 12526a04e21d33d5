import { describe, expect, it } from 'vitest'
import type { JournalledDb, WritableDb } from '../../../../src/main/database/handle'
import {
  addToCollection,
  createCollection,
  moveCollection
} from '../../../../src/main/library/collections'
import { change, redo, undo } from '../../../../src/main/library/journal'
import { restorePapers, setState, trashPapers } from '../../../../src/main/library/paper-changes'
import { SidebarCounts } from '../../../../src/main/library/sidebar'
import { addTag, mergeTags, removeTag, renameTag } from '../../../../src/main/library/tags'
import { emptyTrash } from '../../../../src/main/library/trash'
import { applied } from '../../support/applied'
import { insertPaper, newLibrary } from '../../support/library'
import { randomFrom } from '../../support/mutate'

describe('the sidebar’s counts', () => {
  it('count a paper once for a tag, however many tags under it the paper has', () => {
    const db = newLibrary()
    const paper = insertPaper(db)
    change(db, { kind: 'tag', count: 1, name: '' }, (tx) => {
      addTag(tx, [paper], 'ml/theory')
      addTag(tx, [paper], 'ml/vision')
    })
    const { tags, counts } = new SidebarCounts(db).content()
    expect(tags.map(({ name, count }) => [name, count])).toEqual([
      ['ml', 1],
      ['ml/theory', 1],
      ['ml/vision', 1]
    ])
    expect(counts).toMatchObject({ library: 1, untagged: 0, unfiled: 1 })
  })

  it('list a tag before those under it, and those before the next', () => {
    const db = newLibrary()
    const paper = insertPaper(db)
    change(db, { kind: 'tag', count: 1, name: '' }, (tx) => {
      for (const name of ['ml-ops', 'ml/b', 'ML/a', 'ml 2']) addTag(tx, [paper], name)
    })
    const names = new SidebarCounts(db).content().tags.map(({ name }) => name)
    expect(names).toEqual(['ml', 'ML/a', 'ml/b', 'ml 2', 'ml-ops'])
  })

  it('are, after any changes, those of a library looked at anew', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const db = newLibrary()
      const random = randomFrom(seed)
      const followed = new SidebarCounts(db)
      const papers = Array.from({ length: 12 }, (_, n) =>
        insertPaper(db, { title: `P ${String(n)}` })
      )
      for (let step = 0; step < 40; step++) {
        doSomething(db, random, papers)
        expect(followed.content()).toEqual(new SidebarCounts(db).content())
        expect(new SidebarCounts(db, followed.kept()).content()).toEqual(followed.content())
      }
    }
  })

  it('follow an import that is read in bulk', () => {
    const db = newLibrary()
    const followed = new SidebarCounts(db)
    expect(followed.content().counts.library).toBe(0)
    applied(db, [])
    insertPaper(db)
    expect(followed.content().counts.library).toBe(1)
  })
})

function doSomething(db: WritableDb, random: () => number, papers: readonly number[]): void {
  const some = papers.filter(() => random() < 0.3)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const { tags, collections } = new SidebarCounts(db).content()
  const tag = pick(tags)
  const other = pick(tags)
  const collection = pick(collections)
  const within = pick(collections)
  const name = pick(['a', 'a/b', 'a/b/c', 'd', 'd/b', 'e/b/c/f']) ?? ''
  const make = (write: (tx: JournalledDb) => unknown): unknown => change(db, label, write)
  const steps: (() => unknown)[] = [
    () =>
      make((tx) => {
        addTag(tx, some, name)
      }),
    () =>
      make((tx) => {
        setState(tx, some, { starred: random() < 0.5, read: true })
      }),
    () =>
      make((tx) => {
        trashPapers(tx, some)
      }),
    () =>
      make((tx) => {
        restorePapers(tx, some)
      }),
    () =>
      tag &&
      make((tx) => {
        removeTag(tx, some, tag.id)
      }),
    () =>
      tag &&
      make((tx) => {
        renameTag(tx, tag.id, `${name}x`)
      }),
    () =>
      tag &&
      other &&
      make((tx) => {
        mergeTags(tx, [tag.id], other.id)
      }),
    () =>
      make((tx) =>
        createCollection(tx, { name: String(random()), parentId: collection?.id ?? null })
      ),
    () =>
      collection &&
      make((tx) => {
        addToCollection(tx, some, collection.id)
      }),
    () =>
      collection &&
      make((tx) => {
        moveCollection(tx, collection.id, within?.id ?? null)
      }),
    () => random() < 0.2 && make((tx) => emptyTrash(tx)),
    () => undo(db),
    () => redo(db)
  ]
  try {
    pick(steps)?.()
  } catch {
    // A name in use, a collection into itself: refused, and nothing has changed.
  }
}

const label = { kind: 'tag', count: 1, name: '' } as const
