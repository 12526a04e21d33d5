import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '@shared/ipc/events'

/**
 * The application menu. Its commands are carried out by the window, which knows what is selected;
 * the keys shown are handled there too, so that undo in a text field stays the field's own.
 */
export function setMenu(send: (command: MenuCommand) => void, isDevelopment: boolean): void {
  const item = (
    label: string,
    command: MenuCommand,
    accelerator: string
  ): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => {
      send(command)
    }
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('Import…', 'import', 'CmdOrCtrl+O'),
        item('Import Pasted Text', 'paste', 'CmdOrCtrl+Shift+V'),
        item('Export…', 'export', 'CmdOrCtrl+E'),
        item('Link LaTeX Folder…', 'link-folder', 'CmdOrCtrl+L'),
        line,
        item('Settings…', 'settings', 'CmdOrCtrl+,'),
        line,
        { role: process.platform === 'darwin' ? 'close' : 'quit' }
      ]
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut', registerAccelerator: false },
        { role: 'copy', registerAccelerator: false },
        { role: 'paste', registerAccelerator: false },
        { role: 'selectAll', registerAccelerator: false },
        line,
        item('Copy BibTeX', 'copy-bibtex', 'CmdOrCtrl+Shift+C'),
        item('Cite…', 'cite', 'CmdOrCtrl+Shift+K'),
        item('Find', 'search', 'CmdOrCtrl+F')
      ]
    },
    {
      label: '&View',
      submenu: [
        item('Commands…', 'palette', 'CmdOrCtrl+K'),
        item('Show or Hide Sidebar', 'toggle-sidebar', 'CmdOrCtrl+B'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(isDevelopment ? [{ role: 'toggleDevTools' } as const] : [])
      ]
    },
    { label: '&Help', submenu: [item('Keys', 'keys', 'Shift+/')] }
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
