// npm run faults:subscriptions [-- COUNT [SEED]]: asks servers that fail in every way, in random sequences, and
// looks whether anything is lost or doubled.
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  const [count = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
  await setUp({ built: false })
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
  const { command, args, env } = onElectronNode(vitest, [
    ...['run', '--project', 'node', 'tests/unit/main/session/subscriptions/faults.test.ts']
  ])
  return passThrough(command, args, {
    cwd: root,
    env: { ...process.env, ...env, SHEAF_FUZZ_COUNT: count, SHEAF_FUZZ_SEED: seed }
  })
})
