import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { endianness } from 'node:os'
import { dirname } from 'node:path'
import { z } from 'zod'
import { mapSource, region } from '@shared/model/topic-map'
import { writeFileAtomically } from '../files/write-file'
import type { PlacedPapers } from './places'

/** Another number for another layout of the file, or another way of placing. */
const layout = 1

const head = z.strictObject({
  layout: z.literal(layout),
  machine: z.literal(endianness()),
  of: mapSource,
  count: z.int().min(0),
  placedLater: z.int().min(0),
  regions: z.array(region)
})

/** Where papers lie, as a file that may be deleted at any time; null for none, or one that is damaged or of another version. */
export async function readMap(file: string): Promise<PlacedPapers | null> {
  try {
    const bytes = await readFile(file)
    const end = bytes.indexOf(10)
    const { of, count, placedLater, regions } = head.parse(
      JSON.parse(bytes.toString('utf8', 0, end))
    )
    // In memory of their own, which begins where numbers may begin.
    const rest = bytes.buffer.slice(bytes.byteOffset + end + 1, bytes.byteOffset + bytes.length)
    if (rest.byteLength !== count * 13) return null
    return {
      ...{ of, placedLater, regions },
      papers: new Int32Array(rest, 0, count),
      xs: new Float32Array(rest, count * 4, count),
      ys: new Float32Array(rest, count * 8, count),
      landmarks: new Uint8Array(rest, count * 12, count)
    }
  } catch {
    return null
  }
}

/** @throws AppError where the file cannot be written */
export function writeMap(file: string, map: PlacedPapers): void {
  const { of, placedLater, regions, papers, xs, ys, landmarks } = map
  const start = { layout, machine: endianness(), of, count: papers.length, placedLater, regions }
  mkdirSync(dirname(file), { recursive: true })
  const arrays = [papers, xs, ys, landmarks].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength)
  )
  writeFileAtomically(file, Buffer.concat([Buffer.from(`${JSON.stringify(start)}\n`), ...arrays]))
}
