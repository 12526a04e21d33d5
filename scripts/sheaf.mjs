// npm run -s sheaf -- …: the command line from a checkout, set up first where that is needed.
import { onElectronNode } from './process/electron-node.mjs'
import { passThrough } from './process/pass-through.mjs'
import { setUp } from './setup/index.mjs'
import { inProject } from './setup/project.mjs'
import { typedIn } from './process/typed-in.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(async () => {
  await setUp()
  const cli = onElectronNode(inProject('out', 'main', 'cli.js'), process.argv.slice(2))
  return passThrough(cli.command, cli.args, {
    cwd: typedIn('sheaf'),
    env: { ...process.env, ...cli.env }
  })
})
