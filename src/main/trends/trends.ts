import type { Appearance } from '@shared/model/paper'
import type { Rising, Standing, TrendOverview } from '@shared/model/trend'
import { scoreOf } from '@shared/model/trend-score'
import { neighbour, spanOf, type Span, type TrendWindow } from '@shared/model/trend-window'
import type { Sort, View } from '@shared/model/view'
import type { ReadableDb } from '../database/handle'
import { newestRevision } from '../library/revisions'
import {
  codeLinksOf,
  countDigests,
  firstDay,
  lastDay,
  namings,
  peopleOf,
  standings,
  textsOf,
  venuesOf,
  weightsOf,
  windowSpan,
  type Shared
} from '../library/trending'
import { listIds } from '../library/views'
import { repositoryOf } from './repository'
import { isRising, riseOf } from './rise'
import { risingTerms, type TermSource } from './terms'

/** A window as a view says it: the one that a day is in; the newest for an empty day. */
export interface TrendQuery {
  window: TrendWindow
  on: string
}

/** A window as a list, narrowed to some papers or not. */
export type TrendView = Extract<View, { kind: 'trending' }>

/** So many of each kind are told. */
const mostRising = 12
const textsAtOnce = 500
/** So many lists are remembered. */
const mostLists = 8

/** What trends in a library, and what rises in it; remembered until the library changes. */
export class Trends {
  #revision = -1
  readonly #standings = new Map<string, Standing[]>()
  readonly #rising = new Map<string, Rising[]>()
  readonly #lists = new Map<string, number[]>()

  constructor(private readonly db: ReadableDb) {}

  /** The papers of a window in order; by trend, those of the highest score first. */
  list(view: TrendView, sort: Sort): Int32Array {
    const span = this.#spanOf(view.window, view.on)
    if (span === null) return new Int32Array()
    if (sort.column !== 'trend') return Int32Array.from(this.#ordered(view, sort))
    const weights = weightsOf(this.db)
    const among = view.only === undefined ? null : new Set(view.only)
    const ids = this.#standingsOf(span)
      .filter(({ id }) => among?.has(id) ?? true)
      .map((one) => ({ ...one, score: scoreOf(one, weights) }))
      .sort((a, b) => b.score - a.score || a.place - b.place || a.id - b.id)
      .map(({ id }) => id)
    return Int32Array.from(sort.descending ? ids : ids.reverse())
  }

  /** How the digests of a window name some papers. */
  standing(
    { window, on }: TrendQuery,
    ids: readonly number[]
  ): (Standing & { namings: Appearance[] })[] {
    const span = this.#spanOf(window, on)
    if (span === null) return []
    const named = namings(this.db, span, ids)
    return standings(this.db, span, ids).map((one) => ({
      ...one,
      namings: named.get(one.id) ?? []
    }))
  }

  overview({ window, on }: TrendQuery): TrendOverview {
    const span = this.#spanOf(window, on)
    const weights = weightsOf(this.db)
    const nothing = {
      window,
      from: '',
      to: '',
      last: '',
      digests: 0,
      papers: 0,
      before: null,
      earlier: '',
      later: ''
    }
    if (span === null) return { ...nothing, weights, rising: [] }
    const all = spanOf('all', '')
    const former = neighbour(window, span, -1)
    const before =
      former === null
        ? null
        : {
            ...former,
            digests: countDigests(this.db, former),
            papers: this.#standingsOf(former).length
          }
    const shown =
      window === 'all' ? { from: firstDay(this.db, all), to: lastDay(this.db, all) } : span
    return {
      ...{ window, ...shown, weights, before },
      last: lastDay(this.db, span),
      digests: countDigests(this.db, span),
      papers: this.#standingsOf(span).length,
      earlier: lastDay(this.db, { ...all, to: former?.to ?? '' }),
      later: firstDay(this.db, { ...all, from: neighbour(window, span, 1)?.from ?? '~' }),
      rising: former === null || before?.papers === 0 ? [] : this.#risingIn(span, former)
    }
  }

  #risingIn(span: Span, former: Span): Rising[] {
    const key = JSON.stringify(span)
    const known = this.#rising.get(key)
    if (known !== undefined) return known
    const now = this.#standingsOf(span).map(({ id }) => id)
    const before = this.#standingsOf(former).map(({ id }) => id)
    const rising: Rising[] = [
      ...risingTerms(this.#textsOf(now), this.#textsOf(before), mostRising).map((term) => ({
        kind: 'term' as const,
        ...term
      })),
      ...this.#compared('person', now, before, peopleOf),
      ...this.#compared('venue', now, before, venuesOf),
      ...this.#compared('repository', now, before, repositoriesOf)
    ]
    this.#rising.set(key, rising)
    return rising
  }

  #textsOf(ids: readonly number[]): TermSource {
    const { db } = this
    return {
      size: ids.length,
      *texts() {
        for (let at = 0; at < ids.length; at += textsAtOnce)
          yield* textsOf(db, ids.slice(at, at + textsAtOnce))
      }
    }
  }

  #compared(
    kind: Rising['kind'],
    now: readonly number[],
    before: readonly number[],
    of: (db: ReadableDb, ids: readonly number[]) => Shared[]
  ): Rising[] {
    const former = new Map(of(this.db, before).map(({ key, papers }) => [key, papers.length]))
    return of(this.db, now)
      .map(({ key, label, papers }) => {
        const earlier = former.get(key) ?? 0
        const rise = riseOf(
          { papers: papers.length, of: now.length },
          { papers: earlier, of: before.length }
        )
        return { kind, key, label, now: papers.length, before: earlier, ...rise, papers }
      })
      .filter((one) => isRising(one.now, one.significance))
      .sort((a, b) => b.significance - a.significance || (a.key < b.key ? -1 : 1))
      .slice(0, mostRising)
  }

  #standingsOf(span: Span): Standing[] {
    const key = JSON.stringify(span)
    let known = this.#standings.get(key)
    if (known === undefined) this.#standings.set(key, (known = standings(this.db, span)))
    return known
  }

  #ordered(view: TrendView, sort: Sort): readonly number[] {
    const key = JSON.stringify([view, sort])
    let known = this.#lists.get(key)
    if (known === undefined) {
      if (this.#lists.size >= mostLists) this.#lists.clear()
      this.#lists.set(key, (known = listIds(this.db, view, sort)))
    }
    return known
  }

  #spanOf(window: TrendWindow, on: string): Span | null {
    const revision = newestRevision(this.db)
    if (revision !== this.#revision) {
      this.#standings.clear()
      this.#rising.clear()
      this.#lists.clear()
      this.#revision = revision
    }
    return windowSpan(this.db, window, on)
  }
}

/** Repositories, however their addresses go on; one that a paper names twice is its once. */
function repositoriesOf(db: ReadableDb, ids: readonly number[]): Shared[] {
  const found = new Map<string, Shared>()
  for (const { id, url } of codeLinksOf(db, ids)) {
    const label = repositoryOf(url)
    const key = label.toLowerCase()
    const known = found.get(key)
    if (known === undefined) found.set(key, { key, label, papers: [id] })
    else if (!known.papers.includes(id)) known.papers.push(id)
  }
  return [...found.values()]
}
