import type { Bridge } from '@shared/ipc/bridge'

declare global {
  interface Window {
    /** Given by the preload script. */
    readonly sheaf: Bridge
  }
}
