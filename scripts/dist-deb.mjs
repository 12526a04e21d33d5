// npm run dist:deb: sets up, builds, and packs Sheaf for Debian and Ubuntu, into dist/.
import { manifest, packDeb, packUnpacked } from './dist/pack.mjs'
import { setUp } from './setup/index.mjs'
import { exitWith, say } from './setup/words.mjs'

await exitWith(async () => {
  await setUp()
  say(await packDeb(await packUnpacked(), manifest().version))
  return 0
})
