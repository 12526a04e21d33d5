import { Worker } from 'node:worker_threads'
import workerPath from './worker?modulePath'

/** Starts the thread that searches, with a limit to its memory. */
export function spawnSearchWorker(): Worker {
  return new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: 2048 } })
}
