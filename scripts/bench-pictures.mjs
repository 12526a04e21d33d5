// npm run bench:pictures: shows, moves and zooms the map of 100,000 papers, beside reading their vectors.
import { passThrough } from './process/pass-through.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', 'pictures-speed'], {
    cwd: root,
    env: { ...process.env, SHEAF_SCALE: '1' }
  })
)
