// npm run faults:notes [-- COUNT [SEED]]: writes notes in the real app, kills it at any moment, starts it again,
// and looks whether anything is missing that was shown as saved.
import { passThrough } from './process/pass-through.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => {
  const [count = '500', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
  const spec = 'tests/e2e/specs/note-faults.spec.ts'
  return passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', spec], {
    cwd: root,
    env: { ...process.env, SHEAF_FAULTS: count, SHEAF_FAULTS_SEED: seed }
  })
})
