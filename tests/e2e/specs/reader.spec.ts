import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoViolations } from '../fixtures/axe'
import { sampleDigest } from '../fixtures/digest'
import { longPdf, paperPdf } from '../fixtures/pdf'
import { expect, test, type Sheaf } from '../fixtures/sheaf'
import type { MainWindow } from '../pages/main-window'
import { Reader } from '../pages/reader'

/** Where pictures of the reader go, for those who ask for them. */
const pictures = process.env['SHEAF_SCREENSHOTS']

async function picture(window: MainWindow, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await window.page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** Takes a PDF in as a paper, and opens it by the key. */
async function opened(
  sheaf: Sheaf,
  window: MainWindow,
  pdf = paperPdf(),
  title = 'On the Weaving of Rivers'
): Promise<Reader> {
  const file = join(sheaf.folder, `${title}.pdf`)
  writeFileSync(file, pdf)
  await window.importFile(file)
  await window.focusList()
  await window.page.keyboard.press('Enter')
  const reader = new Reader(window)
  await reader.shows(title)
  return reader
}

/** Attaches a file to the paper on view, as it is chosen in the dialog. */
async function attach(window: MainWindow, file: string): Promise<void> {
  await window.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, file)
  await window.detail().getByRole('button', { name: 'Attach a file…' }).click()
}

test('Enter on a paper with a PDF opens it, Escape leads back, and p to the pages again', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  await expect(reader.tabs()).toHaveText(['Library', 'On the Weaving of Rivers'])
  await expect(reader.tabs().nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(window.grid()).toBeHidden()
  await expect(window.title()).toHaveText('On the Weaving of Rivers')
  await reader.leave()
  await window.page.keyboard.press('p')
  await expect(reader.tools()).toBeVisible()
  await reader.leave()
  await window.page.keyboard.press('o')
  await expect(reader.tabs()).toHaveCount(2)
  await expect(reader.tools()).toBeVisible()
  await reader.closeTab()
  await expect(window.grid()).toBeFocused()
  await expect(reader.tabs()).toHaveCount(0)
})

test('pages scroll on and on, are gone to by number, and turned by keys', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  await expect(reader.tools()).toContainText('of 6')
  await expect(reader.number()).toHaveValue('1')
  await window.page.keyboard.press('g')
  await expect(reader.number()).toBeFocused()
  await window.page.keyboard.type('4')
  await window.page.keyboard.press('Enter')
  await reader.shows('Section 4')
  await expect(reader.number()).toHaveValue('4')
  await window.page.keyboard.press('j')
  await reader.shows('Section 5')
  await window.page.keyboard.press('k')
  await window.page.keyboard.press('k')
  await reader.shows('Section 3')
  await reader.frame().locator('#pages').hover()
  await window.page.mouse.wheel(0, 1500)
  await expect(reader.number()).toHaveValue('4')
})

test('words are found on every page, counted, listed, and gone through', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  await window.page.keyboard.press('Control+f')
  const field = reader.finder().getByRole('searchbox')
  await expect(field).toBeFocused()
  await field.fill('bend number')
  await expect(reader.finder().getByRole('status')).toHaveText('1 of 4 hits')
  await expect(reader.frame().locator('.textLayer .highlight.selected').first()).toBeInViewport()
  await field.press('Enter')
  await expect(reader.finder().getByRole('status')).toHaveText('2 of 4 hits')
  await reader.shows('Bend number 3.')
  await field.press('Shift+Enter')
  await field.press('Shift+Enter')
  await expect(reader.finder().getByRole('status')).toHaveText('4 of 4 hits')
  await reader.finder().getByRole('button', { name: 'List' }).click()
  const hits = reader.region().getByRole('navigation', { name: 'Hits' })
  await expect(hits.getByRole('button')).toHaveCount(4)
  await expect(hits.locator('mark').first()).toHaveText('Bend number')
  await hits.getByRole('button').nth(1).click()
  await expect(reader.finder().getByRole('status')).toHaveText('2 of 4 hits')
  await reader.shows('Bend number 3.')
  await reader.finder().getByRole('button', { name: 'Match capitals' }).click()
  await expect(reader.finder().getByRole('status')).toHaveText('Not found')
  await field.press('Escape')
  await expect(reader.finder()).toBeHidden()
  await expect(reader.frame().locator('.textLayer .highlight')).toHaveCount(0)
})

