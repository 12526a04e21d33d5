import { wasPutAside } from '../database/swap'
import { forgetEmptied, removeForgottenFiles } from '../library/trash'
import type { LibrarySession } from './session'

/** Not in the way of the start, and then once in a while, in milliseconds. */
const firstAfter = 60_000
const thenEvery = 24 * 60 * 60 * 1000

/** Makes emptyings of the trash final when their time is over, and removes the files that nothing knows any more. */
export class TrashSweep {
  #timer: NodeJS.Timeout | undefined

  constructor(
    private readonly session: () => Pick<LibrarySession, 'db' | 'folder'>,
    private readonly fail: (error: unknown) => void
  ) {}

  start(after = firstAfter): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      try {
        const { db, folder } = this.session()
        const isFinal = forgetEmptied(db) > 0
        // A library that was put aside may know files that this one does not.
        if (isFinal && !wasPutAside(folder)) removeForgottenFiles(db, folder)
      } catch (error) {
        this.fail(error)
      }
      this.start(thenEvery)
    }, after)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
