import { readFileSync } from 'node:fs'
import { npm } from './npm.mjs'
import { inModules, inProject } from './project.mjs'
import { SetupError, step } from './words.mjs'

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/** The packages in `node_modules`, exactly as package-lock.json names them. */
export const dependencies = {
  done() {
    const lock = readLock(inProject('package-lock.json'))
    if (!lock) throw new SetupError('package-lock.json is missing: restore it from the repository')
    const installed = readLock(inModules('.package-lock.json'))
    return installed !== undefined && satisfies(lock, installed)
  },
  make: () => step('Installing dependencies', install)
}

/**
 * npm writes down in `node_modules/.package-lock.json`, as its last act, what it installed: a truer
 * stamp than one of ours, right after an `npm install` too. Optional packages may be absent (they
 * are other platforms').
 *
 * @param {Lock} lock
 * @param {Lock} installed
 */
export function satisfies(lock, installed) {
  const present = installed.packages ?? {}
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true
    const found = present[path]
    return found ? found.version === wanted.version : wanted.optional === true
  })
}

async function install() {
  const args = ['ci', '--include=dev', '--ignore-scripts', '--engine-strict=false', '--no-audit']
  const { ok, log, reason } = await npm(args, 1200)
  if (ok) return undefined
  throw new SetupError(`npm ci failed (${reason}); once npm can reach its registry, try again`, log)
}

/**
 * @param {string} file
 * @returns {Lock | undefined}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
