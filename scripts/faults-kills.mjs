// npm run faults:kills [-- COUNT [SEED]]: has the real app import, annotate, write, merge, delete, export, back up and
// bring an older library up to date, kills all its processes at any moment, starts it again, and looks whether
// anything is missing that it had acknowledged, or half there.
import { passThrough } from './process/pass-through.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => {
  const [count = '400', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
  const spec = 'tests/e2e/specs/kills.spec.ts'
  return passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', spec], {
    cwd: root,
    env: { ...process.env, SHEAF_KILLS: count, SHEAF_KILLS_SEED: seed }
  })
})
