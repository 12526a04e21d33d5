// npm run bench:keystrokes: types in a library of 100,000 papers and tells when answers are painted.
import { passThrough } from './process/pass-through.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', 'keystrokes'], {
    cwd: root,
    env: { ...process.env, SHEAF_SCALE: '1' }
  })
)
