// npm run faults:migrations [-- KILLS [PAPERS]]: kills the update of libraries of every schema of old, and looks what is left.
import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  bundled({
    index: 'tests/faults/migrations/index.ts',
    update: 'tests/faults/migrations/update.ts'
  })
)
