import type { Paper } from '@shared/model/paper'
import { AppError } from '@shared/ipc/error'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'

/** The paper in the detail pane. The former one stays on view until the next is there. */
export class DetailState {
  #paper = $state.raw<Paper | null>(null)
  readonly #latest = new Latest()

  get paper(): Paper | null {
    return this.#paper
  }

  async show(id: number | null): Promise<void> {
    if (id === null) {
      await this.#latest.run(() => Promise.resolve())
      this.#paper = null
      return
    }
    try {
      const paper = await this.#latest.run(() => call('paper:get', { id }))
      if (paper !== undefined) this.#paper = paper
    } catch (error) {
      // An undone import took it away while it was on view.
      if (!(error instanceof AppError && error.code === 'not-found')) throw error
      this.#paper = null
    }
  }
}
