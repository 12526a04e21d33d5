// npm start [-- files to import]: sets everything up and opens Sheaf.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { hasDisplay, startDisplay } from './process/display.mjs'
import { passThrough } from './process/pass-through.mjs'
import { runStage } from './process/stage.mjs'
import { typedIn } from './process/typed-in.mjs'
import { electronBinary } from './setup/electron-paths.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { sandboxForbidden, sandboxState } from './setup/sandbox.mjs'
import { SetupError, exitWith, say } from './setup/words.mjs'

const demoLimitSeconds = 300

await exitWith(async () => {
  const files = filesToImport(process.argv.slice(2))
  const display = hasDisplay()
  await setUp({ xvfb: !display })
  return display ? openWindow(files) : runDemo(files)
})

/** @param {string[]} args */
function filesToImport(args) {
  const files = args.map((file) => resolve(typedIn('start'), file))
  const missing = files.find((file) => !existsSync(file))
  if (missing) throw new SetupError(`there is no file ${missing}; give files to import`)
  return files
}

/** @param {string[]} files */
async function openWindow(files) {
  const sandbox = await sandboxState()
  if (sandbox === 'forbidden') throw sandboxForbidden()
  if (sandbox === 'root') {
    say('Running as root: Chromium cannot sandbox itself there, so --no-sandbox is passed.')
  }
  const switches = sandbox === 'root' ? ['--no-sandbox'] : []
  return passThrough(electronBinary(), [...switches, root, ...files], { cwd: root })
}

/** @param {string[]} files */
async function runDemo(files) {
  say('There is no display here: Sheaf runs its main job on a virtual one, in the real app.')
  const display = await startDisplay(demoLimitSeconds + 60)
  const args = [inProject('scripts', 'demo.mjs'), ...files]
  const { result } = await runStage(
    {
      name: 'demo',
      command: process.execPath,
      args,
      env: display.env,
      limitSeconds: demoLimitSeconds
    },
    root
  )
  display.stop()
  if (result !== 'passed') say(`Sheaf: the run on the virtual display did not finish: ${result}`)
  return result === 'passed' ? 0 : 1
}
