import type { PaperFacts } from '@shared/model/topic-map'
import { describe, expect, test } from 'vitest'
import {
  binsOf,
  papersBetween,
  spanOf,
  ticks
} from '../../../src/renderer/src/features/pictures/bins'
import {
  fitted,
  panned,
  toMap,
  toScreen,
  zoomed
} from '../../../src/renderer/src/features/pictures/camera'
import { placeLabels, topicsOf } from '../../../src/renderer/src/features/pictures/labels'
import { MapPixels } from '../../../src/renderer/src/features/pictures/map-pixels'
import { isInside, Points, type Look } from '../../../src/renderer/src/features/pictures/points'

const size = { width: 400, height: 300 }

/** Places that look drawn by lot. */
function places(count: number): { xs: Float32Array; ys: Float32Array } {
  let state = 1
  const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  return {
    xs: Float32Array.from({ length: count }, () => next() * 20 - 10),
    ys: Float32Array.from({ length: count }, () => next() * 12 - 6)
  }
}

describe('the camera of a map', () => {
  const bounds = { left: -10, right: 10, top: -6, bottom: 6 }

  test('begins with everything in view', () => {
    const fit = fitted(bounds, size)
    for (const [x, y] of [
      [-10, -6],
      [10, 6]
    ] as const) {
      const [sx, sy] = toScreen(fit, size, [x, y])
      expect(sx).toBeGreaterThanOrEqual(0)
      expect(sx).toBeLessThanOrEqual(size.width)
      expect(sy).toBeGreaterThanOrEqual(0)
      expect(sy).toBeLessThanOrEqual(size.height)
    }
  })

  test('zooms about what is under the pointer, and pans by pixels', () => {
    const fit = fitted(bounds, size)
    const before = toMap(fit, size, [120, 80])
    const after = toMap(zoomed(fit, size, fit, 3, [120, 80]), size, [120, 80])
    expect(after[0]).toBeCloseTo(before[0], 5)
    expect(after[1]).toBeCloseTo(before[1], 5)
    const [x, y] = toScreen(panned(fit, 30, -20), size, before)
    expect([x, y]).toEqual([expect.closeTo(150, 5), expect.closeTo(60, 5)])
  })
})

describe('points', () => {
  const { xs, ys } = places(3000)
  const points = new Points(xs, ys)

  test('within a box are those that a look at all of them finds', () => {
    const box = { left: -3, right: 4.5, top: -2, bottom: 1 }
    const wanted = [...xs.keys()].filter((row) => {
      const [x, y] = [xs[row] ?? 0, ys[row] ?? 0]
      return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
    })
    expect(points.within(box).sort((a, b) => a - b)).toEqual(wanted)
    expect(wanted.length).toBeGreaterThan(100)
  })

  test('nearest to a place is the one that a look at all of them finds, or none', () => {
    for (const [x, y] of [
      [0, 0],
      [3.3, -1],
      [-9, 5]
    ] as const) {
      const distances = [...xs.keys()].map((row) =>
        Math.hypot((xs[row] ?? 0) - x, (ys[row] ?? 0) - y)
      )
      const least = Math.min(...distances)
      expect(points.nearest([x, y], 1)).toBe(least < 1 ? distances.indexOf(least) : null)
    }
    expect(points.nearest([500, 500], 1)).toBeNull()
  })

  test('are drawn where they are, in their colours, those that stand out above the others', () => {
    const [red, blue, white] = [0xff0000ff, 0xffff0000, 0xffffffff]
    const two = new Points(Float32Array.of(0, 0), Float32Array.of(0, 0))
    const look: Look = {
      background: white,
      ...{ colours: Uint32Array.of(red, blue), faint: Uint32Array.of(white, white) },
      ...{ colourOf: Uint8Array.of(0, 1), standing: null }
    }
    const camera = { x: 0, y: 0, scale: 1 }
    const drawn = (part: Partial<Look>): number => {
      const pixels = new Uint32Array(size.width * size.height)
      two.draw(pixels, size, camera, { ...look, ...part }, { radius: 3, every: 1 })
      expect(pixels[0]).toBe(white)
      return pixels[150 * size.width + 200] ?? 0
    }
    const channel = (colour: number, at: number): number => (colour >>> (8 * at)) & 255
    expect(channel(drawn({}), 2)).toBeGreaterThan(200)
    expect(channel(drawn({ standing: Uint8Array.of(1, 0) }), 0)).toBeGreaterThan(200)
    expect(channel(drawn({ standing: Uint8Array.of(1, 0) }), 2)).toBeLessThan(60)
    expect(drawn({ standing: Uint8Array.of(0, 0) })).toBe(white)
  })

  test.each([
    ['left', 37, 0],
    ['right', -5, 0],
    ['up and left', 12, 60],
    ['down and left', 70, -44],
    ['nowhere', 0, 0]
  ])('moved %s are the same as if they were drawn there', (_, right, down) => {
    const many = Uint8Array.from(xs, (__, row) => row % 2)
    const look: Look = {
      ...{ background: 0xffffffff, colours: Uint32Array.of(0xff0000ff, 0xffff0000) },
      ...{ faint: Uint32Array.of(0xffcccccc, 0xffdddddd), colourOf: many },
      standing: Uint8Array.from(xs, (__, row) => (row % 3 === 0 ? 1 : 0))
    }
    const camera = { x: 0.5, y: -0.25, scale: 32 }
    const manner = { radius: 3, every: 1 }
    const pixels = new Uint32Array(size.width * size.height)
    const map = new MapPixels(pixels, size)
    map.draw(points, camera, look, manner)
    const there = { ...camera, x: camera.x - right / 32, y: camera.y - down / 32 }
    expect(map.move(points, there, look)).toBe(true)
    const wanted = new Uint32Array(pixels.length)
    points.draw(wanted, size, there, look, manner)
    expect(pixels).toEqual(wanted)
    // What is not the same picture, moved, is to be drawn.
    expect(map.move(points, { ...there, scale: 40 }, look)).toBe(false)
    expect(map.move(points, there, { ...look })).toBe(false)
    expect(map.move(points, { ...there, x: 1000 }, look)).toBe(false)
  })

  test('inside a loop are told from those outside, where it is hollow too', () => {
    const loop = [
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 2],
      [0, 10]
    ] as [number, number][]
    expect(isInside(loop, 2, 3)).toBe(true)
    expect(isInside(loop, 5, 6)).toBe(false)
    expect(isInside(loop, 11, 5)).toBe(false)
  })
})

