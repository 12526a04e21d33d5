import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalledDb, WritableDb } from '../../../../src/main/database/handle'
import { run, scalar, sql } from '../../../../src/main/database/sql'
import { change, journalState, redo, undo } from '../../../../src/main/library/journal'
import { LongChange, takeBackUnfinished } from '../../../../src/main/library/long-change'
import {
  addPaper,
  completePaper,
  editPaper,
  setState
} from '../../../../src/main/library/paper-changes'
import { listIds } from '../../../../src/main/library/views'
import { changedSince, newestRevision } from '../../../../src/main/library/revisions'
import { addTag, removeTag } from '../../../../src/main/library/tags'
import { contentOf, fields, insertPaper, newLibrary } from '../../support/library'

const label = { kind: 'import', count: 2, name: 'big.bib' } as const

function write(change: LongChange, title: string): number {
  let id = 0
  change.slice((tx) => {
    id = addPaper(tx, fields({ title, creators: [{ role: 'author', name: { literal: 'Ada' } }] }))
    addTag(tx, [id], 'new')
  })
  return id
}

describe('a change in several transactions', () => {
  it('is undone and redone as one', () => {
    const db = newLibrary()
    const before = contentOf(db)
    const long = new LongChange(db)
    write(long, 'First')
    write(long, 'Second')
    expect(long.finish(label)).not.toBeNull()
    const after = contentOf(db)
    expect(undo(db)).toEqual(label)
    expect(contentOf(db)).toEqual(before)
    redo(db)
    expect(contentOf(db)).toEqual(after)
  })

  it('touches the revision of every paper it wrote, once', () => {
    const db = newLibrary()
    const old = insertPaper(db)
    const revision = newestRevision(db)
    const long = new LongChange(db)
    const first = write(long, 'First')
    long.slice((tx) => {
      addTag(tx, [old], 'read soon')
    })
    expect(changedSince(db, revision).map(({ paperId }) => paperId)).toEqual([first, old])
  })

  it('takes everything back when it is given up', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const before = contentOf(db)
    const long = new LongChange(db)
    write(long, 'First')
    long.slice((tx) => {
      editPaper(tx, id, fields({ title: 'Another' }))
    })
    long.takeBack()
    expect(contentOf(db)).toEqual(before)
    expect(journalState(db).undo?.name).toBe('')
  })

  it('lets nothing be undone while it is being written', () => {
    const db = newLibrary()
    insertPaper(db)
    const long = new LongChange(db)
    write(long, 'First')
    expect(() => undo(db)).toThrow('An import is running')
    long.finish(label)
    expect(undo(db)).toEqual(label)
  })

  it('leaves the changes that others make meanwhile', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const long = new LongChange(db)
    write(long, 'First')
    change(db, { kind: 'star', count: 1, name: '' }, (tx) => {
      setState(tx, [id], { starred: true })
    })
    long.takeBack()
    expect(scalar(db, sql`SELECT starred FROM paper WHERE id = ${id}`)).toBe(1)
  })

  it('leaves no entry where it changed nothing', () => {
    const db = newLibrary()
    const long = new LongChange(db)
    long.slice(() => undefined)
    expect(long.finish(label)).toBeNull()
    expect(journalState(db).undo).toBeNull()
  })

  it('is taken back at the next opening when its writer was killed, and can no longer go on', () => {
    const db = newLibrary()
    const before = contentOf(db)
    const long = new LongChange(db)
    write(long, 'First')
    expect(takeBackUnfinished(db)).toBe(1)
    expect(contentOf(db)).toEqual(before)
    expect(takeBackUnfinished(db)).toBe(0)
    expect(() => write(long, 'Second')).toThrow('has been taken back')
    expect(contentOf(db)).toEqual(before)
  })

  it('is left alone while the process that writes it is at work, and not when that fell silent', () => {
    const db = newLibrary()
    const long = new LongChange(db)
    write(long, 'First')
    run(db, sql`UPDATE journal_entry SET writer = ${process.ppid}`)
    expect(takeBackUnfinished(db)).toBe(0)
    run(db, sql`UPDATE journal_entry SET written_at = '2020-01-01T00:00:00.000Z'`)
    expect(takeBackUnfinished(db)).toBe(1)
  })

  it('brings back a tag that it removed and made anew under the same name', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    change(db, label, (tx) => {
      addTag(tx, [id], 'seen')
    })
    const before = contentOf(db)
    const long = new LongChange(db)
    long.slice((tx) => {
      removeTag(tx, [id], 1)
      addTag(tx, [id], 'seen')
    })
    long.finish(label)
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('goes back and forth to the letter, whatever it did in whichever slices', () => {
    const step = fc.record({
      what: fc.constantFrom('add', 'edit', 'complete', 'tag', 'untag', 'star'),
      which: fc.nat(5),
      slice: fc.boolean()
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const db = newLibrary()
        insertPaper(db, { title: 'There before' })
        const before = contentOf(db)
        const long = new LongChange(db)
        const parts: (typeof steps)[] = [[]]
        for (const one of steps) {
          parts.at(-1)?.push(one)
          if (one.slice) parts.push([])
        }
        for (const part of parts)
          long.slice((tx) => {
            for (const { what, which } of part) act(db, tx, what, which)
          })
        const changed = long.finish(label) !== null
        const after = contentOf(db)
        if (changed) {
          undo(db)
          expect(contentOf(db)).toEqual(before)
          redo(db)
          expect(contentOf(db)).toEqual(after)
          undo(db)
        }
        expect(contentOf(db)).toEqual(before)
      }),
      { numRuns: 40 }
    )
  })
})

function act(db: WritableDb, tx: JournalledDb, what: string, which: number): void {
  const ids = listIds(db, { kind: 'library' }, { column: 'added', descending: false })
  const id = ids[which % ids.length] ?? 0
  const people = [{ role: 'author' as const, name: { literal: `Author ${String(which)}` } }]
  if (what === 'add') addPaper(tx, fields({ title: `Paper ${String(which)}`, creators: people }))
  if (what === 'edit')
    editPaper(tx, id, fields({ title: `Edited ${String(which)}`, creators: people }))
  if (what === 'complete')
    completePaper(tx, id, { title: 'x', creators: people, venue: 'Journal' }, 'refs.bib')
  if (what === 'tag') addTag(tx, [id], `tag ${String(which)}`)
  if (what === 'untag') removeTag(tx, [id], which + 1)
  if (what === 'star') setState(tx, [id], { starred: which % 2 === 0 })
}
