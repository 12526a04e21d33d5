import type { Paper } from '@shared/model/paper'
import { call } from '../../lib/api'

/** Typing is saved once it has paused this long, in milliseconds. */
const pause = 400

type SaveNote = (note: {
  paperId: number
  body: string
  revision: number
}) => Promise<{ revision: number; savedAt: string }>

/**
 * The note being written. It knows its paper and the revision it began from, so that a text can
 * never land on another paper; what is not saved yet is saved before another paper is shown.
 */
export class NoteState {
  #paperId = $state<number | null>(null)
  #body = $state('')
  #revision = 0
  #savedBody = ''
  #savedAt = $state('')
  #failure = $state('')
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> = Promise.resolve()
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
    return this.#body !== this.#savedBody
  }

  /** Shows a paper's note. One being typed into stays as it is while it is not saved. */
  async show(paper: Pick<Paper, 'id' | 'note'> | null): Promise<void> {
    if (paper !== null && paper.id === this.#paperId) {
      if (!this.isDirty && paper.note.revision !== this.#revision) this.#take(paper)
      return
    }
    const flushed = this.flush()
    if (paper === null) this.#paperId = null
    else this.#take(paper)
    await flushed
  }

  write(body: string): void {
    this.#body = body
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pause)
  }

  /** Saves now what is not saved. Resolves when it is, or when it turned out that it cannot be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    const paperId = this.#paperId
    const body = this.#body
    if (paperId === null || !this.isDirty) return this.#saving
    const former = { revision: this.#revision, body: this.#savedBody }
    this.#savedBody = body
    this.#saving = this.#saving.then(async () => {
      // A save that was waiting for another one begins from what that one made.
      const revision = this.#paperId === paperId ? this.#revision : former.revision
      try {
        const saved = await this.#save({ paperId, body, revision })
        if (this.#paperId !== paperId) return
        this.#revision = saved.revision
        this.#savedAt = saved.savedAt
        this.#failure = ''
      } catch (error) {
        if (this.#paperId !== paperId) throw error
        this.#savedBody = former.body
        this.#failure = error instanceof Error ? error.message : String(error)
      }
    })
    const done = this.#saving
    this.#saving = this.#saving.catch(() => undefined)
    return done
  }

  #take({ id, note }: Pick<Paper, 'id' | 'note'>): void {
    this.#paperId = id
    this.#body = note.body
    this.#savedBody = note.body
    this.#revision = note.revision
    this.#savedAt = note.savedAt
    this.#failure = ''
  }
}
