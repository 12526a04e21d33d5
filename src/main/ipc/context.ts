import type { BrowserWindow } from 'electron'
import type { EventName } from '@shared/ipc/channels'
import type { EventBodies } from '@shared/ipc/events'
import type { ReaderFiles } from '../app/reader-files'
import type { Annotating } from '../session/annotating'
import type { Completing } from '../session/completing'
import type { Importing } from '../session/importing'
import type { Meaning } from '../session/meaning'
import type { LibrarySession } from '../session/session'
import type { Stepping } from '../session/stepping'
import type { Tagging } from '../session/tagging'
import type { SettingsStore } from '../settings/store'
import type { DroppedFiles } from './dropped-files'

/** What the handlers work with; made in `window-service.ts`, where everything meets. */
export interface Context {
  readonly settings: SettingsStore
  readonly dropped: DroppedFiles
  /** Files that are open in the reader. */
  readonly readerFiles: ReaderFiles
  /** The open library; another one after the user has chosen another folder. */
  session(): LibrarySession
  openFolder(folder: string): Promise<void>
  window(): BrowserWindow
  /** Folder of the files that ship with Sheaf. */
  readonly resources: string
  readonly importing: Importing
  readonly completing: Completing
  readonly annotating: Annotating
  readonly meaning: Meaning
  readonly tagging: Tagging
  readonly stepping: Stepping
  /** Tells the window that something has happened. */
  publish<E extends EventName>(event: E, body: EventBodies[E]): void
  /** The user's keys have changed, which the menu shows. */
  keysChanged(): void
  /** Imports what comes into a folder from now on; null for no folder. */
  watch(folder: string | null): void
  /** Has all speak another language: the window loads its page anew. */
  changeLanguage(choice: unknown): Promise<void>
  /** The list is on screen. */
  started(): void
}
