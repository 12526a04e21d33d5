import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'

/** A bibliography that takes a while to take in. */
function manyEntries(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `@article{made${String(index)}, title = {Made-up Paper Number ${String(index)}}, author = {Ona, Writer${String(index)} and Twoa, Reader}, journal = {Journal of Numbers}, year = 2020}`
  ).join('\n')
}

test('nothing is in the library before the user has looked, and Escape leaves it so', async ({
  window
}) => {
  await window.dropFiles(sampleDigest)
  await expect(window.dialog()).toContainText('12 new papers')
  await window.page.keyboard.press('Escape')
  await expect(window.dialog()).toBeHidden()
  await window.expectCount(0)
})

test('what is read wrong is put right before it is added', async ({ window }) => {
  const { page } = window
  await window.dropFiles(sampleDigest)
  const sheet = window.dialog()
  await sheet.getByRole('option', { name: /LoomNet/ }).click()
  await sheet.getByRole('button', { name: /^Correct what is read of LoomNet/ }).click()
  await page.getByLabel('Title').fill('LoomNet, Corrected')
  await page.getByLabel('Authors').fill('Weber, Anna')
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByRole('option', { name: /LoomNet, Corrected/ })).toContainText('Weber')
  await sheet.getByRole('option', { name: /Forgetting on Purpose/ }).click()
  await page.keyboard.press('x')
  await expect(sheet.getByRole('heading').first()).toHaveText('11 new papers')
  await sheet.locator('input[type=date]').fill('2025-03-14')
  await sheet.getByRole('button', { name: 'Save date' }).click()
  await expect(sheet).not.toContainText('year inferred')
  await sheet.getByRole('button', { name: /^Add 11 papers/ }).click()
  await window.expectCount(11)
  await expect(window.place('Trending papers, 14 Mar 2025')).toBeVisible()
  await expect(window.rows().filter({ hasText: 'LoomNet, Corrected' })).toContainText('Weber')
  await expect(window.rows().filter({ hasText: 'Forgetting on Purpose' })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await window.expectCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect(window.place('Library')).toContainText('11')
})

test('what is dropped while a drop is looked at waits for its turn', async ({ sheaf, window }) => {
  const files = ['First', 'Second'].map((name) => join(sheaf.folder, `${name}.bib`))
  for (const [at, file] of files.entries())
    writeFileSync(file, `@article{k${at}, title = {Paper ${at} of Two}, author = {Ek, Bo}}`)
  await window.dropFiles(files[0] ?? '')
  await expect(window.dialog()).toContainText('1 new paper')
  await window.dropFiles(files[1] ?? '')
  await expect(window.dialog()).toContainText('Paper 0 of Two')
  await window.addAll(false)
  await expect(window.dialog()).toContainText('Paper 1 of Two')
  await window.addAll()
  await window.place('Library').click()
  await window.expectCount(2)
})

test('a paper that only looks like one of the library’s can be set apart', async ({
  sheaf,
  window
}) => {
  const file = join(sheaf.folder, 'reply.bib')
  writeFileSync(join(sheaf.folder, 'first.bib'), '@misc{first, title = {On Looms and Cloth}}')
  writeFileSync(file, '@misc{second, title = {On Looms and Cloth}}')
  await window.importFile(join(sheaf.folder, 'first.bib'))
  await window.dropFiles(file)
  const sheet = window.dialog()
  await expect(sheet).toContainText('The same as “On Looms and Cloth” (first)')
  await sheet.getByRole('button', { name: /^Not the same paper/ }).click()
  await expect(sheet.getByRole('heading').first()).toHaveText('1 new paper')
  await sheet.getByRole('button', { name: /^Add 1 paper/ }).click()
  await window.place('Library').click()
  await window.expectCount(2)
})

test('a text is read in the format that the user says', async ({ sheaf, window }) => {
  const file = join(sheaf.folder, 'odd.txt')
  writeFileSync(
    file,
    '@misc{a, title = {On Cloth}, eprint = {2603.00001}, note = {arXiv:2603.00002}}'
  )
  await window.dropFiles(file)
  const sheet = window.dialog()
  await expect(sheet.getByRole('option', { name: /On Cloth/ })).toBeVisible()
  await sheet.getByLabel('Read as').selectOption('Any text with links to papers')
  await expect(sheet.getByRole('option', { name: /arXiv:2603\.00002/ })).toBeVisible()
})

test('an import that is cancelled leaves nothing; one that is killed leaves nothing, and can be made again', async ({
  sheaf,
  window
}) => {
  test.setTimeout(120_000)
  const file = join(sheaf.folder, 'many.bib')
  writeFileSync(file, manyEntries(20_000))
  await window.dropFiles(file)
  await expect(window.dialog()).toContainText('20,000 new papers', { timeout: 30_000 })
  await window.page.keyboard.press('Enter')
  await expect(window.page.getByText('Adding papers to the library').first()).toBeVisible()
  await window.page.getByRole('button', { name: 'Cancel' }).last().click()
  // What was planned is there again, and nothing of it in the library.
  await expect(window.dialog()).toContainText('20,000 new papers')
  await window.page.keyboard.press('Escape')
  await window.expectCount(0)

  await window.dropFiles(file)
  await expect(window.dialog()).toContainText('20,000 new papers', { timeout: 30_000 })
  await window.page.keyboard.press('Enter')
  await expect(window.page.getByText('Adding papers to the library').first()).toBeVisible()
  await sheaf.kill()
  const again = await sheaf.start()
  await expect(again.said(/ended in the middle of an import/)).toBeVisible()
  await again.expectCount(0)
  await again.dropFiles(file)
  await expect(again.dialog()).toContainText('20,000 new papers', { timeout: 30_000 })
  await again.page.keyboard.press('Enter')
  await expect(again.place('Library')).toContainText('20,000', { timeout: 60_000 })
})
