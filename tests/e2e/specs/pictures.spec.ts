import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectNoViolations } from '../fixtures/axe'
import { expect, test, type Sheaf } from '../fixtures/sheaf'
import { importDigests, topicDigests } from '../fixtures/topics'
import type { MainWindow } from '../pages/main-window'
import { boundsOf, fitted, toScreen } from '../../../src/renderer/src/features/pictures/camera'

const days = 6
const perDay = 20
const all = days * perDay

const pictures = (page: Page): Locator => page.getByRole('region', { name: 'Pictures' })
const topicMap = (page: Page): Locator => page.getByRole('application', { name: 'Map of topics' })

async function started(sheaf: Sheaf): Promise<MainWindow> {
  importDigests(sheaf, topicDigests(days, perDay))
  const window = await sheaf.start()
  await window.expectCount(all)
  return window
}

/** Opens the map by its key, and waits until all papers are on it. */
async function openMap({ page }: MainWindow, papers = all): Promise<void> {
  await page.keyboard.press('Control+Shift+M')
  await expect(topicMap(page)).toHaveAccessibleName(`Map of topics with ${String(papers)} papers`, {
    timeout: 30_000
  })
  await expect(topicMap(page).locator('canvas')).toHaveAttribute('data-drawn', String(papers))
}

/** How many papers the name of a topic says. */
async function papersOf(topic: Locator): Promise<number> {
  const name = await topic.getAttribute('aria-label')
  return Number(/: (\d+) papers?$/.exec(name ?? '')?.[1])
}

test('a topic is listed by keys, let go by Escape, and kept as a collection', async ({ sheaf }) => {
  const window = await started(sheaf)
  const { page } = window
  await openMap(window)
  await page.keyboard.press('Control+Shift+P')
  await expect(topicMap(page)).toBeFocused()
  await page.keyboard.press('Tab')
  const topic = topicMap(page).getByRole('button').first()
  await expect(topic).toBeFocused()
  const count = await papersOf(topic)
  expect(count).toBeGreaterThan(5)
  expect(count).toBeLessThan(all)
  const name = (await topic.textContent()) ?? ''
  await page.keyboard.press('Enter')
  await window.expectCount(count)
  await expect(page.getByRole('main').getByRole('heading', { name })).toBeVisible()

  await page.keyboard.press('Escape')
  await window.expectCount(all)
  await expect(topicMap(page)).toBeVisible()

  await topicMap(page).getByRole('button').first().click()
  await window.expectCount(count)
  await page.getByRole('main').getByRole('button', { name: 'Collect…' }).click()
  await window.dialog().getByRole('combobox').fill('From the map')
  await expect(window.dialog().getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(window.place(/From the map/)).toContainText(String(count))
  await page.keyboard.press('Control+z')
  await expect(window.place(/From the map/)).toHaveCount(0)
})

test('the picked papers are tagged together, and one undo takes that back', async ({ sheaf }) => {
  const window = await started(sheaf)
  const { page } = window
  await openMap(window)
  await topicMap(page).focus()
  // All of the map is in view.
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('main').getByRole('heading', { name: 'In view on the map' })
  ).toBeVisible()
  await window.expectCount(all)
  await page.getByRole('main').getByRole('button', { name: 'Tag…' }).click()
  await window.dialog().getByRole('textbox').fill('everything')
  await page.keyboard.press('Enter')
  await expect(window.place('everything')).toContainText(String(all))
  await page.keyboard.press('Control+z')
  await expect(window.place('everything')).toHaveCount(0)
})

test('papers in a box and in a loop are listed', async ({ sheaf }) => {
  const window = await started(sheaf)
  const { page } = window
  await openMap(window)
  const box = await topicMap(page).boundingBox()
  if (box === null) throw new Error('The map has no place.')
  const at = (x: number, y: number): [number, number] => [
    box.x + x * box.width,
    box.y + y * box.height
  ]
  await pictures(page).getByRole('button', { name: 'Drag draws a box' }).click()
  await page.mouse.move(...at(0.01, 0.01))
  await page.mouse.down()
  await page.mouse.move(...at(0.5, 0.5))
  await page.mouse.move(...at(0.99, 0.99))
  await page.mouse.up()
  await expect(
    page.getByRole('main').getByRole('heading', { name: 'Drawn around on the map' })
  ).toBeVisible()
  await window.expectCount(all)
  await page.keyboard.press('Escape')

  await pictures(page).getByRole('button', { name: 'Drag draws a loop' }).click()
  await page.mouse.move(...at(0.01, 0.01))
  await page.mouse.down()
  await page.mouse.move(...at(0.99, 0.01))
  await page.mouse.move(...at(0.01, 0.99))
  await page.mouse.up()
  await expect(
    page.getByRole('main').getByRole('heading', { name: 'Drawn around on the map' })
  ).toBeVisible()
  const some = Number(await window.grid().getAttribute('aria-rowcount'))
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all)
})

