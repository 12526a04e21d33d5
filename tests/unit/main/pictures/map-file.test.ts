import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readMap, writeMap } from '../../../../src/main/pictures/map-file'
import type { PlacedPapers } from '../../../../src/main/pictures/places'

const map: PlacedPapers = {
  ...{ of: 'terms', placedLater: 1 },
  papers: Int32Array.of(4, 9, 12),
  xs: Float32Array.of(0.5, -3, NaN),
  ys: Float32Array.of(1, 2, NaN),
  landmarks: Uint8Array.of(1, 0, 0),
  regions: [{ level: 0, x: 1, y: 2, words: ['weft', 'übersetzt'] }]
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-map-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('a map is read as it was written', async () => {
  const file = join(folder, 'search', 'topics.map')
  writeMap(file, map)
  expect(await readMap(file)).toEqual(map)
})

test('a map that is not there, was cut off or is of another kind is none', async () => {
  const file = join(folder, 'topics.map')
  expect(await readMap(file)).toBeNull()
  writeMap(file, map)
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, -1))
  expect(await readMap(file)).toBeNull()
  writeFileSync(file, whole.toString('latin1').replace('"layout":1', '"layout":0'), 'latin1')
  expect(await readMap(file)).toBeNull()
  writeFileSync(file, 'not a map')
  expect(await readMap(file)).toBeNull()
})
