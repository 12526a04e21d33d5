import { build } from './build.mjs'
import { dependencies } from './dependencies.mjs'
import { electron } from './electron.mjs'
import { model } from './model.mjs'
import { systemLibraries } from './libraries.mjs'
import { alone } from './lock.mjs'
import { testPrograms } from './test-programs.mjs'
import { SetupError } from './words.mjs'

/**
 * @typedef {object} Step
 * @property {() => boolean | Promise<boolean>} done asked in order; may rely on the steps before
 * @property {() => Promise<void>} make
 */

/**
 * Makes a checkout ready to run, doing only what is not done: dependencies, Electron, system
 * libraries, the model, build. Needs nothing but Node and npm to begin with.
 *
 * @param {{ xvfb?: boolean, built?: boolean, testPrograms?: boolean }} [wanted] `testPrograms`: programs of others that tests need
 */
export async function setUp({ xvfb = false, built = true, testPrograms: forTests = false } = {}) {
  checkNode(process.versions.node)
  const steps = [
    ...[dependencies, electron, systemLibraries(xvfb), model],
    ...(forTests ? [testPrograms] : []),
    ...(built ? [build] : [])
  ]
  if (await allDone(steps)) return
  await alone(async () => {
    for (const step of steps) if (!(await step.done())) await step.make()
  })
}

/** @param {Step[]} steps */
async function allDone(steps) {
  for (const step of steps) if (!(await step.done())) return false
  return true
}

/** @param {string} version */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetupError(`Node ${version} is too old: Sheaf's tools need 20.19 or newer`)
}
