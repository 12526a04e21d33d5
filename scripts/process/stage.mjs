import { spawn } from 'node:child_process'

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {number} limitSeconds
 */

/** @typedef {{ name: string, result: string, seconds: number }} StageResult */

const ownGroup = process.platform !== 'win32'

/**
 * Runs one stage of a longer run with its output shown, in a process group of its own, so that a
 * hung window or worker can be ended with everything it started.
 *
 * @param {Stage} stage
 * @param {string} cwd
 * @returns {Promise<StageResult>}
 */
export function runStage({ name, command, args, env, limitSeconds }, cwd) {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: ownGroup
    })
    let result = ''
    const stop = (/** @type {string} */ why) => {
      result ||= why
      kill(child.pid, 'SIGTERM')
      setTimeout(() => kill(child.pid, 'SIGKILL'), 10_000).unref()
    }
    const interrupt = () => stop('interrupted')
    const limit = setTimeout(() => stop(`over ${String(limitSeconds)} s`), limitSeconds * 1000)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt)
    const finish = (/** @type {string} */ outcome) => {
      clearTimeout(limit)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, interrupt)
      kill(child.pid, 'SIGKILL') // What is left of its group has no one to report to.
      const seconds = (performance.now() - started) / 1000
      resolve({ name, result: result || outcome, seconds })
    }
    child.on('error', (error) => finish(error.message))
    child.on('close', (code, signal) => {
      finish(code === 0 ? 'passed' : `failed (${signal ?? `exit code ${String(code)}`})`)
    })
  })
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function kill(pid, signal) {
  if (pid === undefined) return
  try {
    process.kill(ownGroup ? -pid : pid, signal)
  } catch {
    // Already gone.
  }
}

/**
 * @param {StageResult[]} results
 * @returns {string} a table, one stage a line
 */
export function stageTable(results) {
  const width = Math.max(...results.map(({ name }) => name.length))
  const wide = Math.max(...results.map(({ result }) => result.length))
  return results
    .map(
      ({ name, result, seconds }) =>
        `${name.padEnd(width)}  ${result.padEnd(wide)}  ${seconds.toFixed(1).padStart(6)} s`
    )
    .join('\n')
}
