import type { Handlers } from '@shared/ipc/contract'
import type { Context } from '../context'
import { attachmentHandlers } from './attachment'
import { exportHandlers } from './export'
import { importHandlers } from './import'
import { libraryHandlers } from './library'
import { lookupHandlers } from './lookup'
import { latexHandlers } from './latex'
import { paperHandlers } from './paper'

/** A function for every channel of the contract. */
export function createHandlers(context: Context): Handlers {
  return {
    ...libraryHandlers(context),
    ...paperHandlers(context),
    ...importHandlers(context),
    ...lookupHandlers(context),
    ...exportHandlers(context),
    ...latexHandlers(context),
    ...attachmentHandlers(context)
  }
}
