// npm run bench:pictures: shows, moves and zooms the map of 100,000 papers, beside reading their vectors.
import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => inTheApp('pictures-speed', { SHEAF_SCALE: '1' }))
