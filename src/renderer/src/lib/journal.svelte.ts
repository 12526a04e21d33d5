import type { ChangeLabel, JournalState } from '@shared/model/journal'
import { words } from '../messages/words'
import { call } from './api'
import { Latest } from './latest'
import { toasts } from './toasts.svelte'

/** What undo and redo would do, and doing it. */
export class Journal {
  #state = $state.raw<JournalState>({ undo: null, redo: null })
  readonly #latest = new Latest()

  get undoLabel(): ChangeLabel | null {
    return this.#state.undo
  }
  get redoLabel(): ChangeLabel | null {
    return this.#state.redo
  }

  async refresh(): Promise<void> {
    const state = await this.#latest.run(() => call('journal:state', undefined))
    if (state !== undefined) this.#state = state
  }

  async undo(): Promise<void> {
    const { label } = await call('journal:undo', undefined)
    toasts.say(label === null ? words.header.nothingToUndo : words.footer.undone(label))
  }

  async redo(): Promise<void> {
    const { label } = await call('journal:redo', undefined)
    if (label !== null) toasts.say(words.footer.redone(label))
  }
}
