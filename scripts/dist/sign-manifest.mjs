// node scripts/dist/sign-manifest.mjs FOLDER: writes FOLDER/update.json, which says what newer version there is and
// is signed with the key in SHEAF_UPDATE_KEY. With --new-key: makes a key, to be kept where only releases are made.
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { createReadStream, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../setup/project.mjs'

/** Stands before what is signed; the same as in src/main/updates/manifest.ts. */
const purpose = 'Sheaf update manifest 1\n'
/** For so long a manifest is believed: within it there has to be a release, or the last one is signed anew. */
const goodFor = 365 * 24 * 60 * 60 * 1000

/** Which machines a file is for, by the end of its name. A .deb is the package manager's, and not offered. */
const machines = [
  { end: '.AppImage', platform: 'linux', arch: 'x64' },
  { end: '.dmg', platform: 'darwin', arch: 'universal' },
  { end: '.exe', platform: 'win32', arch: 'x64' }
]

/**
 * What a release of the files in a folder is made known with.
 *
 * @param {{ folder: string, version: string, notes: string, now?: Date }} release
 */
export async function manifestOf({ folder, version, notes, now = new Date() }) {
  const files = []
  for (const name of readdirSync(folder).sort()) {
    const machine = machines.find(({ end }) => name.endsWith(end))
    if (machine === undefined) continue
    if (!/^[A-Za-z0-9][A-Za-z0-9._+-]{0,120}$/.test(name))
      throw new Error(`Sheaf would take no file of the name “${name}”.`)
    const { platform, arch } = machine
    const bytes = statSync(join(folder, name)).size
    files.push({ platform, arch, name, bytes, sha512: await sumOf(join(folder, name)) })
  }
  return {
    app: 'org.sheaf.Sheaf',
    version,
    published: now.toISOString(),
    expires: new Date(now.getTime() + goodFor).toISOString(),
    notes,
    files
  }
}

/**
 * The manifest as it is published.
 *
 * @param {object} manifest
 * @param {string} privateKey Ed25519, DER (PKCS #8) in base64
 */
export function signedManifest(manifest, privateKey) {
  const text = JSON.stringify(manifest)
  const key = createPrivateKey({
    ...{ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }
  })
  const signature = sign(null, Buffer.from(purpose + text), key).toString('base64')
  return `${JSON.stringify({ manifest: text, signature })}\n`
}

/** A new pair of keys, in base64: the public one for src/main/updates/feed.ts, the private one for nobody's eyes. */
export function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  }
}

/** What the changelog says of a version, as plain text. @param {string} changelog @param {string} version */
export function notesOf(changelog, version) {
  const parts = changelog.split(/^## /m).filter((part) => part.startsWith(version))
  const text = (parts[0] ?? '').replace(/^[^\n]*\n/, '').replace(/\*\*/g, '')
  return text.trim().slice(0, 20_000)
}

/** @param {string} path @returns {Promise<string>} */
async function sumOf(path) {
  const hash = createHash('sha512')
  for await (const bytes of createReadStream(path)) hash.update(bytes)
  return hash.digest('hex')
}

async function main() {
  const [folder = ''] = process.argv.slice(2)
  if (folder === '--new-key') {
    const { publicKey, privateKey } = newKey()
    process.stdout.write(`public, for src/main/updates/feed.ts: ${publicKey}\n`)
    process.stdout.write(`private, for SHEAF_UPDATE_KEY: ${privateKey}\n`)
    return 0
  }
  const key = process.env.SHEAF_UPDATE_KEY ?? ''
  if (folder === '' || key === '') {
    process.stderr.write('A folder is needed, and a key in SHEAF_UPDATE_KEY.\n')
    return 2
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version)
  const manifest = await manifestOf({ folder, version, notes })
  writeFileSync(join(folder, 'update.json'), signedManifest(manifest, key))
  const names = manifest.files.map(({ name }) => name).join(', ')
  process.stdout.write(`update.json makes ${version} known: ${names}\n`)
  return manifest.files.length > 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main()
