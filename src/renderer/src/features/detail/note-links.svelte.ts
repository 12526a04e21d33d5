import type { NoteLinks } from '@shared/model/note'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'

const none: NoteLinks = { targets: [], mentions: [] }

/** Where the note on view leads, and which notes lead to its paper. */
export class NoteLinksState {
  #links = $state.raw<NoteLinks>(none)
  #paperId: number | null = null
  readonly #latest = new Latest()

  get mentions(): NoteLinks['mentions'] {
    return this.#links.mentions
  }

  /** Title of the paper that a key of the note stands for; undefined where no paper has it. */
  readonly titleOf = (key: string): string | undefined =>
    this.#links.targets.find((target) => target.key.toLowerCase() === key.toLowerCase())?.title

  async show(paperId: number | null): Promise<void> {
    // What another paper had is not this one's, however short.
    if (paperId !== this.#paperId) this.#links = none
    this.#paperId = paperId
    const links = await this.#latest.run(() =>
      paperId === null ? Promise.resolve(none) : call('note:links', { paperId })
    )
    if (links !== undefined) this.#links = links
  }
}
