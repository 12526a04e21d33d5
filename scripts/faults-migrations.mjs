import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  bundled({
    index: 'tests/faults/migrations/index.ts',
    update: 'tests/faults/migrations/update.ts'
  })
)
