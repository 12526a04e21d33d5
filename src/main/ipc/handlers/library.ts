import { dialog, nativeTheme } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { words } from '@shared/messages/words'
import { openExternal } from '../../app/security'
import type { WritableDb } from '../../database/handle'
import { libraryFile, sizeInBytes } from '../../database/open'
import { getDigest, setDigestDate } from '../../library/digests'
import { change, journalState, redo, undo } from '../../library/journal'
import { moveLibrary } from '../../session/move-library'
import type { Context } from '../context'

type Noun =
  | `library:${'info' | 'choose-folder' | 'watched' | 'watch' | 'unwatch' | 'sidebar'}`
  | `digest:${'get' | 'set-date'}`
  | `journal:${'state' | 'undo' | 'redo'}`
  | `settings:${'get' | 'set'}`
  | 'link:open'
  | 'app:started'

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
    'library:watched': () => context.settings.watched?.folder ?? '',
    'library:watch': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(context.window(), {
        title: words.dialogs.watchedFolder,
        buttonLabel: words.dialogs.watchFolder,
        properties: ['openDirectory', 'createDirectory']
      })
      const folder = filePaths[0]
      if (!canceled && folder !== undefined) context.watch(folder)
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
      const { canceled, filePaths } = await dialog.showOpenDialog(context.window(), {
        title: words.dialogs.libraryFolder,
        buttonLabel: words.dialogs.useFolder,
        properties: ['openDirectory', 'createDirectory']
      })
      const folder = filePaths[0]
      if (canceled || folder === undefined || folder === context.session().folder) return false
      moveLibrary(context.session(), folder)
      await context.openFolder(folder)
      context.settings.libraryFolder = folder
      return true
    },
    'library:sidebar': () => context.session().sidebar(),
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
    'settings:get': () => context.settings.preferences,
    'settings:set': async (preferences) => {
      const { language } = context.settings.preferences
      const now = context.settings.change(preferences)
      nativeTheme.themeSource = now.theme
      if (preferences.meaning !== undefined) context.meaning.refresh()
      if (now.language !== language) await context.changeLanguage(now.language)
      return context.citing.heed(now)
    },
    'link:open': async ({ url }): Promise<undefined> => {
      await openExternal(url)
    }
  }
}
