import type { ReadableDb } from '../database/handle'
import { vectorsSince } from '../library/vectors'
import { dimensions, modelName } from '../meaning/name'

/** The vectors of a library, kept like it; how near papers are to a meaning. */
export class Vectors {
  #values = new Int8Array(0)
  /** By row: the length of its vector. */
  #lengths = new Float32Array(0)
  /** By paper: its row. */
  readonly #rows = new Map<number, number>()
  #count = 0
  #serial = 0

  constructor(private readonly db: ReadableDb) {}

  get size(): number {
    return this.#rows.size
  }

  /** Takes in vectors that were made since. */
  notice(): void {
    for (const { serial, paperId, vector } of vectorsSince(this.db, modelName, this.#serial)) {
      this.#serial = serial
      if (vector.length === dimensions) this.#put(paperId, vector)
    }
  }

  /** The mean of the vectors of papers; null if none has one. */
  meanOf(papers: readonly number[]): Float32Array | null {
    const mean = new Float32Array(dimensions)
    let count = 0
    for (const paper of papers) {
      const row = this.#rows.get(paper)
      if (row === undefined) continue
      count++
      const length = this.#lengths[row] ?? 1
      for (let at = 0; at < dimensions; at++)
        mean[at] = (mean[at] ?? 0) + (this.#values[row * dimensions + at] ?? 0) / length
    }
    return count === 0 ? null : mean
  }

  /** How near each paper is to a meaning: the cosine, 1 at most; papers without a vector are left out. */
  nearness(meaning: Float32Array, within: Uint8Array | null): Map<number, number> {
    const length = Math.hypot(...meaning) || 1
    const near = new Map<number, number>()
    for (const [paper, row] of this.#rows) {
      if (within !== null && within[paper] !== 1) continue
      let sum = 0
      const from = row * dimensions
      for (let at = 0; at < dimensions; at++)
        sum += (meaning[at] ?? 0) * (this.#values[from + at] ?? 0)
      near.set(paper, sum / (length * (this.#lengths[row] ?? 1)))
    }
    return near
  }

  #put(paper: number, vector: Uint8Array): void {
    let row = this.#rows.get(paper)
    if (row === undefined) {
      row = this.#count++
      this.#reach(this.#count)
      this.#rows.set(paper, row)
    }
    const signed = new Int8Array(vector.buffer, vector.byteOffset, dimensions)
    this.#values.set(signed, row * dimensions)
    this.#lengths[row] = Math.hypot(...signed) || 1
  }

  #reach(count: number): void {
    if (count <= this.#lengths.length) return
    const size = Math.max(1024, Math.ceil(count * 1.5))
    const values = new Int8Array(size * dimensions)
    values.set(this.#values)
    this.#values = values
    const lengths = new Float32Array(size)
    lengths.set(this.#lengths)
    this.#lengths = lengths
  }
}
