import { describe, expect, it } from 'vitest'
import type {
  Annotation,
  AnnotationQuery,
  FieldTarget,
  NewAnnotation,
  PdfTarget
} from '@shared/model/annotation'
import type { JournalledDb, WritableDb } from '../../../../src/main/database/handle'
import { column, run, scalar, sql } from '../../../../src/main/database/sql'
import { queryAnnotations } from '../../../../src/main/library/annotation-query'
import {
  addAnnotation,
  changeAnnotations,
  getAnnotations,
  listAnnotations,
  removeAnnotations
} from '../../../../src/main/library/annotations'
import { attach, detach } from '../../../../src/main/library/attachments'
import { change, redo, undo } from '../../../../src/main/library/journal'
import { mergePapers } from '../../../../src/main/library/merge-papers'
import { trashPapers } from '../../../../src/main/library/paper-changes'
import { newestRevision } from '../../../../src/main/library/revisions'
import { addTag, removeTag } from '../../../../src/main/library/tags'
import { contentOf, insertPaper, newLibrary } from '../../support/library'

const label = { kind: 'annotate', count: 1, name: '' } as const
const hash = (letter: string): string => letter.repeat(64)

function write<T>(db: WritableDb, action: (tx: JournalledDb) => T): T {
  return change(db, label, action).value
}

function attachPdf(db: WritableDb, paperId: number, sha256 = hash('a')): number {
  write(db, (tx) => {
    attach(tx, paperId, {
      ...{ name: 'paper.pdf', mediaType: 'application/pdf', sha256, bytes: 1, path: '' }
    })
  })
  return scalar<number>(
    db,
    sql`SELECT id FROM attachment WHERE paper_id = ${paperId} AND sha256 = ${sha256}`
  )
}

function add(db: WritableDb, made: NewAnnotation): number {
  return write(db, (tx) => addAnnotation(tx, made)) ?? 0
}

function one(db: WritableDb, id: number): Annotation {
  const [found] = getAnnotations(db, [id])
  if (found === undefined) throw new Error(`No annotation ${String(id)}`)
  return found
}

function onPdf(attachmentId: number, given: Partial<PdfTarget> = {}): PdfTarget {
  return {
    ...{ on: 'pdf', attachmentId, page: 0, pageLabel: '1', rectangles: [[72, 700, 300, 712]] },
    ...{ nextRectangles: [], paths: [], point: null, anchor: null },
    quote: { exact: 'the gluing\naxiom', prefix: 'By ', suffix: ' we have' },
    position: { start: 3, end: 19 },
    ...given
  }
}

function annotation(
  paperId: number,
  target: NewAnnotation['target'],
  given: Partial<NewAnnotation> = {}
): NewAnnotation {
  return { paperId, kind: 'highlight', colour: 0, comment: '', tags: [], target, ...given }
}

function onAbstract(exact: string, start = 0): FieldTarget {
  return {
    on: 'abstract',
    quote: { exact, prefix: '', suffix: '' },
    position: { start, end: start + exact.length }
  }
}

const everything: AnnotationQuery = {
  ...{ text: '', colours: [], tags: [], kinds: [], paperId: null, unplaced: false }
}
const tagNames = (db: WritableDb): string[] => column<string>(db, sql`SELECT name FROM tag`)

