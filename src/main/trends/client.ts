import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { TrendCalls, TrendReply } from './messages'

interface Pending {
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

/** Asks the thread that says what trends; it is started by the first question, and anew where it was lost. */
export class TrendsClient {
  #worker: Worker | undefined
  #calls = 0
  #closed = false
  readonly #pending = new Map<number, Pending>()

  constructor(private readonly spawn: () => Worker) {}

  ask<K extends keyof TrendCalls>(
    kind: K,
    request: TrendCalls[K]['request']
  ): Promise<TrendCalls[K]['answer']> {
    if (this.#closed) return Promise.reject(new AppError('cancelled', words.window.trendsStopped))
    const worker = (this.#worker ??= this.#start())
    return new Promise((resolve, reject) => {
      const call = ++this.#calls
      this.#pending.set(call, { resolve, reject })
      worker.postMessage({ call, kind, request })
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const worker = this.#worker
    this.#lose()
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = this.spawn()
    worker.on('message', (reply: TrendReply) => {
      const pending = this.#pending.get(reply.call)
      this.#pending.delete(reply.call)
      if (reply.ok) pending?.resolve(reply.result as never)
      else
        pending?.reject(
          new AppError(reply.error.code, reply.error.message, { detail: reply.error.detail })
        )
    })
    for (const event of ['error', 'messageerror', 'exit'] as const)
      worker.on(event, () => {
        if (worker === this.#worker) this.#lose()
      })
    return worker
  }

  #lose(): void {
    this.#worker = undefined
    for (const { reject } of this.#pending.values())
      reject(new AppError('internal', words.window.trendsStopped))
    this.#pending.clear()
  }
}
