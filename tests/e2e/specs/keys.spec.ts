import { sampleDigest } from '../fixtures/digest'
import { expectNoViolations } from '../fixtures/axe'
import { expect, test } from '../fixtures/sheaf'

test.beforeEach(async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.focusList()
})

test('a key is changed, holds after a restart, and the menu and the buttons show it', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await page.keyboard.press('?')
  const star = window.dialog().getByRole('listitem', { name: 'Star or unstar' })
  await star.getByRole('button', { name: 'Add a key for Star or unstar' }).click()
  await page.keyboard.press('y')
  await expect(star.getByRole('alert')).toContainText('y is the key of “Keep, and go on”.')
  await expectNoViolations(window, 'a conflict of keys')
  await star.getByRole('button', { name: 'Use it here instead' }).click()
  await star.getByRole('button', { name: 'Remove s from Star or unstar' }).click()
  const importing = window.dialog().getByRole('listitem', { name: 'Import files…' })
  await importing.getByRole('button', { name: 'Add a key for Import files…' }).click()
  await page.keyboard.press('Control+Alt+o')
  await importing.getByRole('button', { name: /^Remove Ctrl O from/ }).click()
  await page.keyboard.press('Escape')
  await expect(window.detail().getByRole('button', { name: 'Star y' })).toBeVisible()
  await window.focusList()
  await page.keyboard.press('y')
  await expect(window.place('Starred')).toContainText('1')
  const shown = (): Promise<string | undefined> =>
    sheaf.app.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()
          ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
          .find(({ label }) => label === 'Import…')?.accelerator
    )
  await expect.poll(shown).toBe('CmdOrCtrl+Alt+O')
  const again = await sheaf.restart()
  await expect.poll(shown).toBe('CmdOrCtrl+Alt+O')
  await again.page.keyboard.press('?')
  const later = again.dialog().getByRole('listitem', { name: 'Star or unstar' })
  await expect(later.getByRole('button', { name: 'Remove y from' })).toBeVisible()
  await later.getByRole('button', { name: 'Give Star or unstar its own keys back' }).click()
  await expect(later.getByRole('button', { name: 'Remove s from' })).toBeVisible()
  await again
    .dialog()
    .getByRole('button', { name: 'Give all commands their own keys back' })
    .click()
  const keep = again.dialog().getByRole('listitem', { name: 'Keep, and go on' })
  await expect(keep.getByRole('button', { name: 'Remove y from' })).toBeVisible()
})

test('keys that mean the same everywhere cannot be taken, and Escape takes nothing', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('?')
  const search = window.dialog().getByRole('searchbox', { name: 'Find a command or a key' })
  await search.fill('redo')
  const redo = window.dialog().getByRole('listitem', { name: 'Redo' })
  await redo.getByRole('button', { name: 'Add a key for Redo' }).click()
  await page.keyboard.press('Tab')
  await expect(redo.getByRole('alert')).toContainText('has a meaning of its own everywhere')
  await page.keyboard.press('Escape')
  await expect(redo.getByRole('button', { name: /^Remove/ })).toHaveCount(2)
  await expect(window.dialog()).toBeVisible()
})

test('the palette finds by scattered letters, begins with what was used lately, and says why not', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('Control+k')
  await page.keyboard.type('cpbib')
  await expect(window.dialog().getByRole('option', { selected: true })).toContainText('Copy BibTeX')
  await page.keyboard.press('Enter')
  await expect.poll(() => window.clipboard()).toMatch(/@misc\{loomnet/)
  await page.keyboard.press('Control+k')
  const lately = window.dialog().getByRole('group', { name: 'Used lately' })
  await expect(lately.getByRole('option').first()).toContainText('Copy BibTeX')
  await page.keyboard.type('redo')
  await expect(window.dialog().getByRole('option', { name: /Redo/ })).toContainText(
    'Nothing was undone.'
  )
  await page.keyboard.press('Control+a')
  await page.keyboard.type('sort by title')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Sort by' })).toHaveValue('title')
})

test('every place of the sidebar and every part of a paper can be had by name', async ({
  window
}) => {
  const { page } = window
  await window.addTag('weaving')
  await window.focusList()
  const choose = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect(window.dialog()).toBeHidden()
  }
  await choose('go to the tag weaving')
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText('weaving')
  await choose('remove tag weaving')
  await expect(window.place(/weaving/)).toHaveCount(0)
  await choose('decide about trending')
  await expect(window.place('Inbox')).toHaveAttribute('aria-current', 'page')
  await choose('theme: dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
