import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleDigest } from '../fixtures/digest'
import { expectNoViolations } from '../fixtures/axe'
import { expect, test } from '../fixtures/sheaf'

test.beforeEach(async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.focusList()
})

test('a digest is gone through with one key a paper, down to an end that says what was made of it', async ({
  window
}) => {
  const { page } = window
  const bar = page.getByRole('region', { name: 'Inbox' })
  await expect(window.place('Inbox')).toHaveAttribute('aria-selected', 'true')
  await expect(bar).toContainText('12 of 12 left')
  await expect(window.title()).toContainText('LoomNet')
  await page.keyboard.press('y')
  await expect(window.title()).toContainText('What Do Probes Measure?')
  await expect(bar).toContainText('11 of 12 left')
  await expect(window.place(/Trending/)).toContainText('11 of 12 left')
  await page.keyboard.press('x')
  await expect(window.title()).not.toContainText('Probes')
  await expect(bar).toContainText('10 of 12 left')
  await page.keyboard.press('Shift+S')
  await expect(window.place('Starred')).toContainText('1')
  await expect(bar).toContainText('9 of 12 left')
  await page.keyboard.press('Shift+X')
  await expect(page.getByRole('heading', { name: 'All 12 decided' })).toBeVisible()
  await expect(page.getByText('2 kept, 10 dismissed.')).toBeVisible()
  await expect(window.place('Library')).toContainText('2')
  await expect(window.place('Dismissed')).toContainText('10')
  await expectNoViolations(window, 'the end of an Inbox')
  await page.keyboard.press('Control+z')
  await expect(bar).toContainText('9 of 12 left')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(bar).toContainText('12 of 12 left')
  await expectNoViolations(window, 'the Inbox')
})

test('keys that are pressed faster than the disk writes decide each about its own paper', async ({
  window
}) => {
  const { page } = window
  for (const key of 'yxyxyxyxyx') await page.keyboard.press(key)
  const bar = page.getByRole('region', { name: 'Inbox' })
  await expect(bar).toContainText('2 of 12 left')
  await expect(window.place('Dismissed')).toContainText('5')
  await window.expectCount(2)
  await expect(window.place('Library')).toContainText('7')
})

test('what was dismissed stays away when another digest names it, and can be restored', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await page.keyboard.press('x')
  await expect(window.place('Dismissed')).toContainText('1')
  const tomorrow = join(sheaf.folder, 'tomorrow.txt')
  writeFileSync(tomorrow, readFileSync(sampleDigest, 'utf8').replace(/^(\w{3}) \d+$/m, '$1 27'))
  await window.dropFiles(tomorrow)
  await expect(window.dialog()).toContainText('One of these was dismissed before, and stays away.')
  await expect(window.dialog()).toContainText('Stays dismissed')
  await page.keyboard.press('Escape')
  await window.search().fill('loomnet')
  await expect(page.getByRole('main')).toContainText('Nothing found')
  await window.search().fill('')
  await window.place('Library').click()
  await window.search().fill('is:dismissed')
  await expect(window.row('LoomNet')).toBeVisible()
  await window.search().fill('')
  await window.place('Dismissed').click()
  await expect(window.title()).toContainText('LoomNet')
  await window.detail().getByRole('button', { name: 'Restore to the library' }).click()
  await expect(window.place('Library')).toContainText('12')
})

test('a star keeps an undecided paper, which stays under the cursor until that moves; the settings say what does', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('s')
  await expect(window.said('The paper is starred, and so kept.')).toBeVisible()
  await window.expectCount(12)
  await expect(window.row('LoomNet')).toContainText('kept')
  await page.keyboard.press('j')
  await window.expectCount(11)
  await expect(window.title()).toContainText('What Do Probes Measure?')
  await page.keyboard.press('Control+,')
  await window.dialog().getByLabel('Starring it').uncheck()
  await page.keyboard.press('Escape')
  await window.focusList()
  await page.keyboard.press('s')
  await expect(window.place('Starred')).toContainText('2')
  await page.keyboard.press('j')
  await window.expectCount(11)
})

test('several papers are kept at once, and that is undone at once', async ({ window }) => {
  const { page } = window
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(window.detail()).toContainText('3 papers selected')
  await page.keyboard.press('y')
  await window.expectCount(9)
  await page.keyboard.press('Control+z')
  await expect(window.said('Taken back: keep 3 papers.')).toBeVisible()
  await window.expectCount(12)
})

test('the Inbox is ranked by what was kept, with a sign in each row and the words that decided', async ({
  window
}) => {
  const { page } = window
  for (const key of 'yyyxx') await page.keyboard.press(key)
  await window.expectCount(7)
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Likeness to what you keep')
  await expect(window.rows().first()).toContainText(/Like what you keep: \d+%/)
  await expect(window.detail()).toContainText(/Like what you keep: \d+%/)
  await expect(window.detail()).toContainText(/(?:For|Against) it speak: \p{L}+/u)
})

test('the settings leave digests out of the Inbox', async ({ sheaf, window }) => {
  const { page } = window
  await page.keyboard.press('Control+z')
  await window.expectCount(0)
  await page.keyboard.press('Control+,')
  await window.dialog().getByLabel('What digests bring is to be decided about').uncheck()
  await page.keyboard.press('Escape')
  const again = await sheaf.restart()
  await again.importFile(sampleDigest)
  await again.expectCount(12)
  await expect(again.place('Inbox')).toContainText('0')
  await expect(again.place('Library')).toContainText('12')
})
