// npm run bench: sets up, then measures; prints the table that docs/benchmarks.md holds.
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { hasDisplay } from './process/display.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ xvfb: !hasDisplay() })
  const { command, args, env } = onElectronNode(inProject('tests', 'bench', 'index.mjs'), [])
  return passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
})
