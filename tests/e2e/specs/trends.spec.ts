import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoViolations } from '../fixtures/axe'
import { expect, test, type Sheaf } from '../fixtures/sheaf'

/** An abstract long enough to be one. */
const about = (theme: string): string =>
  `We study ${theme}. Earlier work on it left open whether it holds in general. Our experiments show that it does. The data is public and so is all else.`

/** A page of trending papers of a day, with the votes for each. */
function page(
  day: string,
  papers: readonly [title: string, theme: string, votes: number][]
): string {
  return [
    ...['new', '', 'Get trending papers in your email inbox!', '', day],
    ...papers.flatMap(([title, theme, votes]) => [
      ...['', title, '', about(theme), '', `Upvote ${String(votes)}`]
    ])
  ].join('\n')
}

function write(sheaf: Sheaf, name: string, text: string): string {
  const path = join(sheaf.folder, name)
  writeFileSync(path, text)
  return path
}

const former = page('2026-03-04', [
  ['Rivers of Old', 'braided rivers', 3],
  ['Maps of Old', 'paper maps', 1],
  ['Boats of Old', 'rowing boats', 2],
  ['Nets of Old', 'fishing nets', 2]
])
const first = page('2026-03-11', [
  ['Loom One', 'weaving graphs', 9],
  ['Loom Two', 'weaving graphs', 99],
  ['Loom Three', 'weaving graphs', 4],
  ['Rivers of New', 'braided rivers', 1]
])
const dump = ['Loom Two', 'Lamp One']
  .map(
    (title) =>
      `Title: ${title}\nPDF: https://example.org/${title.slice(-3)}.pdf\nSummary: ${about(title)}`
  )
  .join('\n---\n')

test.beforeEach(async ({ sheaf, window }) => {
  await window.importFile(write(sheaf, 'former.txt', former))
  await window.importFile(write(sheaf, 'first.txt', first))
  await window.importFile(write(sheaf, 'week-2026-03-12.txt', dump))
  await window.focusList()
})

test('what trends is ranked by a score whose parts are shown, and can be weighed otherwise', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('w')
  await expect(window.place('Trends')).toHaveAttribute('aria-selected', 'true')
  const bar = page.getByRole('region', { name: 'Trends' })
  await expect(bar).toContainText('9–15 March 2026')
  await expect(bar).toContainText('from 2 digests')
  await window.expectCount(5)
  await expect(window.rows().first()).toContainText('Loom Two')
  await expect(window.rows().first()).toContainText(
    /Score 11\.0: named by 2 sources, best place 1, last on 12 Mar, 99 votes/
  )
  await expectNoViolations(window, 'trends')
  await bar.getByRole('button', { name: 'The score…' }).click()
  const sheet = window.dialog()
  await expect(sheet).toContainText('score = 3 × sources + 2 × 1 / log₂(1 + place)')
  await expect(sheet).toContainText('Score of “Loom Two”')
  await expect(sheet).toContainText('Papers, 12 March 2026: place 1 of 2')
  await expectNoViolations(window, 'the score')
  for (const [part, value] of [
    ['sources', '0'],
    ['votes', '0'],
    ['recency', '0']
  ] as const) {
    await sheet.getByRole('spinbutton', { name: `What ${part} count for` }).fill(value)
    await page.keyboard.press('Tab')
  }
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(window.rows().first()).toContainText('Loom One')
  await window.command('how the score is made')
  await sheet.getByRole('button', { name: 'As it comes' }).click()
  await expect(sheet.getByRole('spinbutton', { name: 'What sources count for' })).toHaveValue('3')
  await page.keyboard.press('Escape')
  await expect(window.rows().first()).toContainText('Loom Two')
})

test('what rises is told with its numbers, and leads to the papers that show it', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('w')
  const rising = page.getByRole('list', { name: 'Rising' })
  const term = rising.getByRole('button', {
    name: /^weaving graphs: in 3 of 5 papers of this week, 0 of 4/
  })
  await term.focus()
  await page.keyboard.press('Enter')
  await window.expectCount(3)
  await expect(page.getByText('Only the 3 papers with “weaving graphs”')).toBeVisible()
  await expect(term).toBeFocused()
  await expect(term).toHaveAttribute('aria-pressed', 'true')
  await window.search().fill('loom one')
  await window.expectCount(1)
  await window.search().fill('')
  await window.expectCount(3)
  await page.getByRole('button', { name: 'Show all papers again' }).click()
  await window.expectCount(5)
})

test('the days on view are gone through by buttons and by name, and empty ones say what is needed', async ({
  window
}) => {
  const { page } = window
  await page.keyboard.press('w')
  const bar = page.getByRole('region', { name: 'Trends' })
  await bar.getByRole('button', { name: 'Earlier week with a digest' }).click()
  await expect(bar).toContainText('2–8 March 2026')
  await window.expectCount(4)
  await expect(bar).toContainText('There is no digest of the week before to compare with.')
  await window.command('trends newest')
  await expect(bar).toContainText('9–15 March 2026')
  await bar.getByText('Day', { exact: true }).click()
  await expect(bar).toContainText('12 March 2026')
  await window.expectCount(2)
  await bar.getByText('Month', { exact: true }).click()
  await window.expectCount(9)
  await expect(window.row('Loom Two')).toContainText('last on 12 Mar')
  await expect(window.row('Rivers of Old')).toContainText(/Score \d/)
  await bar.getByText('All', { exact: true }).click()
  await expect(window.row('Loom Two')).toContainText('last on 12 Mar')
  await expect(bar).toContainText('Choose a day, a week or a month')
  await window.expectCount(9)
  await bar.getByText('Week', { exact: true }).click()
  await bar.getByLabel('Go to the days around a date').fill('2026-01-14')
  await expect(page.getByRole('heading', { name: 'No papers of this week' })).toBeVisible()
  await page.getByRole('button', { name: 'Go to 4 March 2026' }).click()
  await window.expectCount(4)
})
