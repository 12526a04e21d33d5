import { z } from 'zod'
import { historyPage, historyStep, journalState } from '../../model/journal'
import { keyPreview, keySettings, librarySettings } from '../../model/library-settings'
import { trashContent } from '../../model/trash'
import { grouping, sidebar, sort, view } from '../../model/view'
import { nothing, changed } from './common'

/** The change up to which all is done; 0 for none. */
const journalPoint = z.int().min(0)

/** The library as a whole: its place, its choices, how its views are arranged, its trash and its history. */
export const library = {
  'library:info': {
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      file: z.string(),
      papers: z.int(),
      bytes: z.int()
    })
  },
  /** Asks for a folder, then moves this library there or opens the one that is there. False: the user thought better of it. */
  'library:choose-folder': { input: nothing, output: z.boolean() },
  /** The folder whose new files are imported by themselves; empty for none. */
  'library:watched': { input: nothing, output: z.string() },
  /** Asks for that folder. */
  'library:watch': { input: nothing, output: z.string() },
  'library:unwatch': { input: nothing, output: z.string() },
  'library:sidebar': { input: nothing, output: sidebar },
  /** Remembers how a view is ordered and grouped. */
  'view:arrange': { input: z.strictObject({ view, sort, group: grouping }), output: nothing },
  /** Remembers what is folded in the sidebar. */
  'view:fold': {
    input: z.strictObject({ folded: z.array(z.string().max(100)).max(20_000) }),
    output: nothing
  },
  /** Choices that belong to this library. */
  'library:settings': { input: nothing, output: librarySettings },
  'library:set': { input: librarySettings.partial(), output: librarySettings },
  /** What a pattern for keys makes of some papers of the library. */
  'library:preview-keys': {
    input: keySettings.extend({ pattern: z.string().max(5000) }),
    output: keyPreview
  },
  /** What emptying the trash would lose. */
  'trash:content': { input: nothing, output: trashContent },
  'trash:empty': { input: nothing, output: changed },
  'journal:state': { input: nothing, output: journalState },
  'journal:undo': { input: nothing, output: changed },
  'journal:redo': { input: nothing, output: changed },
  /** Changes, the newest first, from one on: at most a page of them. */
  'journal:history': {
    input: z.strictObject({ from: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: historyPage
  },
  /** What `journal:step` would do. */
  'journal:preview': { input: z.strictObject({ to: journalPoint }), output: historyStep },
  /**
   * Takes back, or makes again, all changes up to a point, in their order. Answers how many; fewer than
   * there are when it was stopped, and then the library is as it was after the last of them.
   */
  'journal:step': {
    input: z.strictObject({ to: journalPoint }),
    output: z.strictObject({ done: z.int(), of: z.int() })
  },
  'journal:stop': { input: nothing, output: nothing }
}
