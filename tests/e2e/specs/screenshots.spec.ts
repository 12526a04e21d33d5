import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { sampleDigest } from '../fixtures/digest'
import { Feeds } from '../fixtures/feeds'
import { paperPdf } from '../fixtures/pdf'
import { expect, test, type Sheaf } from '../fixtures/sheaf'
import { smallPng } from '../fixtures/small-png'
import { importDigests, topicDigests } from '../fixtures/topics'
import { speak } from '../fixtures/views'
import type { MainWindow } from '../pages/main-window'
import { Reader } from '../pages/reader'

/** The folder to which the pictures of `docs/screenshots` go; without one none are taken. */
const folder = process.env['SHEAF_SCREENSHOTS']
test.skip(folder === undefined, 'asked for by SHEAF_SCREENSHOTS, a folder')
test.setTimeout(180_000)

const sizes = { usual: [1440, 900], small: [900, 600], large: [1600, 1000] } as const

/** Takes a picture of the window in a theme and a size, without the words that pass by. */
async function take(
  window: MainWindow,
  name: string,
  theme: 'light' | 'dark' = 'light',
  size: keyof typeof sizes = 'usual'
): Promise<void> {
  const { app, page } = window
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  const [width, height] = sizes[size]
  // Set by the page, a size leaves no room for the bar of the menu, which not every system has.
  await page.setViewportSize({ width, height })
  await page.mouse.move(width / 2, 4)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.focus())
  const words = page.locator('.toasts .close')
  for (let left = await words.count(); left > 0; left = await words.count())
    await words.first().dispatchEvent('click')
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame)
  })
  mkdirSync(folder ?? '', { recursive: true })
  writeFileSync(join(folder ?? '', `${name}.png`), smallPng(await page.screenshot()))
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** Writes a file of a user and says where. */
function written(sheaf: Sheaf, name: string, text: string | Uint8Array): string {
  const path = join(sheaf.folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

const bib = `@article{weber24, title = {On the Weaving of Sheaves}, author = {Weber, Ada and Ek, Bo}, journal = {Journal of Cloth Research}, year = 2024, volume = 3, pages = {4--9}, doi = {10.1000/cloth.1}, abstract = {Threads that agree where they cross are glued to one cloth. We say when that can be done, and at what cost.}}
@book{klein19, title = {A Book of Looms}, author = {Klein, Ida}, publisher = {Loom Press}, year = 2019}
@inproceedings{okafor22, title = {Patterns that Repeat, and How to Find Them}, author = {Okafor, Ngozi and Lind, Per and Sato, Mei}, booktitle = {Proceedings of the Conference on Woven Structures}, year = 2022, pages = {11--24}}
@misc{chen21, title = {Sheaves at Scale}, author = {Chen, Yu}, eprint = {2101.00001}, archiveprefix = {arXiv}, year = 2021}`

const openFolder = (window: MainWindow, path: string): Promise<void> =>
  window.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)

/** A library of a digest and a bibliography, partly gone through, tagged and filed. */
async function filled(sheaf: Sheaf, window: MainWindow): Promise<void> {
  const { page } = window
  await window.importFile(written(sheaf, 'cloth.bib', bib))
  await window.place('Library').click()
  await window.focusList()
  await page.keyboard.press('Home')
  await window.addTag('weaving/theory')
  await window.importFile(sampleDigest)
  await window.place('Library').click()
  for (const [title, tag] of [
    ['LoomNet', 'weaving/attention'],
    ['What Do Probes', 'reading group'],
    ['A Field Guide', 'to cite']
  ] as const) {
    await window.row(title).click()
    await window.focusList()
    await window.addTag(tag)
    await window.focusList()
  }
  await page.keyboard.press('m')
  await page.keyboard.press('f')
  await page.getByRole('combobox', { name: 'Find' }).fill('Thesis')
  await page.keyboard.press('Enter')
  await expect(window.place(/^Thesis/)).toContainText('1')
  await window.row('LoomNet').click()
  await window.writeNote(
    '**Sparse patterns** per layer, in $O(n \\log n)$. Compare with [[weber24]]:\n\n- Do the patterns hold for code?\n- Which of the four benchmarks are public?'
  )
  await window.focusList()
  await page.keyboard.press('s')
}

test('the library, its table, a query, commands, a note, and what keeps it in order', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await take(window, 'welcome-light')
  await filled(sheaf, window)
  await take(window, 'library-light-small', 'light', 'small')
  await window.place(/^Inbox/).click()
  await window.focusList()
  await page.keyboard.press('j')
  await take(window, 'inbox-light')
  await window.place('Library').click()
  await window.row('LoomNet').click()
  await window.focusList()

  await page.getByRole('button', { name: 'View options' }).click()
  await page.getByRole('menuitemradio', { name: 'First tag' }).click()
  await page.keyboard.press('Escape')
  await window.focusList()
  await take(window, 'library-grouped-light')
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('columnheader').first()).toBeVisible()
  await take(window, 'library-table-dark', 'dark')
  await take(window, 'library-table-light-small', 'light', 'small')
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: 'View options' }).click()
  await page
    .getByRole('menuitemradio', { name: /^(None|Nothing|No groups|Not)/ })
    .first()
    .click()
  await page.keyboard.press('Escape')

  await window.search().fill('is:unread -survey attention')
  await expect(page.getByRole('group', { name: 'What is searched for' })).toContainText('survey')
  await take(window, 'query-dark', 'dark')
  await page.keyboard.press('Escape')
  await window.search().fill('')
  await window.row('LoomNet').click()
  await window.focusList()

  await window.askPalette('tag')
  await take(window, 'palette-dark', 'dark')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+N')
  await expect(window.dialog().getByRole('textbox')).toBeFocused()
  await take(window, 'note-light')
  await page.keyboard.press('Escape')
  await window.focusList()
  await window.note().getByRole('button', { name: 'Edit' }).click()
  await window.note().getByRole('textbox').fill('**Sparse patterns** per layer, in $O(n \\log n)$.')
  await expect(window.note().getByRole('status')).toHaveText(/^Saved/)
  await window.note().getByRole('button', { name: 'Done' }).click()
  await window.focusList()
  await page.keyboard.press('Shift+H')
  await window.dialog().getByRole('checkbox', { name: 'Every save' }).check()
  await window.dialog().getByRole('listbox').focus()
  await page.keyboard.press('End')
  await expect(window.dialog().getByRole('region', { name: 'What was different' })).toContainText(
    'Only then'
  )
  await take(window, 'note-history-dark', 'dark')
  await page.keyboard.press('Escape')
  await window.focusList()

  await page.keyboard.press('Control+Shift+H')
  await expect(window.dialog().getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await take(window, 'history-light')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+T')
  await window.dialog().getByRole('listbox', { name: 'Tags' }).getByRole('option').first().click()
  await take(window, 'tag-manager-dark', 'dark')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await expect(window.dialog()).toBeVisible()
  await take(window, 'settings-light-small', 'light', 'small')
  await page.keyboard.press('Escape')
  await window.command('About Sheaf')
  await expect(window.dialog()).toContainText('Version')
  await take(window, 'about-dark-small', 'dark', 'small')
  await page.keyboard.press('Escape')
  await window.command('Check for updates')
  await expect(window.dialog()).toContainText('You have version')
  await take(window, 'updates-light')
  await page.keyboard.press('Escape')

  await window.row('LoomNet').click()
  await window.focusList()
  await page.keyboard.press('Shift+ArrowDown')
  await window.command('make a digest')
  await window.dialog().getByRole('textbox', { name: 'Title' }).fill('For the reading group')
  await expect(
    window.dialog().frameLocator('iframe').getByRole('heading', { name: 'For the reading group' })
  ).toBeVisible()
  await take(window, 'own-digest-light')
  await page.keyboard.press('Escape')

  await window.row('On the Weaving').click()
  await window.command('formatted references')
  await window.dialog().getByRole('combobox', { name: 'Style' }).selectOption({ label: 'IEEE' })
  await expect(window.dialog()).toContainText('[1]')
  await take(window, 'references-light')
})

