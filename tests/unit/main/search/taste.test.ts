import { describe, expect, test } from 'vitest'
import { Taste, type Example } from '../../../../src/main/search/taste'

/** Term 1 is what is liked, 2 is what is not, others are in everything. */
function example(key: number, isLiked: boolean): [number, Example] {
  const features = new Map([
    [isLiked ? 1 : 2, 0.6],
    [10 + (key % 7), 0.5],
    [20 + (key % 3), 0.5]
  ])
  return [key, { features, isLiked }]
}

const many = (
  from: number,
  count: number,
  isLiked: (key: number) => boolean
): Map<number, Example> =>
  new Map(Array.from({ length: count }, (_, at) => example(from + at, isLiked(from + at))))

describe('a taste', () => {
  test('tells what would be picked, and what decides it', () => {
    const taste = new Taste()
    taste.learn(many(0, 60, (key) => key % 2 === 0))
    const liked = taste.judge(
      new Map([
        [1, 0.6],
        [11, 0.5]
      ])
    )
    expect(liked.likelihood).toBeGreaterThan(0.7)
    expect(liked.deciding[0]).toBe(1)
    expect(taste.judge(new Map([[2, 0.6]])).likelihood).toBeLessThan(0.3)
  })

  test('is not moved by there being few of what is liked', () => {
    const taste = new Taste()
    taste.learn(many(0, 300, (key) => key % 50 === 0))
    expect(taste.judge(new Map([[1, 0.6]])).likelihood).toBeGreaterThan(0.6)
    expect(taste.judge(new Map([[2, 0.6]])).likelihood).toBeLessThan(0.4)
  })

  test('learns what is new without forgetting what it knew', () => {
    const taste = new Taste()
    taste.learn(many(0, 60, (key) => key % 2 === 0))
    const fresh = new Map(
      [3, 5, 7].map((key) => [100 + key, { features: new Map([[3, 0.8]]), isLiked: true }])
    )
    const before = taste.judge(new Map([[3, 0.8]])).likelihood
    taste.learn(fresh)
    expect(taste.judge(new Map([[3, 0.8]])).likelihood).toBeGreaterThan(before + 0.1)
    expect(taste.judge(new Map([[1, 0.6]])).likelihood).toBeGreaterThan(0.6)
    expect(taste.judge(new Map([[2, 0.6]])).likelihood).toBeLessThan(0.4)
  })

  test('is the same for the same examples', () => {
    const [one, two] = [new Taste(), new Taste()]
    for (const each of [one, two]) each.learn(many(0, 50, (key) => key % 3 === 0))
    expect([...one.weights]).toEqual([...two.weights])
  })

  test('of nothing has no opinion', () => {
    expect(new Taste().judge(new Map([[1, 1]]))).toEqual({
      likelihood: 0.5,
      deciding: [],
      against: []
    })
  })
})
