import { expectNoViolations } from '../fixtures/axe'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'

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
    await page.keyboard.press('l')
    await expect(window.dialog()).toContainText('Look papers up on the web?')
    await expectNoViolations(window, 'consent to look-ups')
    await page.keyboard.press('Escape')
    await window.focusList()
    for (const [key, view] of [
      ['Control+k', 'commands'],
      ['Shift+?', 'keys'],
      ['Control+Shift+K', 'citation picker'],
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
