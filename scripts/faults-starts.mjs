// npm run faults:starts [-- COUNT]: starts Sheaf again and again beside one that runs, kills that, and looks who has the library.
import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => {
  const [count = '50'] = process.argv.slice(2)
  return inTheApp('double-start', { SHEAF_STARTS: count }, 30 + Number(count) / 5)
})
