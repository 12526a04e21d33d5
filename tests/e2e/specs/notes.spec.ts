import { mkdirSync } from 'node:fs'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'

test.beforeEach(async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.focusList()
})

/** Where pictures go when somebody wants to look at them. */
const pictures = process.env['SHEAF_SCREENSHOTS']

async function picture(
  window: { page: { screenshot: (o: object) => Promise<unknown> } },
  name: string
): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await window.page.screenshot({ path: `${pictures}/${name}.png` })
}

test('mathematics is set in titles, abstracts and notes, and search marks it', async ({
  window
}) => {
  const { page } = window
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.keyboard.press('e')
  const dialog = window.dialog()
  await dialog.getByLabel('Title', { exact: true }).fill('Bounds of $O(n \\log n)$ for Looms')
  await dialog
    .getByLabel('Abstract')
    .fill(
      'We weave in $\\mathcal{O}(n^2)$ and prove that \\[ \\int_0^1 x^2\\,dx = \\frac{1}{3} \\] holds for $5. Hostile: $\\def\\x{\\x\\x}\\x$. See https://example.org/looms.'
    )
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(window.title().locator('.katex')).toHaveCount(1)
  await expect(window.detail().locator('.abstract .katex')).toHaveCount(2)
  await expect(window.detail().locator('.abstract .katex-display')).toHaveCount(1)
  await expect(window.detail().locator('.abstract .source')).toHaveText('$\\def\\x{\\x\\x}\\x$')
  await expect(
    window.detail().getByRole('link', { name: 'https://example.org/looms' })
  ).toBeVisible()
  await window.search().fill('mathcal')
  await expect(window.detail().locator('.abstract .formula.marked')).toHaveCount(1)
  await window.search().fill('')
  await window.focusList()
  await window.writeNote(
    'So $e^{i\\pi} = -1$.\n\n$$\n\\sum_{i=1}^n i\n$$\n\n- $\\frac{1}{$ is broken'
  )
  await expect(window.note().locator('.katex')).toHaveCount(2)
  await expect(window.note().locator('.source')).toHaveText('$\\frac{1}{$')
  const font = await page.evaluate(() =>
    document.fonts.ready.then(() => document.fonts.check('16px KaTeX_Main'))
  )
  expect(font).toBe(true)
  expect(complaints).toEqual([])
  await picture(window, 'maths-light')
})

test('a note is written with keys that help, and its field keeps its own undo', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('n')
  const area = window.note().getByRole('textbox')
  await expect(area).toBeFocused()
  await page.keyboard.type('- one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  await page.keyboard.press('Tab')
  await expect(area).toHaveValue('- one\n  - two')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('bold')
  await expect(area).toHaveValue('- one\n  - two\n  \n**bold**')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(area).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(area).toHaveValue('- one\n  - two\n  \n**bold**')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+k')
  await expect(window.dialog()).toBeHidden()
  await expect(area).toHaveValue(/\[\]\(\)/)
  await page.keyboard.press('Control+z')
  await window.note().getByRole('button', { name: 'Preview' }).click()
  await expect(window.note().locator('.markdown strong')).toHaveText('bold')
  await page.keyboard.press('Escape')
  await expect(area).toBeHidden()
  await expect(window.note().getByRole('listitem').first()).toContainText('one')
})

