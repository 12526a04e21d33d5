import { expect, it } from 'vitest'
import { change, undo } from '../../../../src/main/library/journal'
import { addPaper, editPaper } from '../../../../src/main/library/paper-changes'
import { revisionsById, revisionsOfPapers } from '../../../../src/main/library/revisions'
import { fields, newLibrary, temporaryFolder } from '../../support/library'

const label = { kind: 'edit' as const, count: 1, name: '' }

it('the revisions of all papers are those of each, however many, and none of papers that are gone', () => {
  const db = newLibrary(temporaryFolder())
  expect([...revisionsById(db)]).toEqual([0])
  const ids = change(db, label, (tx) =>
    Array.from({ length: 5000 }, (_, at) => addPaper(tx, fields({ title: `Paper ${String(at)}` })))
  ).value
  change(db, label, (tx) => {
    editPaper(tx, ids[7] ?? 0, fields({ title: 'Another' }))
  })
  const gone = change(db, label, (tx) => addPaper(tx, fields({ title: 'Gone' }))).value
  expect(revisionsById(db)[gone]).toBeGreaterThan(0)
  undo(db)
  const all = revisionsById(db)
  expect(all[gone] ?? 0).toBe(0)
  const each = revisionsOfPapers(db, ids)
  expect(each.map(({ paperId }) => all[paperId])).toEqual(each.map(({ revision }) => revision))
  expect(all.filter((revision) => revision !== 0)).toHaveLength(ids.length)
})
