import type { Worker } from 'node:worker_threads'
import workerPath from './worker?modulePath'

/** Starts the thread that parses, with a limit to its memory. */
export function spawnParseWorker(): Worker {
  // Loaded here, when a thread is wanted: the start of the app is sooner without it.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  return new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: 1024 } })
}
