import { setImmediate } from 'node:timers/promises'
import { HeldBytes } from './bytes'
import { EntryPacker, EntryReader, mostCount } from './entries'
import { Growable } from './growable'
import type { Segment } from './segment'

/**
 * Several segments as one, without the entries that `isCurrentIn` denies of their segment. Queries and
 * changes may come in between, each time that `slice` entries were moved; the segments themselves stay as
 * they are.
 */
export async function mergeSegments(
  segments: readonly Segment[],
  isCurrentIn: (segment: Segment) => (paper: number) => boolean,
  slice: number,
  /** The terms in their new order; as they are, if none is given. */
  order: Int32Array | null
): Promise<Segment> {
  const most = Math.max(0, ...segments.map(({ entries }) => entries.rows.limit))
  const termCount = order === null ? most : order.length
  // They are gone through in whatever order: all at hand for as long.
  const all = segments.map((segment) => ({
    segment,
    bytes: segment.places.read(0, segment.places.length),
    isCurrent: isCurrentIn(segment)
  }))
  const placeStarts = new Growable((size) => new Int32Array(size), 1024)
  const places = new Uint8Array(all.reduce((sum, { bytes }) => sum + bytes.length, 0))
  const reader = new EntryReader()
  const packer = new EntryPacker(termCount)
  let placeAt = 0
  let rest = slice
  for (let next = 0; next < termCount; next++) {
    const term = order === null ? next : (order[next] ?? 0)
    const placesFrom = placeAt
    for (const { segment, bytes, isCurrent } of all) {
      const size = reader.read(segment.entries, term)
      if (size === 0) continue
      let byte = segment.placeStarts[segment.entries.rows.of(term)] ?? 0
      rest -= size
      for (let entry = 0; entry < size; entry++) {
        const paper = reader.papers[entry] ?? 0
        const count = reader.counts[entry] ?? 0
        const isKept = isCurrent(paper)
        if (isKept) packer.add(paper, count)
        for (let left = count & mostCount; left > 0; byte++) {
          const value = bytes[byte] ?? 0
          if (isKept) places[placeAt++] = value
          if (value < 128) left--
        }
      }
    }
    if (packer.endTerm(next)) placeStarts.push(placesFrom)
    if (rest <= 0) {
      rest = slice
      await setImmediate()
    }
  }
  return {
    entries: packer.packed(),
    ...{ placeStarts: placeStarts.trimmed(), places: new HeldBytes(places.slice(0, placeAt)) }
  }
}
