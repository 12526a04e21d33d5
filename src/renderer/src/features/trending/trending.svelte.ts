import type { Output } from '@shared/ipc/contract'
import type { TrendOverview, TrendWeights } from '@shared/model/trend'
import { defaultTrendWeights, type RisingKind } from '@shared/model/trend-parts'
import { scoreOf } from '@shared/model/trend-score'
import type { TrendWindow } from '@shared/model/trend-window'
import type { View } from '@shared/model/view'
import { SvelteMap } from 'svelte/reactivity'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'
import { reportError } from '../../lib/report-error'

export type TrendView = Extract<View, { kind: 'trending' }>
export type PaperStanding = Output<'trend:standing'>[number]

/** The stretch of days that is looked at, what rises in it, and how its digests name the papers on the screen. */
export class TrendingState {
  #overview = $state.raw<TrendOverview | null>(null)
  #weights = $state.raw<TrendWeights>(defaultTrendWeights)
  /** What of that which rises the list is narrowed to. */
  #chosen = $state.raw<{ kind: RisingKind; key: string } | null>(null)
  readonly #standings = new SvelteMap<number, PaperStanding>()
  readonly #asked = new Set<number>()
  #wanted: number[] = []
  #view: TrendView = { kind: 'trending', window: 'week', on: '' }
  readonly #latest = new Latest()

  get overview(): TrendOverview | null {
    return this.#overview
  }
  get weights(): TrendWeights {
    return this.#weights
  }
  get chosen(): { kind: RisingKind; key: string } | null {
    return this.#chosen
  }

  /** Fetches what is to be known of a view. */
  async show(view: TrendView): Promise<void> {
    const { window, on } = view
    if (view.only === undefined) this.#chosen = null
    this.#view = view
    const overview = await this.#latest.run(() => call('trend:overview', { window, on }))
    if (overview === undefined) return
    this.#overview = overview
    this.#weights = overview.weights
    // What is on the screen was asked for last.
    const asked = [...this.#asked].slice(-500)
    this.#asked.clear()
    for (const id of asked) this.want(id)
  }

  /** Forgets how papers were named: the days are others. They are asked for again once these are known. */
  forget(): void {
    this.#standings.clear()
  }

  standing(id: number): PaperStanding | undefined {
    return this.#standings.get(id)
  }

  /** Null while its standing is not known. */
  score(id: number): number | null {
    const standing = this.#standings.get(id)
    return standing === undefined ? null : scoreOf(standing, this.#weights)
  }

  /** Fetches how a paper is named, with those of others that are wanted by the same frame. */
  want(id: number): void {
    if (this.#asked.has(id)) return
    this.#asked.add(id)
    this.#wanted.push(id)
    if (this.#wanted.length === 1) queueMicrotask(() => void this.#fetch())
  }

  /** What shows that something rises; what is chosen already is let go. */
  narrowed(kind: RisingKind, key: string): TrendView {
    const { window, on } = this.#view
    const isChosen = this.#chosen?.kind === kind && this.#chosen.key === key
    const found = this.#overview?.rising.find((one) => one.kind === kind && one.key === key)
    this.#chosen = isChosen || found === undefined ? null : { kind, key }
    const only = this.#chosen === null ? {} : { only: found?.papers ?? [] }
    return { kind: 'trending', window, on, ...only }
  }

  /** All papers of the same days. */
  whole(): TrendView {
    const { window, on } = this.#view
    this.#chosen = null
    return { kind: 'trending', window, on }
  }

  /** The stretch of another length, around the last digest of this one. */
  of(window: TrendWindow): TrendView {
    const { last, to, later } = this.#overview ?? { last: '', to: '', later: '' }
    const isNewest = window === 'all' || later === ''
    return { kind: 'trending', window, on: isNewest ? '' : last === '' ? to : last }
  }

  /** The next stretch with a digest, earlier or later; null for none. */
  next(step: -1 | 1): TrendView | null {
    const overview = this.#overview
    const day = (step < 0 ? overview?.earlier : overview?.later) ?? ''
    return day === '' ? null : this.on(day)
  }

  /** The stretch that a day is in. */
  on(day: string): TrendView {
    return { kind: 'trending', window: this.#view.window, on: day }
  }

  async weigh(weights: TrendWeights | null): Promise<void> {
    this.#weights = weights ?? defaultTrendWeights
    await call('trend:weigh', weights)
  }

  async #fetch(): Promise<void> {
    const ids = this.#wanted.splice(0)
    const { window, on } = this.#view
    try {
      for (let at = 0; at < ids.length; at += 500) {
        const some = ids.slice(at, at + 500)
        const found = await call('trend:standing', { window, on, ids: some })
        if (this.#view.window !== window || this.#view.on !== on) return
        for (const one of found) this.#standings.set(one.id, one)
      }
    } catch (error) {
      reportError(error)
    }
  }
}
