import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './project.mjs'

const source = inProject('scripts', 'electron', 'default-app')

/**
 * The registry's Electron comes without `default_app.asar`, the small app that loads yours for
 * `electron .`. Electron takes a folder of that name as well, so ours is put in its place.
 *
 * @param {string} dist
 */
export function placeStandIn(dist) {
  const target = standInFolder(dist)
  rmSync(target, { recursive: true, force: true })
  cpSync(source, target, { recursive: true })
}

/**
 * True with Electron's own default app, or with ours as it is in this checkout.
 *
 * @param {string} dist
 */
export function standInCurrent(dist) {
  if (process.platform === 'darwin') return true // The official binary: nothing to stand in for.
  const target = standInFolder(dist)
  if (!existsSync(target)) return false
  if (statSync(target).isFile()) return true
  return readdirSync(source).every((name) => {
    const placed = join(target, name)
    return existsSync(placed) && readFileSync(placed).equals(readFileSync(join(source, name)))
  })
}

/** @param {string} dist */
function standInFolder(dist) {
  return join(dist, 'resources', 'default_app.asar')
}
