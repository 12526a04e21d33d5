import type { BrowserWindow } from 'electron'
import type { EventName } from '@shared/ipc/channels'
import type { EventBodies } from '@shared/ipc/events'
import type { Completing } from '../session/completing'
import type { Importing } from '../session/importing'
import type { Meaning } from '../session/meaning'
import type { LibrarySession } from '../session/session'
import type { Stepping } from '../session/stepping'
import type { SettingsStore } from '../settings/store'
import type { DroppedFiles } from './dropped-files'

/** What the handlers work with; made in `window-service.ts`, where everything meets. */
export interface Context {
  readonly settings: SettingsStore
  readonly dropped: DroppedFiles
  /** The open library; another one after the user has chosen another folder. */
  session(): LibrarySession
  openFolder(folder: string): Promise<void>
  window(): BrowserWindow
  /** Folder of the files that ship with Sheaf. */
  readonly resources: string
  readonly importing: Importing
  readonly completing: Completing
  readonly meaning: Meaning
  readonly stepping: Stepping
  /** Tells the window that something has happened. */
  publish<E extends EventName>(event: E, body: EventBodies[E]): void
  /** The user's keys have changed, which the menu shows. */
  keysChanged(): void
  /** Imports what comes into a folder from now on; null for no folder. */
  watch(folder: string | null): void
  /** The list is on screen. */
  started(): void
}
