import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '@shared/ipc/error'
import { NoteState } from '../../../src/renderer/src/features/detail/note.svelte'

interface Saved {
  paperId: number
  body: string
  revision: number
}

/** A library of notes as the main process keeps them: it refuses a save that began from an old one. */
class Notes {
  readonly saves: Saved[] = []
  readonly held = new Map<number, { body: string; revision: number }>()
  delay = 0
  fails = false

  readonly save = async ({ paperId, body, revision }: Saved) => {
    if (this.delay > 0) await new Promise((done) => setTimeout(done, this.delay))
    if (this.fails) throw new Error('The disk is full.')
    const now = this.held.get(paperId)?.revision ?? 0
    if (now !== revision)
      throw new AppError('conflict', `conflict: ${String(revision)} is not ${String(now)}`)
    this.saves.push({ paperId, body, revision })
    this.held.set(paperId, { body, revision: now + 1 })
    return { revision: now + 1, savedAt: '2026-03-14T12:00:00Z' }
  }

  paper(id: number) {
    const { body = '', revision = 0 } = this.held.get(id) ?? {}
    return { id, note: { body, revision, savedAt: '' } }
  }
}

let notes: Notes
let note: NoteState

beforeEach(async () => {
  vi.useFakeTimers()
  notes = new Notes()
  note = new NoteState(notes.save)
  await note.show(notes.paper(1))
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a note', () => {
  it('is saved once typing pauses, and not at every letter', async () => {
    for (const body of ['a', 'ab', 'abc']) {
      note.write(body)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(notes.saves).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(notes.saves).toEqual([{ paperId: 1, body: 'abc', revision: 0 }])
    expect(note.isDirty).toBe(false)
  })

  it('is saved to its own paper when another is shown in the middle of a word', async () => {
    note.write('about one')
    await note.show(notes.paper(2))
    expect(note.body).toBe('')
    note.write('about two')
    await note.flush()
    expect(notes.held.get(1)?.body).toBe('about one')
    expect(notes.held.get(2)?.body).toBe('about two')
  })

  it('loses nothing that is typed while a save is on its way', async () => {
    notes.delay = 1000
    note.write('first')
    await vi.advanceTimersByTimeAsync(500)
    note.write('first and second')
    await vi.advanceTimersByTimeAsync(5000)
    expect(notes.held.get(1)).toEqual({ body: 'first and second', revision: 2 })
    expect(note.failure).toBe('')
  })

  it('loses nothing when its paper leaves the view while a save is on its way', async () => {
    notes.delay = 1000
    note.write('first')
    await vi.advanceTimersByTimeAsync(500)
    note.write('first and second')
    const left = note.show(notes.paper(2))
    await vi.advanceTimersByTimeAsync(5000)
    await left
    expect(notes.held.get(1)?.body).toBe('first and second')
    expect(note.paperId).toBe(2)
    expect(note.body).toBe('')
  })

  it('keeps the words on the screen when they cannot be saved, says why, and saves them later', async () => {
    notes.fails = true
    note.write('precious')
    await vi.advanceTimersByTimeAsync(500)
    expect(note.body).toBe('precious')
    expect(note.failure).toBe('The disk is full.')
    notes.fails = false
    await note.flush()
    expect(notes.held.get(1)?.body).toBe('precious')
    expect(note.failure).toBe('')
  })

  it('shows words again that could not be saved when their paper left the view', async () => {
    notes.fails = true
    note.write('precious')
    await expect(note.show(notes.paper(2))).rejects.toThrow('The disk is full.')
    notes.fails = false
    await note.show(notes.paper(1))
    expect(note.body).toBe('precious')
    await note.flush()
    expect(notes.held.get(1)?.body).toBe('precious')
  })

  it('takes over what changed elsewhere, unless it is being written', async () => {
    notes.held.set(1, { body: 'from elsewhere', revision: 3 })
    await note.show(notes.paper(1))
    expect(note.body).toBe('from elsewhere')
    note.write('mine')
    notes.held.set(1, { body: 'again from elsewhere', revision: 4 })
    await note.show(notes.paper(1))
    expect(note.body).toBe('mine')
  })

  it('is not called saved before it is on disk', async () => {
    notes.delay = 1000
    note.write('first')
    await vi.advanceTimersByTimeAsync(500)
    expect(note.isDirty).toBe(true)
    expect(note.isAllSaved).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(note.isAllSaved).toBe(true)
  })

  it('is saved every few seconds while nobody pauses', async () => {
    for (let letter = 1; letter <= 30; letter++) {
      note.write('x'.repeat(letter))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(notes.saves.length).toBeGreaterThanOrEqual(1)
    expect(notes.saves.length).toBeLessThan(5)
  })

  it('that was left and could not be saved is tried again, and nothing is called saved meanwhile', async () => {
    notes.fails = true
    note.write('precious')
    await expect(note.show(notes.paper(2))).rejects.toThrow('The disk is full.')
    expect(note.isAllSaved).toBe(false)
    notes.fails = false
    await vi.advanceTimersByTimeAsync(6000)
    expect(notes.held.get(1)?.body).toBe('precious')
    expect(note.isAllSaved).toBe(true)
  })

  describe('that was changed elsewhere while it was written', () => {
    beforeEach(async () => {
      note.write('mine')
      notes.held.set(1, { body: 'theirs', revision: 7 })
      await note.flush()
      expect(note.failure).toContain('conflict')
      await note.show(notes.paper(1))
      expect(note.canResolve).toBe(true)
      expect(note.body).toBe('mine')
    })

    it('is saved over the other, if the user says so', async () => {
      await note.keepMine()
      expect(notes.held.get(1)?.body).toBe('mine')
      expect(note.isAllSaved).toBe(true)
    })

    it('gives way to the other, and has been saved before', async () => {
      await note.takeTheirs()
      expect(notes.saves.map(({ body }) => body)).toEqual(['mine', 'theirs'])
      expect(note.body).toBe('theirs')
    })

    it('is still there when its paper is shown again', async () => {
      await note.show(notes.paper(2))
      expect(note.body).toBe('')
      expect(note.isAllSaved).toBe(false)
      await note.show(notes.paper(1))
      expect(note.body).toBe('mine')
      expect(note.canResolve).toBe(true)
    })
  })
})
