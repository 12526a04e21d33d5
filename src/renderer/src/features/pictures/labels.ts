import type { Region } from '@shared/model/topic-map'
import { toScreen, type Camera, type Size } from './camera'

/** A region as the window shows it. */
export interface Topic extends Region {
  /** Its place among all regions. */
  id: number
  name: string
  /** Its papers, by their rows. */
  readonly rows: readonly number[]
  /** How far they lie from its middle, on average. */
  readonly spread: number
}

/** Where a label stands, by its middle. */
export interface PlacedLabel {
  topic: Topic
  x: number
  y: number
}

/** A label should have so much room, in pixels of the screen. */
const room = 17_000
const gap = 4
/** A label stands so far above the middle of its region at least, and so much further at most. */
const [over, mostAbove] = [14, 16]

/**
 * Papers by region: each is of the region of a level whose middle is nearest. Levels are gone through when they
 * are first looked at: millions of distances are taken for each.
 */
export function topicsOf(regions: readonly Region[], xs: Float32Array, ys: Float32Array): Topic[] {
  const levels = new Map<number, Members[]>()
  const membersOf = (level: number): Members[] => {
    const known = levels.get(level)
    if (known !== undefined) return known
    const made = nearestOf(
      regions.filter((region) => region.level === level),
      xs,
      ys
    )
    levels.set(level, made)
    return made
  }
  const counts = new Map<number, number>()
  return regions.map((region, id) => {
    const { level } = region
    const at = counts.get(level) ?? 0
    counts.set(level, at + 1)
    return {
      ...region,
      ...{ id, name: region.words.join(' · ') },
      get rows() {
        return membersOf(level)[at]?.rows ?? []
      },
      get spread() {
        return membersOf(level)[at]?.spread ?? 0
      }
    }
  })
}

interface Members {
  rows: number[]
  spread: number
}

function nearestOf(regions: readonly Region[], xs: Float32Array, ys: Float32Array): Members[] {
  const members = regions.map((): Members => ({ rows: [], spread: 0 }))
  const left = Float32Array.from(regions, ({ x }) => x)
  const top = Float32Array.from(regions, ({ y }) => y)
  for (let row = 0; row < xs.length; row++) {
    const x = xs[row] ?? 0
    const y = ys[row] ?? 0
    let best = 0
    let least = Infinity
    for (let at = 0; at < left.length; at++) {
      const dx = (left[at] ?? 0) - x
      const dy = (top[at] ?? 0) - y
      const distance = dx * dx + dy * dy
      if (distance >= least) continue
      best = at
      least = distance
    }
    const mine = members[best]
    if (mine === undefined) continue
    mine.rows.push(row)
    mine.spread += Math.sqrt(least)
  }
  for (const one of members) one.spread /= Math.max(1, one.rows.length)
  return members
}

/**
 * Labels that fit: of the finest level whose regions have room enough, the largest first, none over another and
 * each wholly in view.
 */
export function placeLabels(
  topics: readonly Topic[],
  camera: Camera,
  size: Size,
  sizeOf: (topic: Topic) => Size
): PlacedLabel[] {
  const shown: { topic: Topic; x: number; y: number; level: number }[] = topics.map((topic) => {
    const [x, y] = toScreen(camera, size, [topic.x, topic.y])
    return { topic, x, y, level: topic.level }
  })
  const inView = shown.filter(({ x, y }) => x > 0 && y > 0 && x < size.width && y < size.height)
  const levels = [...new Set(inView.map(({ level }) => level))].sort((a, b) => b - a)
  const most = Math.max(3, (size.width * size.height) / room)
  const level =
    levels.find((one) => inView.filter((each) => each.level === one).length <= most) ??
    levels.at(-1)
  const placed: (PlacedLabel & Size)[] = []
  for (const { topic, x, y } of inView
    .filter((each) => each.level === level && each.topic.rows.length > 0)
    .sort((a, b) => b.topic.rows.length - a.topic.rows.length)) {
    const own = sizeOf(topic)
    // A small region is not to be covered by its own name.
    const above = y - over - Math.min(mostAbove, topic.spread * camera.scale)
    const at = {
      x: Math.max(own.width / 2 + gap, Math.min(size.width - own.width / 2 - gap, x)),
      y: Math.max(own.height / 2 + gap, Math.min(size.height - own.height / 2 - gap, above))
    }
    const isFree = placed.every(
      (other) =>
        Math.abs(other.x - at.x) >= (other.width + own.width) / 2 + gap ||
        Math.abs(other.y - at.y) >= (other.height + own.height) / 2 + gap
    )
    if (isFree) placed.push({ topic, ...at, ...own })
  }
  return placed.map(({ topic, x, y }) => ({ topic, x, y }))
}
