// npm run bench:trends: sets up, bundles the benchmark, and runs it on Electron's own Node. A folder named keeps the library.
import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => bundled({ index: 'tests/bench/trends/index.ts' }))
