import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'

const electron = createRequire(import.meta.url)('electron') as unknown as string

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  }, text)
}

test('the text of a page can be pasted anywhere but in a field', async ({ window }) => {
  const text = readFileSync(sampleDigest, 'utf8')
  await window.search().focus()
  await paste(window.page, text)
  await window.expectCount(0)
  await window.search().press('Escape')
  await window.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await paste(window.page, text)
  await expect(window.dialog()).toContainText('12 new papers')
})

test('files are taken where they are let go, also when that has come under them at that very moment', async ({
  window
}) => {
  await window.dropFilesAt({ x: 90, y: 200 }, sampleDigest)
  await expect(window.dialog()).toContainText('12 new papers')
})

test('files named on the command line are imported, also when Sheaf is running already', async ({
  sheaf
}) => {
  const window = await sheaf.start([sampleDigest])
  await expect(window.dialog()).toContainText('12 new papers')
  await window.addAll()
  const second = sheaf.startAgain(sampleDigest)
  await expect(window.dialog()).toContainText('12 papers already in your library')
  await expect.poll(() => second.exitCode).toBe(0)
})

test('a link selects the paper it names, and only that, also when Sheaf is running already', async ({
  sheaf
}) => {
  const window = await sheaf.start()
  await window.importFile(sampleDigest)
  await window.place('Library').click()
  const last = window.rows().last()
  const title = await last.getByRole('heading').innerText()
  await last.click()
  await window.focusList()
  await window.command('Copy link to the paper')
  await expect.poll(() => window.clipboard()).toMatch(/^sheaf:[\w-]+$/)
  const link = await window.clipboard()
  await window.rows().first().click()
  await expect(window.title()).not.toHaveText(title)
  const second = sheaf.startAgain(link)
  await expect(window.title()).toHaveText(title)
  await expect.poll(() => second.exitCode).toBe(0)
  await sheaf.stop()
  const again = await sheaf.start([link.replace('sheaf:', 'sheaf://')])
  await expect(again.title()).toHaveText(title)
  await expect(again.dialog()).toBeHidden()
  await again.expectCount(12)
})

test('what the command line puts into the library is in the window at once', async ({
  sheaf,
  window
}) => {
  await window.expectCount(0)
  const library = join(sheaf.userData, 'library')
  const { stdout, status } = spawnSync(
    electron,
    [resolve('out/main/cli.js'), 'import', sampleDigest, '--library', library, '--json'],
    { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }
  )
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual({ added: 12, merged: 0, unchanged: 0, skipped: [] })
  await window.expectCount(12)
  await window.search().fill('ternary')
  await window.expectCount(1)
})

test('a folder’s worth of files is read one after another on the command line', ({ sheaf }) => {
  const abstract =
    'We count them one by one. Nobody is left out. That takes no time at all, we find.'
  const files = Array.from({ length: 14 }, (_, index) => {
    const file = join(sheaf.folder, `page-${String(index)}.txt`)
    const title = `Counting Sheaves by Hand, Volume ${String(index)}`
    writeFileSync(file, `byAK and the research community\n\nMar 14\n\n${title}\n\n${abstract}\n`)
    return file
  })
  const { stdout, stderr } = spawnSync(
    electron,
    [
      ...[resolve('out/main/cli.js'), 'import', ...files],
      ...['--library', join(sheaf.folder, 'many'), '--json']
    ],
    { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }
  )
  expect(JSON.parse(stdout)).toEqual({ added: 14, merged: 0, unchanged: 0, skipped: [] })
  expect(stderr).toBe('')
})

test('a bibliography completes the papers of a digest, adds the others, and can be taken back', async ({
  sheaf,
  window
}) => {
  await window.importFile(sampleDigest)
  const file = join(sheaf.folder, 'thesis.bib')
  writeFileSync(
    file,
    `@inproceedings{okafor2026loomnet,
      title = {{LoomNet}: Weaving Sparse Attention Patterns for Million-Token Reading},
      author = {Okafor, Ngozi and van der Berg, Ada}, booktitle = {Proc. of Looms}, year = 2026
    }
    @book{knots, title = {A Book of Knots}, author = {Ashl{\\"o}v, Clara}, year = 1944,
      publisher = {Loom Press}, keywords = {ropes}}
    @misc{broken, title = }`
  )
  await window.dropFiles(file)
  await expect(window.dialog().getByRole('heading').first()).toHaveText(
    '1 new paper, 1 to merge with what you have'
  )
  await expect(window.dialog()).toContainText('thesis.bib, line 7')
  await window.addAll()
  await expect(window.place('thesis.bib')).toContainText('2')
  await expect(window.detail()).toContainText('Ngozi Okafor, Ada van der Berg')
  await expect(window.detail()).not.toContainText('Not known')
  await window.place(/ropes/).click()
  await expect(window.detail()).toContainText('Clara Ashlöv')
  await expect(window.detail()).toContainText('knots')
  await window.page.keyboard.press('Control+z')
  await window.place('Library').click()
  await window.expectCount(12)
  await expect(window.place(/thesis\.bib/)).toHaveCount(0)
  await window.search().fill('loomnet')
  await expect(window.detail()).toContainText('Not known: authors, year')
})

test('what comes into a watched folder is in the library by itself, also after a restart', async ({
  sheaf,
  window
}) => {
  const folder = join(sheaf.folder, 'Downloads')
  mkdirSync(folder)
  writeFileSync(join(folder, 'old.bib'), '@misc{old, title = {There Before}}')
  await sheaf.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, folder)
  await window.page.keyboard.press('Control+,')
  const settings = window.dialog()
  const watched = settings.getByRole('region', { name: 'Watched folder' })
  await watched.getByRole('button', { name: 'Choose' }).click()
  await expect(watched).toContainText('Downloads')
  await settings.getByRole('button', { name: 'Done' }).click()
  writeFileSync(join(folder, 'new.bib'), '@misc{new, title = {Come by Itself}}')
  writeFileSync(join(folder, 'holiday.txt'), 'Nothing about papers.')
  await expect(window.said('From the watched folder: 1 paper added')).toBeVisible({
    timeout: 15_000
  })
  await window.expectCount(1)
  await sheaf.stop()
  writeFileSync(join(folder, 'later.bib'), '@misc{later, title = {Come While Closed}}')
  const again = await sheaf.start()
  await expect(again.place('Library')).toContainText('2', { timeout: 15_000 })
})
