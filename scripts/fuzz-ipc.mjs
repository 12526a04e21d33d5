// npm run fuzz:ipc [-- COUNT [SEED]]: calls every channel with whatever a page that was taken over could send.
import { fuzz } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => fuzz('tests/unit/main/ipc/fuzz.test.ts', 20_000))
