import { _electron, expect } from '@playwright/test'
import { electronBinary } from '../setup/electron-paths.mjs'
import { root } from '../setup/project.mjs'
import { sandboxState } from '../setup/sandbox.mjs'

/** @typedef {import('@playwright/test').ElectronApplication} App */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * Opens the built app as a user would, on a library and user-data folder of its own.
 *
 * @param {{ library: string, userData: string }} folders
 */
export async function openApp({ library, userData }) {
  const app = await _electron.launch({
    executablePath: electronBinary(),
    args: [root, `--user-data-dir=${userData}`, `--library=${library}`],
    cwd: root,
    colorScheme: null, // The theme is the app's to choose, not Playwright's.
    chromiumSandbox: (await sandboxState()) === 'works',
    timeout: 60_000
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(20_000)
  await page.waitForLoadState('domcontentloaded')
  return { app, page }
}

/**
 * Drops files on the window through Chromium's own drag events, so that the app gets real paths as
 * it does from a file manager.
 *
 * @param {Page} page
 * @param {string[]} files
 */
export async function dropFiles(page, files) {
  const cdp = await page.context().newCDPSession(page)
  const { width, height } = await page.evaluate(() => ({
    width: window.innerWidth,
    height: window.innerHeight
  }))
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop'])) {
    await cdp.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  }
  await cdp.detach()
}

/**
 * Answers the next save dialogs with a file, since nobody can click in a native one here.
 *
 * @param {App} app
 * @param {string} file
 */
export async function answerSaveDialog(app, file) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
}

/**
 * @param {App} app
 * @param {'light' | 'dark'} theme
 */
export async function setTheme(app, theme) {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)
}

/**
 * Pictures of the same moment in both themes: NAME-light.png and NAME-dark.png.
 *
 * @param {{ app: App, page: Page }} running
 * @param {string} name path without its ending
 */
export async function takePictures({ app, page }, name) {
  for (const theme of /** @type {const} */ (['dark', 'light'])) {
    await setTheme(app, theme)
    const query = `(prefers-color-scheme: ${theme})`
    await expect.poll(() => page.evaluate((media) => matchMedia(media).matches, query)).toBe(true)
    await page.screenshot({ path: `${name}-${theme}.png`, animations: 'disabled' })
  }
}
