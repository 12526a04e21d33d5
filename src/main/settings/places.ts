import { homedir } from 'node:os'
import { join } from 'node:path'

/** The application's name as the system knows it: of its data folder among others. */
export const productName = 'Sheaf'

/** Where this user's data of Sheaf lies: the same place that Electron calls `userData`. */
export function userDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env
): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', productName)
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), productName)
  const config = env['XDG_CONFIG_HOME']
  return join(
    config === undefined || config === '' ? join(homedir(), '.config') : config,
    productName
  )
}
