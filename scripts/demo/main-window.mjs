import { expect } from '@playwright/test'

/** @typedef {import('@playwright/test').Page} Page */

/**
 * What a user does in the main window, one function a deed, found by role and name as a screen
 * reader finds it.
 *
 * @param {Page} page
 */
export function mainWindow(page) {
  const sheet = page.getByRole('dialog', { name: /import/i })
  const search = page.getByRole('searchbox', { name: /search/i })
  const list = page.getByRole('grid', { name: /papers/i })
  const detail = page.getByRole('region', { name: /paper/i })
  return {
    /** @returns {Promise<string>} the import sheet's own summary */
    async importSummary() {
      await expect(sheet).toBeVisible({ timeout: 60_000 })
      const summary = sheet.getByRole('status')
      await expect(summary).toContainText(/added|unchanged/)
      return (await summary.innerText()).replace(/\s+/g, ' ').trim()
    },

    async closeSheet() {
      await sheet.getByRole('button', { name: /done|close/i }).click()
      await expect(sheet).toBeHidden()
    },

    /** @param {string} words */
    async search(words) {
      await search.fill(words)
      await expect(list.getByRole('row').first()).toBeVisible()
      return Number(await list.getAttribute('aria-rowcount'))
    },

    async clearSearch() {
      await search.fill('')
    },

    /** @returns {Promise<string>} the first paper's title */
    async openFirst() {
      await list.getByRole('row').first().click()
      return (await detail.getByRole('heading').first().innerText()).trim()
    },

    /** @param {string} name */
    async tag(name) {
      await page.keyboard.press('t')
      const field = page.getByRole('combobox', { name: /tag/i })
      await field.fill(name)
      await field.press('Enter')
      await page.keyboard.press('Escape')
      await expect(detail.getByText(name, { exact: true })).toBeVisible()
    },

    /** @param {string} text */
    async annotate(text) {
      const note = detail.getByRole('textbox', { name: /note/i })
      await note.fill(text)
      await expect(detail.getByText(/^saved/i)).toBeVisible()
    },

    async exportLibrary() {
      await page.getByRole('button', { name: /export/i }).click()
      await expect(page.getByText(/exported/i)).toBeVisible()
    }
  }
}
