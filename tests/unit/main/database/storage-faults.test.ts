import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest'
import { faultsOn, type FaultMode } from '../../../faults/storage/faults'
import { counted } from '../../support/count'
import { temporaryFolder } from '../../support/library'

// The long forms are `npm run faults:power`, `faults:disk` and `faults:io`.

// In the project, where the bundle finds its packages.
const outDir = resolve('out', `storage-${String(process.pid)}`)

beforeAll(async () => {
  mkdirSync(outDir, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    build: { ssr: resolve('tests/faults/storage/child.ts'), outDir, minify: false }
  })
}, 120_000)

afterAll(() => {
  rmSync(outDir, { recursive: true, force: true })
})

async function holds(mode: FaultMode, count: number, context: TestContext): Promise<void> {
  const outcome = await faultsOn(mode, {
    ...{ folder: realpathSync(temporaryFolder()), child: resolve(outDir, 'child.js') },
    ...{ count, seed: 11 }
  })
  if ('reason' in outcome) {
    context.skip(outcome.reason)
    return
  }
  expect(outcome.wrong).toEqual([])
  counted(context, outcome.cases)
}

it('after the power was cut at any moment all is there that was said to be done, and nothing by halves', async (context) => {
  await holds('power', 240, context)
}, 300_000)

it('what has no room on a full disk says so, changes nothing, and is done when there is room', async (context) => {
  await holds('disk', 4, context)
}, 300_000)

it('what a disk does not take that fails now and then is told, and everything else is kept', async (context) => {
  await holds('io', 2, context)
}, 300_000)
