import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MainWindow } from '../pages/main-window'
import { Reader } from '../pages/reader'
import { paperPdf } from '../fixtures/pdf'
import { expect, test, type Sheaf } from '../fixtures/sheaf'

async function opened(sheaf: Sheaf, window: MainWindow): Promise<Reader> {
  const file = join(sheaf.folder, 'weaving.pdf')
  writeFileSync(file, paperPdf())
  await window.importFile(file)
  await window.focusList()
  await window.page.keyboard.press('Enter')
  const reader = new Reader(window)
  await reader.shows('On the Weaving of Rivers')
  return reader
}

test('Enter on a paper with a PDF opens it, Escape leads back to the list', async ({
  sheaf,
  window
}) => {
  const reader = await opened(sheaf, window)
  await window.page.screenshot({ path: '/tmp/w-reader/open.png' })
  await expect(reader.tabs()).toHaveText(['Library', 'On the Weaving of Rivers'])
  await window.page.keyboard.press('Escape')
  await expect(window.grid()).toBeFocused()
})
