import { shell } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import {
  attach,
  attachableExtensions,
  attachmentFile,
  attachmentRow,
  detach,
  linkFile,
  storeFile
} from '../../library/attachments'
import { change } from '../../library/journal'
import type { Context } from '../context'
import { askWhatToOpen, askWhichToOpen } from '../dialogs'

type Noun = `attachment:${'choose' | 'open' | 'replace' | 'refresh' | 'remove'}`

/** Files that belong to a paper, kept in the library's folder. */
export function attachmentHandlers(context: Context): Pick<Handlers, Noun> {
  return {
    'attachment:choose': async ({ paperId }) => {
      const paths = await askWhichToOpen(context, {
        title: words.dialogs.attach,
        buttonLabel: words.dialogs.attachButton,
        filters: [{ name: words.dialogs.documents, extensions: attachableExtensions }],
        properties: ['openFile', 'multiSelections']
      })
      if (paths.length === 0) return { label: null }
      const { db, folder } = context.session()
      const files = paths.map((path) =>
        context.settings.preferences.attaching === 'link' ? linkFile(path) : storeFile(folder, path)
      )
      const name = files.length === 1 ? (files[0]?.name ?? '') : ''
      const { label } = change(db, { kind: 'attach', count: files.length, name }, (tx) => {
        for (const file of files) attach(tx, paperId, file)
      })
      return { label }
    },
    'attachment:open': async ({ id }) => {
      const { db, folder } = context.session()
      const { name, path } = attachmentFile(db, folder, id)
      const failure = await shell.openPath(path)
      if (failure !== '')
        throw new AppError('unsupported', words.attachments.noProgram(name), {
          detail: failure
        })
    },
    'attachment:replace': async ({ id }) => {
      const { db } = context.session()
      const { name, mediaType } = attachmentRow(db, id)
      const isPdf = mediaType === 'application/pdf'
      const path = await askWhatToOpen(context, {
        title: words.dialogs.replaceFile(name),
        buttonLabel: words.dialogs.replaceButton,
        filters: [
          { name: words.dialogs.documents, extensions: isPdf ? ['pdf'] : attachableExtensions }
        ],
        properties: ['openFile']
      })
      if (path === null) return null
      return context.annotating.replace(id, path)
    },
    'attachment:refresh': ({ id }) => context.annotating.refresh(id),
    'attachment:remove': ({ id }) => {
      const { db, folder } = context.session()
      const { name } = attachmentFile(db, folder, id)
      const { label } = change(db, { kind: 'detach', count: 1, name }, (tx) => {
        detach(tx, id)
      })
      return { label }
    }
  }
}
