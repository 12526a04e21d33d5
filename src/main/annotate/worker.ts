import { parentPort } from 'node:worker_threads'
import { answer, type AnnotateRequest } from './request'

// The entry of the worker thread: a PDF that hangs or takes all memory takes only this down.
parentPort?.on('message', (request: AnnotateRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply))
})
