import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => inTheApp('keystrokes', { SHEAF_SCALE: '1' }))
