import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../process/run.mjs'
import { aptCommand, hasTime64Names, packageFor } from './debian-packages.mjs'
import { distInUse } from './electron-paths.mjs'
import { findProgram } from './find-program.mjs'
import { hasFont } from './fonts.mjs'
import { SetupError, step } from './words.mjs'

/** @typedef {{ libraries: string[], fonts: boolean, xvfb: boolean }} Missing */

/**
 * What Electron needs of a Linux system: shared libraries, one font, and an X server of its own
 * when something must run without a display.
 *
 * @param {boolean} needsXvfb
 */
export function systemLibraries(needsXvfb) {
  return {
    done: async () => process.platform !== 'linux' || isNothing(await detect(needsXvfb)),
    make: async () => provide(await detect(needsXvfb), () => detect(needsXvfb))
  }
}

/**
 * The libraries the dynamic linker does not find, from ldd's answer for one or more files.
 *
 * @param {string} lddOutput
 */
export function missingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
  return [...new Set(names)].sort()
}

/**
 * @param {boolean} needsXvfb
 * @returns {Promise<Missing>}
 */
async function detect(needsXvfb) {
  const dist = distInUse()
  const files = readdirSync(dist).filter((name) => /^electron$|\.so(\.\d+)*$/.test(name))
  const { log } = await run(
    'ldd',
    files.map((name) => join(dist, name))
  )
  return {
    libraries: missingLibraries(log).filter((name) => !files.includes(name)),
    fonts: !hasFont(),
    xvfb: needsXvfb && !findProgram('Xvfb')
  }
}

/**
 * Installs what is missing where that may be done without asking, else says the command.
 *
 * @param {Missing} missing
 * @param {() => Promise<Missing>} detectAgain
 */
async function provide(missing, detectAgain) {
  const what = listOf(missing).join(', ')
  if (!findProgram('apt-get')) {
    throw new SetupError(
      `this system lacks ${what}, which Electron needs; install them with its package manager`
    )
  }
  const packages = packagesFor(missing)
  const sudo = await withoutPassword()
  if (sudo === undefined || packages.length === 0) {
    const command = aptCommand(packages, 'sudo ')
    throw new SetupError(`this system lacks ${what}, which Electron needs; run: ${command}`)
  }
  await step(`Installing system packages (${packages.join(' ')})`, async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const { ok, log, reason } = await run('sh', ['-c', aptCommand(packages, sudo)], {
      env,
      limitSeconds: 1200
    })
    const left = ok ? listOf(await detectAgain()).join(', ') : what
    if (left === '') return undefined
    const why = ok ? 'apt-get installed the packages' : `apt-get failed (${reason})`
    throw new SetupError(`${why}, but this system still lacks ${left}, which Electron needs`, log)
  })
}

/** @returns {Promise<string | undefined>} what to put before a command to run it as root */
export async function withoutPassword() {
  if (process.getuid?.() === 0) return ''
  return (await run('sudo', ['-n', 'true'], { limitSeconds: 10 })).ok ? 'sudo -n ' : undefined
}

/** @param {Missing} missing */
function packagesFor(missing) {
  const time64 = hasTime64Names(osRelease())
  const names = missing.libraries.flatMap((library) => packageFor(library, time64) ?? [])
  if (missing.fonts) names.push('fontconfig', 'fonts-dejavu-core')
  if (missing.xvfb) names.push('xvfb')
  return [...new Set(names)]
}

/** @param {Missing} missing */
function listOf({ libraries, fonts, xvfb }) {
  return [...libraries, ...(fonts ? ['a font'] : []), ...(xvfb ? ['Xvfb'] : [])]
}

/** @param {Missing} missing */
function isNothing(missing) {
  return listOf(missing).length === 0
}

function osRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}
