// npm run faults:starts [-- COUNT]: starts Sheaf again and again beside one that runs, kills that, and looks who has the library.
import { passThrough } from './process/pass-through.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => {
  const [count = '50'] = process.argv.slice(2)
  const spec = 'tests/e2e/specs/double-start.spec.ts'
  return passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', spec], {
    cwd: root,
    env: { ...process.env, SHEAF_STARTS: count }
  })
})
