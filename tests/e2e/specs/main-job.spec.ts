import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasRealDigest, realDigest, sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'

test('a digest dropped on the window becomes a library, a bibliography, and is there after a restart', async ({
  sheaf,
  window
}) => {
  await window.expectCount(0)
  await window.dropFiles(sampleDigest)
  await expect(window.dialog()).toContainText('12 new papers')
  await window.addAll()
  await expect(window.said('12 papers added')).toBeVisible()
  await window.expectCount(12)
  await expect(window.place(/Trending papers/)).toContainText('12')

  await window.search().fill('sparse atten')
  await window.expectCount(1)
  await expect(window.rows().first().locator('mark')).toHaveText(['Sparse', 'Attention'])
  await window.search().press('Enter')
  await expect(window.title()).toContainText('LoomNet')
  await window.addTag('long documents')
  await window.writeNote('Compare with **dense** attention.')
  await expect(window.note().locator('strong')).toHaveText('dense')
  await window.focusList()
  await window.page.keyboard.press('s')
  await expect(window.place('Starred')).toContainText('1')
  await window.search().fill('')
  await window.expectCount(12)

  const file = join(sheaf.folder, 'refs.bib')
  await window.answerSaveDialog(file)
  await window.export('Library as BibTeX…')
  await expect(window.said('12 papers written to refs.bib')).toBeVisible()
  const bib = readFileSync(file, 'utf8')
  expect(bib.match(/^@/gm)).toHaveLength(12)
  expect(bib).toContain('{loomnet-weaving-sparse,')
  expect(bib).toContain('% Incomplete: no author, no year.')
  expect(bib).toContain('keywords = {long documents}')

  await sheaf.restart()
  const again = sheaf.window
  await again.expectCount(12)
  await again.place(/long documents/).click()
  await again.expectCount(1)
  await expect(again.title()).toContainText('LoomNet')
  await expect(again.note()).toContainText('Compare with dense attention.')
  await expect(again.detail().getByRole('button', { name: 'Starred' })).toBeVisible()

  await again.page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(again.said('Taken back: star a paper.')).toBeVisible()
  await expect(again.detail().getByRole('button', { name: 'Star', exact: false })).toHaveAttribute(
    'aria-pressed',
    'false'
  )
})

test('the same file again adds nothing, and says so', async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.dropFiles(sampleDigest)
  await expect(window.dialog()).toContainText('12 papers already in your library')
  await expect(window.dialog().getByRole('button', { name: /^Add/ })).toBeHidden()
  await window.closeSheet()
  await window.expectCount(12)
})

test('one undo takes a whole import back, and redo brings it again', async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.expectCount(12)
  await window.page.keyboard.press('Control+z')
  await window.expectCount(0)
  await expect(window.page.getByRole('main')).toContainText('A library for what you read')
  await window.page.keyboard.press('Control+Shift+Z')
  await expect(window.place('Library')).toContainText('12')
})

test('the sheet shows the source beside the result and lets both be corrected', async ({
  window
}) => {
  await window.dropFiles(sampleDigest)
  const sheet = window.dialog()
  await expect(sheet).toContainText('year inferred')
  await sheet.getByRole('option', { name: /Forgetting on Purpose/ }).click()
  await expect(
    sheet.locator('mark, [aria-current], .selected').filter({ hasText: 'Image generators' }).first()
  ).toBeVisible()
  await sheet.locator('input[type=date]').fill('2025-03-14')
  await sheet.getByRole('button', { name: 'Save date' }).click()
  await expect(sheet).not.toContainText('year inferred')
  await expect(sheet).toContainText('14 March 2025')
})

test('several files are one import; what could not be read is named, and one undo takes all back', async ({
  sheaf,
  window
}) => {
  const abstract =
    'We fold maps of rivers. Folding them is hard. It is done here for the first time.'
  const files = {
    'two-days.txt': `Mar 14\n\nFolding River Maps\n\n${abstract}\n\nA lone line without an abstract\n\nMar 15\n\nUnfolding River Maps\n\n${abstract}\n\nRefolding River Maps\n\n${abstract}\n`,
    'letter.txt': 'Dear all,\n\nthank you for coming.\n'
  }
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(sheaf.folder, name), text)
    return join(sheaf.folder, name)
  })
  await window.dropFiles(...paths)
  const sheet = window.dialog()
  await expect(sheet.getByRole('heading').first()).toHaveText('3 new papers')
  await expect(sheet).toContainText('two-days.txt, line 7')
  await expect(sheet).toContainText('No papers were found in letter.txt')
  await expect(sheet.getByRole('option', { name: /River Maps/ })).toHaveCount(1)
  await sheet.getByLabel('Digest', { exact: true }).selectOption({ index: 1 })
  await expect(sheet.getByRole('option', { name: /River Maps/ })).toHaveCount(2)
  await window.addAll()
  await expect(window.said(/^3 papers added, 1 line not understood/)).toBeVisible()
  await window.page.keyboard.press('Control+z')
  await window.expectCount(0)
})

test('the page that Sheaf started from gives 68 papers', async ({ window }) => {
  test.skip(!hasRealDigest, 'The real digest is not beside this checkout (../shared/digests).')
  await window.importFile(realDigest)
  await window.expectCount(68)
  await window.place('Library').click()
  await window.expectCount(68)
})
