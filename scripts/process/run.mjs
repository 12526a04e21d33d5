import { spawn } from 'node:child_process'

/**
 * @typedef {object} Outcome
 * @property {boolean} ok ended by itself with exit code 0
 * @property {string} stdout
 * @property {string} log stdout and stderr as they came
 * @property {string} reason why it is not ok: 'exit code 3', 'no answer for 45 s' …; '' when ok
 */

/**
 * Runs a program quietly under a time limit and keeps its words for a failure message.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's environment
 * @param {number} [options.limitSeconds]
 * @param {number} [options.graceSeconds] from asking it to end to ending it
 * @param {boolean} [options.shell]
 * @param {() => boolean} [options.stalled] asked every second; true ends the program
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  const { cwd, env, limitSeconds = 600, graceSeconds = 10, shell = false } = options
  const { stalled = () => false } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe']
    })
    let stdout = ''
    let log = ''
    let stopped = ''
    const started = performance.now()
    const stop = (/** @type {string} */ why) => {
      if (stopped) return
      stopped = why
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), graceSeconds * 1000).unref()
    }
    const watch = setInterval(() => {
      if ((performance.now() - started) / 1000 > limitSeconds) {
        stop(`it took longer than ${String(limitSeconds)} s`)
      } else if (stalled()) stop('it stood still')
    }, 1000)
    const finish = (/** @type {string} */ reason) => {
      clearInterval(watch)
      resolve({ ok: reason === '', stdout, log, reason })
    }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
      log += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => (log += text))
    child.on('error', (error) => finish(error.message))
    child.on('close', (code, signal) => {
      if (stopped) finish(stopped)
      else if (signal) finish(`ended by ${signal}`)
      else finish(code === 0 ? '' : `exit code ${String(code)}`)
    })
  })
}
