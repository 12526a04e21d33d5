import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { BackupCalls, BackupKind, BackupReply } from './work'
import workerPath from './worker?modulePath'

/** As `perform`, in a thread that ends with its answer. @throws AppError as it told, or if it was lost */
export function performInThread<K extends BackupKind>(
  request: { kind: K } & BackupCalls[K]['request']
): Promise<BackupCalls[K]['answer']> {
  // Loaded here, when a thread is wanted: the start of the app is sooner without it.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const worker: Worker = new Worker(workerPath)
  return new Promise<BackupCalls[K]['answer']>((resolve, reject) => {
    const lose = (): void => {
      reject(new AppError('internal', words.backups.lost))
    }
    worker
      .on('error', lose)
      .on('exit', lose)
      .on('message', (reply: BackupReply) => {
        if (reply.ok) resolve(reply.value)
        else
          reject(
            new AppError(reply.error.code, reply.error.message, { detail: reply.error.detail })
          )
      })
    worker.postMessage(request)
  }).finally(() => {
    void worker.terminate()
  })
}
