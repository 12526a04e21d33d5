import type { BrowserWindow } from 'electron'
import type { EventName } from '@shared/ipc/channels'
import type { EventBodies } from '@shared/ipc/events'
import type { ReaderFiles } from '../app/reader-files'
import type { ShownPages } from '../app/shown-pages'
import type { Backup } from '@shared/model/backup'
import type { Annotating } from '../session/annotating'
import type { Archiving } from '../session/archiving'
import type { Backups } from '../session/backups'
import type { Completing } from '../session/completing'
import type { Importing } from '../session/importing'
import type { LatexProjects } from '../session/latex-projects'
import type { Meaning } from '../session/meaning'
import type { Pictures } from '../session/pictures'
import type { LibrarySession } from '../session/session'
import type { Stepping } from '../session/stepping'
import type { Subscriptions } from '../session/subscriptions/subscriptions'
import type { Tagging } from '../session/tagging'
import type { Updating } from '../session/updating'
import type { SettingsStore } from '../settings/store'
import type { Citing } from './citing'
import type { DroppedFiles } from './dropped-files'

/** What the handlers work with; made in `window-service.ts`, where everything meets. */
export interface Context {
  readonly settings: SettingsStore
  readonly dropped: DroppedFiles
  /** Files that are open in the reader. */
  readonly readerFiles: ReaderFiles
  readonly shownPages: ShownPages
  /** The open library; another one after the user has chosen another folder. */
  session(): LibrarySession
  openFolder(folder: string): Promise<void>
  readonly backups: Backups
  /** Puts a backup in the place of the open library; gives the one that takes this back. */
  restore(name: string): Promise<Backup | null>
  window(): BrowserWindow
  /** Folder of the files that ship with Sheaf. */
  readonly resources: string
  /** Folder of the build. */
  readonly built: string
  readonly version: string
  readonly importing: Importing
  readonly completing: Completing
  readonly annotating: Annotating
  /** Exports and opens whole libraries. */
  readonly archiving: Archiving
  readonly meaning: Meaning
  readonly tagging: Tagging
  readonly updating: Updating
  readonly stepping: Stepping
  /** Tells the window that something has happened. */
  publish<E extends EventName>(event: E, body: EventBodies[E]): void
  /** The user's keys have changed, which the menu shows. */
  keysChanged(): void
  /** Linked LaTeX projects; loaded when they are first asked for. */
  projects(): Promise<LatexProjects>
  /** Pictures of the library; loaded when one is first looked at. */
  pictures(): Promise<Pictures>
  /** What is asked for new papers; loaded when it is first asked for. */
  subscriptions(): Promise<Subscriptions>
  readonly citing: Citing
  /** Imports what comes into a folder from now on; null for no folder. */
  watch(folder: string | null): void
  /** Has all speak another language: the window loads its page anew. */
  changeLanguage(choice: unknown): Promise<void>
  /** The list is on screen. */
  started(): void
}
