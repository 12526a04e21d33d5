import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { EventName } from '@shared/ipc/channels'
import { AppError } from '@shared/ipc/error'
import type { EventBodies } from '@shared/ipc/events'
import { words } from '@shared/messages/words'
import type { MapProgress, PaperFacts, RisingTerms, Span, TopicMap } from '@shared/model/topic-map'
import { fittingSpan, windowAfter, windowStart } from '@shared/text/windows'
import { newestRevision } from '../library/revisions'
import { ask } from '../pictures/ask'
import { readMap, writeMap } from '../pictures/map-file'
import type { PictureCalls, PictureKind } from '../pictures/messages'
import type { PlacedPapers } from '../pictures/places'
import { indexFolder } from '../search/index-folder'
import type { LibrarySession } from './session'

/** Beside the files of the index: a cache as they are. */
const mapFile = 'topics.map'
/** When a larger share of a map was placed later, all is laid out anew. */
const mostPlacedLater = 0.5
const order = { column: 'added', descending: true } as const
/** Windows of time in which terms are counted, and how many terms are shown. */
const windowCount = 12
const mostTerms = 24

interface Surroundings {
  session: () => LibrarySession
  spawn: (folder: string) => Worker
  publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
  /** What went wrong, for who looks for the cause. */
  fail: (error: unknown) => void
}

/** What is known of one library. */
interface Known {
  of: LibrarySession
  map: PlacedPapers | null
  /** The revision that the map was last brought up to. */
  mappedAt: number
  facts: { revision: number; answer: Promise<PaperFacts> } | null
  progress: MapProgress
  working: Promise<void> | null
}

/**
 * Pictures of the library: where papers lie on a map of topics, and what is counted of them over time. Places are made
 * when a map is first looked at, in a thread of its own, and kept in a file; papers that come later find
 * theirs among the others.
 */
export class Pictures {
  #known: Known | null = null
  readonly #workers = new Set<Worker>()
  /** Maps that are being brought up to date, of whatever library. */
  readonly #working = new Set<Promise<void>>()
  #isClosed = false

  constructor(private readonly around: Surroundings) {}

