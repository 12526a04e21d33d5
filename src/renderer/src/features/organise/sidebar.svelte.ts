import type { Sidebar } from '@shared/model/view'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'
import { attempt } from '../../lib/report-error'

/** Saved searches are counted once nothing has changed for this long, in milliseconds. */
const restMs = 300

/** Places with their counts, as the library has them now, and what of them is folded. */
export class SidebarState {
  #content = $state.raw<Sidebar | null>(null)
  #folded = $state.raw<ReadonlySet<string>>(new Set())
  #savedCounts = $state.raw<ReadonlyMap<number, number>>(new Map())
  /** The line whose name is being edited, by its key. */
  renaming = $state<string | null>(null)
  readonly #latest = new Latest()
  readonly #counting = new Latest()
  #timer: ReturnType<typeof setTimeout> | undefined

  get content(): Sidebar | null {
    return this.#content
  }
  get folded(): ReadonlySet<string> {
    return this.#folded
  }
  /** How many papers saved searches find, by their ids; those are left out that are not known. */
  get savedCounts(): ReadonlyMap<number, number> {
    return this.#savedCounts
  }

  async refresh(): Promise<void> {
    const content = await this.#latest.run(() => call('library:sidebar', undefined))
    if (content === undefined) return
    if (this.#content === null) this.#folded = new Set(content.folded)
    this.#content = content
    if (content.searches.length === 0) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void attempt(() => this.#count()), restMs)
  }

  /** Folds or unfolds lines, and remembers it. */
  fold(keys: readonly string[], folded: boolean): void {
    const next = new Set(this.#folded)
    for (const key of keys)
      if (folded) next.add(key)
      else next.delete(key)
    this.#folded = next
    void attempt(() => call('view:fold', { folded: [...next] }))
  }

  async #count(): Promise<void> {
    const counts = await this.#counting.run(() => call('saved:counts', undefined))
    if (counts !== undefined)
      this.#savedCounts = new Map(counts.map(({ id, count }) => [id, count]))
  }
}
