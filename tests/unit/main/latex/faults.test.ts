import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'vite'
import { expect, it, onTestFinished } from 'vitest'
import { fillDisk, killWriters } from '../../../faults/bib-faults'
import { temporaryFolder } from '../../support/library'

// The long form is `npm run faults:bib`.

it('a reader sees the old or the new .bib whole, whenever the writer is killed', async () => {
  // In the project, where the bundle finds its packages.
  const outDir = resolve('out', `faults-${String(process.pid)}`)
  mkdirSync(outDir, { recursive: true })
  onTestFinished(() => {
    rmSync(outDir, { recursive: true, force: true })
  })
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    build: { ssr: resolve('tests/faults/writer.ts'), outDir, minify: false }
  })
  const { wrong, versions } = await killWriters(temporaryFolder(), resolve(outDir, 'writer.js'), 5)
  expect(wrong).toEqual([])
  expect(versions).toBeGreaterThanOrEqual(15)
}, 120_000)

it('a full disk leaves the old .bib whole, says so, and is written to when there is room', async ({
  skip
}) => {
  const seen = await fillDisk(temporaryFolder(), 8)
  if (seen === null) return skip('No small disk can be mounted here.')
  expect(seen.wrong).toEqual([])
  expect(seen.versions).toBeGreaterThan(0)
  expect(seen.versions).toBeLessThan(8)
})