describe('annotations', () => {
  it('come back as they were made', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    const made = annotation(paperId, onPdf(attachPdf(db, paperId)), {
      ...{ comment: 'Holds for *every* cover', tags: ['Key step', 'later'], colour: 3 }
    })
    const id = add(db, made)
    const [held] = getAnnotations(db, [id])
    expect(held).toMatchObject({ ...made, tags: [{ name: 'Key step' }, { name: 'later' }] })
    expect(held).toMatchObject({ placed: true, author: '' })
  })

  it('are listed by place: title, abstract, then page by page as one reads', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    const file = attachPdf(db, paperId)
    const at = (page: number, start: number): PdfTarget =>
      onPdf(file, { page, position: { start, end: start + 5 } })
    const drawn = onPdf(file, { page: 1, quote: null, position: null })
    const targets = [
      ...[at(2, 0), drawn, at(1, 40), at(1, 7), onAbstract('sheaf', 30), onAbstract('glue', 2)],
      { ...onAbstract('On'), on: 'title' as const }
    ]
    const ids = targets.map((target) => add(db, annotation(paperId, target)))
    expect(listAnnotations(db, { paperId }).map(({ id }) => ids.indexOf(id))).toEqual([
      ...[6, 5, 4, 3, 2, 1, 0]
    ])
    const onPage = listAnnotations(db, { paperId, attachmentId: file, pages: [1, 1] })
    expect(onPage.map(({ id }) => ids.indexOf(id))).toEqual([3, 2, 1])
  })

  it('are undone and made again, with their tags', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    const before = contentOf(db)
    write(db, (tx) => addAnnotation(tx, annotation(paperId, onAbstract('x'), { tags: ['Doubt'] })))
    const after = contentOf(db)
    undo(db)
    expect(contentOf(db)).toEqual(before)
    redo(db)
    expect(contentOf(db)).toEqual(after)
  })

  it('are changed only where something differs', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    const id = add(db, annotation(paperId, onAbstract('x')))
    const same = change(db, label, (tx) => {
      changeAnnotations(tx, [id], { colour: 0, comment: '', kind: 'highlight' })
    })
    expect(same.label).toBeNull()
    write(db, (tx) => {
      changeAnnotations(tx, [id], { colour: 5, comment: 'Why?', kind: 'underline' })
    })
    expect(getAnnotations(db, [id])[0]).toMatchObject({
      ...{ colour: 5, comment: 'Why?', kind: 'underline' }
    })
  })

  it('leave a drawing what it is', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    const target = onPdf(attachPdf(db, paperId), { paths: [[1, 2, 3, 4]] })
    const id = add(db, annotation(paperId, target, { kind: 'ink' }))
    write(db, (tx) => {
      changeAnnotations(tx, [id], { kind: 'underline' })
    })
    expect(one(db, id).kind).toBe('ink')
  })

  it('stay when their file is taken off, and are with it again when it comes back', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    const file = attachPdf(db, paperId)
    const id = add(db, annotation(paperId, onPdf(file)))
    write(db, (tx) => {
      detach(tx, file)
    })
    expect(one(db, id).target).toMatchObject({ attachmentId: null, page: 0 })
    const again = attachPdf(db, paperId)
    expect(one(db, id).target).toMatchObject({ attachmentId: again })
    expect(listAnnotations(db, { paperId, attachmentId: again })).toHaveLength(1)
  })

  it('go to the paper that theirs is merged into, also where both have the file', () => {
    const db = newLibrary()
    const [keep, other] = [insertPaper(db), insertPaper(db, { title: 'The Weaving of Sheaves' })]
    const keptFile = attachPdf(db, keep)
    const otherFile = attachPdf(db, other)
    const ids = write(db, (tx) => [
      addAnnotation(tx, annotation(other, onPdf(otherFile))) ?? 0,
      addAnnotation(tx, annotation(other, onAbstract('x'))) ?? 0
    ])
    const before = contentOf(db)
    write(db, (tx) => {
      mergePapers(tx, keep, [other])
    })
    const moved = getAnnotations(db, ids)
    expect(moved.map(({ paperId }) => paperId)).toEqual([keep, keep])
    expect(moved[0]?.target).toMatchObject({ attachmentId: keptFile })
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('are refused without their paper, and without their file', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    const add = (made: NewAnnotation) => () => write(db, (tx) => addAnnotation(tx, made))
    expect(add(annotation(paperId + 1, onAbstract('x')))).toThrow(/paper of this annotation/)
    expect(add(annotation(paperId, onPdf(77)))).toThrow(/no longer attached/)
  })

  it('give their paper a new revision with every change, and so do their tags', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    const changes = (action: (tx: JournalledDb) => unknown): void => {
      const former = newestRevision(db)
      write(db, action)
      expect(newestRevision(db)).toBeGreaterThan(former)
    }
    let id = 0
    changes((tx) => (id = addAnnotation(tx, annotation(paperId, onAbstract('x'))) ?? 0))
    changes((tx) => {
      changeAnnotations(tx, [id], { comment: 'new' })
    })
    changes((tx) => {
      changeAnnotations(tx, [id], { addTags: ['Method'] })
    })
    changes((tx) => run(tx, sql`UPDATE tag SET name = 'Methods'`))
    changes((tx) => {
      removeAnnotations(tx, [id])
    })
  })
})

