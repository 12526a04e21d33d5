// npm run bench:trends: sets up, bundles the benchmark, and runs it on Electron's own Node. A folder named keeps the library.
import { bundleBench } from './bench/bundle.mjs'
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ built: false })
  const bench = await bundleBench({ index: inProject('tests', 'bench', 'trends', 'index.ts') })
  const { command, args, env } = onElectronNode(bench, process.argv.slice(2))
  return passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
})
