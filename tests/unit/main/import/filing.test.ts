import { expect, it } from 'vitest'
import type { ImportReport } from '@shared/model/import-report'
import type { ImportTarget } from '@shared/model/import-target'
import type { WritableDb } from '../../../../src/main/database/handle'
import { Draft } from '../../../../src/main/import/draft'
import { parseText } from '../../../../src/main/import/parse'
import { createCollection, deleteCollection } from '../../../../src/main/library/collections'
import { change, journalState, redo, undo } from '../../../../src/main/library/journal'
import { ensureTag } from '../../../../src/main/library/tags'
import { listIds } from '../../../../src/main/library/views'
import { applied, ended } from '../../support/applied'
import { contentOf, newLibrary } from '../../support/library'

const byTitle = { column: 'title', descending: false } as const
const rivers = '@article{a, title = {Rivers and their Maps}}'
const looms = '@article{b, title = {Looms of the North}}'

function importOnto(db: WritableDb, text: string, target?: ImportTarget): ImportReport {
  return applied(db, [parseText(text, 'refs.bib', new Date())], undefined, target)
}

function made(db: WritableDb, kind: ImportTarget['kind']): ImportTarget {
  const { value: id } = change(db, { kind: 'collection-new', count: 1, name: 'Maps' }, (tx) =>
    kind === 'tag' ? ensureTag(tx, 'Maps') : createCollection(tx, { name: 'Maps', parentId: null })
  )
  return { kind, id }
}

it.each(['tag', 'collection'] as const)(
  'what is dropped on a %s is filed there, new or known, with the import in one entry',
  (kind) => {
    const db = newLibrary()
    importOnto(db, rivers)
    const target = made(db, kind)
    const before = contentOf(db)
    const report = importOnto(db, `${rivers}\n${looms}`, target)
    expect(report.filed).toEqual({ kind, name: 'Maps' })
    expect(listIds(db, target, byTitle)).toHaveLength(2)
    const after = contentOf(db)
    undo(db)
    expect(contentOf(db)).toEqual(before)
    redo(db)
    expect(contentOf(db)).toEqual(after)
  }
)

it.each(['tag', 'collection'] as const)(
  'a file that brings nothing new is filed under a %s all the same, and that can be undone',
  (kind) => {
    const db = newLibrary()
    importOnto(db, rivers)
    const target = made(db, kind)
    const before = contentOf(db)
    const report = importOnto(db, rivers, target)
    expect(report).toMatchObject({ added: 0, merged: 0, unchanged: 1 })
    expect(listIds(db, target, byTitle)).toHaveLength(1)
    expect(journalState(db).undo).toMatchObject({ kind: 'import', count: 1 })
    undo(db)
    expect(contentOf(db)).toEqual(before)
    redo(db)
    expect(listIds(db, target, byTitle)).toHaveLength(1)
    expect(importOnto(db, rivers, target).entryId).toBeNull()
  }
)

it('what was dropped on a collection that is gone meanwhile is imported, and the report says so', () => {
  const db = newLibrary()
  const target = made(db, 'collection')
  change(db, { kind: 'collection-delete', count: 1, name: 'Maps' }, (tx) => {
    deleteCollection(tx, target.id)
  })
  const report = importOnto(db, rivers, target)
  expect(report).toMatchObject({ added: 1, filed: { kind: 'collection', name: null } })
})

it('a plan tells what its papers will be filed under, also after it was read in another way', () => {
  const db = newLibrary()
  const target = made(db, 'collection')
  const request = { text: rivers, name: 'refs.bib' }
  const read = [parseText(rivers, 'refs.bib', new Date())]
  const draft = ended(Draft.of(db, [request], [read], target))
  expect(draft.overview().filed).toEqual({ kind: 'collection', name: 'Maps' })
  const reread = ended(draft.reread(db, { at: 0, request, read }))
  expect(reread.target).toEqual(target)
  expect(reread.overview().filed).toEqual({ kind: 'collection', name: 'Maps' })
})
