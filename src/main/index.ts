import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { Menu, app, type BrowserWindow } from 'electron'
import { readArguments } from './app/arguments'
import { showFatal } from './app/fatal'
import { registerScheme, serveWindow } from './app/protocol'
import { ReaderFiles } from './app/reader-files'
import { useLanguage } from './app/language'
import { setMenu } from './app/menu'
import { lockDown, lockSession } from './app/security'
import { createWindow } from './app/window'
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

const given = readArguments(process.argv, process.cwd(), process.defaultApp)
if (app.requestSingleInstanceLock({ files: given.files })) start()
else app.quit()

function start(): void {
  const opened = app.whenReady().then(open)
  opened.catch(showFatal)
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const { files } = data as { files: string[] }
    void opened.then(({ window, service }) => {
      window.show()
      window.focus()
      service.import(files)
    })
  })
  app.on('window-all-closed', quit)
  app.once('will-quit', (event) => {
    event.preventDefault()
    // Not before this event is over: a quit asked for within it would never end.
    const end = (): void => void setImmediate(quit)
    void opened.then(({ service }) => service.close()).finally(end)
  })
}

async function open(): Promise<{ window: BrowserWindow; service: WindowService }> {
  lockSession()
  const service = Promise.withResolvers<WindowService>()
  const readerFiles = new ReaderFiles()
  serveWindow(join(built, 'renderer'), service.promise, readerFiles)
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
  try {
    const { WindowService } = await import('./ipc/window-service')
    const options = {
      userData,
      resources,
      library: given.library,
      version: app.getVersion(),
      lookupAt: app.isPackaged ? undefined : process.env.SHEAF_LOOKUP_AT,
      files: given.files,
      readerFiles,
      showMenu,
      keysChanged: (changed: FirstLook['keys']) => {
        keys = changed
        showMenu()
      }
    }
    service.resolve(new WindowService(window, options))
  } catch (error) {
    service.reject(error)
  }
  return { window, service: await service.promise }
}

function quit(): void {
  app.quit()
}
