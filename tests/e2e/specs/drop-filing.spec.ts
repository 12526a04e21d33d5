import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures/sheaf'

test('a file dropped on a collection lands there, new paper and known, and one undo takes both back', async ({
  sheaf,
  window
}) => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(sheaf.folder, name), text)
    return join(sheaf.folder, name)
  }
  const rivers = '@article{a, title = {Rivers and their Maps}, year = 2024}'
  await window.importFile(file('a.bib', rivers))
  await window.page.evaluate(() =>
    self.sheaf.call('collection:create', { name: 'Thesis', parentId: null })
  )
  const row = window.place(/^Thesis/)
  await expect(row).toBeVisible()
  const box = await row.boundingBox()
  const at = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 10 }
  const two = file('b.bib', `${rivers}\n@article{b, title = {Looms of the North}, year = 2025}`)
  await window.dragFiles([{ x: 500, y: 300 }, at], at, [two])
  await expect(window.dialog()).toContainText('They go into the collection “Thesis”.')
  await window.addAll()
  await row.click()
  await window.expectCount(2)
  await window.page.keyboard.press('Control+z')
  await window.expectCount(0)
  await window.page.keyboard.press('Control+Shift+z')
  await window.expectCount(2)
})