test('a paper is told of where the pointer is, and a click makes it current in the list', async ({
  sheaf
}) => {
  const window = await started(sheaf)
  const { page } = window
  await openMap(window)
  const { papers, xs, ys } = await page.evaluate(async () => {
    const reply = await self.sheaf.call('picture:map', undefined)
    if (!reply.ok) throw new Error(reply.error.message)
    const { papers, xs, ys } = reply.value
    return { papers: [...papers], xs: [...xs], ys: [...ys] }
  })
  const box = await topicMap(page).boundingBox()
  if (box === null) throw new Error('The map has no place.')
  const bounds = boundsOf(Float32Array.from(xs), Float32Array.from(ys))
  const places = papers.map((_, row) =>
    toScreen(fitted(bounds, box), box, [xs[row] ?? 0, ys[row] ?? 0])
  )
  const apart = ([x, y]: readonly [number, number]): number =>
    places.map((one) => Math.hypot(one[0] - x, one[1] - y)).sort((a, b) => a - b)[1] ?? 0
  const isFree = ([x, y]: readonly [number, number]): Promise<boolean> =>
    page.evaluate(
      ([left, top]) => document.elementFromPoint(left, top)?.closest('button') === null,
      [box.x + x, box.y + y] as const
    )
  // One that lies by itself, and under no label.
  let chosen = -1
  for (const [row] of [...places.entries()].sort(([, a], [, b]) => apart(b) - apart(a)))
    if (await isFree(places[row] ?? [0, 0])) {
      chosen = row
      break
    }
  const [x, y] = places[chosen] ?? [0, 0]
  const title = await page.evaluate(async (id) => {
    const reply = await self.sheaf.call('paper:rows', { ids: [id], digestId: null })
    return reply.ok ? (reply.value[0]?.title ?? '') : ''
  }, papers[chosen] ?? 0)
  await page.mouse.move(box.x + x, box.y + y)
  await expect(topicMap(page).locator('strong')).toHaveText(title)
  await page.mouse.click(box.x + x, box.y + y)
  await expect(window.grid().locator('.row.current')).toContainText(title)
  await expect(topicMap(page)).toBeVisible()
})

test('the map moves and zooms by keys, and places do not jump when papers come', async ({
  sheaf
}) => {
  const window = await started(sheaf)
  const { page } = window
  await openMap(window)
  const places = (): Promise<[number, number][]> =>
    page.evaluate(async () => {
      const reply = await self.sheaf.call('picture:map', undefined)
      if (!reply.ok) throw new Error(reply.error.message)
      const { papers, xs } = reply.value
      return Array.from(papers, (id, at): [number, number] => [id, xs[at] ?? 0])
    })
  const before = await places()
  await topicMap(page).focus()
  const first = topicMap(page).getByRole('button').first()
  const transform = await first.evaluate((element) => element.style.transform)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => first.evaluate((element) => element.style.transform)).not.toBe(transform)
  await page.keyboard.press('0')
  await first.hover()
  // Closer to the middle of a topic, in which there are papers, until others are out of view.
  for (let turn = 0; turn < 3; turn++) await page.mouse.wheel(0, -200)
  await expect(async () => {
    await topicMap(page).press('Enter')
    await expect(page.getByRole('region', { name: 'Picked papers' })).toBeVisible()
    expect(Number(await window.grid().getAttribute('aria-rowcount'))).toBeLessThan(all)
  }).toPass()
  await page.keyboard.press('Escape')
  await window.expectCount(all)
  await topicMap(page).press('-')
  await topicMap(page).press('0')

  const [digest] = topicDigests(days + 1, perDay).slice(-1)
  const file = join(sheaf.folder, 'later.txt')
  writeFileSync(file, (digest?.text ?? '').replaceAll(/^(\w+ing .+)$/gm, '$1 Again'))
  await window.importFile(file)
  await expect(topicMap(page)).toHaveAccessibleName(
    `Map of topics with ${String(all + perDay)} papers`,
    { timeout: 30_000 }
  )
  const after = new Map(await places())
  expect(before.every(([id, x]) => after.get(id) === x)).toBe(true)

  // Kept in a file: the next start has them as they were.
  await sheaf.restart()
  await sheaf.window.expectCount(all + perDay)
  await openMap(sheaf.window, all + perDay)
  const page2 = sheaf.page
  const again = await page2.evaluate(async () => {
    const reply = await self.sheaf.call('picture:map', undefined)
    return reply.ok ? Array.from(reply.value.xs) : []
  })
  expect(again).toEqual([...after.values()])
})

test('bars of the timeline are gone through and listed by keys', async ({ sheaf }) => {
  const window = await started(sheaf)
  const { page } = window
  await window.command('timeline')
  const bars = pictures(page).getByRole('group', { name: /arrived/ })
  await expect(bars.getByRole('button')).toHaveCount(days)
  await page.keyboard.press('Control+Shift+P')
  const last = bars.getByRole('button').last()
  await expect(last).toBeFocused()
  await expect(last).toHaveAccessibleName(/6 May.*: 20 arrived, 0 kept, 0 read/)
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  await window.expectCount(3 * perDay)
  await page.keyboard.press('Escape')
  await window.expectCount(all)
  await pictures(page).getByRole('combobox', { name: 'How long each bar is' }).selectOption('month')
  await expect(bars.getByRole('button')).toHaveCount(1)
})

