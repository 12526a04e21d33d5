import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'

test.beforeEach(async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.focusList()
})

test('keys move, select, search and open what they should', async ({ window }) => {
  const { page } = window
  await expect(window.title()).toContainText('LoomNet')
  await page.keyboard.press('j')
  await expect(window.title()).toContainText('What Do Probes Measure?')
  await page.keyboard.press('k')
  await expect(window.title()).toContainText('LoomNet')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(window.detail()).toContainText('3 papers selected')
  await page.keyboard.press('/')
  await expect(window.search()).toBeFocused()
  await page.keyboard.type('jsk')
  await expect(window.search()).toHaveValue('jsk')
  await expect(page.getByRole('main')).toContainText('Nothing found')
  await page.keyboard.press('Escape')
  await expect(window.search()).toHaveValue('')
  await window.expectCount(12)
  await page.keyboard.press('Escape')
  await window.command('keys')
  await expect(window.dialog()).toContainText('Next paper')
  await page.keyboard.press('Escape')
  await expect(window.dialog()).toBeHidden()
})

test('a click right after scrolling opens what is under the pointer', async ({ window }) => {
  const list = await window.grid().boundingBox()
  const [x, y] = [(list?.x ?? 0) + 200, (list?.y ?? 0) + 300]
  const under = await window.grid().evaluate(async (grid, at) => {
    grid.scrollTop = grid.scrollHeight
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    const rows = [...grid.querySelectorAll('.row')]
    const row = rows.find((each) => each.getBoundingClientRect().bottom > at)
    return row?.querySelector('h3')?.textContent
  }, y)
  await window.page.mouse.click(x, y)
  await expect(window.title()).toHaveText(under ?? 'a row')
})

test('the list stays where it was scrolled to when papers change, and follows the keys', async ({
  window
}) => {
  const { page } = window
  const grid = window.grid()
  await window.row('LoomNet').click()
  await window.focusList()
  await page.keyboard.press('n')
  await page.keyboard.type('Written here.')
  await grid.evaluate(async (list) => {
    list.scrollTop = list.scrollHeight
    await new Promise(requestAnimationFrame)
  })
  const there = await grid.evaluate((list) => list.scrollTop)
  expect(there).toBeGreaterThan(100)
  // The note that is saved changes its paper, and with it the list.
  await expect(window.note().getByRole('status')).toHaveText(/^Saved/)
  await new Promise((done) => setTimeout(done, 300))
  expect(await grid.evaluate((list) => list.scrollTop)).toBe(there)
  await window.focusList()
  await page.keyboard.press('j')
  const { top, bottom } = await grid.evaluate((list) => {
    const current = list.querySelector('.row.current')?.getBoundingClientRect()
    const room = list.getBoundingClientRect()
    return {
      top: (current?.top ?? -1e9) - room.top,
      bottom: room.bottom - (current?.bottom ?? 1e9)
    }
  })
  expect(top).toBeGreaterThanOrEqual(0)
  expect(bottom).toBeGreaterThanOrEqual(0)
})

test('what is typed wrong is found all the same, and it is said', async ({ window }) => {
  await window.search().fill('transformrs')
  await expect(window.page.getByText(/No exact match; showing near ones/)).toBeVisible()
  await expect(window.row('Ternary Bit Transformers')).toBeVisible()
  for (const odd of ['title: + ~ ^ *', '"((', '-', '𓂀', '\\frac{', 'a:b:c'])
    await window.search().fill(odd)
  await expect(window.page.locator('.toasts .error')).toHaveCount(0)
})

test('several papers are tagged at once, and that is undone at once', async ({ window }) => {
  const { page } = window
  await page.keyboard.press('Control+a')
  await expect(window.detail()).toContainText('12 papers selected')
  await window.addTag('spring')
  await expect(window.place(/spring/)).toContainText('12')
  await window.focusList()
  await page.keyboard.press('Control+z')
  await expect(window.said('Taken back: tag 12 papers “spring”.')).toBeVisible()
  await expect(window.place(/spring/)).toHaveCount(0)
})

test('a deleted paper lies in the trash with all it had, and can be restored', async ({
  window
}) => {
  await window.addTag('kept')
  await window.focusList()
  await window.page.keyboard.press('Delete')
  await window.expectCount(11)
  await window.place('Trash').click()
  await window.expectCount(1)
  await expect(window.detail().getByRole('button', { name: 'Remove tag kept' })).toBeVisible()
  await window.detail().getByRole('button', { name: 'Restore' }).click()
  await window.expectCount(0)
  await window.place('Library').click()
  await window.expectCount(12)
})

test('keys and entries are copied', async ({ window }) => {
  await window.page.keyboard.press('c')
  await expect.poll(() => window.clipboard()).toBe('\\cite{loomnet-weaving-sparse}')
  await window.page.keyboard.press('b')
  await expect.poll(() => window.clipboard()).toMatch(/@misc\{loomnet-weaving-sparse,/)
})

test('a paper becomes complete by what the user fills in, and keeps its key', async ({
  window
}) => {
  const { page } = window
  await expect(window.detail()).toContainText('Not known: authors, year')
  await page.keyboard.press('e')
  const dialog = window.dialog()
  await dialog.getByLabel('Authors').fill('van der Berg, Ada\nOno, Yoko')
  await dialog.getByLabel('Date', { exact: false }).first().fill('2026-03')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(window.detail()).toContainText('Ada van der Berg, Yoko Ono')
  await expect(window.detail()).not.toContainText('Not known')
  await expect(window.detail()).toContainText('loomnet-weaving-sparse')
})

test('a citation key in use is refused, whatever its capitals', async ({ window }) => {
  await window.detail().getByRole('button', { name: 'Change the citation key' }).click()
  const dialog = window.dialog()
  await dialog.getByRole('textbox').fill('Probes-Measure-Separating')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toContainText('belongs to “What Do Probes Measure?')
  await dialog.getByRole('textbox').fill('loom2026')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(window.detail()).toContainText('loom2026')
})

test('undo in a note takes back a letter, not a change to the library', async ({ window }) => {
  const { page } = window
  await page.keyboard.press('n')
  const area = window.note().getByRole('textbox')
  await expect(area).toBeFocused()
  await page.keyboard.type('abc')
  await page.keyboard.press('Control+z')
  await expect(area).not.toHaveValue('abc')
  await window.expectCount(12)
  await expect(page.locator('.toasts')).not.toContainText('Taken back')
})

test('hostile text is shown as text', async ({ window }) => {
  const { page } = window
  const hostile = '<img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>'
  await window.addTag(hostile)
  await window.writeNote(`${hostile}\n\n[x](javascript:globalThis.pwned=1)\n\n**end**`)
  await expect(window.note().locator('strong')).toHaveText('end')
  await page.keyboard.press('e')
  const dialog = window.dialog()
  await dialog.getByLabel('Title', { exact: true }).fill(hostile)
  await dialog.getByLabel('Abstract').fill(hostile)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(window.title()).toHaveText(hostile)
  await window.search().fill('onerror')
  await expect(window.rows().first()).toContainText('onerror')
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
  expect(await page.locator('img, script:not([src])').count()).toBe(0)
})
