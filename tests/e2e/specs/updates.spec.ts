import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { newKey, signedManifest } from '../../../scripts/dist/sign-manifest.mjs'
import { expectNoViolations } from '../fixtures/axe'
import { expect, test as base } from '../fixtures/sheaf'

const keys = newKey()
const program = Buffer.alloc(3_000_000, 'the newer version ')

function manifest(version: string): object {
  return {
    ...{ app: 'org.sheaf.Sheaf', version, published: '2026-05-01T00:00:00.000Z' },
    ...{ expires: '2999-01-01T00:00:00.000Z', notes: '- Sheaves <b>weave</b> & glue.\n- More.' },
    files: [
      {
        ...{ platform: process.platform, arch: process.arch, name: 'Sheaf-9.0.0.AppImage' },
        ...{ bytes: program.length, sha512: createHash('sha512').update(program).digest('hex') }
      }
    ]
  }
}

/** What is made known, and how far the file comes: all of it once `let` is called. */
interface Publisher {
  text: string
  asked: string[]
  let: () => void
}

/** A user, and a server of this machine that makes newer versions known. */
const test = base.extend<{ publisher: Publisher }>({
  publisher: async ({ sheaf }, use) => {
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (open = resolve))
    const publisher: Publisher = {
      text: signedManifest(manifest('9.0.0'), keys.privateKey),
      asked: [],
      let: () => {
        open()
      }
    }
    const server = createServer((request, response) => {
      publisher.asked.push(request.url ?? '')
      if (request.url === '/update.json') response.end(publisher.text)
      else {
        response.write(program.subarray(0, 1_000_000))
        void gate.then(() => response.end(program.subarray(1_000_000)))
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const at = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/update.json`
    sheaf.environment['SHEAF_UPDATES_AT'] = `${at}#${keys.publicKey}`
    await use(publisher)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test('a newer version is looked for when the user says so, downloaded when the user says that too, checked and shown', async ({
  publisher,
  sheaf
}) => {
  const downloads = join(sheaf.folder, 'downloads')
  const window = await sheaf.start()
  await sheaf.app.evaluate(({ app, shell }, folder) => {
    app.setPath('downloads', folder)
    shell.showItemInFolder = (path) => Object.assign(globalThis, { shown: path })
  }, downloads)
  expect(publisher.asked).toEqual([])

  await window.command('About Sheaf')
  await window.dialog().getByRole('button', { name: 'Check for Updates…' }).click()
  const dialog = window.page.getByRole('dialog', { name: 'Updates' })
  await expect(dialog).toContainText('You have version 0.1.0.')
  await expect(dialog).toContainText('Version 9.0.0 is available.')
  await expect(dialog.getByRole('region', { name: 'What is new' })).toHaveText(
    '- Sheaves <b>weave</b> & glue.\n- More.'
  )
  await expectNoViolations(window, 'a newer version')
  expect(publisher.asked).toEqual(['/update.json'])

  await dialog.getByRole('button', { name: /^Download \(/ }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(/was stopped; nothing of it was kept/)
  expect(readdirSync(downloads)).toEqual([])

  await dialog.getByRole('button', { name: /^Download \(/ }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  publisher.let()
  await expect(dialog).toContainText('Sheaf-9.0.0.AppImage was checked and is in your downloads.')
  const path = join(downloads, 'Sheaf-9.0.0.AppImage')
  expect(readFileSync(path).equals(program)).toBe(true)
  expect(await sheaf.app.evaluate(() => (globalThis as { shown?: string }).shown)).toBe(path)
  await expectNoViolations(window, 'a downloaded version')
})

test('what is not signed is refused in a sentence, and asked for again when the user says so', async ({
  publisher,
  sheaf
}) => {
  publisher.text = signedManifest(manifest('9.0.0'), newKey().privateKey)
  const window = await sheaf.start()
  await window.command('Check for updates…')
  const dialog = window.page.getByRole('dialog', { name: 'Updates' })
  await expect(dialog.getByRole('alert')).toHaveText(/is not signed by those who publish Sheaf/)
  publisher.text = signedManifest(manifest('0.1.0'), keys.privateKey)
  await dialog.getByRole('button', { name: 'Try Again' }).click()
  await expect(dialog).toContainText('There is no newer one.')
  expect(publisher.asked).toEqual(['/update.json', '/update.json'])
})

base(
  'who started Sheaf from its source is told how to update, and nothing is asked',
  async ({ window }) => {
    await window.command('Check for updates…')
    const dialog = window.page.getByRole('dialog', { name: 'Updates' })
    await expect(dialog).toContainText('Sheaf was started from its source.')
    await expect(dialog).toContainText('Nothing was asked of the network.')
    await expectNoViolations(window, 'updates of a checkout')
  }
)
