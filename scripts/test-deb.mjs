// npm run test:deb: as root, on Debian or Ubuntu: packs Sheaf, installs the version before it, does the main
// job as an ordinary user with Chromium's sandbox on, upgrades, looks for what was there, and removes it.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { FuseV1Options, FuseState, getCurrentFuseWire } from '@electron/fuses'
import { chromium } from '@playwright/test'
import { fuses } from '../electron-builder.config.mjs'
import { mainWindow } from './demo/main-window.mjs'
import { manifest, packDeb, packUnpacked } from './dist/pack.mjs'
import { startDisplay } from './process/display.mjs'
import { run } from './process/run.mjs'
import { setUp } from './setup/index.mjs'
import { inProject } from './setup/project.mjs'
import { SetupError, exitWith, say } from './setup/words.mjs'

const user = 'sheaf-deb-test'
const home = `/home/${user}`
const port = 9333
const inspectPort = 9334
const previous = '0.0.1'
const limitSeconds = 600
const note = 'Read this **first**.'
/** Root's folder for temporary files need not be the user's: Chromium does not start where it cannot write. */
const userEnvironment = ['-u', user, '--', 'env', '-u', 'TMPDIR', `HOME=${home}`]
const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
let checks = 0

await exitWith(async () => {
  if (process.getuid?.() !== 0) throw new SetupError('test:deb installs packages: run it as root')
  await setUp({ xvfb: true })
  const unpacked = await packUnpacked()
  await fusesAreSet(join(unpacked, 'sheaf'))
  const [before, now] = [
    await packDeb(unpacked, previous),
    await packDeb(unpacked, manifest().version)
  ]
  const display = await startDisplay(limitSeconds)
  try {
    await removed()
    await must('useradd', ['--create-home', '--shell', '/bin/bash', user])
    await installed(before, previous)
    await systemKnowsIt()
    await mainJob(display.env.DISPLAY)
    const kept = await list()
    check(kept.length > 10, `${String(kept.length)} papers are listed without a display`)
    await installed(now, manifest().version)
    check(same(await list(), kept), 'an upgrade keeps the library')
    await stillThere(display.env.DISPLAY)
    await must('apt-get', ['remove', '-y', 'sheaf'])
    check(!existsSync('/usr/lib/sheaf') && !existsSync('/usr/bin/sheaf'), 'it is removed')
    check(
      existsSync(join(home, '.config', 'Sheaf', 'library', 'library.sqlite')),
      'the library stays'
    )
  } finally {
    display.stop()
    await removed()
  }
  say(`test:deb: ${String(checks)} checks, 0 failed`)
  return 0
})

/** Nothing of an earlier run is left. */
async function removed() {
  await run('pkill', ['-KILL', '-u', user])
  await run('apt-get', ['purge', '-y', 'sheaf'], { env: quiet })
  await run('userdel', ['--remove', user])
}

/** @param {string} deb @param {string} version */
async function installed(deb, version) {
  await must('apt-get', ['update'])
  await must('apt-get', ['install', '-y', '--no-install-recommends', deb])
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${Status} ${Version}', 'sheaf'])
  check(stdout === `install ok installed ${version}`, `version ${version} is installed`)
  const sandbox = statSync('/usr/lib/sheaf/chrome-sandbox')
  check(sandbox.uid === 0 && (sandbox.mode & 0o7777) === 0o4755, 'the sandbox helper is root’s')
  const { stdout: linked } = await run('ldd', ['/usr/lib/sheaf/sheaf'])
  check(!linked.includes('not found'), 'every library it is linked with is there')
}

async function systemKnowsIt() {
  const entry = readFileSync('/usr/share/applications/sheaf.desktop', 'utf8')
  for (const type of [
    'text/x-bibtex',
    'application/pdf',
    'message/rfc822',
    'x-scheme-handler/sheaf'
  ])
    check(entry.includes(type), `it opens ${type}`)
  for (const size of ['16x16', '48x48', '256x256'])
    check(
      existsSync(`/usr/share/icons/hicolor/${size}/apps/sheaf.png`),
      `it has an icon of ${size}`
    )
  check(existsSync('/usr/share/icons/hicolor/scalable/apps/sheaf.svg'), 'it has an icon to scale')
  check(existsSync('/usr/share/mime/packages/sheaf.xml'), 'its types of files are told')
}

/** From a file the user opens to a tagged and annotated paper, by the window. @param {string} display */
async function mainJob(display) {
  const sample = join(home, 'trending-papers.txt')
  await must('install', ['-o', user, inProject('resources/samples/trending-papers.txt'), sample])
  await inWindow(display, [sample], async (window) => {
    say(`It says: ${await window.importSummary()}`)
    await window.closeSheet()
    await window.search(await window.wordsOfLast())
    say(`Opened ${await window.openFirst()}`)
    await window.tag('to read')
    await window.annotate(note)
    sandboxed()
    check(!(await answers(inspectPort)), 'no debugger of Node can be attached')
  })
  const ran = await asUser(['env', 'ELECTRON_RUN_AS_NODE=1', 'sheaf', '-e', 'process.exit(7)'])
  check(!ran.reason.includes('7'), 'it is no Node to run scripts with')
}

