import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '@shared/ipc/events'
import { words } from '@shared/messages/words'

/**
 * The application menu. Its commands are carried out by the window, which knows what is selected;
 * the keys shown are handled there too, so that undo in a text field stays the field's own.
 */
export function setMenu(
  send: (command: MenuCommand) => void,
  { isDevelopment, keys }: { isDevelopment: boolean; keys: Readonly<Record<string, string[]>> }
): void {
  const t = words.menu
  const item = (
    label: string,
    command: MenuCommand,
    usual?: string
  ): MenuItemConstructorOptions => {
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
      label: t.file,
      submenu: [
        item(t.import, 'import', 'CmdOrCtrl+O'),
        item(t.paste, 'paste', 'CmdOrCtrl+Shift+V'),
        item(t.export, 'export', 'CmdOrCtrl+E'),
        item(t.exportEverything, 'export-everything'),
        item(t.openArchive, 'open-archive'),
        item(t.linkFolder, 'link-folder', 'CmdOrCtrl+L'),
        line,
        item(t.backups, 'backups'),
        item(t.settings, 'settings', 'CmdOrCtrl+,'),
        line,
        process.platform === 'darwin'
          ? { role: 'close', label: t.close }
          : { role: 'quit', label: t.quit }
      ]
    },
    {
      label: t.edit,
      submenu: [
        item(t.undo, 'undo', 'CmdOrCtrl+Z'),
        item(t.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
        item(t.history, 'history', 'CmdOrCtrl+Shift+H'),
        line,
        { role: 'cut', label: t.cut, registerAccelerator: false },
        { role: 'copy', label: t.copy, registerAccelerator: false },
        { role: 'paste', label: t.pasteText, registerAccelerator: false },
        { role: 'selectAll', label: t.selectAll, registerAccelerator: false },
        line,
        item(t.copyBibtex, 'copy-bibtex', 'CmdOrCtrl+Shift+C'),
        item(t.cite, 'cite', 'CmdOrCtrl+Shift+K'),
        item(t.find, 'search', 'CmdOrCtrl+F')
      ]
    },
    {
      label: t.view,
      submenu: [
        item(t.commands, 'palette', 'CmdOrCtrl+K'),
        item(t.sidebar, 'toggle-sidebar', 'CmdOrCtrl+B'),
        line,
        { role: 'resetZoom', label: t.resetZoom },
        { role: 'zoomIn', label: t.zoomIn },
        { role: 'zoomOut', label: t.zoomOut },
        { role: 'togglefullscreen', label: t.fullScreen },
        ...(isDevelopment ? [{ role: 'toggleDevTools' } as const] : [])
      ]
    },
    {
      label: t.help,
      submenu: [
        item(t.keys, 'keys', 'Shift+/'),
        item(t.checkUpdates, 'check-updates'),
        item(t.about, 'about')
      ]
    }
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** A key as the window writes it, as a menu does; undefined for one that no menu can show. */
function acceleratorOf(key: string | undefined): string | undefined {
  if (key === undefined) return undefined
  const parts = key.split('+').map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part))
  return parts.every((part) => /^[\x21-\x7e]+$/.test(part)) ? parts.join('+') : undefined
}
