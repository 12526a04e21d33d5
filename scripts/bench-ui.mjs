// npm run bench:ui: goes through 100,000 papers in the real window, opens and scrolls them, beside 68.
import { passThrough } from './process/pass-through.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', 'ui-speed'], {
    cwd: root,
    env: { ...process.env, SHEAF_SCALE: '1' }
  })
)
