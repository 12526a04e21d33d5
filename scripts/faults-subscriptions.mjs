// npm run faults:subscriptions [-- COUNT [SEED]], faults:mail [-- COUNT [SEED]]: asks servers of the web, or one of mail,
// that fail in every way, in random sequences, and looks whether anything is lost or doubled.
import { fuzz } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() => {
  const [kind, ...args] = process.argv.slice(2)
  return kind === 'mail'
    ? fuzz('tests/unit/main/subscribe/mail-faults.test.ts', 200, { testPrograms: true, args })
    : fuzz('tests/unit/main/session/subscriptions/faults.test.ts', 1000, { args })
})
