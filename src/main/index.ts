import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { Menu, app, type BrowserWindow } from 'electron'
import { keyOfLink } from '@shared/text/sheaf-link'
import { readArguments, readCommand, type AppArguments } from './app/arguments'
import { showFatal } from './app/fatal'
import { registerScheme, serveWindow } from './app/protocol'
import { ReaderFiles } from './app/reader-files'
import { ShownPages } from './app/shown-pages'
import { useLanguage } from './app/language'
import { setMenu } from './app/menu'
import { lockDown, lockSession } from './app/security'
import { createWindow } from './app/window'
import { hearChannels } from './ipc/hear-channels'
import { publish } from './ipc/publish'
import type { WindowService } from './ipc/window-service'
import { readFirstLook, type FirstLook } from './settings/first-look'
import { productName } from './settings/places'

// Only what a window needs is imported here. What answers it is loaded while its page's process
// starts: that is a fifth of every start.

const built = join(import.meta.dirname, '..')
const resources = app.isPackaged ? process.resourcesPath : join(built, '../resources')

app.setName(productName)
// As root Chromium cannot sandbox, and is started with --no-sandbox; the start script says so.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
// Sheaf's own comes with its window: the one Electron would make meanwhile is not wanted.
Menu.setApplicationMenu(null)
registerScheme()
lockDown()
const userData = app.getPath('userData')
enableCompileCache(join(userData, 'Code Cache', 'main'))

const command = app.isPackaged ? readCommand(process.argv) : null
const given = readArguments(process.argv, process.cwd(), process.defaultApp)
if (command !== null) {
  // Electron reaches for a display only once this file has run: a command needs none.
  const { runCommandLine } = await import('./cli/run')
  const status = await runCommandLine(command)
  process.stdout.write('', () => process.exit(status))
  await new Promise(() => undefined)
} else if (app.requestSingleInstanceLock({ files: given.files, key: given.key })) start()
else app.quit()

function start(): void {
  const opened = app.whenReady().then(open)
  opened.catch(showFatal)
  const take = ({ files, key }: Pick<AppArguments, 'files' | 'key'>): void => {
    void opened.then(({ window, service }) => {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      service.import(files)
      service.select(key)
    })
  }
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    take(data as AppArguments)
  })
  // On macOS files and links do not come on the command line.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    take({ files: [path], key: null })
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    take({ files: [], key: keyOfLink(url) })
  })
  app.on('window-all-closed', quit)
  app.once('will-quit', (event) => {
    event.preventDefault()
    // What is left to do takes seconds in a large library; who starts Sheaf again meanwhile gets a window.
    app.releaseSingleInstanceLock()
    // Not before this event is over: a quit asked for within it would never end.
    const end = (): void => void setImmediate(quit)
    void opened.then(({ service }) => service.close()).finally(end)
  })
}

async function open(): Promise<{ window: BrowserWindow; service: WindowService }> {
  lockSession()
  const service = Promise.withResolvers<WindowService>()
  const readerFiles = new ReaderFiles()
  const shownPages = new ShownPages()
  serveWindow(join(built, 'renderer'), readerFiles, shownPages)
  const look = readFirstLook(userData)
  const language = await useLanguage(look.language)
  let { keys } = look
  const showMenu = (): void => {
    setMenu(
      (command) => {
        publish(window, 'command:invoked', { command })
      },
      { isDevelopment: !app.isPackaged, keys }
    )
  }
  showMenu()
  const window = createWindow(look, language, {
    icon: join(resources, 'icon.png'),
    preload: join(built, 'preload/index.cjs')
  })
  hearChannels(
    () => window,
    service.promise.then(({ answers }) => answers)
  )
  try {
    // In two parts: between them the page gets its files, which its process waits for.
    await import('@shared/ipc/contract')
    await new Promise(setImmediate)
    const { openAtStart } = await import('./ipc/open-at-start')
    const options = {
      userData,
      resources,
      built,
      library: given.library,
      version: app.getVersion(),
      lookupAt: app.isPackaged ? undefined : process.env.SHEAF_LOOKUP_AT,
      updatesAt: app.isPackaged ? undefined : process.env.SHEAF_UPDATES_AT,
      files: given.files,
      key: given.key,
      readerFiles,
      shownPages,
      showMenu,
      keysChanged: (changed: FirstLook['keys']) => {
        keys = changed
        showMenu()
      }
    }
    service.resolve(await openAtStart(window, options))
  } catch (error) {
    service.reject(error)
  }
  return { window, service: await service.promise }
}

function quit(): void {
  app.quit()
}
