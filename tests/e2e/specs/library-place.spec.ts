import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'
import type { MainWindow } from '../pages/main-window'

async function chooseFolder(window: MainWindow, folder: string): Promise<void> {
  await window.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)
  await window.dialog().getByRole('button', { name: 'Change…' }).click()
}

test('the library moves to another folder with all it holds, and stays there', async ({
  sheaf,
  window
}) => {
  await window.importFile(sampleDigest)
  await window.focusList()
  await window.addTag('moved')
  await window.page.keyboard.press('Control+,')
  const settings = window.dialog()
  await expect(settings).toContainText(join(sheaf.userData, 'library', 'library.sqlite'))
  const folder = join(sheaf.folder, 'elsewhere')
  mkdirSync(folder)
  await chooseFolder(window, folder)
  await expect(settings).toContainText(join(folder, 'library.sqlite'))
  await expect(settings).toContainText('12 papers')
  expect(existsSync(join(sheaf.userData, 'library', 'library.sqlite'))).toBe(true)
  await settings.getByRole('button', { name: 'Done' }).click()

  await window.place('Library').click()
  await window.search().fill('probes')
  await expect(window.rows().first()).toContainText('What Do Probes Measure?')
  await sheaf.restart()
  await sheaf.window.expectCount(12)
  await expect(sheaf.window.place(/moved/)).toContainText('1')
  await sheaf.page.keyboard.press('Control+,')
  await expect(sheaf.window.dialog()).toContainText(join(folder, 'library.sqlite'))
})

test('a folder inside the library’s own is refused, and nothing moves', async ({
  sheaf,
  window
}) => {
  await window.page.keyboard.press('Control+,')
  const inside = join(sheaf.userData, 'library', 'inside')
  mkdirSync(inside)
  await chooseFolder(window, inside)
  await expect(window.dialog().getByRole('alert')).toContainText('lie within one another')
  await expect(window.dialog()).toContainText(join(sheaf.userData, 'library', 'library.sqlite'))
})
