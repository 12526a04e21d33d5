// The floor that Sheaf's start is measured against: one window with an empty page.
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

// Not awaited at the top: Electron gets ready only after this module has been read.
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  await window.loadFile(join(import.meta.dirname, 'index.html'))
  await window.webContents.executeJavaScript(
    'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))'
  )
  process.stderr.write('[empty] started\n')
})
