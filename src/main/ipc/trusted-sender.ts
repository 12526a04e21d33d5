import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { isOwnPage } from '../app/origin'

/** Whether a call comes from the main frame of our own window, showing our own page. */
export function isTrusted(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    window !== null &&
    !window.isDestroyed() &&
    frame === window.webContents.mainFrame &&
    isOwnPage(frame.url)
  )
}
