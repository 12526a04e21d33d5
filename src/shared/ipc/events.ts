import type { ArchiveProgress } from '../model/archive-outcome'
import type { ImportOutcome } from '../model/import-plan'
import type { ImportProgress, ImportReport } from '../model/import-report'
import type { LookupProgress, LookupReport } from '../model/lookup'
import type { MeaningState } from '../model/meaning'
import type { MapProgress } from '../model/topic-map'
import type { KeepingAct } from '../model/triage'
import type { CiteStyle } from '../text/cite-text'
import type { EventName } from './channels'

/** Commands that the application menu can send to the window. */
export const menuCommands = [
  'import',
  'paste',
  'export',
  'export-everything',
  'open-archive',
  'copy-bibtex',
  'cite',
  'link-folder',
  'undo',
  'redo',
  'history',
  'backups',
  'search',
  'palette',
  'keys',
  'check-updates',
  'about',
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
  /** How far the export or the opening of a whole library has come. */
  'archive:progressed': ArchiveProgress
  'lookup:progressed': LookupProgress
  /** Papers were completed by themselves, after an import. */
  'lookup:finished': LookupReport
  'meaning:progressed': MeaningState
  /** A backup failed, or holds far less than the one before; a sentence for the user. */
  'backup:told': { message: string }
  /** How far the download of a newer version has come, in bytes. */
  'update:progressed': { done: number; of: number }
  /** Papers of the Inbox were kept for being starred, tagged or written about. */
  'triage:kept': { count: number; by: KeepingAct }
  /** How far a step in the history has come. */
  'journal:progressed': { done: number; of: number }
  /** Something about linked projects is to be fetched again. */
  'project:changed': undefined
  /** Something about subscriptions is to be fetched again. */
  'subscription:changed': undefined
  /** A subscription brought papers that are new here. */
  'subscription:arrived': { name: string; added: number }
  /** A file of a project could not be brought to where the journal stands. */
  'project:failed': { message: string }
  /** A plug-in of an editor, or the shortcut, asks for a citation; `isWaiting` for the answer. */
  'cite:asked': { style: CiteStyle; isWaiting: boolean }
  /** A `sheaf:` link, which may come from anywhere, names a paper by its citation key. */
  'link:followed': { key: string }
  /** How far the places of papers on the map are; when it is ready it is to be fetched again. */
  'picture:progressed': MapProgress
  'command:invoked': { command: MenuCommand }
} & Record<EventName, unknown>
