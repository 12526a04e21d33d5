import { mkdirSync } from 'node:fs'
import { expectNoViolations } from '../fixtures/axe'
import type { MainWindow } from '../pages/main-window'
import { expect, test } from '../fixtures/sheaf'
import { fillLibrary, goBack, speak, visits } from '../fixtures/views'

/** Where pictures go when somebody wants to look at them. */
const pictures = process.env['SHEAF_SCREENSHOTS']

async function picture(window: MainWindow, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await window.page.screenshot({ path: `${pictures}/${name.replaceAll(' ', '-')}.png` })
}

/** Controls that cannot be brought wholly into the window, and what sticks out of it. */
function outOfReach(window: MainWindow): Promise<string[]> {
  return window.page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.body
    const found: string[] = []
    const controls =
      'button, input:not([type=radio]):not([type=checkbox]), select, textarea, a[href], [tabindex="0"]'
    for (const one of root.querySelectorAll<HTMLElement>(controls)) {
      if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      if (one.closest('.visually-hidden, .toasts, [role=separator]') !== null) continue
      one.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const box = one.getBoundingClientRect()
      const tall = box.height > innerHeight
      const isIn =
        box.left >= -1 &&
        box.right <= innerWidth + 1 &&
        (tall || (box.top >= -1 && box.bottom <= innerHeight + 1))
      // What is cut off by what holds it is as far away as what lies outside.
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 10)]
      const hit = document.elementFromPoint(x, y)
      // Completions lie over the list while one types, and go with Escape.
      const isBeneathCompletions = hit?.closest('[role=listbox]') != null
      const isHit = hit !== null && (one.contains(hit) || hit.contains(one) || isBeneathCompletions)
      if (!isIn || !isHit)
        found.push(
          `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40)} ${isIn ? `covered by ${hit?.outerHTML.slice(0, 80) ?? ''}` : 'outside'}`
        )
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the window scrolls sideways')
    return found
  })
}

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing wrong with any view, ${theme}`, async ({ window }) => {
    test.setTimeout(240_000)
    const { page } = window
    await page.evaluate((name) => self.sheaf.call('settings:set', { theme: name }), theme)
    await page.reload()
    await window.isReady()
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expectNoViolations(window, 'empty library')
    await fillLibrary(window, () => expectNoViolations(window, 'review of an import'))
    for (const { name, open } of visits) {
      await open(window)
      await expectNoViolations(window, name)
      await picture(window, `${name} ${theme}`)
      await goBack(window)
    }
  })

for (const { name: size, width, height, zoom } of [
  { name: '900 × 600', width: 900, height: 600, zoom: 1 },
  { name: '200 % zoom', width: 1440, height: 900, zoom: 2 }
])
  test(`everything can be reached at ${size}`, async ({ window }) => {
    test.setTimeout(180_000)
    await window.app.evaluate(
      ({ BrowserWindow }, to) => {
        const [first] = BrowserWindow.getAllWindows()
        first?.setContentSize(to.width, to.height)
        first?.webContents.setZoomFactor(to.zoom)
      },
      { width, height, zoom }
    )
    await expect
      .poll(() => window.page.evaluate(() => innerWidth))
      .toBeLessThanOrEqual(width / zoom)
    expect(await outOfReach(window), 'empty library').toEqual([])
    await fillLibrary(window, async () => {
      expect.soft(await outOfReach(window), 'review of an import').toEqual([])
      await picture(window, `review ${size}`)
    })
    for (const { name, open } of visits) {
      await open(window)
      expect.soft(await outOfReach(window), name).toEqual([])
      await picture(window, `${name} ${size}`)
      await goBack(window)
    }
  })

test('a mirrored window has everything in reach, and nothing that axe finds wrong', async ({
  window
}) => {
  test.setTimeout(180_000)
  await speak(window, 'ar-XB')
  await window.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600)
  })
  await fillLibrary(window)
  for (const { name, open } of visits) {
    await open(window)
    expect.soft(await outOfReach(window), name).toEqual([])
    await picture(window, `${name} mirrored`)
    await goBack(window)
  }
  await expectNoViolations(window, 'mirrored list')
})

test('a note, a title and an abstract run as their own script does', async ({ window }) => {
  await fillLibrary(window)
  const { page } = window
  await page.keyboard.press('e')
  const dialog = window.dialog()
  await dialog.getByLabel('Title', { exact: true }).fill('نسج الشبكات العصبية')
  await dialog.getByLabel('Abstract').fill('ملخص قصير عن النسج.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(window.title()).toHaveText('نسج الشبكات العصبية')
  const direction = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).direction)
  expect(await direction('#paper h1')).toBe('rtl')
  expect(await direction('#paper .abstract p')).toBe('rtl')
  expect(await direction('main h3')).toBe('rtl')
  await page.keyboard.press('n')
  await window.note().getByRole('textbox').fill('ملاحظة')
  expect(await direction('#paper textarea')).toBe('rtl')
})

test('with colours of the user’s own, what is selected is still told', async ({ window }) => {
  await fillLibrary(window)
  const { page } = window
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const outline = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).outlineStyle)
  expect(await outline('main [role=row][aria-selected=true]')).toBe('solid')
  expect(await outline('nav [aria-selected=true]')).toBe('solid')
  await picture(window, 'forced colours')
})
