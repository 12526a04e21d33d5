import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => inTheApp('whole.spec.ts', { SHEAF_SCALE: '1' }))
