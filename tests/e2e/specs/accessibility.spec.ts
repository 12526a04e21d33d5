import AxeBuilder from '@axe-core/playwright'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'
import type { MainWindow } from '../pages/main-window'

async function expectNoViolations(window: MainWindow, view: string): Promise<void> {
  // Electron opens no second page for axe to work in; the older way needs none.
  const { violations } = await new AxeBuilder({ page: window.page }).setLegacyMode(true).analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`)
  }))
  expect(found, view).toEqual([])
}

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing wrong with any view, ${theme}`, async ({ window }) => {
    const { page } = window
    await page.evaluate((name) => self.sheaf.call('settings:set', { theme: name }), theme)
    await page.reload()
    await window.isReady()
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expectNoViolations(window, 'empty library')
    await window.dropFiles(sampleDigest)
    await expect(window.dialog()).toContainText('12 new papers')
    await expectNoViolations(window, 'review sheet')
    await window.addAll()
    await window.focusList()
    await window.addTag('weaving')
    await expectNoViolations(window, 'list and paper')
    await window.focusList()
    for (const [key, view] of [
      ['Control+k', 'commands'],
      ['Shift+?', 'keys'],
      ['Control+,', 'settings'],
      ['e', 'details']
    ] as const) {
      await page.keyboard.press(key)
      await expect(window.dialog()).toBeVisible()
      await expectNoViolations(window, view)
      await page.keyboard.press('Escape')
      await expect(window.dialog()).toBeHidden()
    }
    await window.search().fill('nothing like this at all')
    await expectNoViolations(window, 'search without result')
  })
