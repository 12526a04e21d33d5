import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input } from '@shared/ipc/contract'
import { longPdf } from '../fixtures/pdf'
import { expect, Sheaf, test } from '../fixtures/sheaf'
import { lostOf, percentile, scrolling, timed, watch, type Scrolling } from '../fixtures/speed'
import type { MainWindow } from '../pages/main-window'
import { Reader } from '../pages/reader'

// What the window takes to go to the next paper, to open one, and to scroll, in a library of 100,000
// papers and in one of 68: npm run bench:ui.

const few = 68
const many = 100_000
const keys = 240
const opened = 120

/** Entries of a bibliography with abstracts, made up by their numbers. */
function* entries(count: number): Generator<string> {
  const words = 'looms cloth rivers maps graphs threads dyes knots weaving folding'.split(' ')
  const word = (seed: number): string => words[seed % words.length] ?? ''
  for (let n = 0; n < count; n++) {
    const abstract = Array.from({ length: 150 }, (_, i) => word(n * 7 + i * i + i)).join(' ')
    yield `@article{k${String(n)}, title = {Paper ${String(n)} on ${word(n)} and ${word(n >> 3)}}, author = {Weber, Ada${String(n)} and Ek, Bo}, journal = {Annals}, year = {${String(1990 + (n % 30))}}, doi = {10.5555/${String(n)}}, keywords = {${word(n % 5)}}, abstract = {${abstract}}}\n`
  }
}

interface Figures extends Scrolling {
  next: number[]
  open: number[]
}

