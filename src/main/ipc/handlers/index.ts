import type { Handlers } from '@shared/ipc/contract'
import type { Context } from '../context'
import { annotationHandlers } from './annotation'
import { attachmentHandlers } from './attachment'
import { exportHandlers } from './export'
import { importHandlers } from './import'
import { libraryHandlers } from './library'
import { lookupHandlers } from './lookup'
import { noteHandlers } from './note'
import { organiseHandlers } from './organise'
import { latexHandlers } from './latex'
import { paperHandlers } from './paper'
import { readerHandlers } from './reader'

/** A function for every channel of the contract. */
export function createHandlers(context: Context): Handlers {
  return {
    ...libraryHandlers(context),
    ...paperHandlers(context),
    ...annotationHandlers(context),
    ...noteHandlers(context),
    ...organiseHandlers(context),
    ...importHandlers(context),
    ...lookupHandlers(context),
    ...exportHandlers(context),
    ...attachmentHandlers(context),
    ...readerHandlers(context),
    ...latexHandlers(context)
  }
}
