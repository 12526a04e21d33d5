import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Likeness, Opinion } from '@shared/model/taste'
import type { View } from '@shared/model/view'
import type { CompletedField } from '@shared/query/complete'
import type { LibraryAnswer, LibraryQuery } from './library-search'
import type { SearchCalls, SearchKind, SearchReply } from './messages'
import type { UnreadFile } from './page-store'
import type { Related, RelatedQuery } from './related'
import type { PaperMarks } from './result'

interface Pending {
  resolve: (result: SearchCalls[SearchKind]['answer']) => void
  reject: (error: AppError) => void
}

interface Waiting {
  query: LibraryQuery
  resolve: (result: LibraryAnswer) => void
  reject: (error: unknown) => void
}

/** How long the worker has to save its files at the end, in milliseconds. */
const mostToClose = 5000

/**
 * Search in a worker thread, started when first needed; it keeps itself like the library. When it dies,
 * what was under way is rejected as `internal`, and the next call starts another.
 */
export class SearchClient {
  readonly #spawn: () => Worker
  readonly #pending = new Map<number, Pending>()
  #worker: Worker | undefined
  #calls = 0
  #waiting: Waiting | undefined
  #asking = false
  #closed = false

  constructor(spawn: () => Worker) {
    this.#spawn = spawn
  }

  /** Has what changed in the library taken in, ahead of the next query. Resolves when that is done. */
  async catchUp(): Promise<void> {
    await this.#send(this.#liveWorker(), 'catch-up', {})
  }

  /**
   * The newest query wins: one that still waits for its turn when another arrives is dropped.
   * @throws AppError `cancelled` for a query so dropped
   */
  query(query: LibraryQuery): Promise<LibraryAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting?.reject(new AppError('cancelled', words.window.searchReplaced))
      this.#waiting = { query, resolve, reject }
      void this.#askNext()
    })
  }

  /** Where the words of a query stand in some papers. */
  marks(text: string, ids: readonly number[]): Promise<PaperMarks[]> {
    return this.#send(this.#liveWorker(), 'marks', { text, ids })
  }

  /** Values of a field that begin as typed, those of most papers first. */
  complete(field: CompletedField, typed: string): Promise<string[]> {
    return this.#send(this.#liveWorker(), 'complete', { field, typed })
  }

  /** Papers that are like others or like a text, and why. */
  related(query: RelatedQuery): Promise<Related[]> {
    return this.#send(this.#liveWorker(), 'related', query)
  }

  /** What the user would make of a paper, going by what was done with others. */
  opinion(paperId: number): Promise<Opinion> {
    return this.#send(this.#liveWorker(), 'opinion', { paperId })
  }

  /** A view's papers, those first that are likeliest to be kept; null where too little was kept yet. */
  byKeeping(view: View): Promise<number[] | null> {
    return this.#send(this.#liveWorker(), 'by-keeping', { view })
  }

  /** Files whose pages are not searched yet. */
  unreadFiles(): Promise<UnreadFile[]> {
    return this.#send(this.#liveWorker(), 'unread-files', {})
  }

  /** Has the text of a file's pages searched from now on; none where it could not be read. */
  async putPages(sha256: string, pages: readonly string[]): Promise<void> {
    await this.#send(this.#liveWorker(), 'put-pages', { sha256, pages })
  }

  /** Papers that answer a query to the letter; only those among some, if they are given. */
  answering(
    text: string,
    among: readonly number[] | null
  ): Promise<SearchCalls['answering']['answer']> {
    return this.#send(this.#liveWorker(), 'answering', { text, among })
  }

  /** How many papers answer a query to the letter. */
  count(text: string): Promise<SearchCalls['count']['answer']> {
    return this.#send(this.#liveWorker(), 'count', { text })
  }

  /** How likely papers are to be kept; none where too little was kept yet. */
  likeness(ids: readonly number[]): Promise<Likeness[]> {
    return this.#send(this.#liveWorker(), 'likeness', { ids })
  }

  /** The terms of the titles and abstracts of papers. */
  termVectors(papers: readonly number[]): Promise<SearchCalls['term-vectors']['answer']> {
    return this.#send(this.#liveWorker(), 'term-vectors', { papers })
  }

  /** Terms that papers of the last window have more often than those before. */
  risingTerms(
    request: SearchCalls['rising-terms']['request']
  ): Promise<SearchCalls['rising-terms']['answer']> {
    return this.#send(this.#liveWorker(), 'rising-terms', request)
  }

  /** Papers that have a word in their title or abstract. */
  papersWith(word: string): Promise<number[]> {
    return this.#send(this.#liveWorker(), 'papers-with', { word })
  }

  /** Saves the index and ends the worker; what was under way is rejected as `cancelled`, and so is every later call. */
  async close(): Promise<void> {
    const worker = this.#worker
    this.#closed = true
    if (worker === undefined) return
    const saved = this.#send(worker, 'close', {}).catch(() => null)
    const late = Promise.withResolvers<undefined>()
    const timer = setTimeout(() => {
      late.resolve(undefined)
    }, mostToClose)
    await Promise.race([saved, late.promise])
    clearTimeout(timer)
    this.#worker = undefined
    this.#rejectPending(closed())
    await worker.terminate()
  }

  async #askNext(): Promise<void> {
    const next = this.#waiting
    if (this.#asking || !next) return
    this.#waiting = undefined
    this.#asking = true
    try {
      next.resolve(await this.#send(this.#liveWorker(), 'query', next.query))
    } catch (error) {
      next.reject(error)
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
      new AppError('internal', words.window.searchStopped, {
        cause,
        detail
      })
    )
  }

  #rejectPending(error: AppError): void {
    for (const { reject } of this.#pending.values()) reject(error)
    this.#pending.clear()
  }

  #send<K extends SearchKind>(
    worker: Worker,
    kind: K,
    request: SearchCalls[K]['request']
  ): Promise<SearchCalls[K]['answer']> {
    return new Promise((resolve, reject) => {
      this.#calls += 1
      this.#pending.set(this.#calls, { resolve, reject })
      worker.postMessage({ call: this.#calls, request: { kind, ...request } })
    })
  }
}

function closed(): AppError {
  return new AppError('cancelled', words.window.searchClosed)
}
