import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures/sheaf'

/** Entries of a bibliography with abstracts, made up by their numbers. */
function* entries(count: number): Generator<string> {
  const words = 'looms cloth rivers maps graphs threads dyes knots weaving folding'.split(' ')
  const word = (seed: number): string => words[seed % words.length] ?? ''
  for (let n = 0; n < count; n++) {
    const abstract = Array.from({ length: 150 }, (_, i) => word(n * 7 + i * i + i)).join(' ')
    yield `@article{k${String(n)}, title = {Paper ${String(n)} on ${word(n)} and ${word(n >> 3)}}, author = {Weber, Ada${String(n)} and Ek, Bo}, journal = {Annals}, year = {${String(1990 + (n % 30))}}, doi = {10.5555/${String(n)}}, abstract = {${abstract}}}\n`
  }
}

// Recording the page for a trace would cost frames of its own.
test.use({ trace: 'off' })

test('the window stays live while 100,000 papers are read, compared, added and taken back', async ({
  sheaf,
  window
}) => {
  test.skip(
    process.env['SHEAF_SCALE'] === undefined,
    'Takes a minute and a quiet machine: npm run bench:frames runs it.'
  )
  test.setTimeout(400_000)
  const count = 100_000
  const file = join(sheaf.folder, 'many.bib')
  writeFileSync(file, [...entries(count)].join(''))
  const { page } = window
  await page.evaluate(() => {
    let last = performance.now()
    const look = (): void => {
      const now = performance.now()
      const longest = Number(document.documentElement.dataset['longest'] ?? 0)
      document.documentElement.dataset['longest'] = String(Math.max(longest, now - last))
      last = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const longest: Record<string, number> = {}
  const note = async (what: string): Promise<void> => {
    longest[what] = await page.evaluate(() => {
      const found = Math.round(Number(document.documentElement.dataset['longest'] ?? 0))
      document.documentElement.dataset['longest'] = '0'
      return found
    })
  }
  await window.dropFiles(file)
  await expect(window.dialog()).toContainText('100,000 new papers', { timeout: 120_000 })
  await note('reading and comparing')
  await page.keyboard.press('Enter')
  await expect(window.place('Library')).toContainText('100,000', { timeout: 120_000 })
  await note('adding')
  await page.keyboard.press('Control+z')
  await expect(window.said(/^Taken back/)).toBeVisible({ timeout: 120_000 })
  await note('taking back')
  process.stdout.write(`longest frames, in ms: ${JSON.stringify(longest)}\n`)
  expect(Math.max(...Object.values(longest))).toBeLessThan(100)
})
