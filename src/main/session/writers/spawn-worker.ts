import type { Worker } from 'node:worker_threads'
import type { WriterData } from './messages'
import workerPath from './worker?modulePath'

/** Starts a thread that writes entries, with a limit to its memory. */
export function spawnWriter(workerData: WriterData): Worker {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  return new Worker(workerPath, { workerData, resourceLimits: { maxOldGenerationSizeMb: 512 } })
}