/** Starts Sheaf on a library of so many papers, each of which is indexed then. */
async function inLibrary<T>(
  count: number,
  files: Readonly<Record<string, Uint8Array>>,
  work: (window: MainWindow) => Promise<T>
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-ui-'))
  const sheaf = new Sheaf(folder)
  try {
    const file = join(folder, 'papers.bib')
    writeFileSync(file, [...entries(count)].join(''))
    const paths = Object.entries(files).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    })
    const electron = createRequire(import.meta.url)('electron') as unknown as string
    execFileSync(
      electron,
      ['out/main/cli.js', 'import', file, ...paths, '--library', join(sheaf.userData, 'library')],
      { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }
    )
    // As users have it: the checks of every answer are for tests.
    sheaf.environment['SHEAF_CHECK_IPC'] = '0'
    writeFileSync(
      join(sheaf.userData, 'settings.json'),
      JSON.stringify({ preferences: { meaning: false } })
    )
    const window = await sheaf.start()
    const { page } = window
    // Search takes all papers in first; that is not what is measured.
    await window.search().fill('looms')
    await expect(page.getByRole('main').getByText(/ found/)).toBeVisible({ timeout: 120_000 })
    await expect(page.getByRole('main').getByText(/still to be indexed/)).toBeHidden({
      timeout: 300_000
    })
    await window.search().fill('')
    await window.expectCount(count + paths.length)
    await window.focusList()
    return await work(window)
  } finally {
    await sheaf.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const measure = (count: number): Promise<Figures> =>
  inLibrary(count, {}, async (window) => {
    const { page } = window
    await watch(page)
    // In a short list the way turns at its end.
    const way = (at: number): string => (Math.floor(at / (few - 2)) % 2 === 0 ? 'j' : 'k')
    const next = await timed(page, keys, (at) => page.keyboard.press(way(at)))
    const { height } = (await window.grid().boundingBox()) ?? { height: 600 }
    const open = await timed(page, opened, async (at) => {
      // Rows above and below the middle, by turns; now and then somewhere else in the list.
      if (at % 10 === 0)
        await window.grid().evaluate(async (list, share) => {
          list.scrollTop = share * list.scrollHeight
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
        }, at / opened)
      const y = await window.grid().evaluate(
        (list, ways) => {
          const { left, top } = list.getBoundingClientRect()
          const other = (way: number): boolean =>
            document.elementFromPoint(left + 200, top + way)?.closest('.row:not(.current)') != null
          return ways.find(other) ?? -1
        },
        // In a short list, scrolled to its end, the row that is met may be on view already.
        [at % 2 === 0 ? 0.3 : 0.7, 0.5].map((share) => Math.round(height * share))
      )
      await window.grid().click({ position: { x: 200, y } })
    })
    return { next, open, ...(await scrolling(page)) }
  })

// Recording the page for a trace would cost frames of its own.
test.use({ trace: 'off' })

test('100,000 papers are gone through, opened and scrolled as 68 are', async () => {
  test.skip(
    process.env['SHEAF_SCALE'] === undefined,
    'Takes minutes and a quiet machine: npm run bench:ui runs it.'
  )
  test.setTimeout(900_000)
  const small = await measure(few)
  const large = await measure(many)
  const line = (what: string, of: (figures: Figures) => number, unit: string): string => {
    const [a, b] = [of(large), of(small)]
    return `${what}: ${a.toFixed(1)} ${unit}; with ${String(few)} papers ${b.toFixed(1)} ${unit}; ratio ${(a / b).toFixed(2)}`
  }
  process.stdout.write(
    `${[
      line('next paper, median', ({ next }) => percentile(next, 0.5), 'ms'),
      line('next paper, 95th percentile', ({ next }) => percentile(next, 0.95), 'ms'),
      line('opening a paper, median', ({ open }) => percentile(open, 0.5), 'ms'),
      line('opening a paper, 95th percentile', ({ open }) => percentile(open, 0.95), 'ms'),
      line('frames dropped while scrolling', lostOf, '%'),
      `frames: ${String(large.frames)}, dropped ${String(large.dropped)}; with ${String(few)} papers ${String(small.frames)}, dropped ${String(small.dropped)}`
    ].join('\n')}\n`
  )
  expect(large.next).toHaveLength(keys)
  expect(percentile(large.next, 0.95)).toBeLessThan(50)
  expect(percentile(large.open, 0.95)).toBeLessThan(100)
  expect(lostOf(large)).toBeLessThan(1)
})

// Where a reader with annotations is there, 10,000 of them on one paper are scrolled here with `scrolling`.

const marks = 10_000
const pages = 200
const marked = 'Five Hundred Bends'
const visits = 60

interface MarkedFigures {
  open: number[]
  beside: Scrolling
  pages: Scrolling
  everywhere: Scrolling
}

/** Highlights of a PDF, so many on each of its pages. */
const highlights = (paperId: number, attachmentId: number, count: number) =>
  Array.from({ length: count }, (_, at): Input<'annotation:add'>['annotations'][number] => {
    const [page, line] = [at % pages, Math.floor(at / pages) % 36]
    const y = 666 - line * 16
    return {
      ...{ paperId, kind: 'highlight', colour: at % 8, tags: [] },
      comment: at % 3 === 0 ? `Compare bend ${String(at)}.` : '',
      target: {
        ...{ on: 'pdf', attachmentId, page, pageLabel: String(page + 1) },
        rectangles: [[72, y - 3, 420, y + 9]],
        ...{ nextRectangles: [], paths: [], point: null, position: null, anchor: null },
        quote: { exact: `line ${String(line)} of the bends`, prefix: '', suffix: '' }
      }
    }
  })

const measureMarked = (papers: number, count: number): Promise<MarkedFigures> =>
  inLibrary(papers, { 'bends.pdf': longPdf(pages) }, async (window) => {
    const { page } = window
    await window.search().fill(marked)
    await window.row(marked).first().click()
    await expect(window.title()).toHaveText(marked)
    const { paperId, attachmentId } = await page.evaluate(async () => {
      const found = await self.sheaf.call('paper:list', {
        ...{ view: { kind: 'library' }, query: 'hundred bends', sort: null, group: null },
        byMeaning: false
      })
      const [id = 0] = found.ok ? found.value.ids : []
      const paper = await self.sheaf.call('paper:get', { id })
      return {
        paperId: id,
        attachmentId: paper.ok ? (paper.value.attachments[0]?.id ?? 0) : 0
      }
    })
    const all = highlights(paperId, attachmentId, count)
    for (let at = 0; at < all.length; at += 1000)
      await page.evaluate(
        async (annotations) => {
          const answer = await self.sheaf.call('annotation:add', { annotations })
          if (!answer.ok) throw new Error(answer.error.message)
        },
        all.slice(at, at + 1000)
      )
    // It came last, and stands last.
    await window.search().fill('')
    await window.expectCount(papers + 1)
    await window.focusList()
    await page.keyboard.press('End')
    await expect(window.title()).toHaveText(marked)
    await watch(page, marked)
    const there: number[] = []
    const both = await timed(page, 2 * visits, (at) =>
      page.keyboard.press(at % 2 === 0 ? 'k' : 'j')
    )
    for (const [at, time] of both.entries()) if (at % 2 === 1) there.push(time)
    await window.place('Annotations').click()
    await expect(page.getByRole('main').locator('[role=row]').first()).toBeVisible()
    const everywhere = await scrolling(page)
    await window.place('Library').click()
    await window.focusList()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const reader = new Reader(window)
    await reader.shows(marked)
    await expect(reader.frame().locator('.mark.highlight').first()).toBeVisible()
    await reader.tool('Show or hide the annotations of the PDF').click()
    const besidePages = '[aria-label="Reader"] :has(> * > * > button[aria-current])'
    const beside = await scrolling(page, besidePages)
    return { open: there, everywhere, beside, pages: await scrolling(reader.inside(), '#pages') }
  })

test('a paper with 10,000 annotations among 100,000 papers is opened, gone through and read as one with a hundred among 68 is', async () => {
  test.skip(
    process.env['SHEAF_SCALE'] === undefined,
    'Takes minutes and a quiet machine: npm run bench:ui runs it.'
  )
  test.setTimeout(900_000)
  const small = await measureMarked(few, 100)
  const large = await measureMarked(many, marks)
  const line = (what: string, of: (figures: MarkedFigures) => number, unit: string): string => {
    const [a, b] = [of(large), of(small)]
    return `${what}: ${a.toFixed(1)} ${unit}; with 100 among ${String(few)} ${b.toFixed(1)} ${unit}; ratio ${(a / b).toFixed(2)}`
  }
  process.stdout.write(
    `${[
      line('opening the marked paper, median', ({ open }) => percentile(open, 0.5), 'ms'),
      line('opening the marked paper, 95th percentile', ({ open }) => percentile(open, 0.95), 'ms'),
      line('frames dropped in all annotations', ({ everywhere }) => lostOf(everywhere), '%'),
      line('frames dropped in those beside the pages', ({ beside }) => lostOf(beside), '%'),
      line('frames dropped in the pages', (figures) => lostOf(figures.pages), '%')
    ].join('\n')}\n`
  )
  expect(large.open).toHaveLength(visits)
  expect(percentile(large.open, 0.95)).toBeLessThan(100)
  expect(lostOf(large.everywhere)).toBeLessThan(1)
  expect(lostOf(large.beside)).toBeLessThan(1)
})
