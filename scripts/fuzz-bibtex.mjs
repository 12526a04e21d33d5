// npm run fuzz:bibtex [-- COUNT [SEED]]: sets many hostile records with real BibTeX, Biber and pdfLaTeX.
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  const [count = '20000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
  await setUp({ built: false, testPrograms: true })
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
  const { command, args, env } = onElectronNode(vitest, [
    ...['run', '--project', 'node', 'tests/unit/main/export/fuzz-bibtex.test.ts']
  ])
  return passThrough(command, args, {
    cwd: root,
    env: { ...process.env, ...env, SHEAF_FUZZ_COUNT: count, SHEAF_FUZZ_SEED: seed }
  })
})
