import type { Worker } from 'node:worker_threads'
import type { PicturesWorkerData } from './messages'
import workerPath from './worker?modulePath'

/** Starts the thread that makes what pictures of a library show, with a limit to its memory. */
export function spawnPicturesWorker(folder: string): Worker {
  // Loaded here, when a thread is wanted: the start of the app is sooner without it.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const workerData: PicturesWorkerData = { folder }
  return new Worker(workerPath, { workerData, resourceLimits: { maxOldGenerationSizeMb: 2048 } })
}
