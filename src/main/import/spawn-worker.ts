import { Worker } from 'node:worker_threads'
import workerPath from './worker?modulePath'

/** Starts the thread that parses, with a limit to its memory. */
export function spawnParseWorker(): Worker {
  return new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: 1024 } })
}
