import { realpathSync } from 'node:fs'
import { nativeTheme } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { words } from '@shared/messages/words'
import { AppError } from '@shared/ipc/error'
import { compilePattern, standardPattern } from '@shared/keys/make'
import { readLicences } from '../../app/licences'
import { openExternal } from '../../app/security'
import type { WritableDb } from '../../database/handle'
import { libraryFile, sizeInBytes } from '../../database/open'
import { previewKeys, samplePapers } from '../../library/citation-keys'
import { getDigest, setDigestDate } from '../../library/digests'
import { history, previewStep } from '../../library/history'
import { change, journalState, redo, undo } from '../../library/journal'
import { getLibrarySettings, setLibrarySettings } from '../../library/library-settings'
import { moveLibrary } from '../../session/move-library'
import type { Context } from '../context'
import { askWhatToOpen } from '../dialogs'

type Noun =
  | `library:${'info' | 'choose-folder' | 'watched' | 'watch' | 'unwatch' | 'sidebar' | 'settings' | 'set' | 'preview-keys'}`
  | `digest:${'get' | 'set-date'}`
  | `journal:${'state' | 'undo' | 'redo' | 'history' | 'preview' | 'step' | 'stop'}`
  | `settings:${'get' | 'set'}`
  | 'link:open'
  | `app:${'started' | 'about'}`

/** How many papers show what a pattern for keys makes. */
const previewed = 8

/** The library as a whole: its place, its digests, its journal; and the user's settings. */
export function libraryHandlers(context: Context): Pick<Handlers, Noun> {
  const db = (): WritableDb => context.session().db
  return {
    'app:started': () => {
      context.started()
      const { takenBack } = context.session()
      context.session().takenBack = 0
      return { takenBack }
    },
    'app:about': () => ({
      version: context.version,
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      licences: readLicences(context.built)
    }),
    'library:watched': () => context.settings.watched?.folder ?? '',
    'library:watch': async () => {
      const folder = await askWhatToOpen(context, {
        title: words.dialogs.watchedFolder,
        buttonLabel: words.dialogs.watchFolder,
        properties: ['openDirectory', 'createDirectory']
      })
      if (folder !== null) context.watch(folder)
      return context.settings.watched?.folder ?? ''
    },
    'library:unwatch': () => {
      context.watch(null)
      return ''
    },
    'library:info': () => {
      const { folder } = context.session()
      const file = libraryFile(folder)
      const { library, trash } = context.session().sidebar().counts
      return { folder, file, papers: library + trash, bytes: sizeInBytes(db()) }
    },
    'library:choose-folder': async () => {
      const folder = await askWhatToOpen(context, {
        title: words.dialogs.libraryFolder,
        buttonLabel: words.dialogs.useFolder,
        properties: ['openDirectory', 'createDirectory']
      })
      if (folder === null || isSame(folder, context.session().folder)) return false
      moveLibrary(context.session(), folder)
      await context.openFolder(folder)
      context.settings.libraryFolder = folder
      return true
    },
    'library:sidebar': () => context.session().sidebar(),
    'library:settings': () => getLibrarySettings(db()),
    'library:set': (part) => {
      const compiled = compilePattern(part.keys?.pattern ?? standardPattern)
      if (!compiled.ok) throw new AppError('invalid-input', compiled.error.message)
      return setLibrarySettings(db(), part)
    },
    'library:preview-keys': (settings) =>
      previewKeys(db(), settings, samplePapers(db(), previewed)),
    'digest:get': ({ id }) => getDigest(db(), id),
    'digest:set-date': ({ id, date }) => {
      const { label } = change(db(), { kind: 'digest-date', count: 1, name: date }, (tx) => {
        setDigestDate(tx, id, date)
      })
      return { label }
    },
    'journal:state': () => journalState(db()),
    'journal:undo': () => ({ label: context.tagging.passOver(() => undo(db())) }),
    'journal:redo': () => ({ label: context.tagging.passOver(() => redo(db())) }),
    'journal:history': ({ from, limit }) => history(db(), from, limit),
    'journal:preview': ({ to }) => previewStep(db(), to),
    'journal:step': ({ to }) => context.stepping.step(to),
    'journal:stop': () => {
      context.stepping.stop()
    },
    'settings:get': () => context.settings.preferences,
    'settings:set': async (preferences) => {
      const { language } = context.settings.preferences
      const now = context.settings.change(preferences)
      nativeTheme.themeSource = now.theme
      if (preferences.meaning !== undefined) context.meaning.refresh()
      if (preferences.keys !== undefined) context.keysChanged()
      if (now.language !== language) await context.changeLanguage(now.language)
      return context.citing.heed(now)
    },
    'link:open': async ({ url }): Promise<undefined> => {
      await openExternal(url)
    }
  }
}

/** Whether two paths lead to one folder. A folder that is not there yet is none that is open. */
function isSame(folder: string, open: string): boolean {
  try {
    return realpathSync(folder) === realpathSync(open)
  } catch {
    return false
  }
}
