// npm run faults:bib [-- KILLS]: bundles the fault test of kept .bib files, and runs it on Electron's own Node.
import { bundleBench } from './bench/bundle.mjs'
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ built: false })
  const faults = await bundleBench({
    index: inProject('tests', 'faults', 'index.ts'),
    writer: inProject('tests', 'faults', 'writer.ts')
  })
  const { command, args, env } = onElectronNode(faults, process.argv.slice(2))
  return passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
})
