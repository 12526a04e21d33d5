import { parentPort } from 'node:worker_threads'
import { answer, type ParseRequest } from './parse-request'

// The entry of the worker thread: a parser that hangs or runs out of memory takes only this down.
parentPort?.on('message', (request: ParseRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply))
})
