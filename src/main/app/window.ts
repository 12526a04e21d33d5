import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Language } from '@shared/messages/languages'
import type { FirstLook } from '../settings/first-look'
import type { SettingsStore, WindowBounds } from '../settings/store'
import { startPage } from './origin'

/** The paper colour of each theme: the window is there at once, and does not flash when its page is. */
const paper = { light: '#fbfaf7', dark: '#171614' }

/** Full paths of what a window is made with. */
export interface WindowFiles {
  readonly icon: string
  readonly preload: string
}

/** Makes the window, where it stood the last time, and loads its page. */
export function createWindow(
  look: FirstLook,
  language: Language,
  files: WindowFiles
): BrowserWindow {
  nativeTheme.themeSource = look.theme
  const bounds = onScreen(look.bounds)
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    icon: files.icon,
    title: 'Sheaf',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      // The page's script is kept compiled from the first start on.
      v8CacheOptions: 'bypassHeatCheckAndEagerCompile'
    }
  })
  if (look.bounds?.maximised === true) window.maximize()
  void window.loadURL(startPage(language))
  return window
}

/** Has the next start open the window where this one was left. */
export function rememberBounds(window: BrowserWindow, settings: SettingsStore): void {
  window.on('close', () => {
    settings.window = { ...window.getNormalBounds(), maximised: window.isMaximized() }
  })
}

/** Remembered bounds, unless the screen they were on is no longer there. */
function onScreen(bounds: WindowBounds | undefined): Partial<WindowBounds> {
  if (bounds === undefined) return {}
  const { x, y, width, height } = bounds
  const visible = screen
    .getAllDisplays()
    .some(
      ({ workArea: area }) =>
        x < area.x + area.width - 80 &&
        x + width > area.x + 80 &&
        y >= area.y - 20 &&
        y < area.y + area.height - 80
    )
  return visible ? { x, y, width, height } : { width, height }
}
