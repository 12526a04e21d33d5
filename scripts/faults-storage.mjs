import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  bundled({ index: 'tests/faults/storage/index.ts', child: 'tests/faults/storage/child.ts' })
)
