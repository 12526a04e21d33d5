// Stands in for Electron's default app: `electron [-r module]… [switches] <folder or script>`.
// It runs inside Electron, before the app it loads, and does only what `electron .`,
// electron-vite and Playwright's loader rely on.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app as electronApp } from 'electron/main'

/**
 * With the two methods that Electron keeps for its own default app.
 *
 * @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }}
 */
const app = /** @type {any} */ (electronApp)

// Read before any preloaded module changes process.argv, as Playwright's does.
const { asked, preloads, target } = readArguments(process.argv.slice(1))

if (asked) {
  console.log(asked === 'abi' ? process.versions.modules : `v${process.versions.electron}`)
  process.exit(0)
}
if (target === undefined || !existsSync(target)) {
  console.error(target ? `Electron finds no app at ${resolve(target)}` : 'usage: electron <app>')
  process.exit(1)
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const require = createRequire(join(process.cwd(), 'preload.js'))
for (const preload of preloads) require(preload)
await import(pathToFileURL(prepare(resolve(target))).href)

/**
 * Gives the app its own name, version and user-data folder, as a packaged one has them.
 *
 * @param {string} path
 * @returns {string} the script to load
 */
function prepare(path) {
  if (!statSync(path).isDirectory()) return path
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  app.name = manifest.productName ?? manifest.name ?? app.name
  if (manifest.version) app.setVersion(manifest.version)
  if (process.platform === 'linux')
    app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), app.name))
  }
  app.setAppPath(path)
  return createRequire(join(path, 'package.json')).resolve(join(path, manifest.main ?? 'index.js'))
}

/**
 * @param {string[]} args
 * @returns {{ asked?: 'version' | 'abi', preloads: string[], target?: string }}
 */
function readArguments(args) {
  const preloads = []
  while (args.length > 0) {
    const argument = args.shift() ?? ''
    if (argument === '-v' || argument === '--version') return { asked: 'version', preloads }
    if (argument === '-a' || argument === '--abi') return { asked: 'abi', preloads }
    if (argument === '-r' || argument === '--require') preloads.push(args.shift() ?? '')
    else if (!argument.startsWith('-')) return { preloads, target: argument }
  }
  return { preloads }
}
