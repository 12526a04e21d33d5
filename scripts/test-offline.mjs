// npm run test:offline [-- WORDS FOR PLAYWRIGHT]: runs the end-to-end tests where there is no network: in a network
// namespace that has nothing but its own loopback.
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { withoutNetwork } from './process/offline.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { hasDisplay } from './process/display.mjs'
import { inProject, root } from './setup/project.mjs'
import { exitWith, say } from './setup/words.mjs'

const inside = '--inside'

await exitWith(async () => {
  const [first, ...words] = process.argv.slice(2)
  if (first === inside) return runTests(words)
  const offline = withoutNetwork()
  if (offline === null) {
    say('Skipped: this system lets nobody have a network of their own (unshare --net).')
    return 0
  }
  // What is missing may have to be fetched; that is not part of the tests.
  await setUp({ xvfb: !hasDisplay(), testPrograms: true })
  const args = [fileURLToPath(import.meta.url), inside, ...process.argv.slice(2)]
  const { command, args: all } = offline(process.execPath, args)
  return passThrough(command, all, { cwd: root })
})

/** @param {string[]} words */
async function runTests(words) {
  const others = Object.keys(networkInterfaces()).filter((name) => name !== 'lo')
  if (others.length > 0) throw new Error(`There is a network here: ${others.join(', ')}.`)
  if (networkInterfaces()['lo'] === undefined) throw new Error('The loopback interface is down.')
  return passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', ...words], {
    cwd: root
  })
}
