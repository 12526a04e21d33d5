// npm run bench:whole: what the whole app takes of time to start and of memory with 100,000 papers, beside 68.
// SHEAF_BENCH_LIBRARIES names a folder where the two libraries are kept for the next time.
import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => inTheApp('whole.spec.ts', { SHEAF_SCALE: '1' }))
