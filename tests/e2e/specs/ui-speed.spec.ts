import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, Sheaf, test } from '../fixtures/sheaf'

// What the window takes to go to the next paper, to open one, and to scroll, in a library of 100,000
// papers and in one of 68: npm run bench:ui.

const few = 68
const many = 100_000
const keys = 240
const opened = 120
/** How long a list is scrolled, in milliseconds. */
const scrolled = 8000

/** Entries of a bibliography with abstracts, made up by their numbers. */
function* entries(count: number): Generator<string> {
  const words = 'looms cloth rivers maps graphs threads dyes knots weaving folding'.split(' ')
  const word = (seed: number): string => words[seed % words.length] ?? ''
  for (let n = 0; n < count; n++) {
    const abstract = Array.from({ length: 150 }, (_, i) => word(n * 7 + i * i + i)).join(' ')
    yield `@article{k${String(n)}, title = {Paper ${String(n)} on ${word(n)} and ${word(n >> 3)}}, author = {Weber, Ada${String(n)} and Ek, Bo}, journal = {Annals}, year = {${String(1990 + (n % 30))}}, doi = {10.5555/${String(n)}}, keywords = {${word(n % 5)}}, abstract = {${abstract}}}\n`
  }
}

interface Figures {
  next: number[]
  open: number[]
  frames: number
  dropped: number
}

/**
 * Has the page note when a paper is painted: from a key or a click to the frame in which the pane shows
 * the title of the paper that is current in the list then.
 */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told = document.documentElement.dataset
    const begin = (event: Event): void => {
      const started = event.timeStamp
      const before = document.querySelector('#paper h1')?.textContent
      const look = (): void => {
        const shown = document.querySelector('#paper h1')?.textContent
        const row = document.querySelector('main .row.current h3')?.textContent
        if (shown === before || shown !== row) {
          requestAnimationFrame(look)
          return
        }
        // What is there now is painted by this frame; a message comes after it.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          told['painted'] = `${told['painted'] ?? ''} ${(performance.now() - started).toFixed(1)}`
        }
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    }
    addEventListener('keydown', begin, true)
    addEventListener('mousedown', begin, true)
  })
}

async function painted(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    (document.documentElement.dataset['painted'] ?? '').split(' ').filter(Boolean).map(Number)
  )
}

/** Runs steps one after another, each once the one before is painted; gives the time of each. */
async function timed(page: Page, steps: number, step: (at: number) => Promise<void>) {
  const before = (await painted(page)).length
  for (let at = 0; at < steps; at++) {
    await step(at)
    await expect
      .poll(async () => (await painted(page)).length, { intervals: [5, 10, 20, 50] })
      .toBe(before + at + 1)
  }
  return (await painted(page)).slice(before)
}

/** Scrolls the list up and down, some rows a frame; gives how many frames there were, and how many were not. */
async function scrolling(page: Page): Promise<{ frames: number; dropped: number }> {
  return page.evaluate(async (lasting) => {
    const list = document.querySelector<HTMLElement>('main [role=grid]')
    if (list === null) return { frames: 0, dropped: 0 }
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
    // What a frame takes on this screen.
    const idle: number[] = []
    let last = await frame()
    for (let at = 0; at < 60; at++) {
      const now = await frame()
      idle.push(now - last)
      last = now
    }
    const usual = idle.sort((a, b) => a - b)[30] ?? 16.7
    let [frames, dropped, direction] = [0, 0, 1]
    const until = last + lasting
    while (last < until) {
      const top = list.scrollTop
      list.scrollTop = top + direction * 60
      if (list.scrollTop === top) direction = -direction
      const now = await frame()
      frames++
      dropped += Math.max(0, Math.round((now - last) / usual) - 1)
      last = now
    }
    return { frames: frames + dropped, dropped }
  }, scrolled)
}

async function measure(count: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-ui-'))
  const sheaf = new Sheaf(folder)
  try {
    const file = join(folder, 'papers.bib')
    writeFileSync(file, [...entries(count)].join(''))
    const electron = createRequire(import.meta.url)('electron') as unknown as string
    execFileSync(
      electron,
      ['out/main/cli.js', 'import', file, '--library', join(sheaf.userData, 'library')],
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
    await window.expectCount(count)
    await window.focusList()
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
  } finally {
    await sheaf.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

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
  const lost = ({ frames, dropped }: Figures): number => (100 * dropped) / Math.max(1, frames)
  process.stdout.write(
    `${[
      line('next paper, median', ({ next }) => at(next, 0.5), 'ms'),
      line('next paper, 95th percentile', ({ next }) => at(next, 0.95), 'ms'),
      line('opening a paper, median', ({ open }) => at(open, 0.5), 'ms'),
      line('opening a paper, 95th percentile', ({ open }) => at(open, 0.95), 'ms'),
      line('frames dropped while scrolling', lost, '%'),
      `frames: ${String(large.frames)}, dropped ${String(large.dropped)}; with ${String(few)} papers ${String(small.frames)}, dropped ${String(small.dropped)}`
    ].join('\n')}\n`
  )
  expect(large.next).toHaveLength(keys)
  expect(at(large.next, 0.95)).toBeLessThan(50)
  expect(at(large.open, 0.95)).toBeLessThan(100)
  expect(lost(large)).toBeLessThan(1)
})

// Where a reader with annotations is there, 10,000 of them on one paper are scrolled here with `scrolling`.
