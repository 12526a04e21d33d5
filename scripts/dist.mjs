// npm run dist -- --linux | --mac | --win: sets up, builds, and packs Sheaf for double-click installing, into
// dist/: an AppImage, a universal .dmg or an .exe, each on a machine of its kind. A .deb is dist:deb's.
import { Platform, build } from 'electron-builder'
import config from '../electron-builder.config.mjs'
import { setUp } from './setup/index.mjs'
import { root } from './setup/project.mjs'
import { SetupError, exitWith } from './setup/words.mjs'

const platforms = new Map([
  ['--linux', Platform.LINUX],
  ['--mac', Platform.MAC],
  ['--win', Platform.WINDOWS]
])

await exitWith(async () => {
  const platform = platforms.get(process.argv[2] ?? '')
  if (platform === undefined) throw new SetupError('say what for: --linux, --mac or --win')
  await setUp()
  await build({ projectDir: root, targets: platform.createTarget(), config, publish: 'never' })
  return 0
})
