import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { readArguments } from './app/arguments'
import { log } from './app/log'
import { setMenu } from './app/menu'
import { registerScheme, serveWindow } from './app/protocol'
import { lockDown, lockSession } from './app/security'
import { showFatal } from './app/fatal'
import { createWindow } from './app/window'
import { Importing } from './session/importing'
import { createHandlers } from './ipc/handlers'
import type { ParseRequest } from './import/parse-request'
import { filesAt } from './ipc/handlers/import'
import { DroppedFiles } from './ipc/dropped-files'
import { publish } from './ipc/publish'
import { registerHandlers } from './ipc/register'
import { LibrarySession } from './session/session'
import { productName } from './settings/places'
import { SettingsStore } from './settings/store'

/** How often a look is taken for changes that another program made to the library, in milliseconds. */
const lookEvery = 1000

const resources = app.isPackaged
  ? process.resourcesPath
  : join(import.meta.dirname, '../../resources')
let window: BrowserWindow | null = null
let library: LibrarySession | null = null

app.setName(productName)
// As root Chromium cannot sandbox, and is started with --no-sandbox; the start script says so.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
lockDown()

const given = readArguments(process.argv, process.cwd(), process.defaultApp)
if (app.requestSingleInstanceLock({ files: given.files })) start()
else app.quit()

/** What can be done before Electron is ready is done while it gets so; then only the window is left. */
function start(): void {
  const settings = new SettingsStore(app.getPath('userData'))
  try {
    library = new LibrarySession(given.library ?? settings.libraryFolder, onChange)
  } catch (error) {
    void app.whenReady().then(() => {
      showFatal(error)
    })
    return
  }
  listen(settings)
  void app.whenReady().then(() => {
    lockSession()
    serveWindow(join(import.meta.dirname, '../renderer'))
    window = createWindow(settings, join(resources, 'icon.png'))
    setMenu((command) => {
      publish(window, 'command:invoked', { command })
    }, !app.isPackaged)
    setInterval(() => library?.noticeOthers(), lookEvery)
  })
}

/** Hears the window's calls, dropped files, and a second start of the app. */
function listen(settings: SettingsStore): void {
  const importing = new Importing(openLibrary, (event, body) => {
    publish(window, event, body)
  })
  const dropped = new DroppedFiles()
  dropped.listen(() => window)
  const context = {
    settings,
    dropped,
    resources,
    session: openLibrary,
    openFolder,
    window: openWindow,
    runImport: (requests: readonly ParseRequest[]) => importing.run(requests),
    cancelImport: () => {
      importing.cancel()
    },
    started: () => {
      log('started', process.uptime().toFixed(3), 's')
      library?.notice()
      if (given.files.length > 0) void importing.runAndTell(filesAt(given.files.splice(0)))
    }
  }
  registerHandlers(
    createHandlers(context),
    () => window,
    () => library?.notice()
  )
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    window?.show()
    window?.focus()
    const { files } = data as { files: string[] }
    if (files.length > 0) void importing.runAndTell(filesAt(files))
  })
}

function openLibrary(): LibrarySession {
  if (library === null) throw new Error('No library is open.')
  return library
}

function openWindow(): BrowserWindow {
  if (window === null) throw new Error('There is no window.')
  return window
}

async function openFolder(folder: string): Promise<void> {
  const next = new LibrarySession(folder, onChange)
  const former = library
  library = next
  await former?.close()
  onChange(null)
}

function onChange(ids: number[] | null): void {
  publish(window, 'library:changed', { ids })
}

const quit = (): void => {
  app.quit()
}
app.on('window-all-closed', quit)

app.on('will-quit', (event) => {
  if (library === null) return
  const closing = library
  library = null
  event.preventDefault()
  // Not before this event is over: a quit asked for within it would never end.
  void closing.close().finally(() => setImmediate(quit))
})