test('pages are as wide as the room, whole, larger by key, button and wheel', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  const width = async (): Promise<number> =>
    (await reader.frame().locator('.page').first().boundingBox())?.width ?? 0
  const room = (await reader.frame().locator('#pages').boundingBox())?.width ?? 0
  expect(await width()).toBeGreaterThan(room - 60)
  const fit = await width()
  await window.page.keyboard.press('Control+=')
  await expect.poll(width).toBeGreaterThan(fit * 1.05)
  await expect(reader.tool('Pages as wide as the window')).toHaveAttribute('aria-pressed', 'false')
  await window.page.keyboard.press('Control+9')
  await expect.poll(width).toBeLessThan(fit)
  await expect(reader.tool('Whole pages')).toHaveAttribute('aria-pressed', 'true')
  const whole = await width()
  await reader.frame().locator('#pages').hover()
  await window.page.keyboard.down('Control')
  await window.page.mouse.wheel(0, -200)
  await window.page.keyboard.up('Control')
  await expect.poll(width).toBeGreaterThan(whole * 1.1)
  await window.page.keyboard.press('Control+0')
  await expect.poll(width).toBeCloseTo(fit, 0)
  // It goes on filling the room when that becomes another.
  await window.page.keyboard.press('Shift+b')
  await expect.poll(width).toBeGreaterThan(fit + 100)
})

test('two pages stand side by side, and pages are turned', async ({ sheaf, window }) => {
  const reader = await opened(sheaf, window)
  await reader.tool('Two pages side by side').click()
  await expect(reader.frame().locator('.spread').first().locator('.page')).toHaveCount(2)
  await reader.tool('Two pages side by side').click()
  await expect(reader.frame().locator('.spread')).toHaveCount(0)
  const box = reader.frame().locator('.page').first()
  const before = await box.boundingBox()
  expect(before?.height).toBeGreaterThan(before?.width ?? 0)
  await reader.tool('Turn pages clockwise').click()
  await expect
    .poll(async () => {
      const now = await box.boundingBox()
      return (now?.width ?? 0) > (now?.height ?? 0)
    })
    .toBe(true)
})

test('two presses of a switch, one right after the other, leave it as it was', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  const spreads = reader.frame().locator('.spread')
  // In one task of the window: nothing that the pages say comes in between.
  await reader.tool('Two pages side by side').evaluate((button: HTMLElement) => {
    button.click()
    button.click()
    button.click()
  })
  await expect(spreads).not.toHaveCount(0)
  await reader.tool('Two pages side by side').evaluate((button: HTMLElement) => {
    button.click()
    button.click()
  })
  await reader.tool('Turn pages clockwise').click()
  await expect
    .poll(async () => {
      const box = await reader.frame().locator('.page').first().boundingBox()
      return (box?.width ?? 0) > (box?.height ?? 0)
    })
    .toBe(true)
  await expect(spreads).not.toHaveCount(0)
})

test('small pages and the outline lead to their pages', async ({ sheaf, window }) => {
  const reader = await opened(sheaf, window)
  await window.page.keyboard.press('u')
  const outline = reader.region().getByRole('navigation', { name: 'Outline' })
  await expect(outline.getByRole('button')).toHaveText([
    'Weaving',
    'Bends',
    'Bends of the second kind',
    'References'
  ])
  await outline.getByRole('button', { name: 'Bends of the second kind' }).click()
  await reader.shows('Section 4')
  await reader.leave()
  await window.page.keyboard.press('p')
  await reader.shows('Section 4')
  await window.page.keyboard.press('i')
  const small = reader.frame().getByRole('navigation', { name: 'Small pages' })
  await expect(small.getByRole('button')).toHaveCount(6)
  await expect(small.getByRole('button', { name: 'Page 4' })).toHaveAttribute(
    'aria-current',
    'page'
  )
  await expect(small.locator('canvas').first()).toBeVisible()
  await small.getByRole('button', { name: 'Page 2' }).click()
  await reader.shows('Section 2')
})

