import { readdirSync } from 'node:fs'
import { run } from '../process/run.mjs'
import { electronBinary, electronVersion } from './electron-paths.mjs'
import { inModules, inProject, root } from './project.mjs'
import { contentSum, outlineSum, readStamp, writeStamp } from './stamp.mjs'
import { SetupError, step } from './words.mjs'

const stamp = 'build'

/** The app in `out/`, built from the sources as they are now and not touched by anyone since. */
export const build = {
  done: () => readStamp(stamp) === state(),
  make: () => step('Building Sheaf', compile)
}

async function compile() {
  writeStamp(stamp, 'unfinished')
  const sources = sourcesSum()
  const cli = inModules('electron-vite', 'bin', 'electron-vite.js')
  const { ok, log, reason } = await run(electronBinary(), [cli, 'build'], {
    cwd: root,
    env: { ELECTRON_RUN_AS_NODE: '1', NODE_ENV: 'production' },
    limitSeconds: 300
  })
  if (!ok) throw new SetupError(`the build failed (${reason})`, log)
  writeStamp(stamp, state(sources))
  return undefined
}

/** @param {string} [sources] the sum from before the build: an edit during it must count as new */
function state(sources = sourcesSum()) {
  return `${electronVersion()} ${sources} ${outlineSum([inProject('out')])}`
}

function sourcesSum() {
  const configs = readdirSync(root).filter((name) =>
    /^(electron\.vite\.config\.\w+|svelte\.config\.js|tsconfig.*\.json|package(-lock)?\.json)$/.test(
      name
    )
  )
  return contentSum(
    ['src', 'resources', 'scripts/build', ...configs].map((name) => inProject(name))
  )
}
