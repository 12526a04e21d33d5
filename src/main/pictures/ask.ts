import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { PictureCalls, PictureKind, PictureReply } from './messages'

/** Asks a thread of its own, which ends with its answer. @throws AppError as it told, or if it was lost */
export function ask<K extends PictureKind>(
  worker: Worker,
  kind: K,
  request: PictureCalls[K]['request'],
  onDone: (done: number) => void = () => undefined
): Promise<PictureCalls[K]['answer']> {
  return new Promise<PictureCalls[K]['answer']>((resolve, reject) => {
    const lose = (cause: unknown): void => {
      const detail = cause instanceof Error ? cause.message : `exit code ${String(cause)}`
      reject(new AppError('internal', words.window.noPicture, { detail }))
    }
    worker
      .on('error', lose)
      .on('exit', lose)
      .on('message', (reply: PictureReply) => {
        if ('done' in reply) onDone(reply.done)
        else if ('result' in reply) resolve(reply.result)
        else {
          const { code, message, detail } = reply.error
          reject(new AppError(code, message, { detail }))
        }
      })
    worker.postMessage({ kind, ...request })
  }).finally(() => {
    void worker.terminate()
  })
}
