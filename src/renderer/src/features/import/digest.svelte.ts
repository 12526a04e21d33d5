import type { Digest } from '@shared/model/digest'
import { call } from '../../lib/api'
import { wordsFor } from '../../lib/report-error'
import { Latest } from '../../lib/latest'

/** A digest with its text. The former one stays until the next is there. */
export class DigestState {
  #content = $state.raw<Digest | null>(null)
  #failure = $state('')
  readonly #latest = new Latest()

  get content(): Digest | null {
    return this.#content
  }
  /** Why there is nothing to see; empty while all is well. */
  get failure(): string {
    return this.#failure
  }

  /** Fetches anew whenever `version`, the library's, is another. */
  async show(id: number, _version: number): Promise<void> {
    try {
      const digest = await this.#latest.run(() => call('digest:get', { id }))
      if (digest === undefined) return
      this.#content = digest
      this.#failure = ''
    } catch (error) {
      this.#content = null
      this.#failure = wordsFor(error)
    }
  }
}