test('a citation shows its reference, leads to it, and back', async ({ sheaf, window }) => {
  const reader = await opened(sheaf, window)
  const citation = reader.frame().locator('.linkAnnotation a').first()
  const card = reader.frame().locator('#preview')
  await citation.hover()
  await expect(card).toBeVisible()
  await expect(card).toContainText('A. Byron. The oldest loom')
  await expect(card).toContainText('In Proceedings of the Looms')
  await expect(card).not.toContainText('Letters on Water')
  await expect(card).not.toContainText('Banks and what they hold')
  await picture(window, 'preview')
  await reader.frame().getByText('Ada Ono').hover()
  await expect(card).toBeHidden()
  await citation.focus()
  await expect(card).toBeVisible()
  await expect(citation).toHaveAttribute('aria-describedby', 'preview')
  await expect(reader.tool('Back to where you were in the PDF')).toBeDisabled()
  await window.page.keyboard.press('Enter')
  await reader.shows(/The oldest loom, and how/)
  await window.page.keyboard.press('Alt+ArrowLeft')
  await expect(reader.number()).toHaveValue('1')
  await reader.shows('On the Weaving of Rivers')
  await reader.tool('Forward in the PDF').click()
  await expect(reader.number()).toHaveValue('6')
})

test('links out of the PDF open in the system’s browser, when they are clicked', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  await window.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  await reader.frame().locator('.linkAnnotation a[href^=https]').click()
  await expect
    .poll(() => window.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['https://example.org/rivers'])
})

test('text is selected and copied', async ({ sheaf, window }) => {
  const reader = await opened(sheaf, window)
  await reader.frame().locator('.textLayer').getByText('Ada Ono').dblclick()
  await window.page.keyboard.press('Control+c')
  await expect.poll(() => window.clipboard()).toMatch(/^(Ada|Ono)$/)
})

test('dark pages darken paper and ink, and leave photographs as they are', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  await window.page.keyboard.press('Shift+d')
  await expect(reader.frame().locator('html')).toHaveAttribute('data-pages', 'dark')
  await expect(reader.frame().locator('.figure').first()).toBeVisible()
  const box = await reader.frame().locator('.figure').first().boundingBox()
  const shot = await window.page.screenshot()
  await picture(window, 'dark-pages')
  const pixel = await pixelsOf(window, shot, [
    [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10],
    [(box?.x ?? 0) - 20, (box?.y ?? 0) + 10]
  ])
  const [sky = [], paper = []] = pixel
  expect(sky[2]).toBeGreaterThan(200)
  expect(Math.max(...paper)).toBeLessThan(60)
  await window.page.keyboard.press('Shift+d')
  await expect(reader.frame().locator('.figure').first()).toBeHidden()
})

test('a PDF opens where it was left, after a restart too', async ({ sheaf, window }) => {
  const reader = await opened(sheaf, window)
  await window.page.keyboard.press('Control+9')
  await window.page.keyboard.press('d')
  await window.page.keyboard.press('g')
  await expect(reader.number()).toBeFocused()
  await window.page.keyboard.type('3')
  await window.page.keyboard.press('Enter')
  await expect(reader.number()).toHaveValue('3')
  await reader.closeTab()
  await expect(window.grid()).toBeFocused()
  const again = await sheaf.restart()
  await again.focusList()
  await again.page.keyboard.press('Enter')
  const later = new Reader(again)
  await expect(later.number()).toHaveValue('3')
  await expect(later.tool('Whole pages')).toHaveAttribute('aria-pressed', 'true')
  await expect(later.tool('Two pages side by side')).toHaveAttribute('aria-pressed', 'true')
  await expect(again.page.getByRole('button', { name: /^Undo/ }).first()).toHaveAttribute(
    'title',
    /import/
  )
})

