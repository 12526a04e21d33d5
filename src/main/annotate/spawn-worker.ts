import type { Worker } from 'node:worker_threads'
import workerPath from './worker?modulePath'

/** Starts the thread that reads and writes PDFs, with a limit to its memory. */
export function spawnAnnotateWorker(): Worker {
  // Loaded here, when a thread is wanted: the start of the app is sooner without it.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  return new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: 2048 } })
}
