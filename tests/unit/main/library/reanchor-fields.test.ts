import { describe, expect, it } from 'vitest'
import type { Annotation } from '@shared/model/annotation'
import { quoteAt } from '@shared/text/quote'
import type { WritableDb } from '../../../../src/main/database/handle'
import { addAnnotation, listAnnotations } from '../../../../src/main/library/annotations'
import { change, undo } from '../../../../src/main/library/journal'
import { mergePapers } from '../../../../src/main/library/merge-papers'
import { editByUser } from '../../../../src/main/library/paper-changes'
import { contentOf, fields, insertPaper, newLibrary } from '../../support/library'

const abstract = 'We glue sections. The gluing is unique, and it is effective. We glue again.'

function marked(db: WritableDb, paperId: number, passage: string): void {
  const start = abstract.indexOf(passage)
  const quote = quoteAt(abstract, start, start + passage.length)
  if (quote === null) throw new Error('nothing quoted')
  const position = { start, end: start + passage.length }
  change(db, { kind: 'annotate', count: 1, name: '' }, (tx) =>
    addAnnotation(tx, {
      ...{ paperId, kind: 'highlight', colour: 1, comment: 'see', tags: [] },
      target: { on: 'abstract', quote, position }
    })
  )
}

function rewrite(db: WritableDb, paperId: number, next: string): void {
  change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
    editByUser(tx, paperId, fields({ abstract: next }))
  })
}

function passageOf({ target }: Annotation, text: string): string {
  return text.slice(target.position?.start, target.position?.end)
}

describe('what is marked in an abstract', () => {
  it('is found again when that changes, and where it was when that is undone', () => {
    const db = newLibrary()
    const paperId = insertPaper(db, { abstract })
    marked(db, paperId, 'unique, and it is effective')
    const before = contentOf(db)
    const next = 'A new first sentence. The gluing is unique and it is effective, as we show.'
    rewrite(db, paperId, next)
    const [now] = listAnnotations(db, { paperId })
    if (now === undefined) throw new Error('lost')
    expect(now).toMatchObject({ placed: true, comment: 'see' })
    expect(passageOf(now, next)).toBe('unique and it is effective')
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('is kept without a place when it is gone, and has one again when it is back', () => {
    const db = newLibrary()
    const paperId = insertPaper(db, { abstract })
    marked(db, paperId, 'The gluing is unique')
    rewrite(db, paperId, 'Nothing of the kind.')
    expect(listAnnotations(db, { paperId })[0]).toMatchObject({
      placed: false,
      target: { quote: { exact: 'The gluing is unique' } }
    })
    rewrite(db, paperId, abstract)
    expect(listAnnotations(db, { paperId })[0]).toMatchObject({
      placed: true,
      target: { position: { start: 18, end: 38 } }
    })
  })

  it('is found in the abstract of the paper that its own is merged into', () => {
    const db = newLibrary()
    const keep = insertPaper(db, { abstract: `Longer. ${abstract} And more of it, to be kept.` })
    const other = insertPaper(db, { title: 'A Weaving of Sheaves', abstract })
    marked(db, other, 'effective')
    change(db, { kind: 'merge', count: 2, name: '' }, (tx) => {
      mergePapers(tx, keep, [other])
    })
    const [now] = listAnnotations(db, { paperId: keep })
    if (now === undefined) throw new Error('lost')
    expect(now.placed).toBe(true)
    expect(passageOf(now, `Longer. ${abstract}`)).toBe('effective')
  })
})
