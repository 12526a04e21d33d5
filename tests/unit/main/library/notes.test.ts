import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import { run, scalar, sql } from '../../../../src/main/database/sql'
import { remakeKeys, setCitationKey } from '../../../../src/main/library/citation-keys'
import { change, continueChange, redo, undo } from '../../../../src/main/library/journal'
import { mergePapers } from '../../../../src/main/library/merge-papers'
import { linkTargets, noteLinks } from '../../../../src/main/library/note-links'
import { noteVersions, versionText } from '../../../../src/main/library/note-versions'
import { saveNote } from '../../../../src/main/library/notes'
import { getPapers } from '../../../../src/main/library/papers'
import { contentOf, insertPaper, newLibrary } from '../../support/library'

function noteOf(db: WritableDb, id: number) {
  const note = getPapers(db, [id])[0]?.note
  if (note === undefined) throw new Error('no paper')
  return note
}

function write(db: WritableDb, paperId: number, body: string): void {
  const { revision } = noteOf(db, paperId)
  continueChange(db, { kind: 'note', count: 1, name: String(paperId) }, 60, (tx) =>
    saveNote(tx, { paperId, body, revision })
  )
}

function keyOf(db: WritableDb, id: number): string {
  return getPapers(db, [id])[0]?.citationKey ?? ''
}

function rename(db: WritableDb, id: number, key: string): void {
  change(db, { kind: 'key', count: 1, name: key }, (tx) => {
    setCitationKey(tx, id, key)
  })
}

const texts = (db: WritableDb, id: number): string[] =>
  noteVersions(db, id).map((version) => versionText(db, id, version.id))

describe('a note', () => {
  it('is not saved over one that was saved meanwhile, and both stay what they are', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const { revision } = noteOf(db, id)
    const save = (body: string, over: number): unknown =>
      change(db, { kind: 'note', count: 1, name: '' }, (tx) =>
        saveNote(tx, { paperId: id, body, revision: over })
      )
    save('mine', revision)
    const held = noteOf(db, id)
    for (const stale of [revision, held.revision + 1, -1])
      expect(() => save('of another window', stale)).toThrow(
        expect.objectContaining({ code: 'conflict' }) as Error
      )
    expect(noteOf(db, id)).toEqual(held)
    expect(texts(db, id)).toEqual(['mine'])
    save('mine, and more', held.revision)
    expect(noteOf(db, id).body).toBe('mine, and more')
  })
})

describe('the history of a note', () => {
  it('holds every text that was saved, the newest first', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    for (const body of ['a', 'ab', '', 'new 😀', 'new 😁']) write(db, id, body)
    expect(texts(db, id)).toEqual(['new 😁', 'new 😀', '', 'ab', 'a'])
  })

  it('is not touched by undo, and goes on after it', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    write(db, id, 'first')
    write(db, id, 'first, and more')
    undo(db)
    expect(noteOf(db, id).body).toBe('')
    write(db, id, 'second')
    expect(texts(db, id)).toEqual(['second', 'first, and more', 'first'])
  })

  it('takes little more room than what was typed', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    const sentence = 'A sentence of a note that is being written. '
    let body = sentence.repeat(400)
    for (let burst = 0; burst < 300; burst++) write(db, id, (body += 'words '))
    const stored = scalar<number>(db, sql`SELECT SUM(LENGTH(text)) FROM note_version`)
    expect(stored).toBeLessThan(body.length * 5)
    expect(texts(db, id)[0]).toBe(body)
    expect(texts(db, id)).toHaveLength(300)
  })

  it('gives back any text, whatever was changed in it', () => {
    const part = fc.constantFrom('a', 'b', ' ', '\n', '😀', '😁', '\u0301', '漢', '[[k]]')
    fc.assert(
      fc.property(
        fc.array(
          fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
          { minLength: 1, maxLength: 8 }
        ),
        (bodies) => {
          const db = newLibrary()
          const id = insertPaper(db)
          for (const body of bodies) write(db, id, body)
          const expected = bodies.filter((body, at) => body !== (bodies[at - 1] ?? ''))
          expect(texts(db, id)).toEqual(expected.reverse())
        }
      ),
      { numRuns: 40 }
    )
  })

  it('begins with a note that an undo brought back from before there was a history', () => {
    const db = newLibrary()
    const id = insertPaper(db)
    write(db, id, 'old words')
    run(db, sql`DELETE FROM note_version`)
    write(db, id, 'new words')
    expect(texts(db, id)).toEqual(['new words', 'old words'])
  })
})

