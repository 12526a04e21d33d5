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
  await expect(window.dialog().getByRole('searchbox')).toBeFocused()
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
  const shown = (): Promise<string | null | undefined> =>
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

test('what was said before a dialog opened takes no room in it', async ({ window }) => {
  await window.page.keyboard.press('s')
  await window.place(/^Inbox/).click()
  await window.focusList()
  await window.page.keyboard.press('Shift+x')
  await expect(window.said(/dismissed/)).toBeVisible()
  await window.page.keyboard.press('Control+k')
  await expect(window.dialog().getByRole('combobox')).toBeFocused()
  expect(await window.dialog().locator('.toast').count()).toBe(0)
})

test('no two commands come with one key, but where it is told by what is selected', async ({
  window
}) => {
  await window.focusList()
  await window.page.keyboard.press('?')
  const held = await window
    .dialog()
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.flatMap((item) =>
        [...item.querySelectorAll('kbd')].map((key) => [key.textContent, item.ariaLabel ?? ''])
      )
    )
  expect(held.length).toBeGreaterThan(50)
  const shared = [...new Set(held.map(([key]) => key))]
    .map((key) => ({ key, names: held.flatMap(([one, name]) => (one === key ? [name] : [])) }))
    .filter(({ names }) => names.length > 1)
    .map(({ key, names }) => `${key ?? ''}: ${names.join(' | ')}`)
  expect(shared).toEqual([
    // In the reader | in the list.
    'o: Read the PDF | Open first link',
    'Escape: Back to the list | Show what was listed before papers were picked',
    'Ctrl F: Find in the PDF | Search',
    '/: Find in the PDF | Search',
    'g: Go to page… | Open where it was found',
    'j: Next page | Next paper',
    'k: Previous page | Previous paper',
    'Backspace: Back to where you were in the PDF | Take out of this collection',
    'i: Show or hide small pages | Go to Inbox',
    'Shift N: Put a note on the page | Write the note with more room',
    // Of several papers | of one.
    'e: Edit the selected papers… | Edit details…'
  ])
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
  await window.askPalette('cpbib')
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
    await window.command(words)
    await expect(window.dialog()).toBeHidden()
  }
  await choose('go to the tag weaving')
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText('weaving')
  await choose('remove tag weaving')
  await expect(window.place(/weaving/)).toHaveCount(0)
  await choose('decide about trending')
  await expect(window.place('Inbox')).toHaveAttribute('aria-selected', 'true')
  await choose('theme: dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
