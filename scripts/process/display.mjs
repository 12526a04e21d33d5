import { spawn } from 'node:child_process'
import { SetupError } from '../setup/words.mjs'

/** Whether windows have somewhere to appear. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Starts an X server without a screen, on the first free number, under a time limit of its own:
 * should this process be killed, `timeout` still ends it.
 *
 * @param {number} limitSeconds
 * @returns {Promise<{ env: { DISPLAY: string }, stop: () => void }>}
 */
export function startDisplay(limitSeconds) {
  const server = ['Xvfb', '-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
  const args = ['--kill-after=5', String(limitSeconds), ...server, '-noreset']
  return new Promise((resolve, reject) => {
    const child = spawn('timeout', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    const stop = () => void child.kill('SIGTERM')
    const fail = (/** @type {string} */ why) => {
      stop()
      reject(new SetupError(`the virtual display Xvfb did not start (${why})`, words))
    }
    let words = ''
    let number = ''
    const patience = setTimeout(() => fail('no answer for 20 s'), 20_000)
    child.stderr?.setEncoding('utf8').on('data', (text) => (words += text))
    child.on('error', (error) => fail(error.message))
    child.on('exit', (code) => fail(`exit code ${String(code)}`))
    child.stdio[3]?.on('data', (text) => {
      number += String(text)
      if (!number.includes('\n')) return
      clearTimeout(patience)
      child.removeAllListeners('exit').unref()
      for (const pipe of child.stdio) if (pipe && 'unref' in pipe) Reflect.apply(unref, pipe, [])
      process.once('exit', stop)
      resolve({ env: { DISPLAY: `:${number.trim()}` }, stop })
    })
  })
}

/** @this {any} */
function unref() {
  this.unref()
}
