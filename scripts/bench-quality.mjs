// npm run bench:quality: sets up, bundles the benchmark, and runs it on Electron's own Node.
import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => bundled({ index: 'tests/bench/search/quality.ts' }))
