import { AppError } from '@shared/ipc/error'
import type { Paper } from '@shared/model/paper'
import { call } from '../../lib/api'
import { reportError } from '../../lib/report-error'

/** Typing is saved once it has paused this long, in milliseconds. */
const pause = 400
/** Typing without a pause is saved this often, in milliseconds. */
const longestBurst = 2000
/** What could not be saved is tried again after this long, in milliseconds. */
const patience = 5000

type SaveNote = (note: {
  paperId: number
  body: string
  revision: number
}) => Promise<{ revision: number; savedAt: string }>

interface Unsaved {
  body: string
  failure: string
  isConflict: boolean
}

/**
 * The note being written. It knows its paper and the revision it began from, so that a text can
 * never land on another paper; what is not saved yet is saved before another paper is shown. A text is
 * saved when the main process has said that it is on disk, and not before.
 */
export class NoteState {
  #paperId = $state<number | null>(null)
  #body = $state('')
  /** What is known to be on disk. */
  #savedBody = $state('')
  #savedAt = $state('')
  #failure = $state('')
  #isConflict = $state(false)
  /** How many saves of which papers are on their way. */
  #onTheWay = $state.raw<ReadonlyMap<number, number>>(new Map())
  /** What the note became elsewhere while it was written here. */
  #theirs = $state.raw<Paper['note'] | null>(null)
  /** Texts that could not be saved when their paper left the view; shown again with it. */
  #unsaved = $state.raw<ReadonlyMap<number, Unsaved>>(new Map())
  /** The text that was handed over last. */
  #sentBody = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #burstBegan = 0
  #saving: Promise<void> = Promise.resolve()
  /** Each paper's revision as last heard of, by a save or by a look. */
  readonly #revisions = new Map<number, number>()
  readonly #save: SaveNote

  constructor(save: SaveNote = (note) => call('note:save', note)) {
    this.#save = save
  }

