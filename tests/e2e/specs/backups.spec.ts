import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoViolations } from '../fixtures/axe'
import { sampleDigest } from '../fixtures/digest'
import { expect, test, type Sheaf } from '../fixtures/sheaf'

const libraryFolder = (sheaf: Sheaf): string => join(sheaf.userData, 'library')
const libraryFile = (sheaf: Sheaf): string => join(libraryFolder(sheaf), 'library.sqlite')

/** Has the questions of a start answered by their buttons; gives what was asked. */
function answer(sheaf: Sheaf, ...labels: string[]): () => string {
  const script = join(sheaf.folder, 'answers.cjs')
  const asked = join(sheaf.folder, 'asked.txt')
  writeFileSync(asked, '')
  writeFileSync(
    script,
    `const { dialog } = require('electron')
     const labels = ${JSON.stringify(labels)}
     dialog.showMessageBox = (_window, { message, detail, buttons }) => {
       require('node:fs').appendFileSync(${JSON.stringify(asked)}, message + '\\n' + detail + '\\n' + buttons.join('|') + '\\n')
       return Promise.resolve({ response: buttons.indexOf(labels.shift()), checkboxChecked: false })
     }`
  )
  sheaf.preloads.splice(0, Infinity, script)
  return () => readFileSync(asked, 'utf8')
}

test('a backup comes back in three clicks, and that is taken back by one', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await window.importFile(sampleDigest)
  await window.command('backups')
  await window.dialog().getByRole('button', { name: 'Back up now' }).click()
  const byHand = window.dialog().getByRole('row', { name: /By hand/ })
  await expect(byHand).toContainText('12')
  await expectNoViolations(window, 'the backups')
  await page.keyboard.press('Escape')

  await window.focusList()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await window.expectCount(0)
  await window.command('empty trash')
  await window.dialog().getByRole('button', { name: 'Empty' }).click()
  await expect(window.dialog()).toBeHidden()

  await window.command('backups')
  await expect(
    window.dialog().getByRole('row', { name: /Before emptying the trash/ })
  ).toBeVisible()
  await byHand.getByRole('button', { name: /Restore/ }).click()
  await expect(window.dialog()).toContainText('12 papers that went since will be back.')
  await expectNoViolations(window, 'the question before a restore')
  await window.dialog().getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(window.dialog()).toBeHidden()
  await window.expectCount(12)
  await window.search().fill('probes')
  await expect(window.rows().first()).toContainText('What Do Probes Measure?')
  await window.search().fill('')
  await expect(window.page.getByText(/^The library is as it was on/)).toBeVisible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await window.expectCount(0)
  expect(
    readdirSync(libraryFolder(sheaf)).filter((name) => name.includes('.before-restore-'))
  ).toHaveLength(2)
})

test('a library that was damaged is told at the start, kept, and comes back from its backup', async ({
  sheaf,
  window
}) => {
  await window.importFile(sampleDigest)
  await sheaf.stop()
  const damaged = readFileSync(libraryFile(sheaf)).subarray(0, 100_000)
  writeFileSync(libraryFile(sheaf), damaged)
  const asked = answer(sheaf, 'Restore the Backup')
  await sheaf.start()
  expect(asked()).toContain('is damaged')
  expect(asked()).toContain('12 papers, 0 notes and 0 annotations')
  expect(asked()).toContain(
    'Restore the Backup|Salvage What Can Be Read|Open Another Library…|Quit'
  )
  await sheaf.window.expectCount(12)
  const [aside = ''] = readdirSync(libraryFolder(sheaf)).filter((name) =>
    name.includes('.damaged-')
  )
  expect(readFileSync(join(libraryFolder(sheaf), aside)).equals(damaged)).toBe(true)
})

test('a library that is gone is never made anew unasked', async ({ sheaf, window }) => {
  await window.importFile(sampleDigest)
  await sheaf.stop()
  rmSync(libraryFile(sheaf))
  const asked = answer(sheaf, 'Restore the Backup')
  await sheaf.start()
  expect(asked()).toContain('There is no library in')
  await sheaf.window.expectCount(12)
})

test('what is left of a damaged library can be salvaged', async ({ sheaf, window }) => {
  await window.importFile(sampleDigest)
  await sheaf.stop()
  const bytes = readFileSync(libraryFile(sheaf))
  // Its title with the folded one behind it: that is in its row and nowhere else.
  const rows = bytes
    .toString('latin1')
    .matchAll(/What Do Probes Measure\?[^\n]{0,200}?what do probes/g)
  const row = [...rows].at(-1)?.index ?? 0
  expect(row).toBeGreaterThan(0)
  const page = row - (row % 4096)
  bytes.fill(0xff, page, page + 4096)
  writeFileSync(libraryFile(sheaf), bytes)
  writeFileSync(join(libraryFolder(sheaf), 'library.in-use'), 'as after a crash')
  rmSync(join(libraryFolder(sheaf), 'backups'), { recursive: true })
  const asked = answer(sheaf, 'Salvage What Can Be Read', 'Open What Was Salvaged')
  await sheaf.start()
  expect(asked()).toContain('There is no good backup of this library.')
  expect(asked()).toContain('This could be read: 12 papers')
  expect(asked()).toMatch(/The titles of \d+ papers? could not be read/)
  await sheaf.window.expectCount(12)
})
