import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import type { SearchDocument } from './document'
import type { SearchCall, SearchReply, SearchRequest } from './messages'
import type { QueryOptions, SearchResult } from './result'

interface Pending {
  resolve: (result: SearchResult | undefined) => void
  reject: (error: AppError) => void
}

interface Waiting {
  text: string
  limit: number
  resolve: (result: SearchResult) => void
  reject: (error: unknown) => void
}

/** More documents at once would hold up this process while they are copied, and queries meanwhile. */
const documentsPerRequest = 100

/**
 * Search in a worker thread, started when first needed. A query sent after an update resolved sees it.
 * When the worker dies, what was under way is rejected as `internal` and `onLost` called once: the next
 * call starts an empty worker, which is to be given the whole library again.
 */
export class SearchClient {
  readonly #spawn: () => Worker
  readonly #onLost: () => void
  readonly #pending = new Map<number, Pending>()
  #worker: Worker | undefined
  #calls = 0
  #updates: Promise<unknown> = Promise.resolve()
  #waiting: Waiting | undefined
  #asking = false
  #closed = false

  constructor(spawn: () => Worker, onLost: () => void) {
    this.#spawn = spawn
    this.#onLost = onLost
  }

  /** Resolves when queries see the whole change. Updates take effect in the order of their calls. */
  update(changed: readonly SearchDocument[], removed: readonly number[]): Promise<void> {
    const update = this.#updates.then(() => this.#update(changed, removed))
    this.#updates = update.catch(() => undefined)
    return update
  }

  /**
   * The newest query wins: one that still waits for its turn when another arrives is dropped.
   * @throws AppError `cancelled` for a query so dropped
   */
  query(text: string, { limit }: QueryOptions): Promise<SearchResult> {
    return new Promise((resolve, reject) => {
      this.#waiting?.reject(new AppError('cancelled', 'A newer search took the place of this one.'))
      this.#waiting = { text, limit, resolve, reject }
      void this.#askNext()
    })
  }

  /** Ends the worker; what was under way is rejected as `cancelled`, and so is every later call. */
  async close(): Promise<void> {
    this.#closed = true
    const worker = this.#worker
    this.#worker = undefined
    this.#rejectPending(closed())
    await worker?.terminate()
  }

  async #update(changed: readonly SearchDocument[], removed: readonly number[]): Promise<void> {
    const worker = this.#liveWorker()
    const first = changed.slice(0, documentsPerRequest)
    await this.#send(worker, { kind: 'update', changed: first, removed: [...removed] })
    for (let start = first.length; start < changed.length; start += documentsPerRequest) {
      const part = changed.slice(start, start + documentsPerRequest)
      await this.#send(worker, { kind: 'update', changed: part, removed: [] })
    }
  }

  async #askNext(): Promise<void> {
    const query = this.#waiting
    if (this.#asking || !query) return
    this.#waiting = undefined
    this.#asking = true
    try {
      const { text, limit } = query
      const result = await this.#send(this.#liveWorker(), { kind: 'query', text, limit })
      query.resolve(result ?? { mode: 'none', hits: [] })
    } catch (error) {
      query.reject(error)
    } finally {
      this.#asking = false
      void this.#askNext()
    }
  }

  #liveWorker(): Worker {
    if (this.#closed) throw closed()
    this.#worker ??= this.#start()
    return this.#worker
  }

  #start(): Worker {
    const worker = this.#spawn()
    worker.on('message', (reply: SearchReply) => {
      const pending = this.#pending.get(reply.call)
      this.#pending.delete(reply.call)
      if (reply.ok) pending?.resolve(reply.result)
      else {
        const { code, message, detail } = reply.error
        pending?.reject(new AppError(code, message, { detail }))
      }
    })
    for (const event of ['error', 'messageerror', 'exit'] as const)
      worker.on(event, (cause: unknown) => {
        this.#lose(worker, cause)
      })
    return worker
  }

  #lose(worker: Worker, cause: unknown): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    void worker.terminate()
    const detail = cause instanceof Error ? cause.message : `exit code ${String(cause)}`
    this.#rejectPending(
      new AppError('internal', 'Search stopped unexpectedly. Search again to restart it.', {
        cause,
        detail
      })
    )
    this.#onLost()
  }

  #rejectPending(error: AppError): void {
    for (const { reject } of this.#pending.values()) reject(error)
    this.#pending.clear()
  }

  #send(worker: Worker, request: SearchRequest): Promise<SearchResult | undefined> {
    return new Promise((resolve, reject) => {
      if (worker !== this.#worker) {
        reject(
          this.#closed ? closed() : new AppError('internal', 'Search stopped during an update.')
        )
        return
      }
      this.#calls += 1
      this.#pending.set(this.#calls, { resolve, reject })
      worker.postMessage({ call: this.#calls, request } satisfies SearchCall)
    })
  }
}

function closed(): AppError {
  return new AppError('cancelled', 'Search is closed.')
}
