import type { Paper } from '@shared/model/paper'
import { call } from '../../lib/api'
import { reportError } from '../../lib/report-error'

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
  #savedBody = $state('')
  #savedAt = $state('')
  #failure = $state('')
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> = Promise.resolve()
  /** Each paper's revision as last heard of, by a save or by a look. */
  readonly #revisions = new Map<number, number>()
  /** Texts that could not be saved when their paper left the view; shown again with it. */
  readonly #unsaved = new Map<number, { body: string; failure: string }>()
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
      if (!this.isDirty && paper.note.revision !== this.#revisions.get(paper.id)) this.#take(paper)
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
    this.#timer = setTimeout(() => {
      this.flush().catch(reportError)
    }, pause)
  }

  /** Saves now what is not saved. Resolves when it is, or when it turned out that it cannot be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    const paperId = this.#paperId
    const body = this.#body
    if (paperId === null || !this.isDirty) return this.#saving
    const formerBody = this.#savedBody
    this.#savedBody = body
    const saving = this.#saving.then(async () => {
      try {
        const revision = this.#revisions.get(paperId) ?? 0
        const saved = await this.#save({ paperId, body, revision })
        this.#revisions.set(paperId, saved.revision)
        if (this.#paperId !== paperId) return
        this.#savedAt = saved.savedAt
        this.#failure = ''
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error)
        if (this.#paperId !== paperId) {
          this.#unsaved.set(paperId, { body, failure })
          throw error
        }
        this.#savedBody = formerBody
        this.#failure = failure
      }
    })
    this.#saving = saving.catch(() => undefined)
    return saving
  }

  #take({ id, note }: Pick<Paper, 'id' | 'note'>): void {
    this.#paperId = id
    const unsaved = this.#unsaved.get(id)
    this.#unsaved.delete(id)
    this.#body = unsaved?.body ?? note.body
    this.#savedBody = note.body
    this.#revisions.set(id, note.revision)
    this.#savedAt = note.savedAt
    this.#failure = unsaved?.failure ?? ''
  }
}
