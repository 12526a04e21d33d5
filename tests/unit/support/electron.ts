import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

type Listener = (event: unknown, input: unknown) => unknown

/** What was handed to the system. */
interface Handed {
  /** Addresses, for the system's own programs. */
  external: string[]
  /** Files, for the same. */
  paths: string[]
}

/** What the main process listens to, by channel. */
export const listeners = new Map<string, Listener>()
export const handed: Handed = { external: [], paths: [] }
/** How the user answers dialogs: with nothing, or a place within this folder. */
export const user = { folder: '', answers: 0 }

/** A new place in the folder of the user's choices; '' when the user thinks better of it. */
function chosen(name: string): string {
  user.answers++
  return user.answers % 3 === 0 ? '' : join(user.folder, `${String(user.answers)}-${name}`)
}

const mainFrame = { url: 'app://sheaf/index.html' }
export const trustedEvent = { senderFrame: mainFrame }

/** The one window, on no screen. */
export const window = Object.assign(new EventEmitter(), {
  isDestroyed: () => false,
  isMinimized: () => false,
  isFocused: () => true,
  show: () => undefined,
  focus: () => undefined,
  blur: () => undefined,
  minimize: () => undefined,
  restore: () => undefined,
  loadURL: () => Promise.resolve(),
  webContents: { mainFrame, send: () => undefined, startDrag: () => undefined }
})

/** As much of Electron as the handlers use. Nobody is at the screen, and nothing leaves the process. */
export const electron = {
  app: Object.assign(new EventEmitter(), {
    isPackaged: false,
    getPreferredSystemLanguages: () => ['en'],
    getPath: () => user.folder
  }),
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
  clipboard: { writeText: () => undefined, write: () => undefined },
  globalShortcut: { register: () => true, unregister: () => undefined },
  nativeTheme: { themeSource: 'system' },
  dialog: {
    showSaveDialog: (_window: unknown, { defaultPath = 'file' }: { defaultPath?: string }) => {
      const filePath = chosen(defaultPath.replace(/[^\w.]/g, '_').slice(-60))
      return Promise.resolve({ canceled: filePath === '', filePath })
    },
    showOpenDialog: (_window: unknown, { properties = [] }: { properties?: string[] }) => {
      const path = chosen('folder')
      const isFolder = properties.includes('openDirectory')
      if (path !== '' && isFolder) mkdirSync(path, { recursive: true })
      const filePaths = path === '' ? [] : [isFolder ? path : join(user.folder, 'chosen.bib')]
      return Promise.resolve({ canceled: path === '', filePaths })
    }
  },
  shell: {
    openExternal: (url: string) => Promise.resolve(void handed.external.push(url)),
    openPath: (path: string) => {
      handed.paths.push(path)
      return Promise.resolve('')
    }
  },
  safeStorage: { isEncryptionAvailable: () => false },
  session: {},
  Menu: {},
  BrowserWindow: {},
  utilityProcess: {}
}
