// npm run faults:migrations [-- KILLS [PAPERS]]: kills the update of libraries of every schema of old, and looks what is left.
import { bundleBench } from './bench/bundle.mjs'
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ built: false })
  const faults = await bundleBench({
    index: inProject('tests', 'faults', 'migrations', 'index.ts'),
    update: inProject('tests', 'faults', 'migrations', 'update.ts')
  })
  const { command, args, env } = onElectronNode(faults, process.argv.slice(2))
  return passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
})
