// npm test: sets everything up, then runs every check and test, all of them even if one fails.
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
  await setUp({ xvfb: headless, readers: true })
  const results = []
  const only = process.argv[2] === 'e2e'
  if (!only) for (const stage of [check(), unitTests()]) results.push(await announced(stage))
  const display = headless ? await startDisplay(31 * minutes) : undefined
  results.push(await announced(endToEnd(display?.env ?? {})))
  display?.stop()
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

/** @param {NodeJS.ProcessEnv} env */
function endToEnd(env) {
  const args = [inModules('@playwright', 'test', 'cli.js'), 'test', ...process.argv.slice(3)]
  return { name: 'end to end', command: process.execPath, args, env, limitSeconds: 30 * minutes }
}
