import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Arch, Platform, build } from 'electron-builder'
import config from '../../electron-builder.config.mjs'
import { electronDist } from '../setup/electron-paths.mjs'
import { inProject, root } from '../setup/project.mjs'
import { step } from '../setup/words.mjs'
import { buildDeb } from './deb.mjs'

export const output = inProject('dist')

/** @returns {{ version: string }} */
export function manifest() {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
}

/**
 * Packs the built app with the Electron that was set up, its fuses set, for the machine this runs on.
 *
 * @returns {Promise<string>} the folder with the program in it
 */
export async function packUnpacked() {
  for (const name of ['linux-unpacked', 'electron'])
    rmSync(join(output, name), { recursive: true, force: true })
  await step('Packing Sheaf', async () => {
    await build({
      projectDir: root,
      targets: Platform.LINUX.createTarget('dir', Arch.x64),
      config: { ...config, electronDist: plainElectron() },
      publish: 'never'
    })
    return undefined
  })
  return join(output, 'linux-unpacked')
}

/** Electron as it comes: without the app that a checkout gives it to run others by. */
function plainElectron() {
  const plain = join(output, 'electron')
  const standIn = join(electronDist, 'resources', 'default_app.asar')
  cpSync(electronDist, plain, { recursive: true, filter: (path) => path !== standIn })
  return plain
}

/**
 * @param {string} unpacked folder with the program in it
 * @param {string} version
 * @returns {Promise<string>} path of the .deb
 */
export async function packDeb(unpacked, version) {
  const staging = join(output, 'deb')
  const file = join(output, `sheaf_${version}_amd64.deb`)
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true })
  await step(`Making ${file.slice(root.length + 1)}`, async () => {
    await buildDeb({
      ...{ unpacked, staging, output: file, version },
      ...{ architecture: 'amd64', copyright: copyright(), config }
    })
    rmSync(staging, { recursive: true, force: true })
    return undefined
  })
  return file
}

/** Sheaf's licence and those of all that is built in or brought along, for the package. */
function copyright() {
  const files = ['main/licences.json', 'renderer/licences.json', 'renderer/reader-licences.json']
  /** @type {import('../build/licences').Licence[]} */
  const all = files.flatMap((file) => JSON.parse(readFileSync(inProject('out', file), 'utf8')))
  const byName = new Map(all.map((one) => [`${one.name} ${one.version}`, one]))
  const parts = [...byName].map(([name, { licence, text }]) => `${name} (${licence})\n\n${text}`)
  const own = readFileSync(inProject('LICENSE'), 'utf8').trim()
  const styles = readFileSync(inProject('resources', 'csl', 'CREDITS.md'), 'utf8').trim()
  const rest =
    'Electron, Chromium and what is in them: /usr/lib/sheaf/LICENSE.electron.txt and LICENSES.chromium.html.'
  return [`Sheaf\n\n${own}`, ...parts, styles, rest].join(`\n\n${'-'.repeat(72)}\n\n`) + '\n'
}
