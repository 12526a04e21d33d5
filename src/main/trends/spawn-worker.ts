import type { Worker } from 'node:worker_threads'
import workerPath from './worker?modulePath'

/** Starts the thread that says what trends in a library, with a limit to its memory. */
export function spawnTrendsWorker(folder: string): Worker {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  return new Worker(workerPath, {
    workerData: { folder },
    resourceLimits: { maxOldGenerationSizeMb: 1024 }
  })
}
