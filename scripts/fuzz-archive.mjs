// npm run fuzz:archive [-- COUNT [SEED]]: random libraries, exported, opened again and exported again.
import { fuzz } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => fuzz('tests/unit/main/session/archive/round-trip.test.ts', 1000))
