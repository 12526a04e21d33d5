import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { sampleDigest } from '../fixtures/digest'
import { paperPdf } from '../fixtures/pdf'
import { expect, test } from '../fixtures/sheaf'
import type { MainWindow } from '../pages/main-window'

const electron = createRequire(import.meta.url)('electron') as unknown as string

/** Runs the command line on a library; gives what it said. */
function sheafSays(library: string, ...args: string[]): string {
  const { stderr, status } = spawnSync(
    electron,
    [resolve('out/main/cli.js'), ...args, '--library', library],
    { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }
  )
  expect(status).toBe(0)
  return stderr
}

/** Answers the next open dialogs, one after another, and boxes with their first button. */
async function answer(window: MainWindow, ...paths: string[]): Promise<void> {
  await window.app.evaluate(({ dialog }, all) => {
    const waiting = [...all]
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: false, filePaths: [waiting.shift() ?? ''] })
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  }, paths)
}

test('a library is exported whole, and opened in a folder of its own with all that was in it', async ({
  sheaf,
  window
}) => {
  const archive = join(sheaf.folder, 'Sheaf library.zip')
  await window.importFile(sampleDigest)
  await window.focusList()
  await window.addTag('kept')
  await window.writeNote('To be *read* soon.')
  await window.answerSaveDialog(archive)
  await window.export('Everything, to keep or move…')
  await expect(window.said(/12 papers with 0 files and all that is yours written to/)).toBeVisible()
  expect(existsSync(archive)).toBe(true)

  // The library is not empty: it goes into a folder of its own.
  const folder = join(sheaf.folder, 'second')
  mkdirSync(folder)
  await answer(window, archive, folder)
  await window.command('Open an exported library')
  await expect(window.said(/12 papers with 0 files opened from Sheaf library\.zip/)).toBeVisible()
  await window.expectCount(12)
  await expect(window.place(/kept/)).toContainText('1')
  expect(existsSync(join(folder, 'library.sqlite'))).toBe(true)
  await window.search().fill('note:soon')
  await expect(window.rows()).toHaveCount(1)
  await sheaf.restart()
  await sheaf.window.expectCount(12)
})

test('an empty library takes an exported one in, and one undo takes it back', async ({
  sheaf,
  window
}) => {
  const archive = join(sheaf.folder, 'all.zip')
  await window.importFile(sampleDigest)
  await window.answerSaveDialog(archive)
  await window.command('Export everything')
  await expect(window.said(/12 papers with 0 files/)).toBeVisible()
  await window.page.keyboard.press('Control+z')
  await window.expectCount(0)
  await window.place('Library').click()
  await answer(window, archive)
  await window.page.getByRole('button', { name: 'Open an exported library…' }).click()
  await window.expectCount(12)
  await window.page.keyboard.press('Control+z')
  await window.expectCount(0)
  await window.page.keyboard.press('Control+Shift+Z')
  await window.expectCount(12)
})

test('what is no exported library is refused in words', async ({ sheaf, window }) => {
  const path = join(sheaf.folder, 'holiday.zip')
  writeFileSync(path, 'no zip at all')
  await answer(window, path)
  await window.command('Open an exported library')
  await expect(window.said(/holiday\.zip is no library that Sheaf exported/)).toBeVisible()
  await window.expectCount(0)
})

test('what the command line exported with its files is opened in the window, files and all', async ({
  sheaf,
  window
}) => {
  const [library, archive] = [join(sheaf.folder, 'other'), join(sheaf.folder, 'all.zip')]
  const pdf = join(sheaf.folder, 'rivers.pdf')
  writeFileSync(pdf, paperPdf())
  sheafSays(library, 'import', pdf)
  expect(sheafSays(library, 'export', '--everything', archive)).toContain('1 papers, 1 files.')
  await answer(window, archive)
  await window.page.getByRole('button', { name: 'Open an exported library…' }).click()
  await window.expectCount(1)
  await expect(window.said(/1 paper with 1 file opened from all\.zip/)).toBeVisible()
  await window.focusList()
  await window.page.keyboard.press('j')
  await expect(window.detail()).toContainText('rivers.pdf')
  await window.page.keyboard.press('o')
  await expect(window.page.locator('[aria-label="Reader"]')).toBeVisible()
})
