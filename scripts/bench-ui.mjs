// npm run bench:ui: goes through 100,000 papers in the real window, opens and scrolls them, beside 68.
import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => inTheApp('ui-speed', { SHEAF_SCALE: '1' }))
