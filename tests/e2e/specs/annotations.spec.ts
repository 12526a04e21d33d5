import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pdfOfPages, type Words } from '../../unit/support/pdf'
import { expectNoViolations } from '../fixtures/axe'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'
import type { MainWindow } from '../pages/main-window'

const lines = [
  'Sheaves glue their local sections in a unique way',
  'and the gluing axiom says that nothing else is asked',
  'Every presheaf has one that is associated with it'
]
const set = (text: readonly string[]): Words[] =>
  text.map((one, index) => ({ text: one, size: 10, x: 72, y: 700 - index * 14 }))
const highlight =
  '<< /Type /Annot /Subtype /Highlight /Rect [72 682 330 696] /QuadPoints [72 695 330 695 72 682 330 682] /Contents (The axiom) /C [0.55 0.8 0.43] >>'

test.beforeEach(async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.focusList()
})

const section = (window: MainWindow) => window.detail().getByRole('region', { name: 'Annotations' })
const items = (window: MainWindow) => section(window).getByRole('listitem')

/** Selects words of the abstract as a pointer does. */
async function select(window: MainWindow, words: string): Promise<void> {
  await window.page.evaluate((wanted) => {
    const passage = document.querySelector('[data-passage=abstract]')
    if (passage === null) throw new Error('no abstract')
    const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)
  await expect(window.page.getByRole('toolbar')).toBeVisible()
}

async function firstWords(window: MainWindow, count: number): Promise<string> {
  const text = await window.page.locator('[data-passage=abstract]').innerText()
  return text.split(' ').slice(0, count).join(' ')
}

async function attach(window: MainWindow, path: string): Promise<void> {
  await answerOpenDialog(window, path)
  await window.detail().getByRole('button', { name: 'Attach a file…' }).click()
}

async function answerOpenDialog(window: MainWindow, path: string): Promise<void> {
  await window.app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, path)
}

async function chooseForFile(window: MainWindow, item: string): Promise<void> {
  await window
    .detail()
    .getByRole('button', { name: /^More for / })
    .click()
  await window.page.getByRole('menuitem', { name: item }).click()
}