  get paperId(): number | null {
    return this.#paperId
  }
  get body(): string {
    return this.#body
  }
  get savedAt(): string {
    return this.#savedAt
  }
  /** Why the last words are not saved; empty while all is well. */
  get failure(): string {
    return this.#failure
  }
  get isDirty(): boolean {
    return this.#body !== this.#savedBody || this.#isSaving
  }
  get #isSaving(): boolean {
    return this.#paperId !== null && this.#onTheWay.has(this.#paperId)
  }
  /** Whether everything that was ever written is on disk: this note, and those that were left. */
  get isAllSaved(): boolean {
    return !this.isDirty && this.#onTheWay.size === 0 && this.#unsaved.size === 0
  }
  /** Whether the note was changed elsewhere too, so that the user has to say which text stays. */
  get canResolve(): boolean {
    return this.#isConflict && this.#theirs !== null
  }

  /** Shows a paper's note. One being typed into stays as it is while it is not saved. */
  async show(paper: Pick<Paper, 'id' | 'note'> | null): Promise<void> {
    if (paper !== null && paper.id === this.#paperId) {
      if (paper.note.revision === this.#revisions.get(paper.id)) return
      if (!this.isDirty) this.#take(paper)
      else if (!this.#isSaving || this.#isConflict) this.#theirs = paper.note
      return
    }
    const flushed = this.flush()
    if (this.#isConflict && this.#paperId !== null) {
      const left = { body: this.#body, failure: this.#failure, isConflict: true }
      this.#unsaved = new Map(this.#unsaved).set(this.#paperId, left)
    }
    if (paper === null) this.#leave()
    else this.#take(paper)
    await flushed
  }

  write(body: string): void {
    const now = Date.now()
    if (!this.isDirty) this.#burstBegan = now
    this.#body = body
    if (body === this.#savedBody && !this.#isSaving) this.#failure = ''
    clearTimeout(this.#timer)
    const wait = Math.min(pause, Math.max(0, this.#burstBegan + longestBurst - now))
    this.#timer = setTimeout(() => {
      this.#burstBegan = Date.now()
      this.flush().catch(reportError)
    }, wait)
  }

  /** Saves now what is not saved. Resolves when it is, or when it turned out that it cannot be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    const paperId = this.#paperId
    const body = this.#body
    if (paperId === null || body === this.#sentBody || this.#isConflict) return this.#saving
    this.#sentBody = body
    return this.#send(paperId, body)
  }

  /** Saves the user's text over the one from elsewhere, which stays in the note's history. */
  async keepMine(): Promise<void> {
    const theirs = this.#theirs
    if (this.#paperId === null || theirs === null) return
    this.#revisions.set(this.#paperId, theirs.revision)
    this.#savedBody = theirs.body
    this.#theirs = null
    this.#isConflict = false
    this.#failure = ''
    this.#sentBody = theirs.body
    await this.flush()
  }

  /** Shows the text from elsewhere; the user's own is in the note's history then. */
  async takeTheirs(): Promise<void> {
    const body = this.#theirs?.body
    if (body === undefined) return
    await this.keepMine()
    if (this.isDirty) return
    this.write(body)
    await this.flush()
  }

  #send(paperId: number, body: string): Promise<void> {
    this.#count(paperId, 1)
    const saving = this.#saving.then(async () => {
      try {
        const revision = this.#revisions.get(paperId) ?? 0
        const saved = await this.#save({ paperId, body, revision })
        this.#revisions.set(paperId, saved.revision)
        this.#forget(paperId)
        if (this.#paperId !== paperId) return
        this.#savedBody = body
        this.#savedAt = saved.savedAt
        this.#failure = ''
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error)
        const isConflict = error instanceof AppError && error.code === 'conflict'
        if (!isConflict) this.#tryAgain()
        if (this.#paperId !== paperId) {
          this.#unsaved = new Map(this.#unsaved).set(paperId, { body, failure, isConflict })
          throw error
        }
        if (this.#sentBody === body) this.#sentBody = this.#savedBody
        this.#failure = failure
        this.#isConflict = isConflict
      } finally {
        this.#count(paperId, -1)
      }
    })
    this.#saving = saving.catch(() => undefined)
    return saving
  }

  #count(paperId: number, by: number): void {
    const onTheWay = new Map(this.#onTheWay)
    const now = (onTheWay.get(paperId) ?? 0) + by
    if (now > 0) onTheWay.set(paperId, now)
    else onTheWay.delete(paperId)
    this.#onTheWay = onTheWay
  }

  #tryAgain(): void {
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => {
      this.flush().catch(reportError)
      for (const [paperId, { body, isConflict }] of this.#unsaved)
        if (!isConflict) this.#send(paperId, body).catch(() => undefined)
    }, patience)
  }

  #forget(paperId: number): void {
    if (!this.#unsaved.has(paperId)) return
    const unsaved = new Map(this.#unsaved)
    unsaved.delete(paperId)
    this.#unsaved = unsaved
  }

  #take({ id, note }: Pick<Paper, 'id' | 'note'>): void {
    const unsaved = this.#unsaved.get(id)
    const isElsewhere = unsaved?.isConflict === true
    const wasShown = id === this.#paperId
    this.#forget(id)
    this.#paperId = id
    this.#body = unsaved?.body ?? note.body
    this.#savedBody = this.#sentBody = note.body
    this.#savedAt = note.savedAt
    this.#failure = unsaved?.failure ?? ''
    this.#isConflict = isElsewhere
    this.#theirs = isElsewhere ? note : null
    this.#revisions.set(id, note.revision)
    if (!wasShown) clearTimeout(this.#timer)
    if (unsaved !== undefined && !isElsewhere) this.#tryAgain()
  }

  /** No paper is shown: what the one before had that is not saved is kept until it is. */
  #leave(): void {
    this.#paperId = null
    this.#body = this.#savedBody = this.#sentBody = this.#savedAt = this.#failure = ''
    this.#isConflict = false
    this.#theirs = null
  }
}
