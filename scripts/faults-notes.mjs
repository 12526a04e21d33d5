// npm run faults:notes [-- COUNT [SEED]]: writes notes in the real app, kills it at any moment, starts it again,
// and looks whether anything is missing that was shown as saved.
import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => {
  const [count = '500', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
  const env = { SHEAF_FAULTS: count, SHEAF_FAULTS_SEED: seed }
  return inTheApp('note-faults', env, 30 + Number(count) / 5)
})
