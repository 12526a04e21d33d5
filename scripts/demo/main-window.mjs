import { expect } from '@playwright/test'

/** @typedef {import('@playwright/test').Page} Page */

/**
 * What a user does in the main window, one function a deed, found by role and name as a screen
 * reader finds it.
 *
 * @param {Page} page
 */
export function mainWindow(page) {
  const sheet = page.getByRole('dialog')
  const summary = sheet.getByRole('heading', { name: /new paper|to merge|already/ })
  const search = page.getByRole('combobox', { name: 'Search the library' })
  const found = page.getByRole('status').filter({ hasText: /^[\d,]+ found$/ })
  const rows = page.getByRole('grid').getByRole('row')
  const detail = page.getByRole('article')
  const note = detail.getByRole('region', { name: 'Note' })
  return {
    /** @returns {Promise<string>} the import sheet's own sentence on what it found */
    async importSummary() {
      await expect(summary).toBeVisible({ timeout: 60_000 })
      return summary.innerText()
    },

    async closeSheet() {
      await sheet.getByRole('button', { name: /^(Add|Merge|Done)/ }).click()
      await expect(sheet).toBeHidden()
    },

    /** @returns {Promise<string>} what one would search for to find the last paper on view again */
    async wordsOfLast() {
      const title = await rows.last().getByRole('heading').innerText()
      const longest = title.match(/\p{L}+/gu)?.sort((a, b) => b.length - a.length) ?? []
      return longest.slice(0, 2).join(' ')
    },

    /**
     * @param {string} words
     * @returns {Promise<string>} '12 found'
     */
    async search(words) {
      await search.fill(words)
      await expect(found).toBeVisible()
      return found.innerText()
    },

    async clearSearch() {
      await search.fill('')
      await expect(found).toBeHidden()
    },

    /** @returns {Promise<string>} the paper's title */
    async openFirst() {
      await rows.first().click()
      return (await detail.getByRole('heading', { level: 1 }).innerText()).trim()
    },

    /** @param {string} name */
    async tag(name) {
      await page.keyboard.press('t')
      const field = detail.getByRole('combobox', { name: 'Add a tag' })
      await field.fill(name)
      await field.press('Enter')
      await field.press('Escape')
      await expect(detail.getByRole('button', { name: `Remove tag ${name}` })).toBeVisible()
    },

    /** @param {string} text */
    async annotate(text) {
      await note.getByRole('button', { name: 'Write' }).click()
      await note.getByRole('textbox', { name: 'Note' }).fill(text)
      await note.getByRole('button', { name: 'Done' }).click()
      await expect(note.getByRole('status')).toHaveText(/^Saved /)
    },

    /** @returns {Promise<string>} what the window says of it */
    async exportLibrary() {
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Library as BibTeX…' }).click()
      const said = page.getByText(/ written to /)
      await expect(said).toBeVisible()
      return said.innerText()
    }
  }
}
