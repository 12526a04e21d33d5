// npm test: sets everything up, then runs every test and check, all of them even if one fails. The checks
// come last: their few words are then not far above the table that says one has failed.
// With `e2e` only the end-to-end tests run; words after it go to Playwright.
import { hasDisplay, startDisplay } from './process/display.mjs'
import { onElectronNode } from './process/electron-node.mjs'
import { runStage, stageTable } from './process/stage.mjs'
import { setUp } from './setup/index.mjs'
import { inModules, inProject, root } from './setup/project.mjs'
import { exitWith, say } from './setup/words.mjs'

const minutes = 60

await exitWith(async () => {
  const headless = !hasDisplay()
  await setUp({ xvfb: headless, testPrograms: true })
  const results = []
  const only = process.argv[2] === 'e2e'
  if (!only) results.push(await announced(unitTests()))
  const display = headless ? await startDisplay(31 * minutes) : undefined
  results.push(await announced(endToEnd(display?.env ?? {})))
  if (!only) results.push(await announced(demo(display?.env ?? {})))
  display?.stop()
  if (!only) results.push(await announced(check()))
  say(`\n${stageTable(results)}`)
  return results.every(({ result }) => result === 'passed') ? 0 : 1
})

/** @param {import('./process/stage.mjs').Stage} stage */
function announced(stage) {
  say(`\n── ${stage.name}`)
  return runStage(stage, root)
}

function check() {
  const args = [inProject('scripts', 'check.mjs')]
  return { name: 'check', command: process.execPath, args, limitSeconds: 15 * minutes }
}

function unitTests() {
  const vitest = onElectronNode(inModules('vitest', 'vitest.mjs'), ['run'])
  return { name: 'unit tests', ...vitest, limitSeconds: 20 * minutes }
}

/** What `npm start` shows where there is no display. @param {NodeJS.ProcessEnv} env */
function demo(env) {
  const args = [inProject('scripts', 'demo.mjs')]
  return { name: 'demo', command: process.execPath, args, env, limitSeconds: 5 * minutes }
}

/** @param {NodeJS.ProcessEnv} env */
function endToEnd(env) {
  const args = [inModules('@playwright', 'test', 'cli.js'), 'test', ...process.argv.slice(3)]
  const limitSeconds = Number(process.env['SHEAF_LIMIT_MINUTES'] ?? 30) * minutes
  return { name: 'end to end', command: process.execPath, args, env, limitSeconds }
}
