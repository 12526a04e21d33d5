// npm run bench:keystrokes: types in a library of 100,000 papers and tells when answers are painted.
import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => inTheApp('keystrokes', { SHEAF_SCALE: '1' }))