test('words of an abstract are marked by keys alone, commented and tagged, kept, and undone', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await page.keyboard.press('v')
  await expect(page.getByRole('toolbar', { name: 'Mark the selected text' })).toBeVisible()
  const selected = (): Promise<string> => page.evaluate(() => String(getSelection()))
  const first = await selected()
  await page.keyboard.press('ArrowDown')
  await expect.poll(selected).not.toBe(first)
  const second = await selected()
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(selected).toMatch(/^.{9,}$/s)
  expect((await selected()).startsWith(second)).toBe(true)
  await page.keyboard.press('ArrowUp')
  await expect.poll(selected).toBe(first)
  await page.keyboard.press('3')
  await expect(items(window)).toHaveCount(1)
  await expect(items(window)).toContainText('Abstract')
  await expect(items(window)).toContainText('Blue')
  await items(window).first().focus()
  await page.keyboard.press('e')
  await page.keyboard.type('Is this *new*?')
  await section(window).getByRole('combobox', { name: 'Add a tag to the annotation' }).fill('doubt')
  await page.keyboard.press('Enter')
  await expect(items(window).getByRole('button', { name: /Take tag doubt/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(items(window)).toContainText('Is this new?')
  await window.search().fill('note:new has:annotation')
  await window.expectCount(1)
  await window.search().fill('')
  const again = await sheaf.restart()
  await again.focusList()
  await expect(items(again)).toContainText('Is this new?')
  await expect(again.page.locator('[data-passage=abstract] .span')).not.toHaveCount(0)
  await items(again).first().focus()
  await again.page.keyboard.press('Delete')
  await expect(items(again)).toHaveCount(0)
  await again.focusList()
  await again.page.keyboard.press('Control+z')
  await expect(items(again)).toContainText('Is this new?')
})

test('what is selected with the pointer is marked with a colour that has a name, and clicked to be edited', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('Control+,')
  await window.dialog().getByRole('textbox', { name: 'Red' }).fill('Doubt')
  await page.keyboard.press('Tab')
  await window.dialog().getByRole('button', { name: 'Done' }).click()
  const words = await firstWords(window, 4)
  await select(window, words)
  await page.getByRole('toolbar').getByRole('button', { name: 'Highlight: Doubt (4)' }).click()
  await expect(page.getByRole('toolbar')).toBeHidden()
  await expect(items(window)).toContainText(words)
  await expect(items(window)).toContainText('Doubt')
  await page.locator('[data-passage=abstract] .span').first().click()
  await expect(section(window).getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await section(window).getByRole('combobox', { name: 'Kind' }).selectOption('Underline')
  await section(window).getByRole('radio', { name: 'Green' }).check({ force: true })
  await section(window).getByRole('button', { name: 'Done' }).click()
  await expect(items(window)).toContainText('Green')
  await expectNoViolations(window, 'annotations of a paper')
})

test('a mark stays with its words when the abstract is edited, and is kept when they go', async ({
  window
}) => {
  const words = await firstWords(window, 5)
  await select(window, words)
  await window.page.keyboard.press('1')
  await expect(items(window)).toHaveCount(1)
  const edit = async (change: (text: string) => string): Promise<void> => {
    await window.focusList()
    await window.page.keyboard.press('e')
    const field = window.dialog().getByRole('textbox', { name: 'Abstract' })
    await field.fill(change(await field.inputValue()))
    await window.dialog().getByRole('button', { name: 'Save' }).click()
    await expect(window.dialog()).toBeHidden()
  }
  await edit((text) => `A sentence before. ${text}`)
  await expect(window.page.locator('[data-passage=abstract]')).toContainText('A sentence before.')
  await expect(window.page.locator('[data-passage=abstract] .span').first()).toContainText(
    words.split(' ')[0] ?? ''
  )
  await edit(() => 'Nothing of the kind is left.')
  await expect(section(window)).toContainText('1 could not be placed')
  await section(window)
    .getByRole('button', { name: /^Give a place to annotation/ })
    .click()
  await select(window, 'Nothing of the kind')
  await window.page.keyboard.press('Enter')
  await expect(section(window)).not.toContainText('could not be placed')
  await expect(items(window)).toContainText('Nothing of the kind')
  await edit(() => 'Quite another text, about something else.')
  await section(window).getByRole('button', { name: 'Show them' }).click()
  await expect(window.page.getByRole('main', { name: 'Annotations' })).toContainText('Place lost')
})

test('what a PDF came with is taken over once, moves into another file, and goes out in a copy', async ({
  sheaf,
  window
}) => {
  const first = join(sheaf.folder, 'paper.pdf')
  const second = join(sheaf.folder, 'second.pdf')
  const copy = join(sheaf.folder, 'copy.pdf')
  writeFileSync(first, pdfOfPages([set(lines)], { annotations: [[0, highlight]] }))
  writeFileSync(second, pdfOfPages([set(['A title page']), set(['By Nobody', ...lines])]))
  await attach(window, first)
  await chooseForFile(window, 'Take over its annotations')
  await expect(window.said('1 annotation taken over.')).toBeVisible()
  await expect(items(window)).toContainText('and the gluing axiom says')
  await expect(items(window)).toContainText('p. 1')
  await chooseForFile(window, 'Take over its annotations')
  await expect(window.said('All its annotations were taken over before.')).toBeVisible()
  await answerOpenDialog(window, second)
  await chooseForFile(window, 'Replace with another file…')
  await expect(window.said(/1 of 1 annotation found again/)).toBeVisible()
  await expect(items(window)).toContainText('p. 2')
  await window.answerSaveDialog(copy)
  await chooseForFile(window, 'Save a copy with annotations…')
  await expect(window.said('1 annotation written to copy.pdf.')).toBeVisible()
  expect(readFileSync(copy).subarray(0, readFileSync(second).length)).toEqual(readFileSync(second))
  await window.answerSaveDialog(join(sheaf.folder, 'notes.md'))
  await window.focusList()
  await window.command('Save annotations as Markdown')
  await expect(window.said('1 annotation written to notes.md.')).toBeVisible()
  expect(readFileSync(join(sheaf.folder, 'notes.md'), 'utf8')).toMatch(
    /> and the gluing axiom says that nothing else is asked \[@\S+, p\. 2\]\n\nThe axiom/
  )
})

test('all annotations are in one place: searched as one types, filtered, opened, exported', async ({
  window
}) => {
  const { page } = window
  for (const key of ['1', '2', '3']) {
    await window.focusList()
    await page.keyboard.press('v')
    await expect(page.getByRole('toolbar')).toBeVisible()
    await page.keyboard.press(key)
    await expect(items(window)).toHaveCount(1)
    await window.focusList()
    await page.keyboard.press('j')
    await expect(items(window)).toHaveCount(0)
  }
  await window.place('Annotations').click()
  const view = page.getByRole('main', { name: 'Annotations' })
  await expect(view).toContainText('3 annotations in 3 papers')
  const rows = view.getByRole('grid').locator('[id^=mark-]')
  await expect(rows).toHaveCount(3)
  await expectNoViolations(window, 'all annotations')
  await view.getByRole('button', { name: 'Green' }).click()
  await expect(rows).toHaveCount(1)
  const quote = await rows.first().locator('.quote').innerText()
  await view.getByRole('button', { name: 'Green' }).click()
  await view.getByRole('searchbox', { name: 'Search annotations' }).fill(quote.slice(0, 25))
  await expect(rows).toHaveCount(1)
  await view.getByRole('button', { name: 'Export annotations' }).click()
  await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click()
  await expect(window.said('Copied 1 annotation as Markdown.')).toBeVisible()
  await expect.poll(() => window.clipboard()).toMatch(/^# .* \[@\S+\]\n\n> /)
  await view.getByRole('searchbox', { name: 'Search annotations' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(view).toBeHidden()
  await expect(items(window).first()).toBeFocused()
  await page.keyboard.press('Control+Shift+a')
  await expect(view).toBeVisible()
  await view.getByRole('searchbox', { name: 'Search annotations' }).fill('nothing like it')
  await expect(view).toContainText('No annotation is like that')
})

const pictures = process.env['SHEAF_SCREENSHOTS']
for (const theme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [1440, 900],
    [900, 600]
  ] as const)
    test(`annotations look right, ${theme}, ${String(width)} × ${String(height)}`, async ({
      window
    }) => {
      const { page } = window
      test.skip(pictures === undefined, 'asked for by SHEAF_SCREENSHOTS, a folder')
      await window.app.evaluate(
        ({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(...size)
        },
        [width, height] as [number, number]
      )
      await page.evaluate((name) => self.sheaf.call('settings:set', { theme: name }), theme)
      await page.reload()
      await window.isReady()
      const shot = (name: string) =>
        page.screenshot({
          path: join(pictures ?? '', `${name}-${theme}-${String(width)}.png`)
        })
      for (const key of ['1', '3', 'u']) {
        await window.focusList()
        await page.keyboard.press('v')
        await expect(page.getByRole('toolbar')).toBeVisible()
        await page.keyboard.press(key)
        await expect(items(window)).toHaveCount(1)
        await window.focusList()
        await page.keyboard.press('j')
        await expect(items(window)).toHaveCount(0)
      }
      await page.keyboard.press('k')
      await expect(items(window)).toHaveCount(1)
      await page.keyboard.press('v')
      await expect(page.getByRole('toolbar')).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('4')
      await expect(items(window)).toHaveCount(2)
      await items(window).nth(1).focus()
      await page.keyboard.press('e')
      await page.keyboard.type('Is this **really** so? See lemma 3.')
      await section(window)
        .getByRole('combobox', { name: 'Add a tag to the annotation' })
        .fill('doubt')
      await page.keyboard.press('Enter')
      await expect(items(window).getByRole('button', { name: /Take tag/ })).toBeVisible()
      await section(window).scrollIntoViewIfNeeded()
      await shot('editor')
      await page.keyboard.press('Escape')
      await window.focusList()
      await page.keyboard.press('v')
      await expect(page.getByRole('toolbar')).toBeVisible()
      await shot('toolbar')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Shift+a')
      await expect(page.getByRole('main', { name: 'Annotations' })).toContainText('4 annotations')
      await shot('view')
      await page.keyboard.press('Control+,')
      await window.dialog().getByText('Colours of annotations').scrollIntoViewIfNeeded()
      await shot('settings')
    })
