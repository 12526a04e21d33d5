import type { Worker } from 'node:worker_threads'
import type { SearchWorkerData } from './messages'
import workerPath from './worker?modulePath'

/** Starts the thread that searches a library, with a limit to its memory. */
export function spawnSearchWorker(folder: string): Worker {
  // Loaded here, when a thread is wanted: the start of the app is sooner without it.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const workerData: SearchWorkerData = { folder }
  // What it makes lives either for a moment or as long as the index: more room for what is young is kept for nothing.
  const resourceLimits = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 6 }
  return new Worker(workerPath, { workerData, resourceLimits })
}
