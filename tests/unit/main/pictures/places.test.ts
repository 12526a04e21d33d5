import { describe, expect, test } from 'vitest'
import { layOut, placeMore, type PlacedPapers } from '../../../../src/main/pictures/places'
import { madeUpMeaning, madeUpTopics } from './made-up-topics'

const topics = 20
const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => from + at)

/** The share of the ten nearest papers on the map that are of the same topic, over all papers or some. */
function sameTopic(
  { papers, xs, ys }: PlacedPapers,
  topicOf: (id: number) => number,
  of: readonly number[] = [...papers]
): number {
  const nearest = 10
  let same = 0
  for (const id of of) {
    const at = papers.indexOf(id)
    const [x = 0, y = 0] = [xs[at], ys[at]]
    const near = [...papers.keys()]
      .filter((other) => other !== at)
      .map((other) => ({
        other,
        distance: Math.hypot((xs[other] ?? 0) - x, (ys[other] ?? 0) - y)
      }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, nearest)
    same += near.filter(({ other }) => topicOf(papers[other] ?? 0) === topicOf(id)).length
  }
  return same / (of.length * nearest)
}

describe('the places of papers', () => {
  const ids = range(1, 1200)
  const vectors = madeUpTopics(ids, topics)
  const byWord = (id: number): number => id % topics
  const placed = layOut(vectors, null, null)

  test('bring papers of a topic together, far oftener than chance would', () => {
    expect(placed.of).toBe('terms')
    // One in twenty by chance.
    expect(sameTopic(placed, byWord, range(1, 200))).toBeGreaterThan(0.8)
  })

  test('are the same for the same papers', () => {
    const again = layOut(vectors, null, null)
    expect(again.xs).toEqual(placed.xs)
    expect(again.ys).toEqual(placed.ys)
    expect(again.regions).toEqual(placed.regions)
  })

  test('stay as they are when papers come, which find theirs among their like', () => {
    const fresh = range(1201, 60)
    const landmarks = ids.filter((_, at) => placed.landmarks[at] === 1)
    const more = placeMore(placed, madeUpTopics([...landmarks, ...fresh], topics), null)
    expect(more.xs.slice(0, ids.length)).toEqual(placed.xs)
    expect(more.ys.slice(0, ids.length)).toEqual(placed.ys)
    expect([...more.papers.slice(ids.length)]).toEqual(fresh)
    expect(more.placedLater).toBe(fresh.length)
    expect(sameTopic(more, byWord, fresh)).toBeGreaterThan(0.8)
  })

  test('stay near where they were when all are laid out anew', () => {
    const later = layOut(madeUpTopics(range(1, 1500), topics), null, placed)
    const moved = [...ids.keys()].map((at) =>
      Math.hypot(
        (later.xs[at] ?? 0) - (placed.xs[at] ?? 0),
        (later.ys[at] ?? 0) - (placed.ys[at] ?? 0)
      )
    )
    const width = Math.max(...placed.xs) - Math.min(...placed.xs)
    moved.sort((a, b) => a - b)
    expect(moved[600]).toBeLessThan(width / 10)
  })

  test('go by what papers mean where that is known of nearly all', () => {
    const byMeaning = (id: number): number => Math.floor(id / topics) % 7
    const meant = layOut(vectors, madeUpMeaning(ids.slice(0, -10), byMeaning), null)
    expect(meant.of).toBe('meaning')
    expect(sameTopic(meant, byMeaning, range(1, 200))).toBeGreaterThan(0.8)
    // Those without a vector have a place all the same.
    expect([...meant.xs].some(Number.isNaN)).toBe(false)
    expect(layOut(vectors, madeUpMeaning(range(1, 300), byMeaning), null).of).toBe('terms')
  })

  test('are of all papers, those beside the landmarks too', () => {
    const many = range(1, 7000)
    const large = layOut(madeUpTopics(many, topics), null, null)
    const others = many.filter((_, at) => large.landmarks[at] === 0)
    expect(others).toHaveLength(1000)
    expect(sameTopic(large, byWord, others.slice(0, 60))).toBeGreaterThan(0.8)
  })

  test('are there for a few papers and for none; without words there is none', () => {
    expect(layOut(madeUpTopics([], topics), null, null).papers).toHaveLength(0)
    for (const count of [1, 2, 3, 6]) {
      const few = layOut(madeUpTopics(range(1, count), topics), null, null)
      expect([...few.xs, ...few.ys].every(Number.isFinite)).toBe(true)
    }
    const empty = { ...madeUpTopics([1, 2], topics), starts: Int32Array.from([0, 20, 20]) }
    expect(layOut(empty, null, null).xs[1]).toBeNaN()
  })
})

describe('the regions of a map', () => {
  test('have the words of their papers, not those that all have', () => {
    const { regions } = layOut(madeUpTopics(range(1, 1200), 8), null, null)
    const large = regions.filter(({ level }) => level === 0)
    expect(large).toHaveLength(8)
    const named = new Set(large.map(({ words }) => words[0]?.slice(0, 7)))
    expect(named.size).toBeGreaterThanOrEqual(7)
    for (const { words } of large) expect(words.join(' ')).not.toContain('common')
  })
})
