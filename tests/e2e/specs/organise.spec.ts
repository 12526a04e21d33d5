import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expectNoViolations } from '../fixtures/axe'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'
import type { MainWindow } from '../pages/main-window'

/** Where pictures of the views go, for those who ask for them. */
const pictures = process.env['SHEAF_SCREENSHOTS']

test.beforeEach(async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.focusList()
})

async function picture(window: MainWindow, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await window.page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** Chooses in the menu of a place. */
async function menu(window: MainWindow, place: Locator, item: string | RegExp): Promise<void> {
  await place.click({ button: 'right' })
  await window.page.getByRole('menuitem', { name: item }).click()
}

async function tagAll(window: MainWindow, name: string): Promise<void> {
  await window.focusList()
  await window.page.keyboard.press('Control+a')
  await window.addTag(name)
  await window.focusList()
}

async function newCollection(window: MainWindow, name: string): Promise<void> {
  await window.page.keyboard.press('Control+Shift+N')
  await window.dialog().getByRole('textbox').fill(name)
  await window.page.keyboard.press('Enter')
  await expect(window.place(name)).toBeVisible()
}

test('tags lie in one another: a tag shows what is under it, and is renamed with it', async ({
  window
}) => {
  const { page } = window
  await window.addTag('ml/theory')
  await window.focusList()
  await page.keyboard.press('j')
  await window.addTag('ml/vision')
  await expect(window.place(/^ml/)).toContainText('2')
  await window.place(/^ml/).click()
  await window.expectCount(2)
  await window.place(/theory/).click()
  await window.expectCount(1)
  await picture(window, 'nested-tags')

  await window.place(/^ml/).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(window.place(/theory/)).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(window.place(/theory/)).toBeVisible()
  await page.keyboard.press('F2')
  await page.keyboard.type('learning')
  await page.keyboard.press('Enter')
  await expect(window.place(/^learning/)).toContainText('2')
  await expect(window.detail()).toContainText('learning/theory')

  await window.place(/^learning/).focus()
  await page.keyboard.press('Delete')
  await expect(window.place(/theory/)).toHaveCount(0)
  await window.page.locator('.toasts').getByRole('button', { name: 'Undo' }).click()
  await expect(window.place(/theory/)).toBeVisible()
})

test('a tag is found by any part of its name, and taken by Tab', async ({ window }) => {
  const { page } = window
  await window.addTag('ml/theory')
  await window.focusList()
  await page.keyboard.press('j')
  await page.keyboard.press('t')
  await expect(window.detail().getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
  await page.keyboard.type('the')
  await page.keyboard.press('Tab')
  await expect(window.detail().getByRole('button', { name: 'Remove tag ml/theory' })).toBeVisible()
  await expect(window.detail().getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
})

test('several tags together narrow the list, by Ctrl-click and by query', async ({ window }) => {
  await tagAll(window, 'all')
  await window.page.keyboard.press('Home')
  await window.addTag('one')
  await window.place(/^all/).click()
  await window.expectCount(12)
  await window.place(/^one/).click({ modifiers: ['Control'] })
  await window.expectCount(1)
  await expect(window.page.getByRole('heading', { name: 'all + one' })).toBeVisible()
  await window.place(/^one/).click({ modifiers: ['Control'] })
  await window.expectCount(12)
  await window.place('Library').click()
  await window.search().fill('tag:all tag:one')
  await window.expectCount(1)
})

test('what is folded stays so after a restart', async ({ sheaf, window }) => {
  await window.addTag('ml/theory')
  await window.place(/^ml/).focus()
  await window.page.keyboard.press('ArrowLeft')
  await expect(window.place(/theory/)).toHaveCount(0)
  const again = await sheaf.restart()
  await expect(again.place(/^ml/)).toHaveAttribute('aria-expanded', 'false')
  await expect(again.place(/theory/)).toHaveCount(0)
})

test('collections hold papers: by key, by drag, in one another; deleting one keeps its papers', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('f')
  await page.getByRole('combobox', { name: 'Find' }).fill('Thesis')
  await page.keyboard.press('Enter')
  await expect(window.place(/^Thesis/)).toContainText('1')
  await expect(window.detail().getByRole('button', { name: 'Thesis', exact: true })).toBeVisible()
  await expect(window.place('In no collection')).toContainText('11')

  await menu(window, window.place(/^Thesis/), 'New collection in it…')
  await window.dialog().getByRole('textbox').fill('Methods')
  await page.keyboard.press('Enter')
  await expect(window.place(/^Methods/)).toHaveAttribute('aria-level', '3')
  await window
    .rows()
    .nth(3)
    .dragTo(window.place(/^Methods/))
  await expect(window.place(/^Methods/)).toContainText('1')
  await expect(window.place(/^Thesis/)).toContainText('2')

  await newCollection(window, 'Talk')
  await window.place(/^Talk/).dragTo(window.place(/^Methods/))
  await expect(window.place(/^Talk/)).toHaveAttribute('aria-level', '4')
  await picture(window, 'collections')

  await window.place(/^Thesis/).click()
  await window.expectCount(2)
  await window.focusList()
  await page.keyboard.press('Backspace')
  await window.expectCount(1)
  await window.place(/^Thesis/).focus()
  await page.keyboard.press('Delete')
  await expect(window.place(/Thesis|Methods|Talk/)).toHaveCount(0)
  await window.expectCount(12)
})

test('papers are dragged to every place that has a sense for them: kept, deleted, restored, put back, filed, tagged', async ({
  window
}) => {
  const { page } = window
  const first = window.rows().first()
  const drop = (place: string | RegExp) => first.dragTo(window.place(place))
  await window.place(/^Inbox/).click()
  await window.expectCount(12)
  await drop(/^Library/)
  await window.expectCount(11)
  await drop(/^Trash/)
  await window.expectCount(10)
  await window.place(/^Trash/).click()
  await window.expectCount(1)
  await drop(/^Library/)
  await window.expectCount(0)

  await window.place(/^Library/).click()
  await page.keyboard.press('s')
  await window.place(/^Starred/).click()
  await window.expectCount(1)
  await drop(/^Inbox/)
  await expect(window.place(/^Inbox/)).toContainText('12')
  await drop(/^Collections/)
  await expect(window.dialog()).toContainText('Add the paper to a collection')
  await page.keyboard.press('Escape')
  await drop(/^Tags/)
  await expect(window.detail().getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
})

test('a search is saved, opened, changed and counted', async ({ window }) => {
  const { page } = window
  await window.search().fill('is:unread loom')
  await window.expectCount(1)
  await page.getByRole('button', { name: 'Save this search…' }).click()
  await window.dialog().getByRole('textbox').fill('Looms')
  await page.keyboard.press('Enter')
  await expect(window.place(/^Looms/)).toContainText('1')
  await window.place('Library').click()
  await expect(window.search()).toHaveValue('')
  await window.place(/^Looms/).click()
  await expect(window.search()).toHaveValue('is:unread loom')
  await expect(page.getByRole('group', { name: 'What is searched for' })).toContainText('unread')
  await expect(window.place(/^Looms/)).toHaveAttribute('aria-selected', 'true')
  await picture(window, 'saved-search')

  await window.search().fill('is:unread')
  await page.getByRole('button', { name: 'Save changes to “Looms”' }).click()
  await expect(window.place(/^Looms/)).toContainText('12')
  await window.focusList()
  await page.keyboard.press('m')
  await expect(window.place(/^Looms/)).toContainText('11')
  await window.place('Library').click()
  await window.search().fill('-in:looms')
  await window.expectCount(1)
})

test('a rule tags what is there and what comes, and leaves alone what was untagged by hand', async ({
  window
}) => {
  const { page } = window
  await window.command('rules that tag')
  await window.dialog().getByRole('button', { name: 'New rule' }).click()
  await window.dialog().getByLabel('Papers that answer this search').fill('loomnet')
  await window.dialog().getByLabel('get this tag').fill('cloth/weaving')
  await expect(window.dialog()).toContainText('1 paper answers this now; 1 would get the tag.')
  await picture(window, 'rule')
  await expectNoViolations(window, 'rules')
  await page.keyboard.press('Enter')
  await expect(window.place(/^weaving/)).toContainText('1')
  await window.dialog().getByRole('button', { name: 'Done' }).click()

  await page.keyboard.press('Control+z')
  await expect(window.said('Taken back: rule: tag a paper “cloth/weaving”.')).toBeVisible()
  await expect(window.place(/^weaving/)).toContainText('0')

  const taken = window.detail().getByRole('button', { name: /Remove tag cloth/ })
  const rename = async (title: string): Promise<void> => {
    await window.focusList()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await window.dialog().getByLabel('Title').fill(title)
    await window.dialog().getByRole('button', { name: 'Save' }).click()
    await expect(window.title()).toContainText(title)
    await expect(taken).toBeVisible()
  }
  await rename('LoomNet and Probes')
  await taken.click()
  await window.focusList()
  await page.keyboard.press('s')
  // By the time that the next paper has its tag, the one without it has been looked at again.
  await rename('LoomNet and Forgetting')
  await expect(window.place(/^weaving/)).toContainText('1')
})

test('the tag manager renames, merges, colours, deletes and finds rare tags', async ({
  window
}) => {
  const { page } = window
  await tagAll(window, 'common')
  await page.keyboard.press('Home')
  await window.addTag('rare')
  await window.focusList()
  await window.addTag('ml/theory')
  await window.focusList()
  await page.keyboard.press('Control+Shift+T')
  const list = window.dialog().getByRole('listbox', { name: 'Tags' })
  await expect(list.getByRole('option')).toHaveCount(4)
  await picture(window, 'tag-manager')
  await expectNoViolations(window, 'tag manager')
  await window.dialog().getByRole('searchbox', { name: 'Find a tag' }).fill('rar')
  await expect(list.getByRole('option')).toHaveCount(1)
  await list.getByRole('option', { name: /rare/ }).click()
  await page.keyboard.press('F2')
  await page.keyboard.type('seldom')
  await page.keyboard.press('Enter')
  await window.dialog().getByRole('searchbox', { name: 'Find a tag' }).fill('')
  await expect(list.getByRole('option', { name: /seldom/ })).toBeVisible()

  await list.getByRole('option', { name: /seldom/ }).click()
  await window.dialog().getByRole('button', { name: 'Merge…' }).click()
  await page.getByRole('combobox', { name: 'Find' }).fill('common')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('option', { name: /seldom/ })).toHaveCount(0)

  await window.dialog().getByRole('button', { name: 'Select', exact: true }).click()
  await expect(window.dialog()).toContainText('2 selected')
  await page.keyboard.press('Delete')
  await expect(list.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(window.place(/^theory/)).toBeVisible()
})

test('several papers are edited as one change; what was not touched stays', async ({ window }) => {
  const { page } = window
  await page.keyboard.press('s')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('e')
  await expect(window.dialog()).toContainText('Edit 12 papers')
  await expect(window.dialog().getByLabel('Add a tag to all')).toBeFocused()
  await expect(window.dialog().getByRole('checkbox', { name: /^Starred/ })).toHaveJSProperty(
    'indeterminate',
    true
  )
  await window.dialog().getByLabel('Journal, proceedings or book').fill('Annals of Weaving')
  await window.dialog().getByLabel('Year').fill('2024')
  await window.dialog().getByLabel('Add a tag to all').fill('spring')
  await window.dialog().getByRole('checkbox', { name: /^Read/ }).click()
  await picture(window, 'edit-several')
  await expectNoViolations(window, 'edit several papers')
  await window.dialog().getByRole('button', { name: 'Change 12 papers' }).click()
  await expect(window.dialog()).toBeHidden()
  await expect(window.place(/^spring/)).toContainText('12')
  await expect(window.place('Unread')).toContainText('0')
  await expect(window.place('Starred')).toContainText('1')
  await expect(window.rows().first()).toContainText('Annals of Weaving · 2024')
  await window.focusList()
  await page.keyboard.press('Control+z')
  await expect(window.said('Taken back: edit of 12 papers.')).toBeVisible()
  await expect(window.place(/^spring/)).toHaveCount(0)
  await expect(window.rows().first()).not.toContainText('Annals of Weaving')
})

test('a tag dropped on another is put under it or merged, as the user chooses', async ({
  window
}) => {
  await window.addTag('theory')
  await window.focusList()
  await window.addTag('ml')
  await window.place(/^theory/).dragTo(window.place(/^ml/))
  await window.page.getByRole('menuitem', { name: 'Put “theory” under “ml”' }).click()
  await expect(window.place(/^theory/)).toHaveAttribute('aria-level', '3')
  await window.place(/^theory/).dragTo(window.place(/^ml/))
  await window.page.getByRole('menuitem', { name: 'Merge “ml/theory” into “ml”' }).click()
  await expect(window.place(/^theory/)).toHaveCount(0)
  await expect(window.place(/^ml/)).toContainText('1')
})

test('the list is grouped, folded and gone through by group, and remembers it', async ({
  sheaf,
  window
}) => {
  const { page } = window
  // The import led to its digest; the next start leads to the library.
  await window.place('Library').click()
  await window.focusList()
  await window.addTag('weaving')
  await window.focusList()
  await page.keyboard.press('j')
  await window.addTag('probes')
  await page.getByRole('button', { name: 'View options' }).click()
  await page.getByRole('menuitemradio', { name: 'First tag' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('treegrid')).toBeVisible()
  const headings = page.getByRole('treegrid').locator('[role=row][aria-level="1"]')
  await expect(headings).toContainText(['probes', 'weaving', 'No tag'])
  await picture(window, 'grouped')
  await expectNoViolations(window, 'grouped list')

  await window.focusList()
  await page.keyboard.press('Home')
  await expect(window.title()).toContainText('Probes')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(window.title()).toContainText('LoomNet')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(headings.nth(1)).toHaveAttribute('aria-expanded', 'false')
  await window.expectCount(14)
  await page.keyboard.press('ArrowRight')
  await window.expectCount(15)

  const again = await sheaf.restart()
  await expect(again.page.getByRole('treegrid')).toBeVisible()
  await again.place('Starred').click()
  await again.place('Library').click()
  await expect(again.page.getByRole('treegrid')).toBeVisible()
})

test('the list is a table of columns that sort, move, and are shown and hidden', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await page.keyboard.press('Control+Shift+L')
  const heads = page.getByRole('columnheader')
  await expect(heads).toHaveText(['Title', 'Authors', 'Year', 'Venue', 'Tags', 'Added'])
  await heads.filter({ hasText: 'Title' }).getByRole('button').click()
  await expect(heads.first()).toHaveAttribute('aria-sort', 'ascending')
  const first = page.getByRole('grid').locator('[aria-rowindex="1"]')
  await expect(first).toContainText('A ')
  await heads.first().getByRole('button').click()
  await expect(heads.first()).toHaveAttribute('aria-sort', 'descending')
  await heads.filter({ hasText: 'Year' }).getByRole('button').focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(heads.nth(1)).toHaveText('Year')
  const width = (await heads.nth(1).boundingBox())?.width ?? 0
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await heads.nth(1).boundingBox())?.width).toBe(width + 16)
  await page.getByRole('button', { name: 'View options' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Key' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Venue' }).click()
  await page.keyboard.press('Escape')
  await expect(heads).toHaveText(['Title', 'Year', 'Authors', 'Tags', 'Added', 'Key'])
  await picture(window, 'table')
  await expectNoViolations(window, 'table')
  await window.focusList()
  await page.keyboard.press('j')
  await page.keyboard.press('End')
  await expect(page.getByRole('grid').locator('[aria-rowindex="12"]')).toHaveAttribute(
    'aria-selected',
    'true'
  )
  const again = await sheaf.restart()
  await expect(again.page.getByRole('columnheader')).toHaveCount(6)
})

test('the trash tells how long papers lie in it, is emptied after asking once, and brought back', async ({
  window
}) => {
  const { page } = window
  await window.writeNote('Worth keeping?')
  await window.focusList()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Delete')
  await window.place('Trash').click()
  await window.expectCount(2)
  await expect(window.rows().first()).toContainText('deleted today')
  await menu(window, window.place('Trash'), 'Empty the trash…')
  await expect(window.dialog()).toContainText('2 papers will be deleted, with 1 note.')
  await picture(window, 'empty-trash')
  await expectNoViolations(window, 'empty trash')
  await window.dialog().getByRole('button', { name: 'Empty trash' }).click()
  await window.expectCount(0)
  await page.locator('.toasts').getByRole('button', { name: 'Undo' }).click()
  await window.expectCount(2)
  await menu(window, window.place('Trash'), 'Restore all papers in the trash')
  await window.expectCount(0)
  await expect(window.place('Library')).toContainText('12')
})

for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [1440, 900],
    [900, 600]
  ] as const)
    test(`the sidebar, groups and the table are right, ${theme}, ${String(width)} × ${String(height)}`, async ({
      window
    }) => {
      const { app, page } = window
      await app.evaluate(
        ({ BrowserWindow }, [w, h]) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 0, h ?? 0)
        },
        [width, height]
      )
      await page.evaluate((name) => self.sheaf.call('settings:set', { theme: name }), theme)
      await page.reload()
      await window.isReady()
      await window.focusList()
      for (const tag of ['ml/theory/bounds', 'ml/vision', 'reading group', 'to cite/chapter 2']) {
        await window.addTag(tag)
        await window.focusList()
        await page.keyboard.press('j')
      }
      await newCollection(window, 'Thesis')
      await newCollection(window, 'A talk with quite a long name')
      await window
        .rows()
        .nth(2)
        .dragTo(window.place(/^Thesis/))
      await window.search().fill('is:unread')
      await page.keyboard.press('Control+Shift+S')
      await window.dialog().getByRole('textbox').fill('To read')
      await page.keyboard.press('Enter')
      await expect(window.place(/^To read/)).toContainText('12')
      await window.place('Library').click()
      await page.getByRole('button', { name: 'View options' }).click()
      await page.getByRole('menuitemradio', { name: 'First tag' }).click()
      await picture(window, `${theme}-${String(width)}-options`)
      await page.keyboard.press('Escape')
      await expectNoViolations(window, 'grouped rows')
      await picture(window, `${theme}-${String(width)}-grouped`)
      await page.keyboard.press('Control+Shift+L')
      await expect(page.getByRole('columnheader').first()).toBeVisible()
      await expectNoViolations(window, 'grouped table')
      await picture(window, `${theme}-${String(width)}-table`)
      await window.place(/^theory/).click({ button: 'right' })
      await expect(page.getByRole('menu')).toBeVisible()
      await expectNoViolations(window, 'menu of a tag')
      await picture(window, `${theme}-${String(width)}-menu`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
    })
