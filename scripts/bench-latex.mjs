// npm run bench:latex: sets up, bundles the benchmark and the app's threads that write entries, and runs it on Electron's own Node.
import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  bundled({
    index: 'tests/bench/latex/index.ts',
    writer: 'src/main/session/writers/worker.ts'
  })
)
