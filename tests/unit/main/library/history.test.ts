import { describe, expect, test } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import { history, previewStep, stepTo } from '../../../../src/main/library/history'
import { change, undo } from '../../../../src/main/library/journal'
import { LongChange } from '../../../../src/main/library/long-change'
import { addPaper, setState } from '../../../../src/main/library/paper-changes'
import { addTag } from '../../../../src/main/library/tags'
import { contentOf, fields, insertPaper, newLibrary } from '../../support/library'

function tag(db: WritableDb, id: number, name: string): void {
  change(db, { kind: 'tag', count: 1, name }, (tx) => {
    addTag(tx, [id], name)
  })
}

function star(db: WritableDb, id: number, starred: boolean): void {
  change(db, { kind: starred ? 'star' : 'unstar', count: 1, name: '' }, (tx) => {
    setState(tx, [id], { starred })
  })
}

function step(db: WritableDb, to: number): number {
  let steps = 0
  for (const { done } of stepTo(db, to)) steps = done
  return steps
}

const entries = (db: WritableDb) => history(db, 0, 500).entries

describe('the history', () => {
  test('tells every change, the newest first, with what became of it', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    tag(db, id, 'a')
    tag(db, id, 'b')
    undo(db)
    star(db, id, true)
    tag(db, id, 'c')
    undo(db)
    expect(entries(db).map(({ label, state }) => [label.kind, label.name, state])).toEqual([
      ['tag', 'c', 'undone'],
      ['star', '', 'done'],
      ['tag', 'b', 'gone'],
      ['tag', 'a', 'done'],
      ['import', '', 'done']
    ])
    expect(history(db, 0, 2)).toMatchObject({ total: 5, at: entries(db)[1]?.id })
    expect(history(db, 3, 500).entries).toHaveLength(2)
  })

  test('leads to any point of it and back, each as it was to the letter', () => {
    const db = newLibrary()
    const past: { at: number; content: unknown }[] = [{ at: 0, content: contentOf(db) }]
    const id = insertPaper(db)
    const look = (): void => {
      past.push({ at: history(db, 0, 1).at, content: contentOf(db) })
    }
    look()
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      tag(db, id, name)
      look()
      star(db, id, past.length % 2 === 0)
      look()
    }
    for (const at of [0, past.length - 1, 3, 9, 5, 5, 1, past.length - 1]) {
      step(db, past[at]?.at ?? 0)
      expect(contentOf(db)).toEqual(past[at]?.content)
    }
  })

  test('says before what a step would do', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const { at } = history(db, 0, 1)
    tag(db, id, 'a')
    tag(db, id, 'b')
    star(db, id, true)
    const kinds = [
      { kind: 'tag', changes: 2, papers: 2 },
      { kind: 'star', changes: 1, papers: 1 }
    ]
    expect(previewStep(db, at)).toEqual({ direction: 'back', changes: 3, kinds })
    const newest = history(db, 0, 1).at
    expect(previewStep(db, newest)).toEqual({ direction: 'none', changes: 0, kinds: [] })
    expect(step(db, at)).toBe(3)
    expect(previewStep(db, newest)).toEqual({ direction: 'forward', changes: 3, kinds })
  })

  test('stops at a change, never within one', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const contents = [contentOf(db)]
    for (let at = 0; at < 400; at++) {
      star(db, id, at % 2 === 0)
      contents.push(contentOf(db))
    }
    const steps = stepTo(db, 1)
    const { value } = steps.next()
    steps.return()
    expect(value?.of).toBe(400)
    expect(contentOf(db)).toEqual(contents[400 - (value?.done ?? 0)])
  })

  test('is not stepped through while somebody else changes the library', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    for (let at = 0; at < 3000; at++) star(db, id, at % 2 === 0)
    const steps = stepTo(db, 0)
    expect(steps.next().value?.done).toBeLessThan(3000)
    tag(db, id, 'meanwhile')
    const content = contentOf(db)
    expect(() => steps.next()).toThrow(expect.objectContaining({ code: 'conflict' }) as Error)
    expect(contentOf(db)).toEqual(content)
  })

  test('neither tells of an import that is being written, nor steps over it', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    tag(db, id, 'a')
    const importing = new LongChange(db)
    importing.slice((tx) => {
      addPaper(tx, fields({ title: 'Coming In' }))
    })
    expect(history(db, 0, 10).total).toBe(2)
    expect(() => step(db, 0)).toThrow(expect.objectContaining({ code: 'conflict' }) as Error)
    importing.takeBack()
    expect(step(db, 0)).toBe(2)
  })
})
