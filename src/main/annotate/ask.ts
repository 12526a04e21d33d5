import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { AnnotateCalls, AnnotateKind, AnnotateReply } from './request'

/** The most time that one file may take, in milliseconds: that of a book on a slow machine. */
const deadlineMs = 180_000

/** Asks a thread of its own, which ends with its answer. @throws AppError as it told, or if it was lost */
export function ask<K extends AnnotateKind>(
  spawn: () => Worker,
  kind: K,
  request: AnnotateCalls[K]['request']
): Promise<AnnotateCalls[K]['answer']> {
  const worker = spawn()
  let timer: NodeJS.Timeout | undefined
  return new Promise<AnnotateCalls[K]['answer']>((resolve, reject) => {
    const lose = (): void => {
      reject(new AppError('unsupported', words.annotations.tooLong(request.file.name)))
    }
    timer = setTimeout(lose, deadlineMs)
    worker
      .on('error', lose)
      .on('exit', lose)
      .on('message', (reply: AnnotateReply) => {
        if (reply.ok) resolve(reply.value)
        else
          reject(
            new AppError(reply.error.code, reply.error.message, { detail: reply.error.detail })
          )
      })
    worker.postMessage({ kind, ...request })
  }).finally(() => {
    clearTimeout(timer)
    void worker.terminate()
  })
}