describe('the labels of a map', () => {
  const { xs, ys } = places(900)
  const regions = Array.from({ length: 30 }, (_, at) => ({
    ...{ level: at < 6 ? 0 : 1, x: xs[at] ?? 0, y: ys[at] ?? 0 },
    words: [`word${String(at)}`]
  }))
  const topics = topicsOf(regions, xs, ys)

  test('each paper is of one topic of each level', () => {
    for (const level of [0, 1]) {
      const rows = topics
        .filter((topic) => topic.level === level)
        .flatMap((topic) => [...topic.rows])
      expect(rows.sort((a, b) => a - b)).toEqual([...xs.keys()])
    }
  })

  test('lie apart from each other and wholly in view', () => {
    const [size, label] = [
      { width: 900, height: 700 },
      { width: 60, height: 20 }
    ]
    const camera = fitted(new Points(xs, ys).bounds, size)
    const placed = placeLabels(topics, camera, size, () => label)
    expect(placed.length).toBeGreaterThan(10)
    for (const [at, one] of placed.entries()) {
      expect(one.x - label.width / 2).toBeGreaterThanOrEqual(0)
      expect(one.x + label.width / 2).toBeLessThanOrEqual(size.width)
      for (const other of placed.slice(at + 1))
        expect(
          Math.abs(one.x - other.x) >= label.width || Math.abs(one.y - other.y) >= label.height
        ).toBe(true)
    }
  })
})

describe('a timeline', () => {
  const day = (date: string): number => Date.parse(date) / 86_400_000
  const facts = {
    papers: Int32Array.of(1, 2, 3, 4),
    arrived: Int32Array.from(['2026-05-04', '2026-05-10', '2026-05-11', '2026-06-01'], day),
    kept: Int32Array.of(0, day('2026-05-12'), 0, 0),
    read: Int32Array.of(day('2026-06-02'), 0, 0, 0)
  } as PaperFacts

  test('counts what happened by day, week from Monday, and month, with windows that had nothing', () => {
    expect(binsOf(facts, 'month').map(({ arrived, kept, read }) => [arrived, kept, read])).toEqual([
      [3, 1, 0],
      [1, 0, 1]
    ])
    expect(binsOf(facts, 'week').map(({ arrived }) => arrived)).toEqual([2, 1, 0, 0, 1])
    expect(binsOf(facts, 'day')).toHaveLength(30)
    expect(spanOf(facts)).toBe('day')
  })

  test('gives the papers of some days once each', () => {
    expect(papersBetween(facts, day('2026-05-10'), day('2026-05-13'))).toEqual([2, 3])
    expect(papersBetween(facts, day('2026-06-01'), day('2026-06-03'))).toEqual([1, 4])
  })

  test('of nothing has no bars', () => {
    const none = {
      ...facts,
      arrived: new Int32Array(4),
      kept: new Int32Array(4),
      read: new Int32Array(4)
    }
    expect(binsOf(none, 'day')).toEqual([])
  })

  test('has round numbers beside it', () => {
    expect(ticks(7)).toEqual([0, 2, 4, 6, 8])
    expect(ticks(1)).toEqual([0, 1])
    expect(ticks(950)).toEqual([0, 500, 1000])
  })
})
