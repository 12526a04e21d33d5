import { setTimeout } from 'node:timers/promises'
import type { MeaningState } from '@shared/model/meaning'
import type { WritableDb } from '../database/handle'
import { papersWithoutVector, storeVectors, textsWithoutVector } from '../library/vectors'
import { Embedder, type MeaningProcess } from '../meaning/embedder'
import { modelName } from '../meaning/name'

/** So many papers are embedded at a time; each batch is on disk before the next. */
const batch = 4
/** Nothing is learnt until the user has asked for nothing for so long, in milliseconds. */
const usualRest = 1500
/** In milliseconds. */
const usualPatience = 4000
/** Between two words about how far it is, in milliseconds. */
const tellEvery = 1000

interface Surroundings {
  session: () => { db: WritableDb }
  isOn: () => boolean
  /** Starts the process with the model; null where there is no model. */
  start: (() => MeaningProcess) | null
  tell: (state: MeaningState) => void
  /** What went wrong, for who looks for the cause. */
  fail: (error: unknown) => void
  /** After a start or a change there is other work first, in milliseconds. */
  patience?: number
  /** In milliseconds: the user comes first. */
  rest?: number
}

/**
 * Learns what papers mean, in the background: each becomes a vector in the library. It can be cut off at any
 * time, and goes on with what is left. Without the model nothing is learnt, and nothing else suffers.
 */
export class Meaning {
  readonly #embedder: Embedder | null
  /** Papers to look at, the newest last; null until the library was looked through. */
  #waiting: Set<number> | null = null
  #working: Promise<void> | null = null
  #stop = new AbortController()
  #hasFailed = false
  #told = 0
  /** Nothing is learnt before this moment. */
  #restsUntil = 0

  constructor(private readonly around: Surroundings) {
    this.#embedder = around.start === null ? null : new Embedder(around.start)
  }

  get state(): MeaningState {
    const left = this.#waiting?.size ?? 0
    if (this.#embedder === null) return { state: 'absent', left: 0 }
    if (!this.around.isOn()) return { state: 'off', left: 0 }
    if (this.#hasFailed) return { state: 'failed', left }
    return { state: this.#waiting === null || left > 0 ? 'working' : 'ready', left }
  }

  /** Goes on with what is left; to be called at the start, and when it is switched on or off. */
  refresh(): void {
    if (!this.around.isOn() || this.#embedder === null || this.#hasFailed) {
      this.#stop.abort()
      this.#embedder?.close()
      this.#tell(true)
      return
    }
    if (this.#stop.signal.aborted) this.#stop = new AbortController()
    const stop = this.#stop
    this.#working ??= this.#work(stop.signal)
      .catch((error: unknown) => {
        if (!stop.signal.aborted) this.#fail(error)
      })
      .finally(() => {
        this.#working = null
        // It was switched off and on again meanwhile.
        if (stop.signal.aborted && stop !== this.#stop) this.refresh()
      })
  }

  /** The user is at work: what is learnt can wait. */
  giveWay(): void {
    this.#restsUntil = performance.now() + (this.around.rest ?? usualRest)
  }

  /** Papers changed; null: any may have. */
  changed(ids: readonly number[] | null): void {
    if (ids === null) this.#waiting = null
    else for (const id of ids) this.#waiting?.add(id)
    if (ids === null || ids.length > 0) this.refresh()
  }

  /** Another library is open. */
  restart(): void {
    this.#waiting = null
    this.refresh()
  }

  /** What a text means; null where that cannot be told. */
  async of(text: string): Promise<Float32Array | null> {
    if (this.#embedder === null || !this.around.isOn() || this.#hasFailed) return null
    try {
      const [vector] = await this.#embedder.embed([text])
      return vector ?? null
    } catch (error) {
      this.#fail(error)
      return null
    }
  }

  async close(): Promise<void> {
    this.#stop.abort()
    this.#embedder?.close()
    await this.#working
  }

  async #work(stop: AbortSignal): Promise<void> {
    await setTimeout(this.around.patience ?? usualPatience, undefined, { signal: stop })
    for (;;) {
      for (let wait = this.#toRest(); wait > 0; wait = this.#toRest())
        await setTimeout(wait, undefined, { signal: stop })
      const { db } = this.around.session()
      this.#waiting ??= new Set(papersWithoutVector(db, modelName).reverse())
      const ids = [...this.#waiting].slice(-batch)
      if (ids.length === 0) break
      const texts = textsWithoutVector(db, modelName, ids)
      const vectors =
        texts.length === 0 ? [] : await this.#embedder?.embed(texts.map(({ text }) => text))
      // Another library may be open by now, or the papers may be others.
      if (stop.aborted || this.around.session().db !== db) continue
      storeVectors(
        db,
        modelName,
        texts.flatMap(({ id, sum }, at) => {
          const vector = vectors?.[at]
          return vector === undefined ? [] : [{ id, sum, vector }]
        })
      )
      for (const id of ids) this.#waiting.delete(id)
      this.#tell(false)
      await setTimeout(0, undefined, { signal: stop })
    }
    this.#tell(true)
  }

  #toRest(): number {
    return this.#restsUntil - performance.now()
  }

  #fail(error: unknown): void {
    this.around.fail(error)
    this.#hasFailed = true
    this.#stop.abort()
    this.#embedder?.close()
    this.#tell(true)
  }

  #tell(isLast: boolean): void {
    if (!isLast && performance.now() - this.#told < tellEvery) return
    this.#told = performance.now()
    this.around.tell(this.state)
  }
}
