import { sampleDigest } from '../fixtures/digest'
import { expectNoViolations } from '../fixtures/axe'
import { expect, test } from '../fixtures/sheaf'

test('every change is told, and any point of the past is one step away, also after a restart', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await window.importFile(sampleDigest)
  await window.focusList()
  await window.addTag('weaving')
  await window.focusList()
  await page.keyboard.press('s')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(window.place('Dismissed')).toContainText('1')
  await page.keyboard.press('Control+Shift+H')
  const changes = window.dialog().getByRole('listbox', { name: 'Changes, the newest first' })
  await expect(changes.getByRole('option')).toHaveText([
    /Dismiss “What Do Probes Measure\?.*now/,
    /Star a paper/,
    /Tag a paper “weaving”/,
    /Import of 12 papers from/,
    /The beginning/
  ])
  await expect(window.dialog()).toContainText('This is where the library stands.')
  await expectNoViolations(window, 'the history')
  await page.keyboard.press('End')
  await expect(window.dialog()).toContainText(
    /Stepping back to here takes back 1 dismissal, 1 import \(12 papers\), 1 starring and 1 tagging\./
  )
  await page.keyboard.press('Enter')
  await expect(window.place('Library')).toContainText('0')
  await expect(changes.getByRole('option').first()).toContainText('taken back')
  await page.keyboard.press('Escape')
  const again = await sheaf.restart()
  await again.page.keyboard.press('Control+Shift+H')
  const later = again.dialog().getByRole('option')
  await later.filter({ hasText: 'Tag a paper' }).click()
  await again.dialog().getByRole('button', { name: 'Make 2 changes again' }).click()
  await expect(again.place(/weaving/)).toContainText('1')
  await expect(again.place('Starred')).toContainText('0')
  await expect(later.filter({ hasText: 'Star a paper' })).toContainText('taken back')
})

test('what was taken back for good is told so, and leads nowhere', async ({ window }) => {
  const { page } = window
  await window.importFile(sampleDigest)
  await window.focusList()
  await page.keyboard.press('x')
  await window.expectCount(11)
  await page.keyboard.press('Control+z')
  await window.expectCount(12)
  await page.keyboard.press('y')
  await window.expectCount(11)
  await window.command('history')
  const gone = window.dialog().getByRole('option', { name: /Dismiss “LoomNet/ })
  await expect(gone).toContainText('taken back for good')
  await gone.click()
  await expect(window.dialog()).toContainText('it cannot be made again')
  await expect(window.dialog().getByRole('button', { name: /Make|Take back/ })).toHaveCount(0)
})
