// How long a PDF of 500 pages takes from the key that opens it to its first page on the screen, beside
// pdf.js's own viewer on the same Electron, which starts in turns with Sheaf. Run by `npm run bench:reader`.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { electronBinary } from '../../../scripts/setup/electron-paths.mjs'
import { summary, table } from '../measure.mjs'
import { longPaper } from './long-paper'

const runs = 10
const warmUps = 2
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const switches = [...asRoot, '--disable-gpu']

const folder = mkdtempSync(join(tmpdir(), 'sheaf-bench-'))
try {
  const pdf = join(folder, 'long.pdf')
  writeFileSync(pdf, longPaper(500))
  const library = join(folder, 'library')
  const { status, stderr } = spawnSync(
    electronBinary(),
    [resolve('out/main/cli.js'), 'import', pdf, '--library', library],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, encoding: 'utf8' }
  )
  if (status !== 0) throw new Error(stderr)
  const [ours, plain]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs + warmUps; run++) {
    const [sheaf, floor] = [await inSheaf(library), await inPlainViewer(pdf)]
    if (run < warmUps) continue
    ours.push(sheaf)
    plain.push(floor)
  }
  const [a, b] = [summary(ours), summary(plain)]
  const ratio = a.median / b.median
  process.stdout.write(
    `${table([
      {
        what: 'A PDF of 500 pages to its first page',
        ours: `${a.median.toFixed(0)} ms (p95 ${a.p95.toFixed(0)})`,
        floor: `pdf.js's own viewer, ${b.median.toFixed(0)} ms (p95 ${b.p95.toFixed(0)})`,
        ...{ ratio, bound: 1.1 }
      }
    ])}\n`
  )
  if (ratio > 1.1) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Milliseconds from the key to the page. */
async function inSheaf(library: string): Promise<number> {
  const app = await _electron.launch({
    args: [
      ...switches,
      `--user-data-dir=${join(folder, 'sheaf')}`,
      resolve('.'),
      `--library=${library}`
    ]
  })
  try {
    const page = await app.firstWindow()
    // The paper is on view with its PDF, and what the window does when idle is done.
    await page.getByRole('button', { name: /^long\.pdf/ }).waitFor()
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
    await page.getByRole('main').getByRole('grid').focus()
    const opened = page.evaluate(
      () =>
        new Promise<number>((done) => {
          let pressed = NaN
          addEventListener('keydown', () => (pressed = performance.now()), {
            ...{ capture: true, once: true }
          })
          addEventListener('message', ({ data }: MessageEvent<{ kind?: string } | null>) => {
            if (data?.kind === 'painted') done(performance.now() - pressed)
          })
        })
    )
    await page.keyboard.press('Enter')
    return await opened
  } finally {
    await app.close()
  }
}

/** Milliseconds from the call that loads the viewer's page to the PDF's. */
function inPlainViewer(pdf: string): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(
      electronBinary(),
      [
        ...[...switches, `--user-data-dir=${join(folder, 'plain')}`],
        ...[resolve('tests/bench/plain-reader'), pdf]
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] }
    )
    let words = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words += text
    })
    const limit = setTimeout(() => child.kill('SIGKILL'), 30_000)
    child.on('error', fail)
    child.on('close', () => {
      clearTimeout(limit)
      const [, milliseconds] = /\[plain\] ([\d.]+) ms/.exec(words) ?? []
      if (milliseconds === undefined) fail(new Error(`It did not open: ${words.slice(-2000)}`))
      else done(Number(milliseconds))
    })
  })
}
