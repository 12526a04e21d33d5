import { EventEmitter } from 'node:events'
import { answer, type ParseRequest } from '../../../../../src/main/import/parse-request'

/** Reads as the worker thread does, in this one. */
export class ParseThread extends EventEmitter {
  postMessage(request: ParseRequest): void {
    setImmediate(() => void answer(request).then((reply) => this.emit('message', reply)))
  }

  terminate(): Promise<number> {
    return Promise.resolve(0)
  }
}
