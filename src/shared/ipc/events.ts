import type { ImportOutcome } from '../model/import-plan'
import type { ImportProgress, ImportReport } from '../model/import-report'
import type { LookupProgress, LookupReport } from '../model/lookup'
import type { MeaningState } from '../model/meaning'
import type { CiteStyle } from '../text/cite-text'
import type { EventName } from './channels'

/** Commands that the application menu can send to the window. */
export const menuCommands = [
  'import',
  'paste',
  'export',
  'copy-bibtex',
  'cite',
  'link-folder',
  'undo',
  'redo',
  'search',
  'palette',
  'keys',
  'settings',
  'toggle-sidebar'
] as const
export type MenuCommand = (typeof menuCommands)[number]

/** What each event carries. Past tense; views fetch again what they show. */
export type EventBodies = {
  /** `ids` is null when too much changed to list (another library, a large import). */
  'library:changed': { ids: number[] | null }
  'import:progressed': ImportProgress
  /** An import that the window did not ask for itself: files given on the command line. */
  'import:finished': ImportOutcome
  /** Papers came by themselves, from the watched folder. */
  'import:arrived': ImportReport
  /** What came by itself could not be taken in; it will be tried again. */
  'import:failed': { message: string }
  'lookup:progressed': LookupProgress
  /** Papers were completed by themselves, after an import. */
  'lookup:finished': LookupReport
  'meaning:progressed': MeaningState
  /** Something about linked projects is to be fetched again. */
  'project:changed': undefined
  /** A file of a project could not be brought to where the journal stands. */
  'project:failed': { message: string }
  /** A plug-in of an editor, or the shortcut, asks for a citation; `isWaiting` for the answer. */
  'cite:asked': { style: CiteStyle; isWaiting: boolean }
  'command:invoked': { command: MenuCommand }
} & Record<EventName, unknown>
