import { wordsFor } from './report-error'

/** What a dialog does at the user's word: one thing at a time, and in words why the last one failed. */
export class Work {
  /** Empty while all is well. */
  failure = $state('')
  #isBusy = $state(false)

  get isBusy(): boolean {
    return this.#isBusy
  }

  /** Does it, unless something else is being done. */
  async run(action: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.failure = ''
    try {
      await action()
    } catch (error) {
      this.failure = wordsFor(error)
    } finally {
      this.#isBusy = false
    }
  }
}