test('notes link papers, by key and by title, and the links follow a changed key', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('n')
  const area = window.note().getByRole('textbox')
  await page.keyboard.type('As asked in [[probes meas')
  await expect(window.note().getByRole('option')).toContainText(['What Do Probes Measure?'])
  await page.keyboard.press('Enter')
  await expect(area).toHaveValue('As asked in [[probes-measure-separating]]')
  await page.keyboard.type(', and [[LOOM')
  await expect(window.note().getByRole('listbox')).toBeHidden()
  await page.keyboard.type('net]]')
  await page.keyboard.press('Escape')
  await window.note().getByRole('button', { name: 'probes-measure-separating' }).click()
  await expect(window.title()).toContainText('What Do Probes Measure?')
  const mentions = window.detail().getByRole('region', { name: 'Mentioned in the notes of' })
  await expect(mentions).toContainText('As asked in [[probes-measure-separating]]')
  await picture(window, 'mentions-light')
  await window.detail().getByRole('button', { name: 'Change the citation key' }).click()
  await window.dialog().getByRole('textbox').fill('probes2026')
  await window.dialog().getByRole('button', { name: 'Save' }).click()
  await expect(mentions).toContainText('As asked in [[probes2026]]')
  await mentions.getByRole('button').click()
  await expect(window.title()).toContainText('LoomNet')
  await expect(window.note().getByRole('button', { name: 'probes2026' })).toBeVisible()
  await window.focusList()
  await page.keyboard.press('Control+z')
  await expect(
    window.note().getByRole('button', { name: 'probes-measure-separating' })
  ).toBeVisible()
})

test('what a note was can be looked at and had again, after undo and a restart too', async ({
  sheaf,
  window
}) => {
  await window.writeNote('The first words, which are good.')
  await window.writeNote('Other words.')
  await window.focusList()
  await window.page.keyboard.press('Control+z')
  await expect(window.note().getByRole('button', { name: 'Write' })).toBeVisible()
  await window.writeNote('Third words.')
  const again = await sheaf.restart()
  await expect(again.note()).toContainText('Third words.')
  await again.focusList()
  await again.page.keyboard.press('Shift+H')
  const dialog = again.dialog()
  await expect(dialog.getByRole('listbox')).toBeFocused()
  await dialog.getByRole('checkbox', { name: 'Every save' }).check()
  await expect(dialog.getByRole('option')).toHaveCount(3)
  await dialog.getByRole('listbox').focus()
  await again.page.keyboard.press('End')
  await expect(dialog.getByRole('region', { name: 'What was different' })).toContainText(
    'Only then: The first'
  )
  await picture(again, 'history-light')
  await again.page.keyboard.press('Enter')
  await expect(again.note()).toContainText('The first words, which are good.')
  await again.focusList()
  await again.page.keyboard.press('Control+z')
  await expect(again.note()).toContainText('Third words.')
})

test('a note is written with all the room there is, and what was typed last is on disk when the window closes', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await page.keyboard.press('Shift+N')
  const area = window.dialog().getByRole('textbox')
  await expect(area).toBeFocused()
  await page.keyboard.type('# Roomy\n\nIt is $x^2$ here.\n\nSee [[loom')
  await expect(window.dialog().getByRole('status').last()).toHaveText(/^Saved/)
  await expect(window.dialog().locator('.katex')).toHaveCount(1)
  await picture(window, 'writing-light')
  await page.keyboard.press('Escape')
  await expect(window.dialog()).toBeHidden()
  await window.focusList()
  await page.keyboard.press('n')
  await page.keyboard.type('!')
  const again = await sheaf.restart()
  await expect(again.note()).toContainText('See [[loom!')
})

test('a note comes through a crash, and its paper is found by its words', async ({
  sheaf,
  window
}) => {
  await window.page.keyboard.press('n')
  await window.page.keyboard.type('a heddle of words')
  await expect(window.note().getByRole('status').first()).toHaveText(/^Saved/)
  await sheaf.kill()
  const again = await sheaf.start()
  await again.search().fill('heddle')
  await expect(again.note()).toContainText('a heddle of words')
})

test('words are dragged from one place of a note to another, and nothing is imported', async ({
  window
}) => {
  const { page } = window
  await window.focusList()
  await page.keyboard.press('n')
  const field = window.note().getByRole('textbox')
  await field.fill('last first')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  const box = await field.boundingBox()
  if (box === null) throw new Error('The note is not on the screen.')
  const y = box.y + 20
  await page.mouse.move(box.x + 22, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, y, { steps: 4 })
  await page.mouse.move(box.x + box.width - 30, y, { steps: 4 })
  await expect(page.locator('.overlay')).toBeHidden()
  await page.mouse.up()
  await expect(window.dialog()).toBeHidden()
  await expect(field).toHaveValue(/^\s*first\s*last\s*$/)
})
