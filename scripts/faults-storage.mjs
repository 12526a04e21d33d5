// npm run faults:power [-- STATES [SEED]], faults:disk [-- LEVELS], faults:io [-- RUNS [SEED]]: bundles what users do, and
// does it on Electron's own Node on a disk whose power is cut, that is full, or that fails.
import { bundleBench } from './bench/bundle.mjs'
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ built: false })
  const faults = await bundleBench({
    index: inProject('tests', 'faults', 'storage', 'index.ts'),
    child: inProject('tests', 'faults', 'storage', 'child.ts')
  })
  const { command, args, env } = onElectronNode(faults, process.argv.slice(2))
  return passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
})
