// npm run bench:latex: sets up, bundles the benchmark and the app's threads that write entries, and runs it on Electron's own Node.
import { bundleBench } from './bench/bundle.mjs'
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ built: false })
  const bench = await bundleBench({
    index: inProject('tests', 'bench', 'latex', 'index.ts'),
    writer: inProject('src', 'main', 'session', 'writers', 'worker.ts')
  })
  const { command, args, env } = onElectronNode(bench, [])
  return passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
})
