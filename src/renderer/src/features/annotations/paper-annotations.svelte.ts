import type { PaperAnnotations } from '@shared/model/annotation'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'

const nothing: PaperAnnotations = { total: 0, first: [], inText: [], unplaced: 0, loose: 0 }

/** The annotations of the paper on view. */
export class PaperAnnotationsState {
  #content = $state.raw<PaperAnnotations>(nothing)
  #paperId: number | null = null
  /** Id of the one that is being edited. */
  editing = $state<number | null>(null)
  /** Id of one that the keys go to as soon as it is there. */
  wanted = $state<number | null>(null)
  /** Id of one whose place was lost and that is to be where text is selected next. */
  placing = $state<number | null>(null)
  readonly #latest = new Latest()

  get content(): PaperAnnotations {
    return this.#content
  }

  /** Shows a paper's, as they are now; none for null. */
  async show(paperId: number | null): Promise<void> {
    if (paperId !== this.#paperId) {
      this.editing = null
      this.placing = null
      this.#content = nothing
    }
    this.#paperId = paperId
    const content = await this.#latest.run(() =>
      paperId === null ? Promise.resolve(nothing) : call('annotation:of-paper', { paperId })
    )
    if (content !== undefined) this.#content = content
  }
}
