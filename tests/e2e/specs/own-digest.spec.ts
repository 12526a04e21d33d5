import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleDigest } from '../fixtures/digest'
import { expectNoViolations } from '../fixtures/axe'
import { expect, Sheaf, test } from '../fixtures/sheaf'

test('some papers are made into a digest, which gives the same papers, links and notes to another user', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await window.importFile(sampleDigest)
  await window.focusList()
  await expect(window.title()).toContainText('LoomNet')
  await window.writeNote('Read **this** first.')
  await window.focusList()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('contentinfo')).toContainText('2 selected')
  await window.command('make a digest')
  const sheet = window.dialog()
  await expect(sheet.getByRole('combobox', { name: 'Of which papers' })).toHaveValue('selection')
  await sheet.getByRole('textbox', { name: 'Title' }).fill('For the Reading Group')
  const preview = sheet.getByRole('region', { name: 'Preview of the first papers' })
  await expect(preview).toContainText('<h1>For the Reading Group</h1>')
  await sheet.getByRole('checkbox', { name: 'My notes' }).check()
  await expect(preview).toContainText('<strong>this</strong>')
  await sheet.getByRole('radio', { name: 'Plain text' }).check()
  await expect(preview).toContainText('    > Read **this** first.')
  await expectNoViolations(window, 'a digest being made')
  await sheet.getByRole('radio', { name: 'Web page' }).check()
  await expect(preview).toContainText('<!DOCTYPE html>')
  const file = join(sheaf.folder, 'group.html')
  await window.answerSaveDialog(file)
  await sheet.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText('Digest of 2 papers written to group.html')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('LoomNet')

  const other = new Sheaf(join(sheaf.folder, 'other'))
  try {
    const theirs = await other.start()
    await theirs.importFile(file)
    await theirs.expectCount(2)
    await expect(theirs.place(/For the Reading Group/)).toBeVisible()
    await theirs.row('LoomNet').click()
    await expect(theirs.title()).toContainText('LoomNet')
    await expect(theirs.note()).toContainText('Read this first.')
    await expect(theirs.detail()).toContainText('github.com/sheaf-sample/loomnet')
  } finally {
    await other.stop()
  }
})

test('a tag is made into a digest from its menu, and copied', async ({ window }) => {
  const { page } = window
  await window.importFile(sampleDigest)
  await window.focusList()
  await window.addTag('looms')
  await window.place('looms').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Make a digest…' }).click()
  const sheet = window.dialog()
  await expect(sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('Tag looms')
  await expect(sheet).toContainText('1 paper')
  await sheet.getByRole('radio', { name: 'Markdown' }).check()
  await expect(sheet.getByRole('region', { name: /Preview/ })).toContainText('# Tag looms')
  await sheet.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Digest of 1 paper copied: Markdown.')).toBeVisible()
  expect(await window.clipboard()).toMatch(
    /^# Tag looms\n\n\d{4}-\d\d-\d\d · 1 paper · Sheaf\n\n## 1\. /
  )
})
