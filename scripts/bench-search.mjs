// npm run bench:search: sets up, bundles the benchmark and the app's search worker, and runs it on Electron's own Node.
import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  bundled({ index: 'tests/bench/search/index.ts', worker: 'src/main/search/worker.ts' })
)
