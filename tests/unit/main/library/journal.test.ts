import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalledDb, WritableDb } from '../../../../src/main/database/handle'
import { closeLibrary, openLibrary } from '../../../../src/main/database/open'
import { column, run, sql } from '../../../../src/main/database/sql'
import {
  change,
  continueChange,
  journalState,
  redo,
  undo
} from '../../../../src/main/library/journal'
import { saveNote } from '../../../../src/main/library/notes'
import {
  editPaper,
  restorePapers,
  setState,
  trashPapers
} from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { addTag, removeTag } from '../../../../src/main/library/tags'
import { contentOf, fields, insertPaper, newLibrary, temporaryFolder } from '../../support/library'

function tag(db: WritableDb, ids: number[], name: string): void {
  change(db, { kind: 'tag', count: ids.length, name }, (tx) => {
    addTag(tx, ids, name)
  })
}

describe('the journal', () => {
  it('takes back a change and makes it again, to the letter', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const before = contentOf(db)
    tag(db, [id], 'weaving')
    const after = contentOf(db)
    expect(undo(db)).toEqual({ kind: 'tag', count: 1, name: 'weaving' })
    expect(contentOf(db)).toEqual(before)
    expect(redo(db)?.kind).toBe('tag')
    expect(contentOf(db)).toEqual(after)
  })

  it('undoes after a restart what was done before it', () => {
    const folder = temporaryFolder()
    const first = openLibrary(folder)
    const id = insertPaper(first)
    const before = contentOf(first)
    tag(first, [id], 'weaving')
    closeLibrary(first)
    const second = newLibrary(folder)
    expect(journalState(second).undo).toEqual({ kind: 'tag', count: 1, name: 'weaving' })
    undo(second)
    expect(contentOf(second)).toEqual(before)
    expect(journalState(second).redo?.name).toBe('weaving')
  })

  it('brings back a deleted row with everything that hung on it', () => {
    const db = newLibrary()
    const id = insertPaper(db, {
      creators: [
        { role: 'author', name: { family: 'Weaver', given: 'Ada', particle: 'van', suffix: '' } }
      ],
      identifiers: [{ scheme: 'doi', value: '10.1000/1', version: null }],
      links: [{ kind: 'code', url: 'https://example.org/code' }]
    })
    tag(db, [id], 'weaving')
    const before = contentOf(db)
    change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
      run(tx, sql`DELETE FROM paper WHERE id = ${id}`, 1)
    })
    expect(getPapers(db, [id])).toEqual([])
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('refuses a write outside a change, so that nothing escapes it', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    for (const write of [
      sql`UPDATE paper SET title = 'x' WHERE id = ${id}`,
      sql`DELETE FROM paper WHERE id = ${id}`,
      sql`INSERT INTO tag (name, colour) VALUES ('x', 0)`
    ])
      expect(() => run(db, write)).toThrow('change outside the journal')
  })

  it('leaves nothing of a change that fails half-way', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const before = contentOf(db)
    const state = journalState(db)
    expect(() =>
      change(db, { kind: 'tag', count: 1, name: '' }, (tx) => {
        addTag(tx, [id], 'weaving')
        throw new Error('power cut')
      })
    ).toThrow('power cut')
    expect(contentOf(db)).toEqual(before)
    expect(journalState(db)).toEqual(state)
    tag(db, [id], 'after')
    expect(journalState(db).undo?.name).toBe('after')
  })

  it('makes no entry of a change that changes nothing, and keeps what can be redone', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    tag(db, [id], 'weaving')
    undo(db)
    const done = change(db, { kind: 'star', count: 1, name: '' }, (tx) => {
      setState(tx, [id], { starred: false })
    })
    expect(done.entryId).toBeNull()
    expect(journalState(db).redo?.name).toBe('weaving')
  })

  it('cannot redo what was undone once something else was changed', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    tag(db, [id], 'first')
    undo(db)
    tag(db, [id], 'second')
    expect(journalState(db)).toMatchObject({ undo: { name: 'second' }, redo: null })
    expect(redo(db)).toBeNull()
  })

  it('has nothing to undo in a new library', () => {
    const db = newLibrary()
    expect(journalState(db)).toEqual({ undo: null, redo: null })
    expect(undo(db)).toBeNull()
  })

  it('takes a burst of typing back at once, and records only what stood there before it', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const write = (body: string, revision: number): void => {
      continueChange(db, { kind: 'note', count: 1, name: 'x' }, 60, (tx) =>
        saveNote(tx, { paperId: id, body, revision })
      )
    }
    change(db, { kind: 'note', count: 1, name: 'earlier' }, (tx) =>
      saveNote(tx, { paperId: id, body: 'before', revision: 0 })
    )
    'typing'.split('').forEach((_, index, letters) => {
      write(letters.slice(0, index + 1).join(''), index + 1)
    })
    expect(getPapers(db, [id])[0]?.note.body).toBe('typing')
    const kept = column<number>(
      db,
      sql`SELECT COUNT(*) FROM journal_change WHERE table_name = 'note'`
    )
    expect(kept).toEqual([2])
    undo(db)
    expect(getPapers(db, [id])[0]?.note).toMatchObject({ body: 'before', revision: 1 })
    redo(db)
    expect(getPapers(db, [id])[0]?.note.body).toBe('typing')
  })

  it('keeps every state on the way through any history of changes', () => {
    const act = fc.record({
      what: fc.nat(7),
      paper: fc.nat(3),
      word: fc.constantFrom('a', 'B', 'é')
    })
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), (acts) => {
        const db = openLibrary(temporaryFolder())
        try {
          run(db, sql`DELETE FROM journal_entry`)
          const papers = [0, 1, 2, 3].map((n) => insertPaper(db, { title: `Paper ${String(n)}` }))
          const states = [contentOf(db)]
          for (const { what, paper, word } of acts) {
            const { entryId } = change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
              perform(tx, what, papers[paper] ?? 0, word)
            })
            if (entryId !== null) states.push(contentOf(db))
          }
          for (let index = states.length - 2; index >= 0; index--) {
            undo(db)
            expect(contentOf(db)).toEqual(states[index])
          }
          for (let index = 1; index < states.length; index++) {
            redo(db)
            expect(contentOf(db)).toEqual(states[index])
          }
        } finally {
          closeLibrary(db)
        }
      }),
      { numRuns: 25 }
    )
  })
})

function perform(tx: JournalledDb, what: number, id: number, word: string): void {
  const tagId = column<number>(tx, sql`SELECT id FROM tag ORDER BY id LIMIT 1`)[0] ?? 0
  const paper = getPapers(tx, [id])[0]
  const revision = paper?.note.revision ?? 0
  const acts = [
    () => {
      addTag(tx, [id], word)
    },
    () => {
      removeTag(tx, [id], tagId)
    },
    () => {
      setState(tx, [id], { starred: word === 'a', read: word === 'B' })
    },
    () => {
      trashPapers(tx, [id])
    },
    () => {
      restorePapers(tx, [id])
    },
    () => {
      saveNote(tx, { paperId: id, body: word, revision })
    },
    () => {
      editPaper(
        tx,
        id,
        fields({
          title: `Edited ${word}`,
          creators: [{ role: 'author', name: { literal: word } }],
          links: [{ kind: 'code', url: `https://example.org/${word}` }]
        })
      )
    },
    () => {
      run(tx, sql`DELETE FROM tag WHERE name = ${word}`)
    }
  ]
  acts[what]?.()
}
