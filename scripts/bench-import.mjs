// npm run bench:import: sets up, bundles the benchmark, and runs it on Electron's own Node.
import { resolve } from 'node:path'
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ built: false })
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': resolve(root, 'src/shared') } },
    build: {
      ssr: inProject('tests', 'bench', 'import', 'index.ts'),
      outDir: inProject('out', 'bench'),
      minify: false
    }
  })
  const { command, args, env } = onElectronNode(inProject('out', 'bench', 'index.js'), [])
  return passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
})
