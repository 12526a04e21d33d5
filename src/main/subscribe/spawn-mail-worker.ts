import type { Worker } from 'node:worker_threads'
import workerPath from './mail-worker?modulePath'

/** Starts the thread that reads mails, with a limit to its memory. */
export function spawnMailWorker(): Worker {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  return new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: 512 } })
}
