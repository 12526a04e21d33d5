import type { BrowserWindow } from 'electron'
import type { Completing } from '../session/completing'
import type { Importing } from '../session/importing'
import type { LatexProjects } from '../session/latex-projects'
import type { Meaning } from '../session/meaning'
import type { LibrarySession } from '../session/session'
import type { SettingsStore } from '../settings/store'
import type { Citing } from './citing'
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
  /** Linked LaTeX projects; loaded when they are first asked for. */
  projects(): Promise<LatexProjects>
  readonly citing: Citing
  /** Imports what comes into a folder from now on; null for no folder. */
  watch(folder: string | null): void
  /** The list is on screen. */
  started(): void
}
