import { basename } from 'node:path'
import { run } from '../process/run.mjs'
import { root } from './project.mjs'

/**
 * Runs npm in the checkout: the very npm that started this script, if one did, else the one on the
 * path. `npm run -s` hands its silence down to inner calls, so the log level is set anew.
 *
 * @param {string[]} args
 * @param {number} limitSeconds
 */
export function npm(args, limitSeconds) {
  const own = process.env.npm_execpath
  const full = [...args, '--loglevel=error']
  const options = { cwd: root, limitSeconds }
  return own && basename(own) === 'npm-cli.js'
    ? run(process.execPath, [own, ...full], options)
    : run('npm', full, { ...options, shell: process.platform === 'win32' })
}
