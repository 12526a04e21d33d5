import { mkdirSync } from 'node:fs'
import type { MainWindow } from '../pages/main-window'
import { expect, test } from '../fixtures/sheaf'
import { fillLibrary, focusList, goBack, speak, visits } from '../fixtures/views'

/** Where pictures go when somebody wants to look at them. */
const pictures = process.env['SHEAF_SCREENSHOTS']

async function picture(window: MainWindow, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await window.page.screenshot({ path: `${pictures}/${name.replaceAll(' ', '-')}.png` })
}

/** Words on the screen, or read out, that bear no marks of a catalogue and are not the user's own. */
function unmarked(window: MainWindow): Promise<string[]> {
  return window.page.evaluate(() => {
    // Texts of papers, what was typed, places of files; keys; what is the same in every language.
    const own =
      '[dir=auto], kbd, code, .key, .drag, .url, .tag, .katex, mark, .brand, textarea, option, .own, title, .sources'
    const same = /^(Sheaf|BibTeX|BibLaTeX|DOI|arXiv|Ctrl.*|[a-z]|weaving|survey|\/.*|\W*)$/
    const found: string[] = []
    const isMarked = (text: string): boolean => text.includes('⟦') && text.includes('⟧')
    const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !same.test(text.trim())
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      const parent = node.parentElement
      if (!hasWords(text) || parent === null || parent.closest(own) !== null) continue
      if (parent.closest('style, script') !== null) continue
      if (!isMarked(text)) found.push(text.trim())
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name) ?? ''
        if (element.closest('.katex') === null && hasWords(text) && !isMarked(text))
          found.push(`${name}: ${text}`)
      }
    return [...new Set(found)]
  })
}

test('no word of the window is outside the catalogues', async ({ window }) => {
  test.setTimeout(180_000)
  await speak(window, 'en-XA')
  expect(await unmarked(window), 'empty library').toEqual([])
  await fillLibrary(window, async () => {
    expect(await unmarked(window), 'review of an import').toEqual([])
  })
  for (const { name, open } of visits) {
    await open(window)
    expect.soft(await unmarked(window), name).toEqual([])
    await goBack(window)
  }
  const labels = await window.app.evaluate(({ Menu }) => {
    const all = (menu: Electron.Menu | null): string[] =>
      (menu?.items ?? []).flatMap((item) => [
        ...(item.type === 'separator' ? [] : [item.label]),
        ...all(item.submenu ?? null)
      ])
    return all(Menu.getApplicationMenu())
  })
  expect(
    labels.filter((label) => !label.includes('⟦') && label !== 'Toggle Developer Tools')
  ).toEqual([])
})

test('Sheaf speaks German, from the first word of every window on', async ({ sheaf, window }) => {
  await window.page.keyboard.press('Control+,')
  await window.dialog().getByRole('radio', { name: 'Deutsch' }).click()
  const { page } = window
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('combobox', { name: 'Die Bibliothek durchsuchen' })).toBeVisible()
  await fillLibrary(window)
  await expect(page.getByRole('main')).toContainText('12 Papers')
  await expect(page.locator('footer')).toContainText('Zuletzt: Notiz zu „LoomNet')
  await picture(window, 'german list')
  await page.keyboard.press('Control+,')
  await picture(window, 'german settings')
  await page.keyboard.press('Escape')
  await focusList(window)
  await page.getByRole('button', { name: 'Zitierschlüssel ändern' }).click()
  await window.dialog().getByRole('textbox').fill('probes-measure-separating')
  await window.dialog().getByRole('button', { name: 'Speichern' }).click()
  await expect(window.dialog()).toContainText('gehört zu „What Do Probes Measure?')
  await page.keyboard.press('Escape')
  const menu = await window.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label)
  )
  expect(menu).toContain('&Datei')
  await sheaf.stop()
  await sheaf.start([], 'Die Bibliothek durchsuchen')
  await expect(sheaf.page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(sheaf.page.locator('footer')).toContainText('12 Papers')
  await sheaf.page.keyboard.press('Control+,')
  await sheaf.window.dialog().getByRole('radio', { name: 'English' }).click()
  await expect(sheaf.page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(sheaf.window.search()).toBeVisible()
})

test('what is being written is on disk before the window speaks another language', async ({
  window
}) => {
  await fillLibrary(window)
  await window.page.keyboard.press('n')
  await window.page.keyboard.type(' last words')
  await window.page.keyboard.press('Control+,')
  await window.dialog().getByRole('radio', { name: 'Deutsch' }).click()
  await expect(window.page.locator('html')).toHaveAttribute('lang', 'de')
  await window.page.locator('main [role=row]', { hasText: 'LoomNet' }).click()
  await expect(window.page.locator('#paper .markdown')).toContainText('last words')
})

test('a window of a language from right to left is a mirror image', async ({ window }) => {
  await speak(window, 'ar-XB')
  await fillLibrary(window)
  const { page } = window
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const places = await page.evaluate(() =>
    ['nav', 'main', '#paper'].map((name) => document.querySelector(name)?.getBoundingClientRect().x)
  )
  expect([...places].sort((a, b) => Number(b) - Number(a))).toEqual(places)
  const sideways = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX))
      .map((one) => one.className)
  )
  expect(sideways).toEqual([])
  await picture(window, 'mirrored list')
})
