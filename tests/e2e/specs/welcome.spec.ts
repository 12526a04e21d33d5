import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expectNoViolations } from '../fixtures/axe'
import { expect, test } from '../fixtures/sheaf'
import { speak } from '../fixtures/views'
import type { MainWindow } from '../pages/main-window'

const pictures = process.env['SHEAF_SCREENSHOTS']

async function picture(window: MainWindow, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await window.page.screenshot({ path: `${pictures}/${name}.png` })
}

const welcome = (window: MainWindow): Locator => window.page.getByRole('main')

/** Answers the next open dialogs with these paths, and remembers what was asked for. */
async function answerOpenDialog(window: MainWindow, ...paths: string[]): Promise<void> {
  await window.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = (...args: unknown[]) => {
      Object.assign(globalThis, { asked: args.at(-1) })
      return Promise.resolve({ canceled: false, filePaths })
    }
  }, paths)
}

function asked(
  window: MainWindow
): Promise<{ filters?: { extensions: string[] }[]; properties: string[] }> {
  return window.app.evaluate(() => Reflect.get(globalThis, 'asked') as never)
}

test('an empty library leads to papers on the screen by keys alone', async ({ window }) => {
  const { page } = window
  await expect(welcome(window)).toContainText('A library for what you read')
  const sample = welcome(window).getByRole('button', { name: 'Try the sample digest' })
  for (let presses = 0; presses < 40; presses++) {
    if (await sample.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(sample).toBeFocused()
  await page.keyboard.press('Enter')
  await window.addAll()
  await window.expectCount(12)
  await expect(window.rows().first()).toBeInViewport()
  await page.keyboard.press('Control+z')
  await window.expectCount(0)
  await window.place('Library').click()
  await expect(sample).toBeVisible()
})

for (const { name, from, file, text } of [
  {
    name: 'Import from Zotero…',
    from: ['json', 'bib', 'ris'],
    file: 'My Library.ris',
    text: 'TY  - JOUR\nTI  - Gluing Along Open Covers\nAU  - Leray, J.\nPY  - 1946\nER  - \n'
  },
  {
    name: 'Import from JabRef…',
    from: ['bib'],
    file: 'refs.bib',
    text: '@article{leray1946, title={Gluing Along Open Covers}, author={Leray, J.}, year=1946}\n'
  },
  {
    name: 'Import from Mendeley…',
    from: ['bib', 'ris', 'xml'],
    file: 'mendeley.bib',
    text: '@article{leray1946, title={Gluing Along Open Covers}, author={Leray, J.}, year=1946}\n'
  }
])
  test(`${name} asks for what that program writes, and brings it`, async ({ sheaf, window }) => {
    const path = join(sheaf.folder, file)
    writeFileSync(path, text)
    await answerOpenDialog(window, path)
    await welcome(window).getByRole('button', { name }).click()
    await window.addAll()
    await expect(window.rows()).toContainText('Gluing Along Open Covers')
    const { filters, properties } = await asked(window)
    expect(filters?.[0]?.extensions).toEqual(from)
    expect(properties).toContain('openFile')
  })

test('a folder brings what is in it', async ({ sheaf, window }) => {
  const folder = join(sheaf.folder, 'papers')
  mkdirSync(folder)
  writeFileSync(join(folder, 'a.bib'), '@book{godement, title={Topologie algébrique}, year=1958}\n')
  await answerOpenDialog(window, folder)
  await welcome(window).getByRole('button', { name: 'Import a folder…' }).click()
  await window.addAll()
  await expect(window.rows()).toContainText('Topologie algébrique')
  expect((await asked(window)).properties).toEqual(['openDirectory'])
})

for (const theme of ['light', 'dark'] as const)
  for (const language of ['en', 'de'] as const)
    test(`the welcome fits a small window, ${theme}, ${language}`, async ({ window }) => {
      const { page } = window
      await window.app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600)
      })
      await page.evaluate((name) => self.sheaf.call('settings:set', { theme: name }), theme)
      await page.reload()
      await window.isReady()
      await speak(window, language)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      const buttons = welcome(window).locator('.welcome button')
      await expect(buttons).toHaveCount(7)
      await picture(window, `welcome-${theme}-${language}`)
      for (const button of await buttons.all()) {
        await button.focus()
        await expect(button).toBeInViewport({ ratio: 0.9 })
      }
      const sideways = await welcome(window)
        .locator('.empty')
        .evaluate((all) => all.scrollWidth > all.clientWidth)
      expect(sideways).toBe(false)
      await expectNoViolations(window, `welcome ${theme} ${language}`)
      await picture(window, `welcome-end-${theme}-${language}`)
    })
