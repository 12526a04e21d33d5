import { statSync } from 'node:fs'
import type { Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { attachmentFile } from '../../library/attachments'
import { readingPlaceOf, rememberPlace } from '../../library/reading-places'
import type { Context } from '../context'

type Noun = `reader:${'open' | 'close' | 'remember'}`

/** PDFs in the reader. */
export function readerHandlers(context: Context): Pick<Handlers, Noun> {
  return {
    'reader:open': ({ attachmentId }) => {
      const { db, folder } = context.session()
      const { name, path, mediaType, sha256, paperId } = attachmentFile(db, folder, attachmentId)
      if (mediaType !== 'application/pdf')
        throw new AppError('unsupported', words.attachments.noPdf(name))
      const { size } = statSync(path)
      if (size === 0) throw new AppError('unreadable-file', words.attachments.empty(name))
      return {
        token: context.readerFiles.open(path, sha256),
        ...{ name, bytes: size, paperId, place: readingPlaceOf(db, sha256) }
      }
    },
    'reader:close': ({ token }) => {
      context.readerFiles.close(token)
    },
    'reader:remember': ({ token, place }) => {
      const sha256 = context.readerFiles.hashOf(token)
      if (sha256 !== null) rememberPlace(context.session().db, sha256, place)
    }
  }
}
