import { parentPort } from 'node:worker_threads'
import { answer } from './answer'
import type { SearchCall } from './messages'
import { SearchIndex } from './search-index'

/** Rest after an update before the index is put in order: a library arrives in many updates. */
const restMs = 300

// The entry of the worker thread: building and asking the index never holds up the main process.
const index = new SearchIndex()
let rest: NodeJS.Timeout | undefined
parentPort?.on('message', (call: SearchCall) => {
  parentPort?.postMessage(answer(index, call))
  if (call.request.kind === 'query') return
  clearTimeout(rest)
  rest = setTimeout(() => void index.settle(), restMs)
})