test('a PDF that is closed while its pages still turn opens at the page that was asked for, time after time', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  for (let round = 0; round < 15; round++) {
    const wanted = String((round % 3) + 1)
    await window.page.keyboard.press('g')
    await expect(reader.number()).toBeFocused()
    await window.page.keyboard.type(wanted)
    // Enter and Ctrl+W in one go, as quick hands do it.
    await window.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      for (const type of ['keyDown', 'char', 'keyUp'] as const)
        contents?.sendInputEvent({ type, keyCode: 'Enter' })
      for (const type of ['keyDown', 'keyUp'] as const)
        contents?.sendInputEvent({ type, keyCode: 'w', modifiers: ['control'] })
    })
    // The list has the keys at once, and no frame that goes takes them away.
    await expect(reader.region()).toBeHidden()
    await expect(window.grid()).toBeFocused()
    await window.page.keyboard.press('Enter')
    await expect(reader.number()).toHaveValue(wanted)
  }
})

test('files are taken over an open PDF as anywhere else, wherever they come into the window', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  const pages = await reader.frame().locator('#pages').boundingBox()
  if (pages === null) throw new Error('The pages are not on the screen.')
  const overPages = { x: pages.x + pages.width / 2, y: pages.y + pages.height / 2 }
  const overTabs = { x: 300, y: 60 }
  for (const from of [overTabs, overPages]) {
    await window.dragFiles([from, overPages], overPages, [sampleDigest])
    await expect(window.dialog()).toContainText('12 new papers')
    await window.page.keyboard.press('Escape')
    await expect(window.dialog()).toBeHidden()
    await reader.shows('On the Weaving of Rivers')
  }
})

test('papers are open in tabs side by side with their notes', async ({ sheaf, window }) => {
  const reader = await opened(sheaf, window)
  await reader.leave()
  await opened(sheaf, window, paperPdf({ title: 'Second of the Rivers' }), 'Second of the Rivers')
  await expect(reader.tabs()).toHaveText([
    'Library',
    'On the Weaving of Rivers',
    'Second of the Rivers'
  ])
  await window.page.keyboard.press('n')
  const note = window.note().getByRole('textbox')
  await note.fill('The second loom.')
  await window.page.keyboard.press('Control+Shift+Tab')
  await expect(window.title()).toHaveText('On the Weaving of Rivers')
  await reader.shows('On the Weaving of Rivers')
  await expect(window.note()).not.toContainText('The second loom.')
  await reader.tabs().nth(2).click()
  await expect(window.title()).toHaveText('Second of the Rivers')
  await expect(window.note()).toContainText('The second loom.')
  await window.page.keyboard.press('Shift+l')
  await expect(window.grid()).toBeVisible()
  await window.page.keyboard.press('Shift+l')
  await expect(window.grid()).toBeHidden()
  await window.command('back to the list')
  await expect(window.grid()).toBeFocused()
  await expect(window.title()).toHaveText('Second of the Rivers')
})

test('a locked PDF asks for its password, and says when that is wrong', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  await reader.closeTab()
  const file = join(sheaf.folder, 'locked.pdf')
  writeFileSync(file, paperPdf({ password: 'loom', title: 'Locked Rivers' }))
  await attach(window, file)
  await window
    .detail()
    .getByRole('button', { name: /^locked\.pdf/ })
    .click()
  const password = window.page.getByLabel('Password')
  await expect(password).toBeFocused()
  await password.fill('wrong')
  await password.press('Enter')
  await expect(window.page.getByRole('alert').filter({ hasText: 'does not open' })).toBeVisible()
  await password.fill('loom')
  await password.press('Enter')
  await reader.shows('Locked Rivers')
})

