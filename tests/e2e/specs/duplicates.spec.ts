import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures/sheaf'

test('duplicates are found, merged in bulk, told apart, and all of it can be taken back', async ({
  sheaf,
  window
}) => {
  const { page } = window
  const file = join(sheaf.folder, 'two.bib')
  // Two entries of one file that go by keys of their own stay two.
  writeFileSync(
    file,
    `@misc{one, title = {On Looms}, year = 2024, note = {A}}
@misc{two, title = {On Looms}, author = {Weber, Ada}}
@misc{three, title = {On Cloth}}
@misc{four, title = {On Cloth}, author = {Ek, Bo}}
@misc{five, title = {On Dyes}}`
  )
  await window.importFile(file)
  await window.expectCount(5)
  await window.command('duplicates')
  const dialog = window.dialog()
  await expect(dialog).toContainText('2 groups of papers that may be one')
  const looms = dialog.getByRole('region', { name: 'Group 1' })
  await looms.getByRole('radio').nth(1).check()
  await dialog.getByRole('button', { name: 'Not the same' }).last().click()
  await expect(dialog).toContainText('1 group of papers')
  await dialog.getByRole('button', { name: 'Undo last' }).click()
  await expect(dialog).toContainText('2 groups of papers')
  await dialog.getByRole('button', { name: 'Merge all 2 groups' }).click()
  await expect(dialog).toContainText('No two papers look the same')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await window.place('Library').click()
  await window.expectCount(3)
  await window.rows().filter({ hasText: 'On Looms' }).click()
  await expect(window.detail()).toContainText('Ada Weber')
  await expect(window.detail()).toContainText('2024')
  await expect(window.detail().getByRole('button', { name: 'two', exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await window.expectCount(5)
})
