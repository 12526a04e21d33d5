import type { Near } from './neighbours'
import { randomFrom } from './random'

/** Places on a plane: x and y of each, behind one another. */
export type Places = Float32Array

/** How force falls off with distance: the curve of UMAP for clusters that nearly touch. */
const [steepness, power] = [1.577, 0.895]
/** For each pull so many pushes away from others, drawn by lot. */
const pushes = 5
/** No step is longer. */
const longest = 4
const bisections = 40

/** A pull between two landmarks, the stronger the nearer they are to each other in what they say. */
interface Pull {
  from: Int32Array
  to: Int32Array
  /** 0 to 1. */
  strength: Float32Array
}

/**
 * Lays landmarks out so that those near to each other in what they say lie near on the plane: the cross entropy of UMAP
 * (McInnes, Healy and Melville, 2018) by pulls along neighbours and pushes between others drawn by lot. The same input
 * gives the same places; `begun` is where they begin, `first` how far a force carries in the first round.
 */
export function embed(near: readonly Near[], begun: Places, rounds: number, first = 1): Places {
  const places = Float32Array.from(begun)
  const { from, to, strength } = pullsOf(near)
  const random = randomFrom(2)
  const count = near.length
  if (count < 2) return places
  for (let round = 0; round < rounds; round++) {
    const step = first * (1 - round / rounds)
    for (let pull = 0; pull < from.length; pull++) {
      const share = strength[pull] ?? 0
      // A pull of half the strength has a turn in every second round.
      if (Math.floor((round + 1) * share) === Math.floor(round * share)) continue
      const [a, b] = [2 * (from[pull] ?? 0), 2 * (to[pull] ?? 0)]
      move(places, a, b, step, true, true)
      for (let push = 0; push < pushes; push++) {
        const other = 2 * Math.floor(random() * count)
        if (other !== a) move(places, a, other, step, false, false)
      }
    }
  }
  return places
}

/** Places one more among landmarks that stay where they are; `seed` is its own, so that nobody else changes its place. */
export function placeAmong(
  { landmarks, distances }: Near,
  places: Places,
  seed: number,
  rounds = 30
): [x: number, y: number] {
  const shares = sharesOf(distances)
  const own = new Float32Array(places.length === 0 ? 2 : 4)
  let sum = 0
  for (const [at, landmark] of landmarks.entries()) {
    const share = (shares[at] ?? 0) ** 2
    sum += share
    own[0] = (own[0] ?? 0) + share * (places[2 * landmark] ?? 0)
    own[1] = (own[1] ?? 0) + share * (places[2 * landmark + 1] ?? 0)
  }
  if (sum === 0) return [0, 0]
  own[0] = (own[0] ?? 0) / sum
  own[1] = (own[1] ?? 0) / sum
  const random = randomFrom(seed)
  for (const axis of [0, 1]) own[axis] = (own[axis] ?? 0) + (random() - 0.5) * 0.02
  const against = (landmark: number, step: number, isPull: boolean): void => {
    own[2] = places[2 * landmark] ?? 0
    own[3] = places[2 * landmark + 1] ?? 0
    move(own, 0, 2, step, isPull, false)
  }
  for (let round = 0; round < rounds; round++) {
    const step = 0.5 * (1 - round / rounds)
    for (const [at, landmark] of landmarks.entries()) {
      const share = shares[at] ?? 0
      if (Math.floor((round + 1) * share) === Math.floor(round * share)) continue
      against(landmark, step, true)
      against(Math.floor(random() * (places.length / 2)), step, false)
    }
  }
  return [own[0], own[1]]
}

/** Pulls one place towards another, or pushes it away; `both`: the other moves as well. */
function move(
  places: Places,
  a: number,
  b: number,
  step: number,
  isPull: boolean,
  both: boolean
): void {
  const dx = (places[a] ?? 0) - (places[b] ?? 0)
  const dy = (places[a + 1] ?? 0) - (places[b + 1] ?? 0)
  const squared = dx * dx + dy * dy
  let force: number
  if (isPull) {
    if (squared === 0) return
    force = (-2 * steepness * power * squared ** (power - 1)) / (1 + steepness * squared ** power)
  } else force = (2 * power) / ((0.001 + squared) * (1 + steepness * squared ** power))
  const x = limited(force * dx) * step
  const y = limited(force * dy) * step
  places[a] = (places[a] ?? 0) + x
  places[a + 1] = (places[a + 1] ?? 0) + y
  if (!both) return
  places[b] = (places[b] ?? 0) - x
  places[b + 1] = (places[b + 1] ?? 0) - y
}

function limited(value: number): number {
  return Math.max(-longest, Math.min(longest, value))
}

/** Shares that fall off from the nearest, and come to the logarithm of their number: UMAP's local scale. */
function sharesOf(distances: Float32Array): Float32Array {
  const nearest = distances[0] ?? 0
  const wanted = Math.log2(Math.max(2, distances.length))
  let [low, high, scale] = [0, Infinity, 1]
  for (let round = 0; round < bisections; round++) {
    let sum = 0
    for (const distance of distances) sum += Math.exp(-(distance - nearest) / scale)
    if (Math.abs(sum - wanted) < 1e-4) break
    if (sum > wanted) high = scale
    else low = scale
    scale = high === Infinity ? scale * 2 : (low + high) / 2
  }
  return distances.map((distance) => Math.exp(-(distance - nearest) / Math.max(scale, 1e-6)))
}

/** Every pair of neighbours once; neighbours of each other pull more than where only one is near to the other. */
function pullsOf(near: readonly Near[]): Pull {
  const count = near.length
  const strengths = new Map<number, number>()
  for (const [index, { landmarks, distances }] of near.entries()) {
    const shares = sharesOf(distances)
    for (const [at, other] of landmarks.entries()) {
      const key = Math.min(index, other) * count + Math.max(index, other)
      const [one, two] = [strengths.get(key) ?? 0, shares[at] ?? 0]
      strengths.set(key, one + two - one * two)
    }
  }
  const pulls = [...strengths].sort(([a], [b]) => a - b)
  return {
    from: Int32Array.from(pulls, ([key]) => Math.floor(key / count)),
    to: Int32Array.from(pulls, ([key]) => key % count),
    strength: Float32Array.from(pulls, ([, strength]) => strength)
  }
}
