import { parentPort } from 'node:worker_threads'
import { asLanguage } from '@shared/messages/languages'
import { speak } from '@shared/messages/words'
import { answer, type AnnotateRequest } from './request'

await speak(asLanguage(process.env['SHEAF_LANGUAGE']))

// The entry of the worker thread: a PDF that hangs or takes all memory takes only this down.
parentPort?.on('message', (request: AnnotateRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply))
})
