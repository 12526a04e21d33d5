// npm run faults:power|disk|io [-- COUNT [SEED]]: what users do, on a disk whose power fails, that is full, or broken.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faultsOn, type FaultMode } from './faults'

const [mode = 'power', count, seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const usual: Readonly<Record<FaultMode, number>> = { power: 5000, disk: 40, io: 100 }
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sheaf-storage-')))
try {
  const result = await faultsOn(mode as FaultMode, {
    ...{ folder, child: fileURLToPath(new URL('child.js', import.meta.url)) },
    ...{ count: Number(count ?? usual[mode as FaultMode]), seed: Number(seed) }
  })
  const words =
    'reason' in result
      ? [`Skipped: ${result.reason}`]
      : [result.summary, ...result.wrong.slice(0, 20)]
  for (const line of words) process.stdout.write(`${line}\n`)
  if ('wrong' in result && result.wrong.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
