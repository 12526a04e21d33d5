import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '../fixtures/call'
import { sampleDigest } from '../fixtures/digest'
import { expect, Sheaf, test } from '../fixtures/sheaf'
import type { MainWindow } from '../pages/main-window'

/** Starts beside one that runs; `npm run faults:starts` asks for more. */
const starts = Number(process.env['SHEAF_STARTS'] ?? '5')

/** Has the window count how often it is brought to the front; gives that count. */
async function broughtForward(window: MainWindow): Promise<number> {
  return window.app.evaluate(({ BrowserWindow }) => {
    const told = globalThis as { brought?: number }
    if (told.brought === undefined) {
      told.brought = 0
      const [first] = BrowserWindow.getAllWindows()
      const focus = first?.focus.bind(first)
      if (first !== undefined)
        first.focus = () => {
          told.brought = (told.brought ?? 0) + 1
          focus?.()
        }
    }
    return told.brought
  })
}

/** Has what a start asks written down, and closed by nobody but the app. */
function written(sheaf: Sheaf): () => string {
  const script = join(sheaf.folder, 'asked.cjs')
  const asked = join(sheaf.folder, 'asked.txt')
  mkdirSync(sheaf.folder, { recursive: true })
  writeFileSync(asked, '')
  writeFileSync(
    script,
    `const { dialog } = require('electron')
     dialog.showMessageBox = (_window, { message, detail, buttons, signal }) => {
       require('node:fs').appendFileSync(${JSON.stringify(asked)}, [message, detail, buttons.join('|'), ''].join('\\n'))
       return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ response: buttons.length - 1 })))
     }`
  )
  sheaf.preloads.splice(0, Infinity, script)
  return () => readFileSync(asked, 'utf8')
}

test(`of ${String(starts)} double starts one window has the library each time, and no kill blocks the next`, async ({
  sheaf
}) => {
  test.setTimeout(60_000 + starts * 20_000)
  test.info().annotations.push({ type: 'count', description: String(starts) })
  // In letters of one length: no name is the beginning of another, nor is there a count in it.
  const name = (at: number): string =>
    `start-${String(at)
      .padStart(3, '0')
      .replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`
  let window = await sheaf.start()
  await window.importFile(sampleDigest)
  for (let at = 0; at < starts; at++) {
    await window.rows().first().click()
    await window.focusList()
    await window.addTag(name(at))
    const before = await broughtForward(window)
    // Every third time two more at once.
    const others = at % 3 === 2 ? [sheaf.startAgain(), sheaf.startAgain()] : [sheaf.startAgain()]
    for (const other of others) await expect.poll(() => other.exitCode, { timeout: 20_000 }).toBe(0)
    await expect.poll(() => broughtForward(window)).toBe(before + others.length)
    await expect(window.place(name(at))).toContainText('1')
    // Every other time the one that has it is killed, with the lock in its hands.
    if (at % 2 === 1) {
      await sheaf.kill()
      window = await sheaf.start()
      await window.expectCount(12)
    }
  }
  for (let at = 0; at < starts; at++) await expect(window.place(name(at))).toContainText('1')
})

test('a library that is open in another Sheaf is opened once it is closed there, and not before', async ({
  sheaf
}) => {
  const library = join(sheaf.folder, 'shared')
  const first = await sheaf.start([`--library=${library}`])
  await first.importFile(sampleDigest)
  const other = new Sheaf(join(sheaf.folder, 'other'))
  const asked = written(other)
  try {
    const opened = other.start([`--library=${library}`])
    await expect.poll(asked, { timeout: 20_000 }).toContain(library)
    expect(asked()).toContain('is open in another Sheaf')
    expect(asked()).toContain('Open Another Library…|Quit')
    await first.focusList()
    await first.addTag('written-first')
    await sheaf.stop()
    const window = await opened
    await window.expectCount(12)
    await expect(window.place('written-first')).toContainText('1')
    // Now the other has it, and is killed with it.
    const again = written(sheaf)
    const back = sheaf.start([`--library=${library}`])
    await expect.poll(again, { timeout: 20_000 }).toContain(library)
    // A window behind another is not drawn, and takes no clicks.
    await call(window.page, 'tag:add', { ids: [1], name: 'written-second' })
    await other.kill()
    await (await back).expectCount(12)
    await expect(sheaf.window.place('written-second')).toContainText('1')
  } finally {
    await other.stop()
  }
})

test('a folder with a library that is open in another Sheaf is not opened from the settings', async ({
  sheaf,
  window
}) => {
  const other = new Sheaf(join(sheaf.folder, 'other'))
  mkdirSync(other.folder)
  try {
    await other.start()
    const taken = join(other.userData, 'library')
    await window.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, taken)
    await window.page.keyboard.press('Control+,')
    await window.dialog().getByRole('button', { name: 'Change…' }).click()
    await expect(window.dialog().getByRole('alert')).toContainText(
      `The library in ${taken} is open in another Sheaf.`
    )
    await expect(window.dialog()).toContainText(join(sheaf.userData, 'library', 'library.sqlite'))
  } finally {
    await other.stop()
  }
})
