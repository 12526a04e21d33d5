import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { bibEntriesOf } from '../../bench/import/corpus'
import { memoryOf } from '../fixtures/processes'
import { expect, Sheaf, test } from '../fixtures/sheaf'

// What the whole app takes of time to start and of memory with 100,000 papers, beside the same app with 68, in
// turns: npm run bench:whole.

const corpus = resolve('../shared/corpora/papers-100k.jsonl.gz')
const few = 68
const starts = 9
const bounds = { start: 1.5, memory: 1.6 }
/** Memory is looked at so often, in milliseconds, until it has been the same for some times. */
const lookEvery = 1000
const same = { times: 3, within: 0.01, most: 30 }

interface Figures {
  start: number[]
  memory: number[]
  kinds: Map<string, number>
}

/** A user with these papers, whose index is made; one that was made before is taken as it is. */
async function userWith(folder: string, entries: readonly string[]): Promise<Sheaf> {
  const sheaf = new Sheaf(folder)
  // As users have it: the checks of every answer are for tests.
  Object.assign(sheaf.environment, { SHEAF_CHECK_IPC: '0', SHEAF_LOG: '1' })
  if (existsSync(join(folder, 'ready'))) return sheaf
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(sheaf.userData, { recursive: true })
  const file = join(folder, 'papers.bib')
  writeFileSync(file, entries.join(''))
  const electron = createRequire(import.meta.url)('electron') as unknown as string
  const library = join(sheaf.userData, 'library')
  execFileSync(electron, ['out/main/cli.js', 'import', file, '--library', library], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  })
  rmSync(file)
  // What papers mean is learnt for hours, in a process of its own that ends then.
  const settings = JSON.stringify({ preferences: { meaning: false } })
  writeFileSync(join(sheaf.userData, 'settings.json'), settings)
  const { search, page } = await sheaf.start()
  await search().fill('learning')
  await expect(page.getByRole('main').getByText(/ found/)).toBeVisible({ timeout: 200_000 })
  await expect(page.getByRole('main').getByText(/still to be indexed/)).toBeHidden({
    timeout: 200_000
  })
  await sheaf.stop()
  writeFileSync(join(folder, 'ready'), '')
  return sheaf
}

/** Starts the app as a user does, waits until it rests, and ends it. */
async function measure(sheaf: Sheaf, figures: Figures): Promise<void> {
  const started = performance.now()
  const app = sheaf.startAgain()
  const ended = new Promise((done) => app.once('exit', done))
  try {
    const ms = await new Promise<number>((resolve, reject) => {
      let words = ''
      app.stderr.setEncoding('utf8').on('data', (part: string) => {
        words += part
        if (words.includes('] started')) resolve(performance.now() - started)
      })
      app.once('exit', () => {
        reject(new Error(`It did not start: ${words.slice(-2000)}`))
      })
    })
    figures.start.push(ms)
    const totals: number[] = []
    const rests = (): boolean => {
      const last = totals.slice(-same.times)
      const spread = Math.max(...last) - Math.min(...last)
      return last.length === same.times && spread < same.within * Math.max(...last)
    }
    do {
      await after(lookEvery)
      figures.kinds = memoryOf(app.pid ?? 0)
      totals.push([...figures.kinds.values()].reduce((sum, bytes) => sum + bytes, 0))
    } while (!rests() && totals.length < same.most)
    figures.memory.push(totals.at(-1) ?? NaN)
  } finally {
    app.kill('SIGTERM')
    await ended
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

test('the app starts with 100,000 papers as it does with 68, and takes little more memory', async () => {
  test.skip(
    process.env['SHEAF_SCALE'] === undefined || !existsSync(corpus) || !existsSync('/proc'),
    'Takes minutes, the shared corpus and Linux: npm run bench:whole runs it.'
  )
  test.setTimeout(900_000)
  // Where libraries are to be kept for the next run, they are made once.
  const kept = process.env['SHEAF_BENCH_LIBRARIES']
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'sheaf-whole-'))
  try {
    const entries = await bibEntriesOf(corpus)
    const small = await userWith(join(folder, 'few'), entries.slice(0, few))
    const large = await userWith(join(folder, 'many'), entries)
    const none = (): Figures => ({ start: [], memory: [], kinds: new Map() })
    const [ofSmall, ofLarge] = [none(), none()]
    // One of each to warm up.
    await measure(small, none())
    await measure(large, none())
    for (let at = 0; at < starts; at++) {
      await measure(small, ofSmall)
      await measure(large, ofLarge)
    }
    const line = (what: 'start' | 'memory', unit: string, by: number): number => {
      const [a, b] = [ofLarge[what], ofSmall[what]]
      const told = (value: number): string => `${(value / by).toFixed(0)} ${unit}`
      const span = (all: readonly number[]): string =>
        `${told(median(all))} (${told(Math.min(...all))} to ${told(Math.max(...all))})`
      const ratio = median(a) / median(b)
      process.stdout.write(
        `${what}: ${span(a)}; with ${String(few)} papers ${span(b)}; ratio ${ratio.toFixed(2)}, at most ${String(bounds[what])}\n`
      )
      return ratio
    }
    const start = line('start', 'ms', 1)
    const memory = line('memory', 'MB', 1 << 20)
    for (const [kind, bytes] of ofLarge.kinds)
      process.stdout.write(
        `  ${kind}: ${(bytes / (1 << 20)).toFixed(0)} MB; with ${String(few)} papers ${((ofSmall.kinds.get(kind) ?? 0) / (1 << 20)).toFixed(0)} MB\n`
      )
    expect(start).toBeLessThan(bounds.start)
    expect(memory).toBeLessThan(bounds.memory)
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
})
