import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const home = homedir()
const folders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(home, '.fonts'),
  join(home, '.local', 'share', 'fonts')
]

/** Whether a Linux system has any font: Chromium draws nothing, or ends at once, without one. */
export function hasFont(places = folders) {
  return places.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) =>
        /\.(ttf|otf|ttc|pfb)$/i.test(String(name))
      )
  )
}
