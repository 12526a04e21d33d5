import type { TermVectors } from '@shared/model/term-vectors'
import { randomFrom } from './random'

/** Vectors of one length, one behind the other. */
export interface Rows {
  values: Float32Array
  width: number
  count: number
}

/** Something with rows and columns that is too large, or too empty, to be written out. */
interface Matrix {
  rows: number
  columns: number
  /** Calls with the column and value of each entry of a row that is not 0. */
  each: (row: number, visit: (column: number, value: number) => void) => void
}

/** So many times the directions are turned towards those in which rows differ most. */
const turns = 4

/** Papers in few dimensions, by their terms (tf-idf, then a truncated singular value decomposition of the landmarks). */
export function reduceTerms(vectors: TermVectors, landmarks: Int32Array, width: number): Rows {
  return reduced(weighted(vectors), landmarks, width)
}

/** Papers in few dimensions, by vectors of signed bytes of one length. */
export function reduceBytes(
  bytes: Int8Array,
  columns: number,
  landmarks: Int32Array,
  width: number
): Rows {
  const each: Matrix['each'] = (row, visit) => {
    const from = row * columns
    let length = 0
    for (let at = 0; at < columns; at++) length += (bytes[from + at] ?? 0) ** 2
    const scale = 1 / (Math.sqrt(length) || 1)
    for (let at = 0; at < columns; at++) visit(at, (bytes[from + at] ?? 0) * scale)
  }
  return reduced({ rows: bytes.length / columns, columns, each }, landmarks, width)
}

function weighted({ starts, terms, counts, words }: TermVectors): Matrix {
  const rows = starts.length - 1
  const having = new Float32Array(words.length)
  for (const term of terms) having[term] = (having[term] ?? 0) + 1
  const rarity = having.map((count) => Math.log((1 + rows) / (1 + count)))
  const values = new Float32Array(terms.length)
  for (let row = 0; row < rows; row++) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0]
    let length = 0
    for (let at = from; at < to; at++) {
      const value = (1 + Math.log(counts[at] ?? 1)) * (rarity[terms[at] ?? 0] ?? 0)
      values[at] = value
      length += value * value
    }
    const scale = 1 / (Math.sqrt(length) || 1)
    for (let at = from; at < to; at++) values[at] = (values[at] ?? 0) * scale
  }
  const each: Matrix['each'] = (row, visit) => {
    const to = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < to; at++) visit(terms[at] ?? 0, values[at] ?? 0)
  }
  return { rows, columns: words.length, each }
}

/**
 * Rows in the directions in which the landmarks differ most, by subspace iteration (Halko, Martinsson and Tropp, 2011);
 * about their middle and of length 1, so that a dot product is a cosine.
 */
function reduced(matrix: Matrix, landmarks: Int32Array, wanted: number): Rows {
  const width = Math.max(1, Math.min(wanted, matrix.columns, landmarks.length))
  const random = randomFrom(1)
  let directions = new Float32Array(matrix.columns * width)
  for (let at = 0; at < directions.length; at++) directions[at] = random() - 0.5
  for (let turn = 0; turn < turns; turn++) {
    const along = times(matrix, landmarks, directions, width)
    orthonormalise(along, width)
    directions = timesTurned(matrix, landmarks, along, width)
    orthonormalise(directions, width)
  }
  const all = Int32Array.from({ length: matrix.rows }, (_, row) => row)
  const values = times(matrix, all, directions, width)
  centre(values, width, landmarks)
  return { values, width, count: matrix.rows }
}

function times(
  { each }: Matrix,
  rows: Int32Array,
  directions: Float32Array,
  width: number
): Float32Array<ArrayBuffer> {
  const found = new Float32Array(rows.length * width)
  for (let index = 0; index < rows.length; index++) {
    const to = index * width
    each(rows[index] ?? 0, (column, value) => {
      const from = column * width
      for (let at = 0; at < width; at++)
        found[to + at] = (found[to + at] ?? 0) + value * (directions[from + at] ?? 0)
    })
  }
  return found
}

function timesTurned(
  { each, columns }: Matrix,
  rows: Int32Array,
  along: Float32Array,
  width: number
): Float32Array<ArrayBuffer> {
  const found = new Float32Array(columns * width)
  for (let index = 0; index < rows.length; index++) {
    const from = index * width
    each(rows[index] ?? 0, (column, value) => {
      const to = column * width
      for (let at = 0; at < width; at++)
        found[to + at] = (found[to + at] ?? 0) + value * (along[from + at] ?? 0)
    })
  }
  return found
}

/** Gram-Schmidt, over columns; one that lies in those before becomes 0. */
function orthonormalise(values: Float32Array, width: number): void {
  const rows = values.length / width
  for (let column = 0; column < width; column++) {
    for (let before = 0; before < column; before++) {
      let dot = 0
      for (let row = 0; row < rows; row++)
        dot += (values[row * width + column] ?? 0) * (values[row * width + before] ?? 0)
      for (let row = 0; row < rows; row++) {
        const at = row * width + column
        values[at] = (values[at] ?? 0) - dot * (values[row * width + before] ?? 0)
      }
    }
    let length = 0
    for (let row = 0; row < rows; row++) length += (values[row * width + column] ?? 0) ** 2
    const scale = length < 1e-12 ? 0 : 1 / Math.sqrt(length)
    for (let row = 0; row < rows; row++) {
      const at = row * width + column
      values[at] = (values[at] ?? 0) * scale
    }
  }
}

function centre(values: Float32Array, width: number, landmarks: Int32Array): void {
  const middle = new Float32Array(width)
  for (const row of landmarks)
    for (let at = 0; at < width; at++)
      middle[at] = (middle[at] ?? 0) + (values[row * width + at] ?? 0) / landmarks.length
  for (let from = 0; from < values.length; from += width) {
    let length = 0
    for (let at = 0; at < width; at++) {
      const value = (values[from + at] ?? 0) - (middle[at] ?? 0)
      values[from + at] = value
      length += value * value
    }
    const scale = 1 / (Math.sqrt(length) || 1)
    for (let at = 0; at < width; at++) values[from + at] = (values[from + at] ?? 0) * scale
  }
}
