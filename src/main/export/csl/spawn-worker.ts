import type { Worker } from 'node:worker_threads'
import workerPath from './worker?modulePath'

/** Starts the thread that formats references, with a limit to its memory. */
export function spawnFormatWorker(): Worker {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  return new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: 768 } })
}
