import type { BrowserWindow } from 'electron'
import type { ReaderFiles } from '../app/reader-files'
import type { Annotating } from '../session/annotating'
import type { Completing } from '../session/completing'
import type { Importing } from '../session/importing'
import type { LatexProjects } from '../session/latex-projects'
import type { Meaning } from '../session/meaning'
import type { LibrarySession } from '../session/session'
import type { Tagging } from '../session/tagging'
import type { SettingsStore } from '../settings/store'
import type { Citing } from './citing'
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
  /** Linked LaTeX projects; loaded when they are first asked for. */
  projects(): Promise<LatexProjects>
  readonly citing: Citing
  /** Imports what comes into a folder from now on; null for no folder. */
  watch(folder: string | null): void
  /** Has all speak another language: the window loads its page anew. */
  changeLanguage(choice: unknown): Promise<void>
  /** The list is on screen. */
  started(): void
}
