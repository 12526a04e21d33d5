import type {
  MapProgress,
  PaperFacts,
  PictureFile,
  RisingTerms,
  Span,
  TopicMap
} from '@shared/model/topic-map'
import type { View } from '@shared/model/view'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'
import { reportError } from '../../lib/report-error'
import type { Coloured } from './colouring'
import { topicsOf, type Topic } from './labels'
import { pictureFile } from './picture-file'
import { Points } from './points'

export const pictureKinds = ['map', 'timeline', 'rising'] as const
export type PictureKind = (typeof pictureKinds)[number]

/** The list beside the picture. */
interface Listing {
  readonly view: View
  readonly query: string
  show: (view: View, query?: string) => Promise<void>
}

/** The map with what follows from it. */
export interface ShownMap extends TopicMap {
  points: Points
  topics: Topic[]
}

/** Pictures of the library, and what is picked in them for the list. */
export class PicturesState {
  #isOpen = $state(false)
  #kind = $state<PictureKind>('map')
  /** The picture as a table. */
  asTable = $state(false)
  colouredBy = $state<Coloured>('tag')
  /** How long windows of time are; null for as long as fits. */
  span = $state<Span | null>(null)
  #map = $state.raw<ShownMap | null>(null)
  #facts = $state.raw<PaperFacts | null>(null)
  #rising = $state.raw<RisingTerms | null>(null)
  #progress = $state.raw<MapProgress>({ state: 'ready', done: 1 })
  /** Gives the picture on view as SVG; null while there is none. */
  drawing: (() => string) | null = null
  readonly #latestRising = new Latest()
  /** What the list showed before papers were picked. */
  #before: { view: View; query: string } | null = null
  #isFetching = false
  #isStale = false
  /** Stands for the map that was fetched last: the same places need no new points. */
  #sum = ''

  constructor(private readonly list: Listing) {}

  get isOpen(): boolean {
    return this.#isOpen
  }
  get kind(): PictureKind {
    return this.#kind
  }
  /** Null until it was fetched. */
  get map(): ShownMap | null {
    return this.#map
  }
  get facts(): PaperFacts | null {
    return this.#facts
  }
  get rising(): RisingTerms | null {
    return this.#rising
  }
  get progress(): MapProgress {
    return this.#progress
  }
  /** Whether the list shows what was picked in a picture. */
  get isPicked(): boolean {
    return this.list.view.kind === 'papers'
  }

  open(kind: PictureKind = this.#kind): void {
    this.#isOpen = true
    this.#kind = kind
  }

  close(): void {
    this.#isOpen = false
  }

  /** Puts papers into the list, by a name that says what they are; `back` has what was there before. */
  async pick(name: string, ids: readonly number[]): Promise<void> {
    const { view, query } = this.list
    if (view.kind !== 'papers') this.#before = { view, query }
    await this.list.show({ kind: 'papers', name: name.slice(0, 500), ids: [...ids] }, '')
  }

  /** Has the list show what it showed before papers were picked. */
  async back(): Promise<void> {
    if (!this.isPicked) return
    const { view, query } = this.#before ?? { view: { kind: 'library' } as const, query: '' }
    this.#before = null
    await this.list.show(view, query)
  }

  /** The library may have changed: fetches again what is on view, one time after another. */
  refresh(): void {
    this.#isStale = true
    if (!this.#isFetching) void this.#fetch()
  }

  /** The main process told how far the places of papers are. */
  progressed(progress: MapProgress): void {
    this.#progress = progress
    if (this.#isOpen && progress.state !== 'working') this.refresh()
  }

  async layOutAnew(): Promise<void> {
    await call('picture:lay-out', undefined)
  }

  /** Windows of time are so long from now on. */
  async choose(span: Span | null): Promise<void> {
    this.span = span
    if (this.#kind === 'rising') await this.#fetchRising()
  }

  /** Puts the papers that have a word into the list. */
  async pickWord(word: string): Promise<void> {
    await this.pick(word, await call('picture:with-word', { word }))
  }

  /** Writes the picture on view to a file; gives its name, or null where there is none. */
  async save(format: PictureFile['format'], name: string): Promise<string | null> {
    if (this.drawing === null) return null
    const done = await call('picture:save', await pictureFile(format, name, this.drawing()))
    return done?.fileName ?? null
  }

  async #fetch(): Promise<void> {
    this.#isFetching = true
    while (this.#isStale && this.#isOpen) {
      this.#isStale = false
      try {
        if (this.#kind === 'map') await this.#fetchMap()
        this.#facts = await call('picture:facts', undefined)
        if (this.#kind === 'rising') await this.#fetchRising()
      } catch (error) {
        reportError(error)
      }
    }
    this.#isFetching = false
  }

  async #fetchMap(): Promise<void> {
    const map = await call('picture:map', undefined)
    this.#progress = map.progress
    const sum = sumOf(map)
    if (sum === this.#sum && this.#map !== null) return
    this.#sum = sum
    const { regions, xs, ys } = map
    this.#map = { ...map, points: new Points(xs, ys), topics: topicsOf(regions, xs, ys) }
  }

  async #fetchRising(): Promise<void> {
    const span = this.span
    const rising = await this.#latestRising.run(() => call('picture:rising', { span }))
    if (rising !== undefined) this.#rising = rising
  }
}

/** Tells maps apart. */
function sumOf({ papers, xs, ys, regions }: TopicMap): string {
  let sum = 0
  for (let row = 0; row < papers.length; row++)
    sum =
      (Math.imul(sum, 31) +
        (papers[row] ?? 0) +
        Math.round(1000 * ((xs[row] ?? 0) + (ys[row] ?? 0)))) |
      0
  return `${String(papers.length)} ${String(sum)} ${regions.map(({ words }) => words.join()).join()}`
}
