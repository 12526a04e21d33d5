import { setImmediate } from 'node:timers/promises'
import { mostCount, type Segment } from './segment'

/**
 * Several segments as one, without the entries that `isCurrent` denies of their segment. Queries and
 * changes may come in between, each time that `slice` entries were moved; the segments themselves stay as
 * they are.
 */
export async function mergeSegments(
  segments: readonly Segment[],
  isCurrent: (segment: Segment, paper: number) => boolean,
  slice: number,
  /** The terms in their new order; as they are, if none is given. */
  order: Int32Array | null
): Promise<Segment> {
  const most = Math.max(0, ...segments.map(({ starts }) => starts.length - 1))
  const termCount = order === null ? most : order.length
  const sum = (sizeOf: (segment: Segment) => number): number =>
    segments.reduce((total, segment) => total + sizeOf(segment), 0)
  const starts = new Int32Array(termCount + 1)
  const placeStarts = new Int32Array(termCount + 1)
  const papers = new Int32Array(sum(({ papers: { length } }) => length))
  const counts = new Uint16Array(papers.length)
  const places = new Uint8Array(sum(({ places: { length } }) => length))
  let at = 0
  let placeAt = 0
  let rest = slice
  for (let next = 0; next < termCount; next++) {
    const term = order === null ? next : (order[next] ?? 0)
    starts[next] = at
    placeStarts[next] = placeAt
    for (const segment of segments) {
      if (term + 1 >= segment.starts.length) continue
      const to = segment.starts[term + 1] ?? 0
      let byte = segment.placeStarts[term] ?? 0
      for (let entry = segment.starts[term] ?? 0; entry < to; entry++, rest--) {
        const paper = segment.papers[entry] ?? 0
        const count = segment.counts[entry] ?? 0
        const isKept = isCurrent(segment, paper)
        if (isKept) {
          papers[at] = paper
          counts[at] = count
          at++
        }
        for (let left = count & mostCount; left > 0; byte++) {
          const value = segment.places[byte] ?? 0
          if (isKept) places[placeAt++] = value
          if (value < 128) left--
        }
      }
    }
    if (rest <= 0) {
      rest = slice
      await setImmediate()
    }
  }
  starts[termCount] = at
  placeStarts[termCount] = placeAt
  return {
    ...{ starts, placeStarts },
    papers: papers.slice(0, at),
    counts: counts.slice(0, at),
    places: places.slice(0, placeAt)
  }
}
