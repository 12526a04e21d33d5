// npm run safety: runs the tests that are gates of safety (docs/safety.md), and prints one table of them.
// The numbers are those of every run of the tests; longer ones have scripts of their own.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { gates, outcomesOfPlaywright, outcomesOfVitest, safetyTable } from './safety/gates.mjs'
import { setUp } from './setup/index.mjs'
import { inModules, inProject, root } from './setup/project.mjs'
import { exitWith, say } from './setup/words.mjs'

await exitWith(async () => {
  await setUp({ built: false })
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-safety-'))
  const files = [...new Set(gates.map(({ file }) => file))]
  try {
    const unit = join(folder, 'unit.json')
    const { command, args, env } = onElectronNode(inModules('vitest', 'vitest.mjs'), [
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
      ...files.filter((file) => file.startsWith('tests/unit/'))
    ])
    await passThrough(command, args, { cwd: root, env: { ...process.env, ...env } })
    const window = join(folder, 'window.json')
    const specs = files.filter((file) => file.startsWith('tests/e2e/'))
    await passThrough(
      process.execPath,
      [inProject('scripts', 'test.mjs'), 'e2e', '--reporter=list,json', ...specs],
      { cwd: root, env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: window } }
    )
    const report = async (/** @type {string} */ file) => JSON.parse(await readFile(file, 'utf8'))
    const table = safetyTable([
      ...outcomesOfVitest(await report(unit), root),
      ...outcomesOfPlaywright(await report(window))
    ])
    say(`\n${table.text}`)
    return table.isSound ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
