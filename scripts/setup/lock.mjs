import { createHash } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './project.mjs'
import { userCache } from './user-cache.mjs'
import { SetupError, say } from './words.mjs'

const limitSeconds = 1800

/**
 * Lets one set-up of this checkout work at a time: two commands typed at once must not install or
 * build over each other. The file lies outside `node_modules`, which `npm ci` empties.
 *
 * @param {() => Promise<void>} work
 */
export async function alone(work) {
  const folder = join(userCache(), 'locks')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, createHash('sha256').update(root).digest('hex').slice(0, 16))
  const release = () => {
    if (holder(file) === process.pid) rmSync(file, { force: true })
  }
  await acquire(file)
  process.once('exit', release)
  try {
    await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @param {string} file */
async function acquire(file) {
  const started = performance.now()
  let told = false
  while (!take(file)) {
    if (!isAlive(holder(file))) rmSync(file, { force: true })
    else if (!told) say('Another command is setting up this checkout; waiting for it.')
    told = true
    if (performance.now() - started > limitSeconds * 1000) {
      throw new SetupError(`another set-up seems to hang: end it, or delete ${file}`)
    }
    await pause(300)
  }
}

/** @param {string} file */
function take(file) {
  // Linked into place, so that nobody ever reads it half written.
  const own = `${file}.${String(process.pid)}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own)
  }
}

/** @param {string} file */
function holder(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch {
    return Number.NaN
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (Number.isNaN(pid)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
