import { statSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { PagesReply } from '../import/pdf/pages-worker'
import { attachmentFile } from '../library/attachments'
import type { LibrarySession } from './session'

/** After a start or a change there is other work first, in milliseconds. */
const usualPatience = 3000
/** The most time that a file may take, in milliseconds, and so much more for each megabyte. */
const deadlineMs = 30_000
const msForMegabyte = 2000

interface Surroundings {
  session: () => LibrarySession
  spawnWorker: () => Worker
  /** Pages were taken in: what was searched for may be found now. */
  tell: () => void
  patience?: number
}

/**
 * Reads the PDFs of the library, one after another in the background, so that search finds what stands in
 * them. What was read is kept; a file that cannot be read is passed over.
 */
export class PageReading {
  #working: Promise<void> | null = null
  #stop = new AbortController()
  /** Files that are not where they should be; tried again after the next start. */
  readonly #missing = new Set<string>()
  #isStale = false

  constructor(private readonly around: Surroundings) {}

  /** Reads what has not been read; to be called at the start, and whenever files may have come. */
  refresh(): void {
    this.#isStale = true
    const stop = this.#stop
    this.#working ??= this.#work(stop.signal)
      // Search that was lost comes back with the next query, and files are looked for again then.
      .catch(() => undefined)
      .finally(() => {
        this.#working = null
      })
  }

  /** Another library is open. */
  async restart(): Promise<void> {
    await this.close()
    this.#stop = new AbortController()
    this.#missing.clear()
    this.refresh()
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.#working
  }

  async #work(stop: AbortSignal): Promise<void> {
    await setTimeout(this.around.patience ?? usualPatience, undefined, { signal: stop })
    let worker: Worker | null = null
    try {
      while (this.#isStale) {
        this.#isStale = false
        const session = this.around.session()
        const unread = await session.unreadFiles()
        for (const { attachmentId, sha256 } of unread) {
          stop.throwIfAborted()
          if (this.around.session() !== session) return
          const path = pathOf(session, attachmentId)
          if (path === null) {
            this.#missing.add(sha256)
            continue
          }
          worker ??= this.around.spawnWorker().on('error', () => undefined)
          const pages = await ask(worker, path, stop)
          if (pages === 'lost') {
            void worker.terminate()
            worker = null
          }
          await session.putPages(sha256, pages === 'lost' ? [] : (pages ?? []))
        }
        if (unread.some(({ sha256 }) => !this.#missing.has(sha256))) this.around.tell()
      }
    } finally {
      void worker?.terminate()
    }
  }
}

function pathOf({ db, folder }: LibrarySession, attachmentId: number): string | null {
  try {
    return attachmentFile(db, folder, attachmentId).path
  } catch {
    return null
  }
}

/** `lost` when the thread died of the file, or took too long. */
async function ask(worker: Worker, path: string, stop: AbortSignal): Promise<PagesReply | 'lost'> {
  const { promise, resolve, reject } = Promise.withResolvers<PagesReply | 'lost'>()
  const lose = (): void => {
    resolve('lost')
  }
  const abort = (): void => {
    reject(new Error('stopped'))
  }
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const timer = globalThis.setTimeout(lose, deadlineMs + (bytes / 1e6) * msForMegabyte)
  worker.once('message', resolve).once('error', lose).once('exit', lose)
  stop.addEventListener('abort', abort)
  worker.postMessage(path)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    stop.removeEventListener('abort', abort)
    worker.off('message', resolve).off('error', lose).off('exit', lose)
  }
}
