import { stripVTControlCharacters } from 'node:util'

/** A set-up step that could not be done: one sentence with the way out, and the log behind it. */
export class SetupError extends Error {
  /**
   * @param {string} message what failed, on which item, and what the user can do
   * @param {string} [log] what the failing program printed
   */
  constructor(message, log = '') {
    super(message)
    this.name = 'SetupError'
    this.log = log
  }
}

/**
 * Says one line about a step that is really being done, with its seconds. All words go to stderr:
 * stdout belongs to the program that is set up.
 *
 * @param {string} label
 * @param {() => Promise<string | undefined>} work resolves to a remark for the line's end
 */
export async function step(label, work) {
  const started = performance.now()
  process.stderr.write(`${label} … `)
  try {
    const remark = await work()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stderr.write(`${remark ? `${remark}, ` : ''}${seconds} s\n`)
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * The two ends of a program's output, where causes are told; without colours and empty lines.
 *
 * @param {string} log
 * @param {number} [each] lines kept at either end
 */
export function excerpt(log, each = 6) {
  const lines = stripVTControlCharacters(log)
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => /\w/.test(line))
  if (lines.length <= 2 * each + 1) return lines.join('\n')
  return [...lines.slice(0, each), '…', ...lines.slice(-each)].join('\n')
}

/**
 * Runs a script's main function; a SetupError becomes its sentence and exit code 1, anything else
 * keeps its stack, because it is a fault of ours.
 *
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function exitWith(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof SetupError)) throw error
    say(`Sheaf: ${error.message}`)
    const log = excerpt(error.log)
    if (log) say(log.replace(/^/gm, '  | '))
  }
}
