import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/**
 * The first version of each major that has the fix which lets no page reach the window-open handler without
 * a gesture (CVE-2026-70608); majors before 41 never got it.
 */
const floors: Readonly<Record<number, readonly [minor: number, patch: number]>> = {
  41: [10, 3],
  42: [0, 1]
}

it('Electron is one version, and none that is known to be unsafe (point 16)', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const wanted = devDependencies['electron'] ?? ''
  expect(wanted).toMatch(/^\d+\.\d+\.\d+$/)
  const [major = 0, minor = 0, patch = 0] = wanted.split('.').map(Number)
  expect(major).toBeGreaterThanOrEqual(41)
  const [leastMinor, leastPatch] = floors[major] ?? [0, 0]
  expect(minor * 1000 + patch).toBeGreaterThanOrEqual(leastMinor * 1000 + leastPatch)
  // The tests run on the Node of that very version.
  expect(process.versions.electron).toBe(wanted)
})
