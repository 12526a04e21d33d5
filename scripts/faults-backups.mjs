// npm run faults:backups [-- COUNT [SEED]]: random histories of a library, backed up and then damaged, and the start after it.
import { bundleBench } from './bench/bundle.mjs'
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ built: false })
  const faults = await bundleBench({
    index: inProject('tests', 'faults', 'backups', 'index.ts')
  })
  const { command, args, env } = onElectronNode(faults, process.argv.slice(2))
  return passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
})
