// npm run fuzz:search [-- COUNT [SEED]]: any text typed, and any change made, to the search index.
import { bundleBench } from './bench/bundle.mjs'
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ built: false })
  const bench = await bundleBench({
    index: inProject('tests', 'bench', 'search', 'fuzz.ts')
  })
  const { command, args, env } = onElectronNode(bench, process.argv.slice(2))
  return passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
})
