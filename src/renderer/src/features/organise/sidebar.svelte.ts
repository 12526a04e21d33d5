import type { Sidebar } from '@shared/model/view'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'

/** Counts, digests and tags, as the library has them now. */
export class SidebarState {
  #content = $state.raw<Sidebar | null>(null)
  readonly #latest = new Latest()

  get content(): Sidebar | null {
    return this.#content
  }

  async refresh(): Promise<void> {
    const content = await this.#latest.run(() => call('library:sidebar', undefined))
    if (content !== undefined) this.#content = content
  }
}
