import type { Handlers } from '@shared/ipc/contract'
import type { Context } from '../context'
import { annotationHandlers } from './annotation'
import { archiveHandlers } from './archive'
import { attachmentHandlers } from './attachment'
import { backupHandlers } from './backup'
import { exportHandlers } from './export'
import { importHandlers } from './import'
import { libraryHandlers } from './library'
import { lookupHandlers } from './lookup'
import { noteHandlers } from './note'
import { organiseHandlers } from './organise'
import { latexHandlers } from './latex'
import { paperHandlers } from './paper'
import { pictureHandlers } from './picture'
import { readerHandlers } from './reader'
import { subscriptionHandlers } from './subscription'
import { updateHandlers } from './update'
import { ownDigestHandlers } from './own-digest'
import { trendHandlers } from './trend'

/** A function for every channel of the contract. */
export function createHandlers(context: Context): Handlers {
  return {
    ...libraryHandlers(context),
    ...backupHandlers(context),
    ...updateHandlers(context),
    ...paperHandlers(context),
    ...annotationHandlers(context),
    ...noteHandlers(context),
    ...organiseHandlers(context),
    ...importHandlers(context),
    ...lookupHandlers(context),
    ...exportHandlers(context),
    ...archiveHandlers(context),
    ...attachmentHandlers(context),
    ...readerHandlers(context),
    ...trendHandlers(context),
    ...ownDigestHandlers(context),
    ...pictureHandlers(context),
    ...latexHandlers(context),
    ...subscriptionHandlers(context)
  }
}
