// npm run bench:reader: sets up, then opens a PDF of 500 pages in Sheaf and in pdf.js's own viewer, in turns.
import { bundleBench } from './bench/bundle.mjs'
import { hasDisplay, startDisplay } from './process/display.mjs'
import { passThrough } from './process/pass-through.mjs'
import { electronBinary } from './setup/electron-paths.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ xvfb: !hasDisplay() })
  const bench = await bundleBench({ index: inProject('tests', 'bench', 'reader', 'index.ts') })
  const display = hasDisplay() ? undefined : await startDisplay(900)
  try {
    const env = { ...process.env, ...display?.env, SHEAF_ELECTRON: electronBinary() }
    return await passThrough(process.execPath, [bench], { cwd: root, env })
  } finally {
    display?.stop()
  }
})
