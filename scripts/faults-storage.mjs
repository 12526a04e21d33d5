// npm run faults:power [-- STATES [SEED]], faults:disk [-- LEVELS], faults:io [-- RUNS [SEED]]: bundles what users do, and
// does it on Electron's own Node on a disk whose power is cut, that is full, or that fails.
import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  bundled({ index: 'tests/faults/storage/index.ts', child: 'tests/faults/storage/child.ts' })
)
