import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../process/run.mjs'
import { electronDist, electronPackage } from './electron-paths.mjs'

const patienceSeconds = 45

/**
 * Runs the electron package's own installer. It may hang where packets are dropped, so it is ended
 * once its files have not grown for a while; a slow download that moves may take its time.
 *
 * @returns {Promise<string>} '' when it worked, else the reason in a few words
 */
export async function downloadOfficial() {
  rmSync(electronDist, { recursive: true, force: true })
  rmSync(join(electronPackage, 'path.txt'), { force: true })
  const temp = mkdtempSync(join(tmpdir(), 'sheaf-electron-'))
  try {
    const { ok, log, reason } = await run(process.execPath, [join(electronPackage, 'install.js')], {
      env: { TMPDIR: temp, TEMP: temp, TMP: temp },
      limitSeconds: 1800,
      stalled: stillness(() => sizeOf(temp) + sizeOf(electronDist), patienceSeconds)
    })
    return ok ? '' : briefReason(log) || reason
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

/**
 * @param {() => number} measure
 * @param {number} limitSeconds
 * @returns {() => boolean} true once the measure has not changed for that long
 */
export function stillness(measure, limitSeconds, now = () => performance.now()) {
  let last = -1
  let since = now()
  return () => {
    const value = measure()
    if (value !== last) {
      last = value
      since = now()
    }
    return now() - since > limitSeconds * 1000
  }
}

/**
 * The message of a printed error without its kind and stack: 'fetch failed'.
 *
 * @param {string} log
 */
export function briefReason(log) {
  return /^(?:\w*Error|\w*Exception): ?(.+)$/m.exec(log)?.[1]?.trim() ?? ''
}

/** @param {string} folder */
function sizeOf(folder) {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  } catch {
    return 0 // Not there yet, or changing under our eyes: either way not standing still for long.
  }
}
