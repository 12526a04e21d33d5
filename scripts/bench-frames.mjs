// npm run bench:frames: imports 100,000 papers in the real window and tells its longest frames.
import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => inTheApp('scale', { SHEAF_SCALE: '1' }))
