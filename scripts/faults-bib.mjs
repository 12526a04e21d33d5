// npm run faults:bib [-- KILLS]: bundles the fault test of kept .bib files, and runs it on Electron's own Node.
import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => bundled({ index: 'tests/faults/index.ts', writer: 'tests/faults/writer.ts' }))