test('an import of which not all is understood', async ({ sheaf, window }) => {
  await window.importFile(written(sheaf, 'cloth.bib', bib))
  const later = `${bib.replace('year = 2019', 'year = 2019, isbn = {978-3-16-148410-0}')}
@article{lind23, title = {Twill and Its Relatives}, author = {Lind, Per}, journal = {Annals of Fabric}, year = 2023}
@article{broken, title = {An Entry without an End, author = {Nobody, Ann}
`
  await window.dropFiles(written(sheaf, 'cloth-later.bib', later))
  await expect(window.dialog().getByRole('button', { name: /^(Add|Merge) / })).toBeFocused()
  await take(window, 'import-light')
})

test('the window in German, and mirrored', async ({ sheaf, window }) => {
  await filled(sheaf, window)
  await speak(window, 'de')
  await take(window, 'german')
  await speak(window, 'ar-XB')
  await take(window, 'mirrored')
})

test('pictures of the library', async ({ sheaf }) => {
  importDigests(sheaf, topicDigests(12, 30))
  const window = await sheaf.start()
  const { page } = window
  await window.expectCount(360)
  for (const [word, tag] of [
    ['loom', 'textiles'],
    ['river', 'water'],
    ['species', 'birdsong'],
    ['galaxy', 'astronomy'],
    ['dough', 'baking']
  ] as const) {
    await window.search().fill(word)
    await expect(window.grid()).not.toHaveAttribute('aria-rowcount', '360')
    await window.focusList()
    for (let row = 0; row < 12; row++) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('t')
    await page.getByRole('combobox', { name: /Add a tag/ }).fill(tag)
    await page.keyboard.press('Enter')
    await expect(window.place(tag)).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await window.search().fill('')
  await window.place('Library').click()
  await window.expectCount(360)
  await window.focusList()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+M')
  const pictures = page.getByRole('region', { name: 'Pictures' })
  const map = page.getByRole('application', { name: 'Map of topics' })
  await expect(map.locator('canvas')).toHaveAttribute('data-drawn', '360', { timeout: 30_000 })
  await pictures.getByRole('combobox').first().selectOption({ label: 'Colours by tag' })
  const tab = (name: string): Locator => pictures.getByRole('tab', { name })
  await window.focusList()
  await take(window, 'pictures-map-light')
  await take(window, 'pictures-map-dark-small', 'dark', 'small')
  await map.getByRole('button').first().click()
  await expect(page.getByRole('region', { name: 'Picked papers' })).toBeVisible()
  await take(window, 'pictures-picked-dark', 'dark')
  await take(window, 'pictures-picked-light-small', 'light', 'small')
  await page.keyboard.press('Escape')
  await tab('Rising terms').click()
  await expect(pictures.getByRole('list', { name: 'Rising terms' })).toBeVisible()
  await take(window, 'pictures-rising-light')
  await take(window, 'pictures-rising-dark-small', 'dark', 'small')
  await pictures.getByRole('button', { name: 'Show as a table' }).click()
  await expect(pictures.getByRole('table')).toBeVisible()
  await take(window, 'pictures-table-dark', 'dark')
  await pictures.getByRole('button', { name: 'Show as a table' }).click()
  await tab('Timeline').click()
  await expect(pictures.getByRole('group', { name: /arrived/ })).toBeVisible()
  await take(window, 'pictures-timeline-dark', 'dark')
  await take(window, 'pictures-timeline-light-small', 'light', 'small')
})

/** A page of trending papers of a day: what each is about, and its votes. */
function trending(day: string, papers: readonly (readonly [string, string, number])[]): string {
  return [
    ...['new', '', 'Get trending papers in your email inbox!', '', day],
    ...papers.flatMap(([title, theme, votes]) => [
      ...['', title, ''],
      `We study ${theme}. Earlier work on it left open whether it holds in general. Our experiments show that it does. The data is public and so is all else.`,
      ...['', `Upvote ${String(votes)}`]
    ])
  ].join('\n')
}

test('trends and their score', async ({ sheaf, window }) => {
  const { page } = window
  for (const [day, papers] of [
    [
      '2026-03-04',
      [
        ['Maps of Braided Rivers', 'braided rivers', 3],
        ['Paper Maps Revisited', 'paper maps', 1],
        ['Rowing against the Stream', 'rowing boats', 2],
        ['Nets that Let Go', 'fishing nets', 2]
      ]
    ],
    [
      '2026-03-11',
      [
        ['Looms as Graphs', 'weaving graphs', 9],
        ['Weaving Graphs without a Loom', 'weaving graphs', 99],
        ['Graphs out of Thread', 'weaving graphs', 4],
        ['Braided Rivers from the Air', 'braided rivers', 1]
      ]
    ],
    [
      '2026-03-13',
      [
        ['Weaving Graphs without a Loom', 'weaving graphs', 120],
        ['Lamps That Read', 'reading lamps', 7],
        ['Braided Rivers, Counted', 'braided rivers', 12]
      ]
    ]
  ] as const)
    await window.importFile(written(sheaf, `${day}.txt`, trending(day, papers)))
  await window.focusList()
  await page.keyboard.press('w')
  await expect(page.getByRole('region', { name: 'Trends' })).toContainText('9–15 March 2026')
  await window.expectCount(6)
  await take(window, 'trends-light')
  await take(window, 'trends-dark-small', 'dark', 'small')
  await page.getByRole('button', { name: 'The score…' }).click()
  await expect(window.dialog()).toContainText('score =')
  await take(window, 'score-dark', 'dark')
})

test('subscriptions, and a new one', async ({ sheaf }) => {
  const feeds = new Feeds()
  sheaf.environment['SHEAF_LOOKUP_AT'] = await feeds.start()
  feeds.titles.set('/looms', ['Graphs and looms', 'Quantum graphs', 'Trees and dyes'])
  feeds.titles.set('/rivers', ['Bends of the third kind', 'What the bank holds'])
  const window = await sheaf.start()
  await window.place('Subscriptions').click()
  const dialog = window.dialog()
  for (const [path, name, never] of [
    ['/looms', 'The Loom', 'quantum'],
    ['/rivers', 'Letters on Water', ''],
    ['/gone', 'Annals of Fabric', '']
  ] as const) {
    await dialog.getByRole('button', { name: 'Add…' }).click()
    const address = dialog.getByRole('textbox', { name: 'Address' }).first()
    await address.fill(`${feeds.address}${path}`)
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('textbox', { name: 'Never' }).fill(never)
    await address.press('Enter')
    await expect(dialog.getByRole('listitem').filter({ hasText: name })).toContainText(
      /\d new|nothing at that address/,
      { timeout: 30_000 }
    )
  }
  await take(window, 'subscriptions-light')
  await dialog.getByRole('button', { name: 'Add…' }).click()
  await dialog.getByRole('textbox', { name: 'Address' }).first().fill('cs.LG')
  await expect(dialog.getByRole('textbox', { name: 'Query' })).toHaveValue('cat:cs.LG')
  await take(window, 'subscription-new-dark-small', 'dark', 'small')
  await feeds.stop()
})

test('annotations of all papers', async ({ window }) => {
  const { page } = window
  await window.importFile(sampleDigest)
  const items = window.detail().getByRole('region', { name: 'Annotations' }).getByRole('listitem')
  for (const [key, comment] of [
    ['1', 'The claim that all else rests on.'],
    ['3', ''],
    ['u', 'Is this **really** so? See lemma 3.']
  ] as const) {
    await window.focusList()
    await page.keyboard.press('v')
    await expect(page.getByRole('toolbar')).toBeVisible()
    await page.keyboard.press(key)
    await expect(items).toHaveCount(1)
    if (comment !== '') {
      await items.first().focus()
      await page.keyboard.press('e')
      await page.keyboard.type(comment)
      await page.keyboard.press('Escape')
    }
    await window.focusList()
    await page.keyboard.press('j')
    await expect(items).toHaveCount(0)
  }
  await page.keyboard.press('Control+Shift+a')
  await expect(page.getByRole('main', { name: 'Annotations' })).toContainText('3 annotations')
  await take(window, 'annotations-light')
  await take(window, 'annotations-dark-small', 'dark', 'small')
})

test('a LaTeX project with problems, and what is cited', async ({ sheaf, window }) => {
  const { page } = window
  await window.importFile(sampleDigest)
  written(
    sheaf,
    'looms/main.tex',
    `\\documentclass{article}
\\begin{document}
As \\cite{loomnet-weaving-sparse} shows, and \\cite{own2020} before.
\\input{method}
\\bibliographystyle{plain}
\\bibliography{refs}
\\end{document}
`
  )
  written(sheaf, 'looms/method.tex', '\\cite{probes-measure-separatin,nobody}')
  written(sheaf, 'looms/refs.bib', '% mine\n@Misc{ own2020,\n   title = "By hand" }\n')
  await openFolder(window, join(sheaf.folder, 'looms'))
  await window.command('Link a LaTeX folder')
  await expect(window.dialog()).toContainText('nobody is cited')
  // Where the folder of a test lies is nobody's to read.
  await window
    .dialog()
    .locator('.path')
    .evaluate((place) => {
      place.textContent = '/home/ada/thesis/looms'
    })
  await take(window, 'project-light')
  await window.dialog().getByRole('button', { name: 'Done' }).click()
  await page.keyboard.press('Control+Shift+K')
  await page.keyboard.type('loom')
  await expect(window.dialog().getByRole('option').first()).toContainText('LoomNet')
  await take(window, 'cite-dark-small', 'dark', 'small')
})

test('the reader, with its pages dark, and beside a note in a large window', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await window.importFile(written(sheaf, 'On the Weaving of Rivers.pdf', paperPdf()))
  await window.focusList()
  await page.keyboard.press('Enter')
  const reader = new Reader(window)
  await reader.shows('On the Weaving of Rivers')
  await window.writeNote(
    'What two maps say of a bend is **glued** where both know it; see section 3.\n\n- How is the newer one told?'
  )
  await page.keyboard.press('Control+f')
  await expect(reader.finder().getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('loom')
  await expect(reader.finder().getByRole('status')).toHaveText(/of \d+ hits/)
  await reader.finder().getByRole('button', { name: 'List' }).click()
  await expect(reader.region().getByText('Where they differ, the').first()).toBeVisible()
  await take(window, 'reader-light')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+d')
  await expect(reader.frame().locator('html')).toHaveAttribute('data-pages', 'dark')
  await take(window, 'reader-dark-pages', 'dark')
  await page.keyboard.press('Shift+d')
  await page.keyboard.press('Home')
  await reader.shows('On the Weaving of Rivers')
  await window.note().getByRole('button', { name: 'Edit' }).click()
  await take(window, 'reader-notes-light-large', 'light', 'large')
})