test('what cannot be shown is told in a sentence with a way out', async ({ sheaf, window }) => {
  const reader = await opened(sheaf, window)
  await reader.closeTab()
  await window.page.evaluate(() => self.sheaf.call('settings:set', { attaching: 'link' }))
  const damaged = join(sheaf.folder, 'damaged.pdf')
  writeFileSync(damaged, 'no PDF at all, '.repeat(200))
  await attach(window, damaged)
  await window
    .detail()
    .getByRole('button', { name: /^damaged\.pdf/ })
    .click()
  const region = new Reader(window).region()
  await expect(region.getByRole('alert')).toContainText('“damaged.pdf” is damaged or no PDF')
  await expect(region.getByRole('button', { name: 'Open with another program' })).toBeVisible()
  await region.getByRole('button', { name: 'Close' }).click()
  await expect(window.grid()).toBeVisible()
  rmSync(damaged)
  await window
    .detail()
    .getByRole('button', { name: /^damaged\.pdf/ })
    .click()
  await expect(region.getByRole('alert')).toContainText('is linked and no longer at')
})

test('selected text is highlighted, commented, recoloured and deleted, and undo brings it back', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  const words = reader.frame().locator('.textLayer').getByText('Ada Ono')
  await words.click({ clickCount: 3 })
  const bar = reader.region().getByRole('toolbar', { name: 'Mark the selected text' })
  await bar.getByRole('button', { name: /^Highlight: Green/ }).click()
  await expect(bar).toBeHidden()
  const mark = reader.frame().locator('.mark.highlight')
  await expect(mark).toHaveCount(1)
  await expect(window.page.getByRole('contentinfo')).toContainText('annotation “Ada Ono”')
  await words.click()
  const card = reader.region().getByRole('dialog', { name: 'Highlight, p. 1' })
  await card.getByRole('textbox', { name: 'Comment' }).fill('Who is she?')
  await card.getByRole('radio', { name: 'Pink' }).check()
  await picture(window, 'card')
  await card.getByRole('textbox', { name: 'Comment' }).press('Escape')
  await expect(card).toBeHidden()
  await window.page.keyboard.press('Shift+m')
  const list = reader.region().getByRole('navigation', { name: 'Annotations' })
  await expect(list.getByRole('button')).toContainText(['Ada Ono'])
  await expect(list.getByRole('button')).toContainText(['Who is she?'])
  await window.page.keyboard.press('g')
  await expect(reader.number()).toBeFocused()
  await window.page.keyboard.type('5')
  await window.page.keyboard.press('Enter')
  await expect(reader.number()).toHaveValue('5')
  await list.getByRole('button').click()
  await reader.shows('Ada Ono')
  await card.getByRole('button', { name: 'Delete' }).click()
  await expect(mark).toHaveCount(0)
  await window.page.keyboard.press('Control+z')
  await expect(mark).toHaveCount(1)
})

test('a hit is highlighted by a key alone, in any colour', async ({ sheaf, window }) => {
  const reader = await opened(sheaf, window)
  await window.page.keyboard.press('Control+f')
  await expect(reader.finder().getByRole('searchbox')).toBeFocused()
  await window.page.keyboard.type('Bend number 3')
  await expect(reader.finder().getByRole('status')).toHaveText('1 of 1 hit')
  await window.page.keyboard.press('Escape')
  await expect(
    reader.region().getByRole('toolbar', { name: 'Mark the selected text' })
  ).toBeVisible()
  await window.page.keyboard.press('3')
  await expect(reader.frame().locator('.mark.highlight')).toHaveCount(1)
  const [made] = await window.page.evaluate(async () => {
    const papers = await self.sheaf.call('annotation:list', {
      ...{ paperId: 1, attachmentId: null, pages: null }
    })
    return papers.ok ? papers.value : []
  })
  expect(made).toMatchObject({ kind: 'highlight', colour: 2 })
  expect(made?.target).toMatchObject({
    ...{ on: 'pdf', page: 2, pageLabel: '3' },
    quote: { exact: 'Bend number 3' }
  })
})