/** @param {string} display */
async function stillThere(display) {
  const link = `sheaf:${(await list())[0]?.id ?? ''}`
  await inWindow(display, [link], async (window, page) => {
    await window.search('tag:"to read"')
    await window.openFirst()
    await page.getByRole('region', { name: 'Note' }).getByText('first').waitFor()
    check(true, 'the note is there after an upgrade')
    await page.keyboard.press('Control+K')
    const palette = page.getByRole('combobox', { name: 'Find a command' })
    await palette.fill('Check for updates')
    await page.getByRole('option', { name: 'Check for updates…' }).waitFor()
    await palette.press('Enter')
    await page.getByRole('dialog').getByText('installed as a package of this system').waitFor()
    check(true, 'it leaves updates to the package manager')
  })
}

/**
 * @param {string} display
 * @param {string[]} words
 * @param {(window: ReturnType<typeof mainWindow>, page: import('@playwright/test').Page) => Promise<void>} work
 */
async function inWindow(display, words, work) {
  const switches = [`--remote-debugging-port=${String(port)}`, `--inspect=${String(inspectPort)}`]
  const args = [...userEnvironment, `DISPLAY=${display}`]
  const program = ['timeout', '120', 'sheaf', '--disable-gpu', ...switches, ...words]
  const child = spawn('runuser', [...args, ...program], { cwd: home, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const page = await pageOf()
    page.setDefaultTimeout(20_000)
    await work(mainWindow(page), page)
    await page.close()
    check((await ended) === 0, 'it ends by itself once its window is closed')
  } finally {
    await run('pkill', ['-KILL', '-u', user])
  }
}

async function pageOf() {
  for (let tries = 0; tries < 60; tries++) {
    if (await answers(port)) break
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(port)}`)
  for (let tries = 0; tries < 60; tries++) {
    const page = browser.contexts().flatMap((context) => context.pages())[0]
    if (page !== undefined) return page
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new SetupError('the installed app showed no window')
}

/** Every process of the app that shows pages is fenced in by the kernel, and none was told not to be. */
function sandboxed() {
  let pages = 0
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const { line, status } = processOf(id)
    if (!line.startsWith('/usr/lib/sheaf/sheaf') && !line.startsWith('sheaf ')) continue
    check(!line.includes('--no-sandbox'), 'a process has its sandbox')
    if (!line.includes('--type=renderer')) continue
    pages++
    check(/^Seccomp:\s+2$/m.test(status), 'a page’s process is filtered')
    check(/^NoNewPrivs:\s+1$/m.test(status), 'a page’s process gains no privileges')
  }
  check(pages > 0, 'there is a page’s process')
}

/** @param {string} id of a process, which may have ended by now */
function processOf(id) {
  try {
    return {
      line: readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' '),
      status: readFileSync(`/proc/${id}/status`, 'utf8')
    }
  } catch {
    return { line: '', status: '' }
  }
}

/** @param {string} program */
async function fusesAreSet(program) {
  const wire = await getCurrentFuseWire(program)
  for (const [number, wanted] of Object.entries(fuses)) {
    const fuse = /** @type {FuseV1Options} */ (Number(number))
    const state = wanted ? FuseState.ENABLE : FuseState.DISABLE
    check(wire[fuse] === state, `the fuse ${FuseV1Options[fuse]} is ${wanted ? 'on' : 'off'}`)
  }
}

/** The library as the installed command tells it, without a display. */
async function list() {
  const { ok, stdout, log, reason } = await asUser(['env', '-u', 'DISPLAY', 'sheaf', 'list'])
  if (!ok) throw new SetupError(`sheaf list failed (${reason})`, log)
  /** @type {{ id: string, title: string }[]} */
  const papers = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  return papers
}

/** @param {string[]} command */
function asUser(command) {
  const args = [...userEnvironment, 'timeout', '60', ...command]
  return run('runuser', args, { cwd: '/', env: { DISPLAY: '' } })
}

/** @param {number} at */
function answers(at) {
  return new Promise((resolve) => {
    const socket = connect(at, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** @param {string} command @param {string[]} args */
async function must(command, args) {
  const { ok, log, reason } = await run(command, args, { env: quiet })
  if (!ok) throw new SetupError(`${command} ${args.join(' ')} failed (${reason})`, log)
}

/** @param {unknown} a @param {unknown} b */
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** @param {boolean} holds @param {string} what */
function check(holds, what) {
  if (!holds) throw new SetupError(`this does not hold: ${what}`)
  checks++
}
