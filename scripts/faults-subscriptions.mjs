// npm run faults:subscriptions [-- COUNT [SEED]], faults:mail [-- COUNT [SEED]]: asks servers of the web, or one of mail,
// that fail in every way, in random sequences, and looks whether anything is lost or doubled.
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith } from './setup/words.mjs'

/** A test, and how many sequences it takes unless told. */
const web = /** @type {const} */ (['tests/unit/main/session/subscriptions/faults.test.ts', '1000'])
const mail = /** @type {const} */ (['tests/unit/main/subscribe/mail-faults.test.ts', '200'])

await exitWith(async () => {
  const [kind, count, seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
  const [test, usual] = kind === 'mail' ? mail : web
  await setUp({ built: false })
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
  const { command, args, env } = onElectronNode(vitest, [...['run', '--project', 'node', test]])
  return passThrough(command, args, {
    cwd: root,
    env: { ...process.env, ...env, SHEAF_FUZZ_COUNT: count ?? usual, SHEAF_FUZZ_SEED: seed }
  })
})
