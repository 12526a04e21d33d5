// npm run check: format, types, Svelte, lint, layers, dead code; all of them even if one fails.
import { availableParallelism } from 'node:os'
import { onElectronNode } from './process/electron-node.mjs'
import { run } from './process/run.mjs'
import { stageTable } from './process/stage.mjs'
import { setUp } from './setup/index.mjs'
import { inModules, root } from './setup/project.mjs'
import { exitWith, say } from './setup/words.mjs'

const limitSeconds = 1200
const svelteCheck = ['--tsconfig', 'tsconfig.web.json', '--fail-on-warnings', '--output', 'human']
const layers = ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long']

/**
 * The longest first, so that two at a time end together. They run on Electron's Node, as several
 * need one newer than the installed; but knip's parser wants more memory in one piece than
 * Electron's Node gives, and is content with the installed one.
 *
 * @type {{ name: string, script: string[], args: string[], plainNode?: true }[]}
 */
const checks = [
  { name: 'lint', script: ['eslint', 'bin', 'eslint.js'], args: ['.', '--max-warnings=0'] },
  { name: 'svelte', script: ['svelte-check', 'bin', 'svelte-check'], args: svelteCheck },
  { name: 'types, main', script: ['typescript', 'bin', 'tsc'], args: ['-p', 'tsconfig.node.json'] },
  {
    name: 'types, window',
    script: ['typescript', 'bin', 'tsc'],
    args: ['-p', 'tsconfig.web.json']
  },
  {
    name: 'types, between',
    script: ['typescript', 'bin', 'tsc'],
    args: ['-p', 'tsconfig.both.json']
  },
  {
    name: 'types, scripts',
    script: ['typescript', 'bin', 'tsc'],
    args: ['-p', 'tsconfig.scripts.json']
  },
  { name: 'format', script: ['prettier', 'bin', 'prettier.cjs'], args: ['--check', '.'] },
  {
    name: 'layers',
    script: ['dependency-cruiser', 'bin', 'dependency-cruiser.mjs'],
    args: layers
  },
  { name: 'dead code', script: ['knip', 'bin', 'knip.js'], args: [], plainNode: true }
]

await exitWith(async () => {
  await setUp({ built: false })
  const waiting = [...checks]
  /** @type {import('./process/stage.mjs').StageResult[]} */
  const results = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await perform(next))
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker))
  say(stageTable(results))
  return results.every(({ result }) => result === 'passed') ? 0 : 1
})

/** @param {typeof checks[number]} check */
async function perform({ name, script, args, plainNode }) {
  const started = performance.now()
  const file = inModules(...script)
  const tool = plainNode
    ? { command: process.execPath, args: [file, ...args], env: {} }
    : onElectronNode(file, args)
  const { ok, log, reason } = await run(tool.command, tool.args, {
    cwd: root,
    env: { ...tool.env, NO_COLOR: '1' },
    limitSeconds
  })
  if (!ok) say(`── ${name}\n${log.trim()}\n`)
  const seconds = (performance.now() - started) / 1000
  return { name, result: ok ? 'passed' : `failed (${reason})`, seconds }
}
