// npm run faults:backups [-- COUNT [SEED]]: random histories of a library, backed up and then damaged, and the start after it.
import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => bundled({ index: 'tests/faults/backups/index.ts' }))
