import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '@shared/ipc/events'

/**
 * The application menu. Its commands are carried out by the window, which knows what is selected;
 * the keys shown are handled there too, so that undo in a text field stays the field's own.
 */
export function setMenu(
  send: (command: MenuCommand) => void,
  { isDevelopment, keys }: { isDevelopment: boolean; keys: Readonly<Record<string, string[]>> }
): void {
  const item = (label: string, command: MenuCommand, usual: string): MenuItemConstructorOptions => {
    const own = keys[command]
    const accelerator = own === undefined ? usual : acceleratorOf(own[0])
    return {
      label,
      ...(accelerator === undefined ? {} : { accelerator }),
      registerAccelerator: false,
      click: () => {
        send(command)
      }
    }
  }
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('Import…', 'import', 'CmdOrCtrl+O'),
        item('Import Pasted Text', 'paste', 'CmdOrCtrl+Shift+V'),
        item('Export…', 'export', 'CmdOrCtrl+E'),
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
        item('History…', 'history', 'CmdOrCtrl+Shift+H'),
        line,
        { role: 'cut', registerAccelerator: false },
        { role: 'copy', registerAccelerator: false },
        { role: 'paste', registerAccelerator: false },
        { role: 'selectAll', registerAccelerator: false },
        line,
        item('Copy BibTeX', 'copy-bibtex', 'CmdOrCtrl+Shift+C'),
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

/** A key as the window writes it, as a menu does; undefined for one that no menu can show. */
function acceleratorOf(key: string | undefined): string | undefined {
  if (key === undefined) return undefined
  const parts = key.split('+').map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part))
  return parts.every((part) => /^[\x21-\x7e]+$/.test(part)) ? parts.join('+') : undefined
}