describe('links between notes and papers', () => {
  it('are found from both ends', () => {
    const db = newLibrary()
    const one = insertPaper(db, { title: 'Weaving Sheaves by Hand' })
    const other = insertPaper(db, { title: 'Looms of Paris' })
    write(db, one, `As in [[${keyOf(db, other)}]], and [[nobody]].`)
    expect(noteLinks(db, one).targets).toEqual([
      { key: keyOf(db, other), id: other, title: 'Looms of Paris' }
    ])
    expect(noteLinks(db, other).mentions).toEqual([
      expect.objectContaining({
        id: one,
        excerpt: `As in [[${keyOf(db, other)}]], and [[nobody]].`
      })
    ])
    write(db, one, 'As in nothing.')
    expect(noteLinks(db, other).mentions).toEqual([])
    undo(db)
    expect(noteLinks(db, one).targets).toEqual([])
  })

  it('follow a changed key, in the same change, and come back with its undo', () => {
    const db = newLibrary()
    const one = insertPaper(db, { title: 'Weaving Sheaves by Hand' })
    const other = insertPaper(db, { title: 'Looms of Paris' })
    const former = keyOf(db, other)
    write(db, one, `[[${former.toUpperCase()}|see there]] and ${former}`)
    const before = contentOf(db)
    rename(db, other, 'looms2020')
    expect(noteOf(db, one).body).toBe(`[[looms2020|see there]] and ${former}`)
    expect(noteLinks(db, other).mentions).toHaveLength(1)
    const after = contentOf(db)
    undo(db)
    expect(contentOf(db)).toEqual(before)
    redo(db)
    expect(contentOf(db)).toEqual(after)
  })

  it('lead to a paper by the key it had before', () => {
    const db = newLibrary()
    const one = insertPaper(db, { title: 'Weaving Sheaves by Hand' })
    const other = insertPaper(db, { title: 'Looms of Paris' })
    const former = keyOf(db, other)
    rename(db, other, 'looms2020')
    write(db, one, `[[${former}]]`)
    expect(noteLinks(db, one).targets[0]?.id).toBe(other)
    expect(noteLinks(db, other).mentions[0]?.id).toBe(one)
  })

  it('lead to the same papers when keys are made anew and two are swapped', () => {
    const db = newLibrary()
    const one = insertPaper(db, { title: 'Weaving Sheaves by Hand' })
    const other = insertPaper(db, { title: 'Looms of Paris' })
    const [first, second] = [keyOf(db, one), keyOf(db, other)]
    rename(db, one, 'passing')
    rename(db, other, first)
    rename(db, one, second)
    write(db, other, `[[${first}]] and [[${second}]]`)
    const before = contentOf(db)
    change(db, { kind: 'keys', count: 2, name: '' }, (tx) => remakeKeys(tx, [one, other]))
    expect([keyOf(db, one), keyOf(db, other)]).toEqual([first, second])
    expect(noteOf(db, other).body).toBe(`[[${second}]] and [[${first}]]`)
    expect(texts(db, other)).toHaveLength(2)
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('lead to the same paper when another takes over a key that it had before', () => {
    const db = newLibrary()
    const one = insertPaper(db, { title: 'Weaving Sheaves by Hand' })
    const other = insertPaper(db, { title: 'Looms of Paris' })
    const third = insertPaper(db, { title: 'Threads' })
    const former = keyOf(db, other)
    rename(db, other, 'looms2020')
    write(db, one, `[[${former}]]`)
    rename(db, third, former)
    expect(noteOf(db, one).body).toBe('[[looms2020]]')
    expect(noteLinks(db, third).mentions).toEqual([])
  })

  it('lead to the paper that another was merged into', () => {
    const db = newLibrary()
    const one = insertPaper(db, { title: 'Weaving Sheaves by Hand' })
    const kept = insertPaper(db, { title: 'Looms of Paris' })
    const gone = insertPaper(db, { title: 'Looms of Paris, a Preprint' })
    write(db, one, `[[${keyOf(db, gone)}]]`)
    write(db, gone, `[[${keyOf(db, one)}]]`)
    const before = contentOf(db)
    change(db, { kind: 'merge', count: 2, name: '' }, (tx) => {
      mergePapers(tx, kept, [gone])
    })
    expect(noteLinks(db, one).targets[0]?.id).toBe(kept)
    expect(noteLinks(db, one).mentions[0]?.id).toBe(kept)
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('are completed by key and by title', () => {
    const db = newLibrary()
    const one = insertPaper(db, { title: 'Weaving Sheaves by Hand' })
    const other = insertPaper(db, { title: 'Looms of Paris: Weaving' })
    rename(db, other, 'weav_1')
    const found = (typed: string): number[] => linkTargets(db, typed).map(({ id }) => id)
    expect(found('weav')).toEqual([other, one])
    expect(found('weav_')).toEqual([other, one])
    expect(found('paris weaving')).toEqual([other])
    expect(found('%')).toEqual([])
  })
})
