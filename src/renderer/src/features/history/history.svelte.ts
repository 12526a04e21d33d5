import type { HistoryEntry, HistoryStep } from '@shared/model/journal'
import { SvelteMap } from 'svelte/reactivity'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'

/** Changes are fetched in pages of this many. */
const page = 200

/** The changes of the library, the newest first; they come as they are looked at. */
export class HistoryState {
  #total = $state(0)
  #at = $state(0)
  #isLoaded = $state(false)
  #chosen = $state(0)
  #preview = $state.raw<HistoryStep | null>(null)
  #isStepping = $state(false)
  readonly #entries = new SvelteMap<number, HistoryEntry>()
  #asked = new Set<number>()
  readonly #latest = new Latest()

  /** How many changes there are. */
  get total(): number {
    return this.#total
  }
  /** The newest change that is done; 0 for none. */
  get at(): number {
    return this.#at
  }
  get isLoaded(): boolean {
    return this.#isLoaded
  }
  get isStepping(): boolean {
    return this.#isStepping
  }
  /** The place in the list that is chosen; `total` is the beginning, before the first change. */
  get chosen(): number {
    return this.#chosen
  }
  /** What stepping to the chosen place would do; null until that is known. */
  get preview(): HistoryStep | null {
    return this.#preview
  }

  /** The change at a place of the list; undefined until it is there, and for the beginning. */
  entry(place: number): HistoryEntry | undefined {
    return this.#entries.get(place)
  }

  /** Fetches again what is on view. */
  async refresh(): Promise<void> {
    const wasLoaded = this.#isLoaded
    const from = wasLoaded ? Math.max(0, Math.floor(this.#chosen / page) * page) : 0
    const found = await call('journal:history', { from, limit: page })
    this.#entries.clear()
    this.#asked = new Set([from / page])
    for (const [index, entry] of found.entries.entries()) this.#entries.set(from + index, entry)
    this.#total = found.total
    this.#at = found.at
    this.#isLoaded = true
    if (!wasLoaded) {
      const place = found.entries.findIndex(({ id }) => id === found.at)
      this.#chosen = Math.max(0, place)
    }
    await this.#look()
  }

  /** Sees to it that the changes between two places are there. */
  async look(from: number, to: number): Promise<void> {
    for (let at = Math.floor(from / page); at <= Math.floor(to / page); at++) {
      if (this.#asked.has(at) || at * page >= this.#total) continue
      this.#asked.add(at)
      const { entries } = await call('journal:history', { from: at * page, limit: page })
      for (const [index, entry] of entries.entries()) this.#entries.set(at * page + index, entry)
    }
  }

  async choose(place: number): Promise<void> {
    this.#chosen = Math.max(0, Math.min(this.#total, place))
    this.#preview = null
    await this.look(this.#chosen, this.#chosen)
    await this.#look()
  }

  /** Steps to the chosen place; gives how far that came. Null: there is nothing to do. */
  async step(): Promise<{ done: number; of: number } | null> {
    const to = this.#point()
    if (to === null || this.#isStepping || (this.#preview?.changes ?? 0) === 0) return null
    this.#isStepping = true
    try {
      return await call('journal:step', { to })
    } finally {
      this.#isStepping = false
      await this.refresh()
    }
  }

  async stop(): Promise<void> {
    await call('journal:stop', undefined)
  }

  /** The change up to which all would be done; null where no step leads. */
  #point(): number | null {
    if (this.#chosen >= this.#total) return 0
    const entry = this.#entries.get(this.#chosen)
    return entry === undefined || entry.state === 'gone' ? null : entry.id
  }

  async #look(): Promise<void> {
    const to = this.#point()
    const found = await this.#latest.run(() =>
      to === null ? Promise.resolve(null) : call('journal:preview', { to })
    )
    if (found !== undefined) this.#preview = found
  }
}