describe('a tag of an annotation', () => {
  it('stays when it is taken off its last paper, and goes with its last annotation', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    write(db, (tx) => {
      addTag(tx, [paperId], 'Method')
    })
    const id = add(db, annotation(paperId, onAbstract('x'), { tags: ['method'] }))
    const tagId = one(db, id).tags[0]?.id ?? 0
    write(db, (tx) => {
      removeTag(tx, [paperId], tagId)
    })
    expect(tagNames(db)).toEqual(['Method'])
    write(db, (tx) => {
      changeAnnotations(tx, [id], { removeTags: [tagId] })
    })
    expect(tagNames(db)).toEqual([])
  })

  it('stays with its paper when the annotation is deleted', () => {
    const db = newLibrary()
    const paperId = insertPaper(db)
    write(db, (tx) => {
      addTag(tx, [paperId], 'Method')
    })
    const id = add(db, annotation(paperId, onAbstract('x'), { tags: ['Method', 'Own'] }))
    write(db, (tx) => {
      removeAnnotations(tx, [id])
    })
    expect(tagNames(db)).toEqual(['Method'])
  })
})

describe('a look through all annotations', () => {
  function library(): { db: WritableDb; ids: number[]; papers: number[] } {
    const db = newLibrary()
    const papers = ['Zariski', 'Abel', 'Mumford'].map((title) => insertPaper(db, { title }))
    const [zariski = 0, abel = 0, mumford = 0] = papers
    const file = attachPdf(db, zariski)
    const ids = write(db, (tx) => [
      addAnnotation(tx, annotation(zariski, onPdf(file), { comment: 'Gödel', colour: 2 })) ?? 0,
      addAnnotation(tx, annotation(abel, onAbstract('a naïve idea'), { tags: ['Doubt'] })) ?? 0,
      addAnnotation(tx, annotation(abel, onAbstract('second', 40), { kind: 'underline' })) ?? 0,
      addAnnotation(tx, annotation(mumford, onAbstract('gone'))) ?? 0
    ])
    write(db, (tx) => {
      trashPapers(tx, [mumford])
    })
    return { db, ids, papers }
  }

  it('goes by the titles of papers, and leaves out the trash', () => {
    const { db, ids, papers } = library()
    const found = queryAnnotations(db, everything)
    expect(found.ids).toEqual([ids[1], ids[2], ids[0]])
    expect(found.papers).toMatchObject([
      { id: papers[1], title: 'Abel', count: 2 },
      { id: papers[0], title: 'Zariski', count: 1 }
    ])
  })

  it.each([
    [{ text: 'naive IDE' }, [1]],
    [{ text: 'gluing axiom godel' }, [0]],
    [{ text: 'doubt' }, [1]],
    [{ text: 'naive second' }, []],
    [{ colours: [2, 5] }, [0]],
    [{ kinds: ['underline' as const] }, [2]],
    [{ kinds: ['ink' as const] }, []],
    [{ unplaced: true }, []],
    [{ text: '%' }, []]
  ])('answers %j', (asked, expected) => {
    const { db, ids } = library()
    const found = queryAnnotations(db, { ...everything, ...asked })
    expect(found.ids.map((id) => ids.indexOf(id))).toEqual(expected)
  })

  it('is narrowed to a paper and to tags', () => {
    const { db, ids, papers } = library()
    const ofAbel = { ...everything, paperId: papers[1] ?? 0 }
    expect(queryAnnotations(db, ofAbel).ids).toEqual([ids[1], ids[2]])
    const tagId = one(db, ids[1] ?? 0).tags[0]?.id ?? 0
    expect(queryAnnotations(db, { ...ofAbel, tags: [tagId] }).ids).toEqual([ids[1]])
  })
})