  /** The map as far as it is there; what is missing is on its way then, and told of when it has come. */
  async map(): Promise<TopicMap> {
    const known = this.#current()
    const here = known.of.list({ kind: 'library' }, order)
    known.map ??= await readMap(this.#fileOf(known))
    // What is there goes out first; where nothing is, the window is told at once that it is on its way.
    if (known.map === null) this.#follow(known)
    else
      setImmediate(() => {
        // By then it may be closed.
        if (this.#known === known && known.of === this.around.session()) this.#follow(known)
      })
    return { ...shown(known.map, here), progress: known.progress }
  }

  /** Lays all papers out anew. */
  layOutAnew(): void {
    const known = this.#current()
    known.mappedAt = -1
    this.#follow(known, true)
  }

  /** What pictures show of each paper. */
  facts(): Promise<PaperFacts> {
    const known = this.#current()
    const revision = newestRevision(known.of.db)
    if (known.facts?.revision !== revision) {
      const answer = this.#ask(known.of.folder, 'facts', {})
      known.facts = { revision, answer }
      answer.catch(() => {
        known.facts = null
      })
    }
    return known.facts.answer
  }

  /** Terms that the newest papers have more often than those before; windows are as long as fits, if nobody says. */
  async rising(wanted: Span | null): Promise<RisingTerms> {
    const { papers, arrived } = await this.facts()
    const days = [...arrived].filter((day) => day > 0)
    const newest = days.reduce((most, day) => Math.max(most, day), 0)
    const oldest = days.reduce((least, day) => Math.min(least, day), newest)
    const span = wanted ?? fittingSpan(oldest, newest, windowCount)
    const last = windowStart(newest, span)
    const count = spanCount(windowStart(oldest, span), last, span)
    const starts = Array.from({ length: count }, (_, at) => windowAfter(last, span, at - count + 1))
    const windowOf = arrived.map((day) => {
      const start = day === 0 ? -1 : windowStart(day, span)
      return starts.indexOf(start)
    })
    const sizes = starts.map((_, at) => windowOf.reduce((n, one) => n + (one === at ? 1 : 0), 0))
    const found =
      count < 2
        ? { words: [], counts: [] }
        : await this.around.session().risingTerms(papers, windowOf, count, mostTerms)
    return {
      span,
      windows: starts.map((from, at) => ({ from, papers: sizes[at] ?? 0 })),
      terms: found.words.map((word, at) => ({ word, counts: found.counts[at] ?? [] }))
    }
  }

  /** Nothing is written any more once this is done. */
  close(): Promise<void> {
    this.#isClosed = true
    return this.letGo()
  }

  /** Before the library is closed: no thread has it open, and nothing of it is written, once this is done. */
  async letGo(): Promise<void> {
    this.#known = null
    await Promise.all([...this.#workers].map((worker) => worker.terminate()))
    await Promise.all(this.#working)
  }

  #current(): Known {
    const of = this.around.session()
    if (this.#known?.of === of) return this.#known
    for (const worker of this.#workers) void worker.terminate()
    this.#known = {
      ...{ of, map: null, mappedAt: -1, facts: null, working: null },
      progress: { state: 'ready', done: 1 }
    }
    return this.#known
  }

  #fileOf({ of }: Known): string {
    return join(of.folder, indexFolder, mapFile)
  }

  #follow(known: Known, isWhole = false): void {
    const revision = newestRevision(known.of.db)
    if (this.#isClosed || known.working !== null || known.mappedAt === revision) return
    const working = this.#bringUp(known, isWhole)
      .then(
        (isNew) => isNew,
        (error: unknown) => {
          if (this.#known === known) this.around.fail(error)
          known.progress = { state: 'failed', done: 0 }
          // What failed is tried again when the library has changed, or when the user says so.
          known.mappedAt = revision
          return true
        }
      )
      .then((isNew) => {
        known.working = null
        this.#working.delete(working)
        if (isNew && this.#known === known)
          this.around.publish('picture:progressed', known.progress)
      })
    known.working = working
    this.#working.add(working)
  }

  /** Gives whether anything has a new place. */
  async #bringUp(known: Known, isWhole: boolean): Promise<boolean> {
    const revision = newestRevision(known.of.db)
    const here = known.of.list({ kind: 'library' }, order)
    const former = known.map
    const placed = new Set(former?.papers)
    const missing = here.filter((id) => !placed.has(id))
    const isNew = missing.length > 0 || isWhole
    if (isNew) {
      const isMuch =
        former?.landmarks.includes(1) !== true ||
        former.placedLater + missing.length > former.papers.length * mostPlacedLater
      this.#tell(known, 0)
      const onDone = (done: number): void => {
        this.#tell(known, done)
      }
      const { folder } = known.of
      if (isWhole || isMuch) {
        const vectors = await known.of.termVectors(here)
        known.map = await this.#ask(folder, 'lay-out', { vectors, former }, onDone)
      } else {
        const landmarks = former.papers.filter((_, at) => former.landmarks[at] === 1)
        const vectors = await known.of.termVectors([...landmarks, ...missing])
        known.map = await this.#ask(folder, 'place-more', { vectors, former }, onDone)
      }
      if (this.#isClosed) return false
      // Another library may be open by now; this one has its file all the same.
      writeMap(this.#fileOf(known), known.map)
    }
    known.mappedAt = revision
    known.progress = { state: 'ready', done: 1 }
    return isNew
  }

  #tell(known: Known, done: number): void {
    known.progress = { state: 'working', done }
    if (this.#known === known) this.around.publish('picture:progressed', known.progress)
  }

  #ask<K extends PictureKind>(
    folder: string,
    kind: K,
    request: PictureCalls[K]['request'],
    onDone?: (done: number) => void
  ): Promise<PictureCalls[K]['answer']> {
    if (this.#isClosed) return Promise.reject(new AppError('cancelled', words.window.noPicture))
    const worker = this.around.spawn(folder)
    this.#workers.add(worker)
    return ask(worker, kind, request, onDone).finally(() => {
      this.#workers.delete(worker)
    })
  }
}

/** The papers of a map that are in the library now and have a place. */
function shown(map: PlacedPapers | null, here: readonly number[]): Omit<TopicMap, 'progress'> {
  if (map === null)
    return {
      ...{ papers: new Int32Array(), xs: new Float32Array(), ys: new Float32Array() },
      ...{ regions: [], of: 'terms', wordless: 0 }
    }
  const { papers, xs, ys } = map
  const isHere = new Uint8Array(papers.reduce((most, id) => Math.max(most, id), 0) + 1)
  for (const id of here) if (id < isHere.length) isHere[id] = 1
  const present = papers.reduce((count, id) => count + (isHere[id] ?? 0), 0)
  const rows = new Int32Array(present)
  let count = 0
  for (let row = 0; row < papers.length; row++)
    if (isHere[papers[row] ?? 0] === 1 && !Number.isNaN(xs[row] ?? NaN)) rows[count++] = row
  const kept = rows.subarray(0, count)
  const pick = <T extends Int32Array | Float32Array>(from: ArrayLike<number>, into: T): T => {
    for (let at = 0; at < count; at++) into[at] = from[kept[at] ?? 0] ?? 0
    return into
  }
  return {
    papers: pick(papers, new Int32Array(count)),
    xs: pick(xs, new Float32Array(count)),
    ys: pick(ys, new Float32Array(count)),
    ...{ regions: map.regions, of: map.of, wordless: present - count }
  }
}

/** How many windows there are from one to another, of which no more are counted in than are shown. */
function spanCount(first: number, last: number, span: Span): number {
  let count = 1
  while (count < windowCount && windowAfter(last, span, -count) >= first) count++
  return count
}
