import { fuzz } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => fuzz('tests/unit/main/ipc/fuzz.test.ts', 20_000))
