import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pdfOf } from '../../unit/support/pdf'
import { expectNoViolations } from '../fixtures/axe'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'
import { Reader } from '../pages/reader'

test.beforeEach(async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.place('Library').click()
  await window.focusList()
})

test('a query of clauses is shown part by part, and each part can be edited', async ({
  window
}) => {
  const { page } = window
  await window.addTag('to read')
  await window.search().fill('-tag:"to read" year:2020.. what')
  const chips = page.getByRole('group', { name: 'What is searched for' })
  await expect(chips).toContainText('not tag to read')
  await expect(chips).toContainText('year 2020 or later')
  await expect(chips).toContainText('words what')
  await expectNoViolations(window, 'search')

  // A part is selected where it stands, to be typed over.
  await chips.getByRole('button', { name: /Edit “year/ }).click()
  await expect(window.search()).toBeFocused()
  await page.keyboard.type('is:starred')
  await expect(window.search()).toHaveValue('-tag:"to read" is:starred what')

  // By keyboard: turned around, and taken out.
  await chips.getByRole('button', { name: /Edit “is starred/ }).focus()
  await page.keyboard.press('-')
  await expect(window.search()).toHaveValue('-tag:"to read" -is:starred what')
  await page.keyboard.press('Delete')
  await expect(window.search()).toHaveValue('-tag:"to read" what')
  await chips.getByRole('button', { name: /Remove “words what/ }).click()
  await expect(window.search()).toHaveValue('-tag:"to read"')
  await window.expectCount(11)
  await chips.getByRole('button', { name: /Remove “not tag/ }).click()
  await expect(chips).toBeHidden()
  await window.expectCount(12)
})

