import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { pdfOf } from '../../unit/support/pdf'
import { expect, test } from '../fixtures/sheaf'

const bib = (key: string, title: string): string =>
  `@article{${key}, title = {${title}}, author = {Ono, Ada}, year = 2024}`
const abstract = 'We fold maps of rivers. Folding them is hard. It is done here for the first time.'
const mail = `From: "Weekly" <a@example.org>\r\nSubject: Papers\r\nDate: Fri, 13 Mar 2026 06:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p><a href="https://arxiv.org/abs/2603.00001">A Paper in a Letter</a></p>\r\n`

/** Eleven files of eleven kinds; the paper of the feed is that of the page once more. */
const files: readonly [name: string, content: string | Uint8Array][] = [
  [
    'page.txt',
    `Mar 14\n\nFolding River Maps\n\n${abstract}\n\nA Second Paper of the Page\n\n${abstract}\n`
  ],
  ['letter.eml', mail],
  [
    'alert.html',
    '<html><a class="gse_alrt_title" href="https://example.org/a">A Paper in an Alert</a><div>A Byron, … - Annals, 2026</div></html>'
  ],
  [
    'feed.xml',
    '<rss><channel><title>Journal</title><item><title>Folding River Maps</title><link>https://doi.org/10.5555/fold</link></item></channel></rss>'
  ],
  ['refs.bib', bib('ono2024', 'A Paper in a Bibliography')],
  ['refs.ris', 'TY  - JOUR\nTI  - A Paper in RIS\nAU  - Ono, Ada\nER  - \n'],
  ['items.json', '[{"id":"a","type":"article-journal","title":"A Paper in CSL"}]'],
  [
    'paper.pdf',
    pdfOf([
      { text: 'A Paper in a PDF', size: 18, x: 72, y: 700 },
      { text: 'Ada Ono', size: 12, x: 72, y: 660 }
    ])
  ],
  ['news.md', '- [A Paper in a Newsletter](https://arxiv.org/abs/2603.00002)\n'],
  ['archive.zip', zipSync({ 'a.bib': strToU8(bib('zip1', 'A Paper in an Archive')) })],
  ['notes.txt', 'See arXiv:2603.00003 when there is time.\n']
]

test('eleven files of different kinds, and a folder, land in one import that one undo takes back', async ({
  sheaf,
  window
}) => {
  const paths = files.map(([name, content]) => {
    writeFileSync(join(sheaf.folder, name), content)
    return join(sheaf.folder, name)
  })
  const folder = join(sheaf.folder, 'References')
  mkdirSync(folder)
  writeFileSync(join(folder, 'b.bib'), bib('folder1', 'A Paper in a Folder'))
  await window.dropFiles(...paths, folder)
  const sheet = window.dialog()
  await expect(sheet.getByRole('heading').first()).toHaveText(/^12 new papers, 1 /)
  await window.addAll()
  await window.place('Library').click()
  await window.expectCount(12)
  for (const title of [
    'A Paper in a Letter',
    'A Paper in an Alert',
    'A Paper in a PDF',
    'A Paper in a Folder',
    'arXiv:2603.00003'
  ])
    await expect(window.rows().filter({ hasText: title })).toHaveCount(1)
  await window.rows().filter({ hasText: 'A Paper in a PDF' }).click()
  await expect(window.page.getByText('paper.pdf').first()).toBeVisible()
  await window.page.keyboard.press('Control+z')
  await window.expectCount(0)
  await window.page.keyboard.press('Control+Shift+z')
  await window.expectCount(12)
})
