import type { TermVectors } from '@shared/model/term-vectors'
import type { Region } from '@shared/model/topic-map'
import { randomFrom } from './random'

/** How many regions there are of each level, at most. */
const regionsByLevel = [8, 24, 72]
/** No region is of fewer papers on average. */
const fewestPapers = 5
const mostWords = 3
const rounds = 12
/** Middles are found with so many papers, drawn by lot. */
const mostSampled = 20_000

interface Placed {
  xs: Float32Array
  ys: Float32Array
}

/** Regions of a map at several levels, each with the words that set its papers apart from all others. */
export function regionsOf(vectors: TermVectors, placed: Placed): Region[] {
  const rows = [...placed.xs.keys()].filter((row) => !Number.isNaN(placed.xs[row] ?? NaN))
  const counts = new Set(
    regionsByLevel.map((most) => Math.min(most, Math.floor(rows.length / fewestPapers)))
  )
  return [...counts]
    .filter((count) => count > 0)
    .flatMap((count, level) => {
      const middles = middlesOf(placed, rows, count)
      const regionOf = new Int32Array(placed.xs.length).fill(-1)
      for (const row of rows)
        regionOf[row] = nearest(middles, placed.xs[row] ?? 0, placed.ys[row] ?? 0)
      const words = tellingWords(vectors, regionOf, count)
      return Array.from({ length: count }, (_, region) => ({
        ...{ level, x: middles[2 * region] ?? 0, y: middles[2 * region + 1] ?? 0 },
        words: words[region] ?? []
      })).filter((region) => region.words.length > 0)
    })
}

/** k-means; its first middles are far from each other (k-means++). */
function middlesOf({ xs, ys }: Placed, all: readonly number[], count: number): Float32Array {
  const step = Math.max(1, all.length / mostSampled)
  const rows = Array.from(
    { length: Math.min(all.length, mostSampled) },
    (_, at) => all[Math.floor(at * step)] ?? 0
  )
  const random = randomFrom(3)
  const middles = new Float32Array(2 * count)
  const away = new Float64Array(rows.length).fill(Infinity)
  let chosen = rows[0] ?? 0
  for (let middle = 0; middle < count; middle++) {
    const [x, y] = [xs[chosen] ?? 0, ys[chosen] ?? 0]
    middles.set([x, y], 2 * middle)
    let sum = 0
    for (const [at, row] of rows.entries()) {
      away[at] = Math.min(away[at] ?? 0, ((xs[row] ?? 0) - x) ** 2 + ((ys[row] ?? 0) - y) ** 2)
      sum += away[at] ?? 0
    }
    let left = random() * sum
    chosen = rows.find((_, at) => (left -= away[at] ?? 0) <= 0) ?? chosen
  }
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(3 * count)
    for (const row of rows) {
      const middle = 3 * nearest(middles, xs[row] ?? 0, ys[row] ?? 0)
      sums[middle] = (sums[middle] ?? 0) + (xs[row] ?? 0)
      sums[middle + 1] = (sums[middle + 1] ?? 0) + (ys[row] ?? 0)
      sums[middle + 2] = (sums[middle + 2] ?? 0) + 1
    }
    for (let middle = 0; middle < count; middle++) {
      const size = sums[3 * middle + 2] ?? 0
      if (size === 0) continue
      middles[2 * middle] = (sums[3 * middle] ?? 0) / size
      middles[2 * middle + 1] = (sums[3 * middle + 1] ?? 0) / size
    }
  }
  return middles
}

function nearest(middles: Float32Array, x: number, y: number): number {
  let best = 0
  let least = Infinity
  for (let at = 0; at < middles.length; at += 2) {
    const distance = ((middles[at] ?? 0) - x) ** 2 + ((middles[at + 1] ?? 0) - y) ** 2
    if (distance >= least) continue
    best = at / 2
    least = distance
  }
  return best
}

/**
 * The words of each region that tell most about lying in it: each term's part in the divergence of the
 * region's papers from the others (Kullback and Leibler, 1951), of terms that are more frequent in it.
 */
function tellingWords(vectors: TermVectors, regionOf: Int32Array, count: number): string[][] {
  const { starts, terms, words } = vectors
  const having = new Float32Array(words.length * count)
  const total = new Float32Array(words.length)
  const sizes = new Float64Array(count)
  let placed = 0
  for (const [row, region] of regionOf.entries()) {
    if (region < 0) continue
    placed++
    sizes[region] = (sizes[region] ?? 0) + 1
    const to = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < to; at++) {
      const term = terms[at] ?? 0
      having[term * count + region] = (having[term * count + region] ?? 0) + 1
      total[term] = (total[term] ?? 0) + 1
    }
  }
  return Array.from({ length: count }, (_, region) => {
    const size = sizes[region] ?? 0
    const worths: { term: number; worth: number }[] = []
    for (let term = 0; term < words.length; term++) {
      const here = having[term * count + region] ?? 0
      if (here < 2 || (words[term] ?? '').length < 3) continue
      const share = here / size
      const elsewhere = ((total[term] ?? 0) - here + 0.5) / (placed - size + 1)
      const worth = share * Math.log(share / elsewhere)
      if (worth > 0) worths.push({ term, worth })
    }
    worths.sort((a, b) => b.worth - a.worth || a.term - b.term)
    return worths.slice(0, mostWords).map(({ term }) => words[term] ?? '')
  })
}
