// npm run bench:frames: imports 100,000 papers in the real window and tells its longest frames.
import { passThrough } from './process/pass-through.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', 'scale'], {
    cwd: root,
    env: { ...process.env, SHEAF_SCALE: '1' }
  })
)
