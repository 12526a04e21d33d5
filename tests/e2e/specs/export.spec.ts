import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/sheaf'

const bib = `@article{weber24, title = {On the Weaving of Sheaves}, author = {Weber, Ada and Ek, Bo}, journal = {Journal of Cloth Research}, year = 2024, volume = 3, pages = {4--9}, doi = {10.1000/cloth.1}, abstract = {Threads.}}
@book{klein19, title = {A Book of Looms}, author = {Klein, Ida}, publisher = {Loom Press}, year = 2019}
@misc{chen21, title = {Sheaves at Scale}, author = {Chen, Yu}, eprint = {2101.00001}, archiveprefix = {arXiv}, year = 2021}`

/** Where `SHEAF_SCREENSHOTS` says, pictures of the window are left for whoever wants to see it. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHEAF_SCREENSHOTS']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  for (const [theme, width, height] of [
    ['light', 1440, 900],
    ['dark', 900, 600]
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate((value) => {
      document.documentElement.dataset['theme'] = value
    }, theme)
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

test.beforeEach(async ({ sheaf, window }) => {
  const file = join(sheaf.folder, 'cloth.bib')
  writeFileSync(file, bib)
  await window.importFile(file)
  await window.expectCount(3)
})

test('one click exports for a publisher, and a list in Markdown', async ({ sheaf, window }) => {
  const acm = join(sheaf.folder, 'acm.bib')
  await window.answerSaveDialog(acm)
  await window.export('Library for IEEE…')
  await expect(window.said('3 papers written to acm.bib')).toBeVisible()
  const text = readFileSync(acm, 'utf8')
  expect(text).toContain('journal = {J. Cloth Res.}')
  expect(text).not.toContain('abstract =')
  const list = join(sheaf.folder, 'list.md')
  await window.answerSaveDialog(list)
  await window.export('Library as Markdown…')
  await expect(window.said('3 papers written to list.md')).toBeVisible()
  expect(readFileSync(list, 'utf8')).toContain(
    '[On the Weaving of Sheaves](<https://doi.org/10.1000/cloth.1>)'
  )
})

test('choices for exports are kept with the library', async ({ sheaf, window }) => {
  const { page } = window
  await window.command('citation keys and export')
  const dialog = window.dialog()
  await expect(dialog.getByRole('heading', { name: 'Citation keys and export' })).toBeVisible()
  await dialog.getByRole('radio', { name: 'By key' }).check()
  await dialog.getByRole('radio', { name: 'Nowhere' }).check()
  await dialog.getByRole('textbox', { name: 'Fields to leave out' }).fill('abstract, 7up')
  await dialog.getByRole('textbox', { name: 'Fields to leave out' }).blur()
  await expect(dialog).toContainText('“7up” is no name of a field.')
  await dialog.getByRole('textbox', { name: 'Fields to leave out' }).fill('abstract, volume')
  await dialog.getByRole('textbox', { name: 'Fields to leave out' }).blur()
  await picture(page, 'choices')
  await dialog.getByRole('button', { name: 'Done' }).click()
  const file = join(sheaf.folder, 'refs.bib')
  await window.answerSaveDialog(file)
  await window.export('Library as BibTeX…')
  await expect(window.said('3 papers written to refs.bib')).toBeVisible()
  const text = readFileSync(file, 'utf8')
  expect([...text.matchAll(/^@\w+\{(\w+),/gm)].map(([, key]) => key)).toEqual([
    'chen21',
    'klein19',
    'weber24'
  ])
  expect(text).not.toMatch(/^ {2}(abstract|volume|url) =/m)
})

test('a pattern for keys is shown on the library’s papers, kept, and made use of with undo', async ({
  window
}) => {
  const { page } = window
  await window.command('citation keys and export')
  const dialog = window.dialog()
  const pattern = dialog.getByRole('textbox', { name: 'Pattern for new keys' })
  await pattern.fill('auth.lowr + year')
  await expect(dialog).toContainText('At 6: There is no filter “lowr”. Did you mean lower?')
  await expect(dialog.getByRole('button', { name: 'Use this pattern' })).toBeDisabled()
  await pattern.fill('auth.lower + "-" + year')
  await expect(dialog.getByRole('row', { name: /weber-2024 weber24/ })).toBeVisible()
  await picture(page, 'pattern')
  await dialog.getByRole('button', { name: 'Use this pattern' }).click()
  await expect(dialog.getByRole('button', { name: 'Use this pattern' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await window.focusList()
  await page.keyboard.press('Control+a')
  await window.command('make citation keys anew')
  await expect(window.dialog()).toContainText('3 keys of 3 would change')
  await picture(page, 'make-keys')
  await window.dialog().getByRole('button', { name: 'Change 3 keys' }).click()
  await expect(window.said('3 keys made anew.')).toBeVisible()
  await window.row('On the Weaving').click()
  await expect(
    window.detail().getByRole('button', { name: 'weber-2024', exact: true })
  ).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(window.detail().getByRole('button', { name: 'weber24', exact: true })).toBeVisible()
})

test('references are shown in a style and copied', async ({ window }) => {
  const { page } = window
  await window.row('On the Weaving').click()
  await window.command('formatted references')
  const dialog = window.dialog()
  const list = dialog.getByRole('list', { name: 'Formatted references' })
  await expect(list).toContainText('Weber')
  await dialog.getByRole('combobox', { name: 'Style' }).selectOption({ label: 'IEEE' })
  await expect(list).toContainText('[1]')
  await picture(page, 'references')
  await dialog.getByRole('button', { name: 'Copy as text' }).click()
  await expect(window.said('Copied 1 reference.')).toBeVisible()
  expect(await window.clipboard()).toContain('Weber')
  await dialog.getByRole('button', { name: 'Copy with italics' }).click()
  await expect
    .poll(() => window.app.evaluate(({ clipboard }) => clipboard.readHTML()))
    .toContain('<i>')
})
