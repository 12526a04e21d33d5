import { join } from 'node:path'
import { app, dialog } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { words } from '@shared/messages/words'
import type { ArchiveOutcome } from '@shared/model/archive-outcome'
import { isEmptyLibrary } from '../../library/restored'
import type { Context } from '../context'
import { askWhatToOpen, askWhereToSave } from '../dialogs'

type Noun = `archive:${'export' | 'open' | 'cancel'}`

/** The library as a whole, out in open formats and in again. */
export function archiveHandlers(context: Context): Pick<Handlers, Noun> {
  return {
    'archive:export': async () => {
      const filePath = await askWhereToSave(context, {
        title: words.dialogs.exportEverything,
        defaultPath: join(
          app.getPath('documents'),
          words.dialogs.archiveName(new Date().toLocaleDateString('sv'))
        ),
        filters: [{ name: words.dialogs.archives, extensions: ['zip'] }]
      })
      return filePath === null ? null : context.archiving.export(filePath)
    },
    'archive:open': async () => {
      const path = await askWhatToOpen(context, {
        title: words.dialogs.openArchive,
        buttonLabel: words.dialogs.openButton,
        filters: [{ name: words.dialogs.archives, extensions: ['zip'] }],
        properties: ['openFile']
      })
      if (path === null) return null
      await context.archiving.look(path)
      return isEmptyLibrary(context.session().db)
        ? openHere(context, path)
        : openElsewhere(context, path)
    },
    'archive:cancel': () => {
      context.archiving.cancel()
    }
  }
}

async function openHere(context: Context, path: string): Promise<ArchiveOutcome> {
  try {
    return await context.archiving.open(path)
  } finally {
    // What the rules had tagged comes tagged, and what the user took off again stays off.
    context.tagging.restart()
  }
}

/** Says that the library is not empty, and asks for a folder for the other; null: the user thought better of it. */
async function openElsewhere(context: Context, path: string): Promise<ArchiveOutcome | null> {
  const { dialogs } = words
  const { response } = await dialog.showMessageBox(context.window(), {
    type: 'info',
    message: dialogs.notEmpty,
    detail: dialogs.notEmptyHelp(path),
    buttons: [dialogs.otherFolder, dialogs.cancel],
    defaultId: 0,
    cancelId: 1
  })
  if (response !== 0) return null
  const folder = await askWhatToOpen(context, {
    title: dialogs.archiveFolder,
    buttonLabel: dialogs.openHere,
    properties: ['openDirectory', 'createDirectory']
  })
  if (folder === null) return null
  const outcome = await context.archiving.openIn(folder, path)
  await context.openFolder(folder)
  context.settings.libraryFolder = folder
  return outcome
}
