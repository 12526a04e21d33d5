// npm run bench: measures Sheaf against a floor in the same run, and prints the table.
// Runs on Electron's own Node, for the sake of better-sqlite3; `scripts/bench.mjs` starts it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay, startDisplay } from '../../scripts/process/display.mjs'
import { inProject } from '../../scripts/setup/project.mjs'
import { makeDigest } from './made-up-papers.mjs'
import { table } from './measure.mjs'
import { searchAsYouType } from './search.mjs'
import { startup } from './startup.mjs'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-bench-'))
const display = hasDisplay() ? undefined : await startDisplay(900)
try {
  const rows = [
    await startup(libraryOf(68).library, { ...display?.env, ELECTRON_RUN_AS_NODE: undefined }),
    await searchAsYouType(searchable(2000))
  ]
  process.stdout.write(`${table(rows)}\n`)
  if (rows.some(({ ratio, bound }) => bound !== null && ratio > bound)) process.exitCode = 1
} finally {
  display?.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** @param {number} count */
function libraryOf(count) {
  const { text, words } = makeDigest(count)
  const file = join(folder, `${String(count)}.txt`)
  const library = join(folder, String(count))
  writeFileSync(file, text)
  sheaf(['import', file, '--library', library])
  return { library, words }
}

/** @param {number} count */
function searchable(count) {
  const { library, words } = libraryOf(count)
  const papers = lines(sheaf(['list', '--library', library]))
  const search = async (/** @type {string[]} */ queries) =>
    lines(sheaf(['search', '--stdin', '--library', library], queries.join('\n'))).map(
      ({ ms }) => ms
    )
  return { papers, words, search }
}

/**
 * @param {string[]} args
 * @param {string} [input]
 */
function sheaf(args, input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inProject('out', 'main', 'cli.js'), ...args],
    { input, encoding: 'utf8', maxBuffer: 1 << 28 }
  )
  if (status !== 0) throw new Error(`sheaf ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** @param {string} text */
function lines(text) {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
