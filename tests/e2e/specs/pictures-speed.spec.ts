import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { bibEntriesOf } from '../../bench/import/corpus'
import { expect, test } from '../fixtures/sheaf'

// How soon the map of 100,000 papers is there, beside reading the vectors that it is made of; and how many
// frames it drops when it is moved and zoomed: npm run bench:pictures.

const corpus = resolve('../shared/corpora/papers-100k.jsonl.gz')
/** How often each is measured; the middle counts. */
const times = 5
/** How long the map is moved, and zoomed, in milliseconds. */
const moved = 10_000

interface Frames {
  frames: number
  dropped: number
}

/** Moves or zooms the map with every frame; gives how many frames there were, and how many were not. */
async function moving(page: Page, how: 'pan' | 'zoom'): Promise<Frames> {
  return page.evaluate(
    async ([lasting, what]) => {
      const surface = document.querySelector<HTMLElement>('[role=application]')
      if (surface === null) return { frames: 0, dropped: 0 }
      const { left, top, width, height } = surface.getBoundingClientRect()
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
      let [frames, dropped, at] = [0, 0, 0]
      const until = last + lasting
      const init = { bubbles: true, cancelable: true }
      while (last < until) {
        // There and back again.
        const isThere = Math.floor(at++ / 40) % 2 === 0
        const [clientX, clientY] = [left + width * 0.4, top + height * 0.4]
        surface.dispatchEvent(
          what === 'pan'
            ? new KeyboardEvent('keydown', { ...init, key: isThere ? 'ArrowRight' : 'ArrowLeft' })
            : new WheelEvent('wheel', { ...init, clientX, clientY, deltaY: isThere ? -40 : 40 })
        )
        const now = await frame()
        frames++
        dropped += Math.max(0, Math.round((now - last) / usual) - 1)
        last = now
      }
      return { frames: frames + dropped, dropped }
    },
    [moved, how] as const
  )
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

// Recording the page for a trace would cost frames of its own.
test.use({ trace: 'off' })

test('the map of 100,000 papers is there in twice the time of reading the vectors, and moves smoothly', async ({
  sheaf
}) => {
  test.skip(
    process.env['SHEAF_SCALE'] === undefined || !existsSync(corpus),
    'Takes minutes, a quiet machine and the shared corpus: npm run bench:pictures runs it.'
  )
  test.setTimeout(900_000)
  const file = join(sheaf.folder, 'many.bib')
  writeFileSync(file, (await bibEntriesOf(corpus)).join(''))
  const electron = createRequire(import.meta.url)('electron') as unknown as string
  const library = join(sheaf.userData, 'library')
  execFileSync(electron, ['out/main/cli.js', 'import', file, '--library', library], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  })
  // As users have it: the checks of every answer are for tests.
  sheaf.environment['SHEAF_CHECK_IPC'] = '0'
  writeFileSync(
    join(sheaf.userData, 'settings.json'),
    JSON.stringify({ preferences: { meaning: false } })
  )
  const first = await sheaf.start()
  await first.search().fill('learning')
  await expect(first.page.getByRole('main').getByText(/ found/)).toBeVisible({ timeout: 120_000 })
  await expect(first.page.getByRole('main').getByText(/still to be indexed/)).toBeHidden({
    timeout: 300_000
  })
  await first.search().fill('')
  await expect(first.page.getByRole('main').getByText(/\d{2},\d+ papers/)).toBeVisible()
  const canvas = (page: Page) => page.getByRole('application').locator('canvas[data-drawn]')
  const began = performance.now()
  await first.focusList()
  await first.page.keyboard.press('Control+Shift+M')
  await expect(
    first.page.getByRole('application', { name: /Map of topics with \d{2}/ })
  ).toBeVisible({ timeout: 400_000 })
  const laidOut = (performance.now() - began) / 1000
  await sheaf.stop()

  const folder = join(library, 'search')
  const vectors = readdirSync(folder).filter((name) => name.endsWith('.bin'))
  const reading: number[] = []
  const pictures: number[] = []
  let [pan, zoom]: Frames[] = []
  for (let round = 0; round < times; round++) {
    const { page } = await sheaf.start()
    await expect(page.getByRole('main').getByText(/\d{2},\d+ papers/)).toBeVisible()
    // What a start does beside the list is over then.
    await sheaf.window.search().fill('learning')
    await expect(page.getByRole('main').getByText(/ found/)).toBeVisible({ timeout: 60_000 })
    await sheaf.window.search().fill('')
    await expect(page.getByRole('main').getByText(/\d{2},\d+ papers/)).toBeVisible()
    await sheaf.window.focusList()
    const readFrom = performance.now()
    for (const name of vectors) readFileSync(join(folder, name))
    reading.push(performance.now() - readFrom)
    await page.evaluate(() => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = (): void => {
            const drawn = document.querySelector<HTMLElement>('canvas[data-drawn]')
            const labels = document.querySelectorAll('[role=application] button')
            if (Number(drawn?.dataset['drawn'] ?? 0) < 1000 || labels.length === 0) {
              requestAnimationFrame(look)
              return
            }
            // What is there now is painted by this frame; a message comes after it.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              const took = performance.now() - timeStamp
              document.documentElement.dataset['painted'] = took.toFixed(1)
            }
            port2.postMessage(null)
          }
          requestAnimationFrame(look)
        },
        { capture: true, once: true }
      )
    })
    await page.keyboard.press('Control+Shift+M')
    await expect(page.locator('html[data-painted]')).toBeVisible({ timeout: 30_000 })
    pictures.push(Number(await page.locator('html').getAttribute('data-painted')))
    if (round === times - 1) {
      await expect(canvas(page)).toBeVisible()
      // Colours come a moment later; moving begins with everything there.
      await expect(page.getByRole('list', { name: 'Colours' })).toBeVisible({ timeout: 30_000 })
      pan = await moving(page, 'pan')
      zoom = await moving(page, 'zoom')
    }
    await sheaf.stop()
  }
  const share = ({ frames, dropped }: Frames): number => (100 * dropped) / Math.max(1, frames)
  if (pan === undefined || zoom === undefined) throw new Error('Nothing was moved.')
  const told = ({ frames, dropped }: Frames): string =>
    `${String(dropped)} of ${String(frames)} frames dropped`
  const ratio = middle(pictures) / middle(reading)
  process.stdout.write(
    `${[
      `all laid out for the first time: ${laidOut.toFixed(1)} s`,
      `first picture: ${middle(pictures).toFixed(0)} ms; reading the vectors: ${middle(reading).toFixed(0)} ms; ratio ${ratio.toFixed(2)}`,
      `moving: ${told(pan)} (${share(pan).toFixed(2)} %)`,
      `zooming: ${told(zoom)} (${share(zoom).toFixed(2)} %)`
    ].join('\n')}\n`
  )
  expect(ratio).toBeLessThan(2)
  expect(share(pan)).toBeLessThan(1)
  expect(share(zoom)).toBeLessThan(1)
})