test('fields and values are completed as they are typed', async ({ window }) => {
  const { page } = window
  await window.addTag('to read')
  await window.search().focus()
  await page.keyboard.type('ta')
  const offered = page.getByRole('listbox', { name: 'Completions' })
  await expect(offered.getByRole('option')).toHaveText([/^tag:/])
  await page.keyboard.press('Tab')
  await expect(offered.getByRole('option')).toHaveText([/^to read/])
  // What asks for nothing yet is not in the way.
  await window.expectCount(12)
  await expectNoViolations(window, 'search')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(window.search()).toHaveValue('tag:"to read" ')
  await window.expectCount(1)
  await page.keyboard.type('is:un')
  await expect(offered.getByRole('option')).toHaveText([/^unread/])
  await page.keyboard.press('Escape')
  await expect(offered).toBeHidden()
  await expect(window.search()).toHaveValue('tag:"to read" is:un')
  await page.keyboard.press('Escape')
  await expect(window.search()).toHaveValue('')
  await page.keyboard.type('digest:')
  await expect(offered.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await window.expectCount(12)
})

test('related papers are shown with the reason, opened, and turned down', async ({ window }) => {
  const { page } = window
  const pane = window.detail().getByRole('region', { name: 'Related in your library' })
  await expect(pane.getByRole('listitem').first()).toBeVisible()
  const first = await pane.getByRole('button').first().locator('.title').innerText()
  await pane.getByRole('button').first().click()
  await expect(window.title()).toContainText(first)

  await window.focusList()
  await page.keyboard.press('r')
  const rows = window.dialog().getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const before = await rows.count()
  const unwanted = await rows.first().locator('.title').innerText()
  await expectNoViolations(window, 'related')
  await rows.first().getByRole('button', { name: 'Less like this' }).click()
  await expect(rows.filter({ hasText: unwanted })).toHaveCount(0)
  await window.dialog().getByRole('button', { name: 'Take back' }).click()
  await expect(rows).toHaveCount(before)
  await page.keyboard.press('Escape')

  await window.command('paragraph')
  await expect(page.getByLabel('Your text')).toBeFocused()
  await page.keyboard.type('Transformers with ternary weights')
  await expect(rows.first()).toContainText('Ternary Bit Transformers')
  await rows.first().getByRole('button').first().click()
  await expect(window.dialog()).toBeHidden()
  await expect(window.title()).toContainText('Ternary Bit Transformers')
})

test('papers are found by what a query means, on this machine alone', async ({ window }) => {
  const { page } = window
  test.skip(!existsSync('resources/models/all-MiniLM-L6-v2'), 'The model is not there.')
  await window.focusList()
  await page.keyboard.press('Control+,')
  await expect(window.dialog().getByText('All papers are known.')).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  // Neither of these words is in the sample.
  await window.search().fill('melody piano violin')
  await expect(page.getByRole('main')).toContainText('Nothing found')
  await page.getByRole('button', { name: 'By meaning' }).click()
  await expect(page.getByText(/nearest in meaning/)).toBeVisible()
  await expect(window.rows().first()).toContainText('Transcription of Handwritten Music')
  await expectNoViolations(window, 'by meaning')

  // Switched off, words are all there is.
  await window.focusList()
  await page.keyboard.press('Control+,')
  await window.dialog().getByLabel('Use words only').check()
  await expect(window.dialog().getByText('Nothing is being learnt.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'By meaning' })).toBeHidden()
})

test('tags are suggested with the reason, and papers come in the order of what is kept', async ({
  window
}) => {
  const { page } = window
  await window.addTag('transformers')
  await window.row('Ternary Bit Transformers').click()
  const suggested = window.detail().getByRole('group', { name: 'Suggested tags' })
  await expect(suggested).toContainText('transformers')
  await expectNoViolations(window, 'suggested tags')
  await suggested.getByRole('button', { name: /transformers/ }).click()
  await expect(window.detail().getByRole('button', { name: /Remove.*transformers/ })).toBeVisible()
  await expect(suggested).toBeHidden()

  await window.row('Small Teachers').click()
  await window.addTag('transformers')
  await window.place('Library').click()
  await window.expectCount(12)
  await page.getByLabel('Sort by').selectOption('keeping')
  const firstThree = (await window.rows().allInnerTexts()).slice(0, 3).join('\n')
  for (const kept of ['LoomNet', 'Ternary', 'Small Teachers']) expect(firstThree).toContain(kept)
})

test('the text of PDFs and notes is searched, and opened where it was found', async ({
  sheaf,
  window
}) => {
  const { page } = window
  const file = join(sheaf.folder, 'knots.pdf')
  writeFileSync(
    file,
    pdfOf([
      { text: 'Knots That Are Tied Twice', size: 20, x: 72, y: 700 },
      { text: 'Ada Ono', size: 12, x: 72, y: 660 },
      { text: 'A Seifert surface is bounded by any of them.', size: 10, x: 72, y: 600 }
    ])
  )
  await window.importFile(file)
  await window.place('Library').click()
  await window.search().fill('seifert surf')
  await expect(page.getByRole('status').filter({ hasText: 'in the text of PDFs' })).toBeVisible()
  await window.expectCount(1)
  const place = window.row('Knots That Are Tied Twice').getByTitle('Open it there')
  await expect(place).toContainText('Page 1')
  await expect(place.locator('mark')).toHaveText(['Seifert', 'surface'])
  await expectNoViolations(window, 'found in a PDF')

  await window.focusList()
  await window.writeNote('Remember the commutator subgroup.')
  await window.search().fill('commutator')
  const note = window.row('Knots That Are Tied Twice').getByTitle('Open it there')
  await expect(note).toContainText('Remember the commutator subgroup.')
  await note.click()
  await expect(window.note().getByRole('textbox')).toBeFocused()

  await page.evaluate(async () => {
    const found = await self.sheaf.call('paper:list', {
      ...{ view: { kind: 'library' }, query: 'tied twice', sort: null, group: null },
      byMeaning: false
    })
    const [paperId = 0] = found.ok ? found.value.ids : []
    const paper = await self.sheaf.call('paper:get', { id: paperId })
    const attachmentId = paper.ok ? (paper.value.attachments[0]?.id ?? 0) : 0
    await self.sheaf.call('annotation:add', {
      annotations: [
        {
          ...{ paperId, kind: 'highlight', colour: 0, comment: 'Ask about monodromy.', tags: [] },
          target: {
            ...{ on: 'pdf', attachmentId, page: 0, pageLabel: '1', position: null },
            quote: { exact: 'Seifert surface', prefix: 'A ', suffix: ' is' },
            ...{ rectangles: [[80, 598, 160, 610]], nextRectangles: [], paths: [] },
            ...{ point: null, anchor: null }
          }
        }
      ]
    })
  })
  await window.search().fill('monodromy')
  const annotation = window.row('Knots That Are Tied Twice').getByTitle('Open it there')
  await expect(annotation).toContainText('Annotation, page 1')
  await annotation.click()
  const reader = new Reader(window)
  await expect(reader.frame().locator('.mark.highlight')).toBeVisible()
  await expect(
    reader.region().getByRole('dialog').getByRole('textbox', { name: 'Comment' })
  ).toHaveValue('Ask about monodromy.')
})
