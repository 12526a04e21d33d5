// npm run fuzz:search [-- COUNT [SEED]]: any text typed, and any change made, to the search index.
import { bundled } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => bundled({ index: 'tests/bench/search/fuzz.ts' }))
