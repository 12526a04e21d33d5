import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  manifestOf,
  newKey,
  notesOf,
  signedManifest
} from '../../../../scripts/dist/sign-manifest.mjs'

test('a release is made known by its files, but for the package manager’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-release-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  for (const name of [
    'Sheaf-1.0.0.AppImage',
    'Sheaf-1.0.0.dmg',
    'Sheaf-Setup-1.0.0.exe',
    'a.deb',
    'SUMS'
  ])
    writeFileSync(join(folder, name), name)
  const { version, files } = await manifestOf({ folder, version: '1.0.0', notes: '' })
  expect(version).toBe('1.0.0')
  expect(files.map(({ platform, arch, name }) => [platform, arch, name])).toEqual([
    ['linux', 'x64', 'Sheaf-1.0.0.AppImage'],
    ['darwin', 'universal', 'Sheaf-1.0.0.dmg'],
    ['win32', 'x64', 'Sheaf-Setup-1.0.0.exe']
  ])
  const [appImage] = files
  expect(appImage?.bytes).toBe(20)
  expect(appImage?.sha512).toBe(createHash('sha512').update('Sheaf-1.0.0.AppImage').digest('hex'))
})

test('it is signed over the very text that is published', () => {
  const { publicKey, privateKey } = newKey()
  const { manifest, signature } = JSON.parse(signedManifest({ version: '1.0.0' }, privateKey)) as {
    manifest: string
    signature: string
  }
  const key = createPublicKey({
    ...{ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }
  } as const)
  const isSigned = (text: string): boolean =>
    verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  expect(manifest).toBe('{"version":"1.0.0"}')
  expect(isSigned(`Sheaf update manifest 1\n${manifest}`)).toBe(true)
  expect(isSigned(manifest)).toBe(false)
})

test('what is new is what the changelog says of the version, as plain text', () => {
  const changelog = '# Changelog\n\n## 1.1.0, May\n\n- **More**.\n\n## 1.0.0\n\n- First.\n'
  expect(notesOf(changelog, '1.1.0')).toBe('- More.')
  expect(notesOf(changelog, '1.0.0')).toBe('- First.')
  expect(notesOf(changelog, '2.0.0')).toBe('')
})