test('a word that rises lists its papers', async ({ sheaf }) => {
  const window = await started(sheaf)
  const { page } = window
  await window.command('rising terms')
  const terms = pictures(page).getByRole('list', { name: 'Rising terms' }).getByRole('button')
  await expect(terms).not.toHaveCount(0)
  // There is more and more birdsong.
  const rising =
    'song call acoustic microphone species chorus spectrogram syllable habitat nest ' +
    'birdsong whale insect frog ponds bat echoes recording decoding counting denoising imitating'
  const names = await terms.evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('aria-label') ?? '')
  )
  const first = names[0]?.split(':')[0] ?? ''
  expect(rising).toContain(first.slice(0, 4))
  await terms.first().click()
  await expect(
    page.getByRole('main').getByRole('heading', { name: first, level: 2, exact: true })
  ).toBeVisible()
  expect(Number(await window.grid().getAttribute('aria-rowcount'))).toBeLessThan(all)
})

test('each picture has its table, from which papers are listed as well', async ({ sheaf }) => {
  const window = await started(sheaf)
  const { page } = window
  await openMap(window)
  await pictures(page).getByRole('button', { name: 'Show as a table' }).click()
  const table = pictures(page).getByRole('table')
  await expect(table).toHaveAccessibleName(/Topics/)
  const row = table.getByRole('row').nth(1)
  const count = Number(await row.getByRole('cell').last().textContent())
  await row.getByRole('button').press('Enter')
  await window.expectCount(count)
  await pictures(page).getByRole('tab', { name: 'Timeline' }).click()
  await expect(table.getByRole('row')).toHaveCount(days + 1)
  await table.getByRole('row').nth(1).getByRole('button').press('Enter')
  await window.expectCount(perDay)
  await pictures(page).getByRole('tab', { name: 'Rising terms' }).click()
  await expect(table).toHaveAccessibleName(/Words that rise/)
  await table.getByRole('row').nth(1).getByRole('button').press('Enter')
  await expect(page.getByRole('region', { name: 'Picked papers' })).toBeVisible()
  await page.keyboard.press('Escape')
  await window.expectCount(all)
})

test('each picture is saved as SVG and PNG', async ({ sheaf }) => {
  const window = await started(sheaf)
  const { page } = window
  await openMap(window)
  const save = async (format: 'SVG' | 'PNG', name: string): Promise<Buffer> => {
    const file = join(sheaf.folder, `${name}.${format.toLowerCase()}`)
    await window.answerSaveDialog(file)
    await pictures(page).getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('menuitem', { name: `Save as ${format}` }).click()
    await expect(window.said(`Saved as ${name}.${format.toLowerCase()}.`)).toBeVisible()
    return readFileSync(file)
  }
  const words = await topicMap(page).getByRole('button').allTextContents()
  const map = (await save('SVG', 'map')).toString('utf8')
  expect(map.match(/M[\d.-]+ [\d.-]+h0/g)).toHaveLength(all)
  for (const word of words) expect(map).toContain(`>${word}</text>`)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47])
  expect((await save('PNG', 'map')).subarray(0, 4)).toEqual(signature)

  await pictures(page).getByRole('tab', { name: 'Timeline' }).click()
  await expect(pictures(page).getByRole('group', { name: /arrived/ })).toBeVisible()
  const timeline = (await save('SVG', 'timeline')).toString('utf8')
  expect(timeline).toContain('Arrived')
  expect(timeline).not.toContain('var(')
  await pictures(page).getByRole('tab', { name: 'Rising terms' }).click()
  await expect(pictures(page).getByRole('list', { name: 'Rising terms' })).toBeVisible()
  expect(
    (await save('SVG', 'rising')).toString('utf8').match(/<polyline/g)?.length
  ).toBeGreaterThan(0)
  expect((await save('PNG', 'rising')).length).toBeGreaterThan(2000)
})

for (const theme of ['light', 'dark'] as const)
  test(`pictures and their tables are accessible, ${theme}`, async ({ sheaf }) => {
    const window = await started(sheaf)
    const { page } = window
    await page.evaluate((name) => self.sheaf.call('settings:set', { theme: name }), theme)
    await sheaf.restart()
    const again = sheaf.window
    await again.expectCount(all)
    await openMap(again)
    const tab = (name: string): Locator => pictures(again.page).getByRole('tab', { name })
    await topicMap(again.page).getByRole('button').first().click()
    await expectNoViolations(again, 'map')
    await tab('Timeline').click()
    await expect(pictures(again.page).getByRole('group', { name: /arrived/ })).toBeVisible()
    await expectNoViolations(again, 'timeline')
    await tab('Rising terms').click()
    await expect(pictures(again.page).getByRole('list', { name: 'Rising terms' })).toBeVisible()
    await expectNoViolations(again, 'rising terms')
    await pictures(again.page).getByRole('button', { name: 'Show as a table' }).click()
    for (const name of ['Map of topics', 'Timeline', 'Rising terms']) {
      await tab(name).click()
      await expect(pictures(again.page).getByRole('table')).toBeVisible()
      await expectNoViolations(again, `${name} as a table`)
    }
  })
