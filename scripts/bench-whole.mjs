// npm run bench:whole: what the whole app takes of time to start and of memory with 100,000 papers, beside 68.
// SHEAF_BENCH_LIBRARIES names a folder where the two libraries are kept for the next time.
import { passThrough } from './process/pass-through.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', 'whole.spec.ts'], {
    cwd: root,
    env: { ...process.env, SHEAF_SCALE: '1' }
  })
)
