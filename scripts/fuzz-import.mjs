// npm run fuzz:import [-- COUNT [SEED]]: reads many spoilt inputs with every reader, and counts what goes wrong.
import { fuzz } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => fuzz('tests/unit/main/import/mutated.test.ts', 20_000))
