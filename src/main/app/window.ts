import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { SettingsStore, WindowBounds } from '../settings/store'
import { startPage } from './origin'

/** The paper colour of each theme: the window is there at once, and does not flash when its page is. */
const paper = { light: '#fbfaf7', dark: '#171614' }

/** Makes the window, where it stood the last time, and loads its page. */
export function createWindow(settings: SettingsStore, icon: string): BrowserWindow {
  nativeTheme.themeSource = settings.preferences.theme
  const bounds = onScreen(settings.window)
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    icon,
    title: 'Sheaf',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
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
  if (settings.window?.maximised === true) window.maximize()
  window.on('close', () => {
    const normal = window.getNormalBounds()
    settings.window = { ...normal, maximised: window.isMaximized() }
  })
  void window.loadURL(startPage)
  return window
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