test('notes, areas, drawings and text are put on the page with a tool', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  const box = await reader.frame().locator('.page').first().boundingBox()
  const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 80]
  await reader.take('Mark an area of the page')
  await window.page.mouse.move(x, y)
  await window.page.mouse.down()
  await window.page.mouse.move(x + 80, y + 40, { steps: 4 })
  await window.page.mouse.up()
  await expect(reader.frame().locator('.mark.area')).toHaveCount(1)
  await reader.take('Draw on the page')
  await window.page.mouse.move(x + 120, y)
  await window.page.mouse.down()
  await window.page.mouse.move(x + 180, y + 30, { steps: 8 })
  await window.page.mouse.up()
  await expect(reader.frame().locator('.mark.ink polyline')).toHaveCount(1)
  await reader.putDown()
  await reader.take('Put a note on the page')
  await window.page.mouse.click(x + 240, y)
  await expect(reader.frame().locator('.mark.note')).toHaveCount(1)
  const card = reader.region().getByRole('dialog', { name: 'Note, p. 1' })
  await card.getByRole('textbox', { name: 'Comment' }).fill('Ask about the bank.')
  await card.getByRole('textbox', { name: 'Comment' }).press('Escape')
  await reader.take('Write on the page')
  await window.page.mouse.click(x, y + 60)
  const text = reader.region().getByRole('dialog', { name: 'Text, p. 1' })
  await text.getByRole('textbox', { name: 'Comment' }).fill('Written here')
  await text.getByRole('textbox', { name: 'Comment' }).press('Escape')
  await expect(reader.frame().locator('.mark.text')).toContainText('Written here')
  await picture(window, 'tools')
})

test('a PDF of 500 pages shows its first page, its printed numbers, and any other at once', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window, longPdf(500), 'Five Hundred Bends')
  await expect(reader.tools()).toContainText('of 500')
  await expect(reader.number()).toHaveValue('i')
  await window.page.keyboard.press('g')
  await expect(reader.number()).toBeFocused()
  await window.page.keyboard.type('490')
  await window.page.keyboard.press('Enter')
  await reader.shows('Page 494 of the bends.')
  await expect(reader.number()).toHaveValue('490')
})

for (const theme of ['light', 'dark'] as const)
  test(`the reader reads well small and enlarged, ${theme}`, async ({ sheaf, window }) => {
    const { page, app } = window
    await page.evaluate((name) => self.sheaf.call('settings:set', { theme: name }), theme)
    await page.reload()
    await window.isReady()
    const reader = await opened(sheaf, window)
    await page.keyboard.press('Control+f')
    await expect(reader.finder().getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('loom')
    await expect(reader.finder().getByRole('status')).toHaveText(/of \d+ hits/)
    await reader.finder().getByRole('button', { name: 'List' }).click()
    await picture(window, `large-${theme}`)
    await expectNoViolations(window, 'reader with hits')
    await page.keyboard.press('Escape')
    await page.keyboard.press('u')
    await page.keyboard.press('i')
    await expectNoViolations(window, 'reader with outline')
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600)
    })
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(900)
    await picture(window, `small-${theme}`)
    await app.evaluate(({ BrowserWindow }) => {
      const only = BrowserWindow.getAllWindows()[0]
      only?.setContentSize(1440, 900)
      only?.webContents.setZoomFactor(2)
    })
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(720)
    for (const tool of ['Find in the PDF', 'Show or hide the paper beside the PDF'])
      await expect(reader.tool(tool)).toBeInViewport()
    await picture(window, `enlarged-${theme}`)
  })

/** The colours of a picture at some places. */
async function pixelsOf(
  window: MainWindow,
  png: Buffer,
  places: [number, number][]
): Promise<number[][]> {
  return window.app.evaluate(
    ({ nativeImage }, { data, at }) => {
      const image = nativeImage.createFromDataURL(`data:image/png;base64,${data}`)
      const { width } = image.getSize()
      const bitmap = image.toBitmap()
      return at.map(([x, y]) => {
        const offset = (Math.round(y) * width + Math.round(x)) * 4
        // The order of a bitmap is blue, green, red.
        return [bitmap[offset + 2] ?? 0, bitmap[offset + 1] ?? 0, bitmap[offset] ?? 0]
      })
    },
    { data: png.toString('base64'), at: places }
  )
}
