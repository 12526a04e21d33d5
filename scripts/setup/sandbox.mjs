import { statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../process/run.mjs'
import { distInUse } from './electron-paths.mjs'
import { SetupError } from './words.mjs'

/**
 * Whether Chromium can confine its processes here. It cannot as root; for anyone else on Linux it
 * needs user namespaces, or its helper owned by root with the setuid bit.
 *
 * @returns {Promise<'works' | 'root' | 'forbidden'>}
 */
export async function sandboxState() {
  if (process.platform !== 'linux') return 'works'
  if (process.getuid?.() === 0) return 'root'
  if (helperIsSetuid()) return 'works'
  const probe = await run('unshare', ['--user', '--map-root-user', 'true'], { limitSeconds: 10 })
  // Where the probe itself is missing, let Chromium find out: it says what it lacks.
  return probe.ok || probe.reason.includes('ENOENT') ? 'works' : 'forbidden'
}

/** @returns {SetupError} the way out where the sandbox cannot work */
export function sandboxForbidden() {
  const helper = join(distInUse(), 'chrome-sandbox')
  return new SetupError(
    'this system lets no ordinary user create namespaces, so the window cannot be sandboxed; ' +
      `run: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
  )
}

function helperIsSetuid() {
  try {
    const { uid, mode } = statSync(join(distInUse(), 'chrome-sandbox'))
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    return false
  }
}
