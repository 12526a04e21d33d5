import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => inTheApp('ui-speed', { SHEAF_SCALE: '1' }))
