import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { stampFolder } from './project.mjs'

/**
 * A folder for what is dear to fetch and may outlive a checkout. Follows the XDG base directory
 * specification (relative values are ignored there); falls back to the checkout's own cache where
 * the home folder cannot be written.
 *
 * @returns {string}
 */
export function userCache() {
  const xdg = process.env.XDG_CACHE_HOME
  const folder = join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'sheaf')
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    mkdirSync(stampFolder, { recursive: true })
    return stampFolder
  }
}
