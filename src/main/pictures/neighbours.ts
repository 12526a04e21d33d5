import type { Rows } from './reduce'

/** Fewer landmarks than these are all looked at; of more, those of the nearest groups. */
const fewLandmarks = 1000
const nearGroups = 6
const rounds = 4

/** The nearest landmarks of a row, the nearest first, by their place in the list; and how far they are, from 0 to 2. */
export interface Near {
  landmarks: Int32Array
  distances: Float32Array
}

/** Finds the nearest of some rows by their cosine; of very many approximately. */
export class Neighbours {
  readonly #rows: Rows
  readonly #landmarks: Int32Array
  /** Landmarks by group, and the middle of each group. */
  readonly #groups: Int32Array[]
  readonly #middles: Float32Array

  constructor(rows: Rows, landmarks: Int32Array) {
    this.#rows = rows
    this.#landmarks = landmarks
    const count = landmarks.length <= fewLandmarks ? 1 : Math.round(Math.sqrt(landmarks.length))
    this.#middles = new Float32Array(count * rows.width)
    this.#groups = this.#group(count)
  }

  /** So many of the nearest landmarks of a row; without `self`, which is one of them by its place. */
  of(row: number, most: number, self = -1): Near {
    const landmarks = new Int32Array(most).fill(-1)
    const distances = new Float32Array(most).fill(Infinity)
    for (const group of this.#nearest(row, nearGroups))
      for (const landmark of this.#groups[group] ?? []) {
        if (landmark === self) continue
        const distance = 1 - this.#dot(row, this.#landmarks[landmark] ?? 0)
        if (distance >= (distances[most - 1] ?? 0)) continue
        let at = most - 1
        for (; at > 0 && (distances[at - 1] ?? 0) > distance; at--) {
          distances[at] = distances[at - 1] ?? 0
          landmarks[at] = landmarks[at - 1] ?? 0
        }
        distances[at] = distance
        landmarks[at] = landmark
      }
    const found = landmarks.indexOf(-1)
    return found === -1
      ? { landmarks, distances }
      : { landmarks: landmarks.subarray(0, found), distances: distances.subarray(0, found) }
  }

  #dot(a: number, b: number): number {
    const { values, width } = this.#rows
    const one = a * width
    const other = b * width
    let sum = 0
    for (let at = 0; at < width; at++) sum += (values[one + at] ?? 0) * (values[other + at] ?? 0)
    return sum
  }

  #nearest(row: number, most: number): number[] {
    const { values, width } = this.#rows
    const count = this.#groups.length
    if (count <= most) return [...this.#groups.keys()]
    const from = row * width
    const found: { group: number; dot: number }[] = []
    for (let group = 0; group < count; group++) {
      let dot = 0
      for (let at = 0; at < width; at++)
        dot += (values[from + at] ?? 0) * (this.#middles[group * width + at] ?? 0)
      found.push({ group, dot })
    }
    found.sort((a, b) => b.dot - a.dot)
    return found.slice(0, most).map(({ group }) => group)
  }

  /** Spherical k-means, begun with landmarks spread over the list. */
  #group(count: number): Int32Array[] {
    const { values, width } = this.#rows
    const landmarks = this.#landmarks
    if (count === 1) return [Int32Array.from(landmarks.keys())]
    for (let group = 0; group < count; group++) {
      const row = landmarks[Math.floor((group * landmarks.length) / count)] ?? 0
      this.#middles.set(values.subarray(row * width, (row + 1) * width), group * width)
    }
    const groupOf = new Int32Array(landmarks.length)
    for (let round = 0; round < rounds; round++) {
      for (let index = 0; index < landmarks.length; index++) {
        const from = (landmarks[index] ?? 0) * width
        let best = -Infinity
        for (let group = 0; group < count; group++) {
          let dot = 0
          for (let at = 0; at < width; at++)
            dot += (values[from + at] ?? 0) * (this.#middles[group * width + at] ?? 0)
          if (dot > best) {
            best = dot
            groupOf[index] = group
          }
        }
      }
      this.#middles.fill(0)
      for (let index = 0; index < landmarks.length; index++) {
        const [from, to] = [(landmarks[index] ?? 0) * width, (groupOf[index] ?? 0) * width]
        for (let at = 0; at < width; at++)
          this.#middles[to + at] = (this.#middles[to + at] ?? 0) + (values[from + at] ?? 0)
      }
      for (let to = 0; to < this.#middles.length; to += width) {
        const middle = this.#middles.subarray(to, to + width)
        const length = Math.hypot(...middle) || 1
        for (let at = 0; at < width; at++) middle[at] = (middle[at] ?? 0) / length
      }
    }
    const groups: number[][] = Array.from({ length: count }, () => [])
    for (const [index, group] of groupOf.entries()) groups[group]?.push(index)
    return groups.map((members) => Int32Array.from(members))
  }
}
