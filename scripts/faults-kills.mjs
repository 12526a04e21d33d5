// npm run faults:kills [-- COUNT [SEED]]: has the real app import, annotate, write, merge, delete, export, back up and
// bring an older library up to date, kills all its processes at any moment, starts it again, and looks whether
// anything is missing that it had acknowledged, or half there.
import { inTheApp } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => {
  const [count = '400', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
  const env = { SHEAF_KILLS: count, SHEAF_KILLS_SEED: seed }
  return inTheApp('kills.spec.ts', env, 30 + Number(count) / 5)
})
