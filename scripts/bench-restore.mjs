// npm run bench:restore: how long the real window takes to restore a backup of 100,000 papers with all that hangs on them.
// SHEAF_BENCH_LIBRARIES names a folder where the library is kept for the next time.
import { bundleBench } from './bench/bundle.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp()
  const maker = await bundleBench({ index: inProject('tests', 'bench', 'restore', 'library.ts') })
  return passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', 'restore-speed'], {
    cwd: root,
    env: { ...process.env, SHEAF_LIBRARY_MAKER: maker }
  })
})
