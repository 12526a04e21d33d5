import { parentPort } from 'node:worker_threads'
import { asLanguage } from '@shared/messages/languages'
import { speak } from '@shared/messages/words'
import { answer, type ParseNews, type ParseRequest } from './parse-request'

await speak(asLanguage(process.env['SHEAF_LANGUAGE']))

// The entry of the worker thread: a parser that hangs or runs out of memory takes only this down.
parentPort?.on('message', (request: ParseRequest) => {
  const onFile = (at: string): void => parentPort?.postMessage({ at } satisfies ParseNews)
  void answer(request, onFile).then((reply) => parentPort?.postMessage(reply))
})
