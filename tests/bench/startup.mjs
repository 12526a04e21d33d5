import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronBinary } from '../../scripts/setup/electron-paths.mjs'
import { inProject, root } from '../../scripts/setup/project.mjs'
import { summary } from './measure.mjs'

const runs = 20
const warmUps = 2

/**
 * Start-up to an interactive list of 68 papers, against an empty Electron window, started in turns.
 *
 * @param {string} library a folder with 68 papers in it
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./measure.mjs').Row>}
 */
export async function startup(library, env) {
  const sheaf = []
  const empty = []
  for (let run = 0; run < runs + warmUps; run++) {
    const ours = await timeStart([root, `--library=${library}`], env)
    const floor = await timeStart([inProject('tests', 'bench', 'empty-app')], env)
    if (run < warmUps) continue
    sheaf.push(ours)
    empty.push(floor)
  }
  const [ours, floor] = [summary(sheaf).median, summary(empty).median]
  return {
    what: 'Start to an interactive list of 68 papers',
    ours: `${ours.toFixed(0)} ms`,
    floor: `empty Electron window, ${floor.toFixed(0)} ms`,
    ratio: ours / floor,
    bound: 1.5
  }
}

/** The user-data folder is kept between runs of the same app, as a user's is. */
const userData = new Map()

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} milliseconds from the start of the process to its word that it is there
 */
function timeStart(args, env) {
  const key = args[0]
  if (!userData.has(key)) {
    const folder = mkdtempSync(join(tmpdir(), 'sheaf-bench-'))
    userData.set(key, folder)
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  }
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const switches = [...asRoot, '--disable-gpu', `--user-data-dir=${userData.get(key)}`]
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(electronBinary(), [...switches, ...args], {
      env: { ...process.env, ...env, SHEAF_LOG: '1' },
      stdio: ['ignore', 'ignore', 'pipe']
    })
    let words = ''
    let milliseconds = NaN
    const limit = setTimeout(() => child.kill('SIGKILL'), 30_000)
    child.stderr.setEncoding('utf8').on('data', (text) => {
      words += text
      if (Number.isNaN(milliseconds) && /\] started/.test(words)) {
        milliseconds = performance.now() - started
        child.kill('SIGTERM')
      }
    })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(limit)
      if (Number.isNaN(milliseconds)) reject(new Error(`It did not start: ${words.slice(-2000)}`))
      else resolve(milliseconds)
    })
  })
}
