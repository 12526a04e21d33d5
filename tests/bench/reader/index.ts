// How long a PDF of 500 pages takes from the key that opens it to its first page on the screen, beside
// pdf.js's own viewer on the same Electron, which starts in turns with Sheaf. Run by `npm run bench:reader`.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { percentile } from '../search/measure'
import { longPaper } from './long-paper'

/** Electron's program, as `scripts/bench-reader.mjs` found it. */
const electron = process.env['SHEAF_ELECTRON'] ?? 'electron'
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
    electron,
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
  const ratio = percentile(ours, 0.5) / percentile(plain, 0.5)
  const told = (values: number[]): string =>
    `${percentile(values, 0.5).toFixed(0)} ms (p95 ${percentile(values, 0.95).toFixed(0)})`
  process.stdout.write(
    '| what | Sheaf | compared with | ratio | bound |\n| --- | --- | --- | --- | --- |\n' +
      `| A PDF of 500 pages to its first page | ${told(ours)} | pdf.js's own viewer, ${told(plain)} | ${ratio.toFixed(2)} | at most 1.1 |\n`
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
    // The paper is on view with its PDF; whoever sees it for a second has the window do what it does when idle.
    await page.getByRole('button', { name: /^long\.pdf/ }).waitFor()
    await page.waitForTimeout(1000)
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
      electron,
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
