import { parentPort } from 'node:worker_threads'
import { asLanguage } from '@shared/messages/languages'
import { speak } from '@shared/messages/words'
import { formatReferences, StyleError, type FormatRequest } from './format'

/** What the worker answers. */
export type FormatReply =
  { ok: true; entries: string[] } | { ok: false; message: string; isStyle: boolean }

await speak(asLanguage(process.env['SHEAF_LANGUAGE']))

// The entry of the worker thread: some styles take seconds for a few hundred references.
parentPort?.on('message', (request: FormatRequest) => {
  formatReferences(request)
    .then((entries): FormatReply => ({ ok: true, entries }))
    .catch((error: unknown): FormatReply => {
      const message = error instanceof Error ? error.message : String(error)
      return { ok: false, message, isStyle: error instanceof StyleError }
    })
    .then((reply) => parentPort?.postMessage(reply))
    .catch(() => undefined)
})
