// npm run bench:restore: how long the real window takes to restore a backup of 100,000 papers with all that hangs on them.
// SHEAF_BENCH_LIBRARIES names a folder where the library is kept for the next time.
import { bundleBench } from './bench/bundle.mjs'
import { inTheApp } from './process/long-runs.mjs'
import { setUp } from './setup/index.mjs'
import { inProject } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp()
  const maker = await bundleBench({ index: inProject('tests', 'bench', 'restore', 'library.ts') })
  return inTheApp('restore-speed', { SHEAF_LIBRARY_MAKER: maker })
})
