// node scripts/on-electron.mjs <script> [arguments]: runs a script on Electron's own Node.
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { exitWith, say } from './setup/words.mjs'

await exitWith(async () => {
  const [script, ...rest] = process.argv.slice(2)
  if (script === undefined) {
    say('usage: node scripts/on-electron.mjs <script> [arguments]')
    return 2
  }
  await setUp({ built: false })
  const { command, args, env } = onElectronNode(script, rest)
  return passThrough(command, args, { env: { ...process.env, ...env } })
})
