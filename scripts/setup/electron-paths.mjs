import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inModules } from './project.mjs'

/** The installed `electron` package, whose `dist` folder holds the binary. */
export const electronPackage = inModules('electron')
export const electronDist = join(electronPackage, 'dist')

/** Where in a `dist` the executable sits: what the electron package expects in `path.txt`. */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The `dist` in use: the electron package's own, or the one the user names for it. */
export function distInUse() {
  return process.env.ELECTRON_OVERRIDE_DIST_PATH ?? electronDist
}

export function electronBinary() {
  return join(distInUse(), executableName())
}

/** The version this checkout is pinned to, as the lock file installed it. */
export function electronVersion() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'))
  return version
}
