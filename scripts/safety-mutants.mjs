// npm run safety:mutants [-- FROM [TO]]: plants known faults in a copy of the sources, one after another,
// and looks whether the tests catch each. What they do not catch is told at the end.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onElectronNode } from './process/electron-node.mjs'
import { outcomesOfVitest } from './safety/gates.mjs'
import { mutants } from './safety/mutants.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith, say } from './setup/words.mjs'

/** The longest that the tests of one fault may take, in milliseconds: a fault may make them hang. */
const patience = 240_000
/** What tests need beside the packages, which are linked. */
const parts = ['src', 'tests', 'scripts', 'resources', 'package.json', 'vitest.config.ts']

await exitWith(async () => {
  const [from = '1', to = String(mutants.length)] = process.argv.slice(2)
  await setUp({ built: false })
  const copy = await mkdtemp(join(tmpdir(), 'sheaf-mutants-'))
  try {
    for (const part of parts) await cp(join(root, part), join(copy, part), { recursive: true })
    const settings = (await readdir(root)).filter((name) => /^tsconfig.*\.json$/.test(name))
    for (const name of [...settings, 'svelte.config.js'])
      await cp(join(root, name), join(copy, name))
    await symlink(inProject('node_modules'), join(copy, 'node_modules'))
    const missed = []
    /** What fails without a fault, by files of tests. @type {Map<string, string[]>} */
    const usual = new Map()
    const chosen = mutants.slice(Number(from) - 1, Number(to))
    for (const [at, { what, file, changes, tests }] of chosen.entries()) {
      const path = join(copy, file)
      const text = await readFile(path, 'utf8')
      const isThere = changes.every(([before]) => text.includes(before))
      // What fails without the fault too catches nothing.
      for (const test of tests) if (!usual.has(test)) usual.set(test, failed(copy, test))
      await writeFile(
        path,
        changes.reduce((former, [before, after]) => former.replace(before, () => after), text)
      )
      const caughtBy = isThere
        ? tests.find((test) => {
            const names = failed(copy, test)
            return names.some((name) => !usual.get(test)?.includes(name))
          })
        : undefined
      await writeFile(path, text)
      const result = isThere ? (caughtBy ?? 'MISSED') : 'NOT THERE: its place has changed'
      if (caughtBy === undefined) missed.push(what)
      say(`${String(Number(from) + at).padStart(2)}  ${what}: ${result}`)
    }
    say(`\n${String(chosen.length - missed.length)} of ${String(chosen.length)} faults were caught`)
    return missed.length === 0 ? 0 : 1
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
})

/**
 * The names of the tests of a file that fail; one for all where they do not end or cannot be run.
 *
 * @param {string} folder
 * @param {string} test
 * @returns {string[]}
 */
function failed(folder, test) {
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs')
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const words = ['run', '--reporter=json', `--outputFile=${report}`, test]
  const { command, args, env } = onElectronNode(vitest, words)
  spawnSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout: patience
  })
  try {
    const outcomes = outcomesOfVitest(JSON.parse(readFileSync(report, 'utf8')), folder)
    if (outcomes.length === 0) return ['all']
    return outcomes.flatMap(({ name, status }) => (status === 'failed' ? [name] : []))
  } catch {
    return ['all']
  }
}
