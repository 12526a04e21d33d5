import type { BrowserWindow } from 'electron'
import type { EventName } from '@shared/ipc/channels'
import type { EventBodies } from '@shared/ipc/events'

/** Sends an event to the window, if there still is one. */
export function publish<E extends EventName>(
  window: BrowserWindow | null,
  event: E,
  body: EventBodies[E]
): void {
  if (window === null || window.isDestroyed()) return
  window.webContents.send(event, body)
}
