import type { EventName } from '@shared/ipc/channels'
import type { EventBodies } from '@shared/ipc/events'
import type { Settings } from '@shared/model/settings'
import type { ImportReport } from '@shared/model/import-report'
import { importAll } from '../import/importer'
import type { ParseRequest } from '../import/parse-request'
import { spawnParseWorker } from '../import/spawn-worker'
import type { LibrarySession } from './session'

/** Imports, one after another; their progress, their outcome and their cancelling. */
export class Importing {
  #last: Promise<unknown> = Promise.resolve()
  #running: AbortController | null = null
  #ended = false

  constructor(
    private readonly session: () => LibrarySession,
    private readonly attaching: () => Settings['attaching'],
    private readonly publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
  ) {}

  run(requests: readonly ParseRequest[]): Promise<ImportReport> {
    const next = this.#last.then(() => this.#runNow(requests))
    this.#last = next.catch(() => undefined)
    return next
  }

  /** For files that the window did not ask for: it is told the outcome. */
  async runAndTell(requests: readonly ParseRequest[]): Promise<void> {
    const nothing = { entryId: null, added: 0, merged: 0, unchanged: 0, items: [] }
    const report = await this.run(requests).catch((error: unknown) => ({
      ...nothing,
      skipped: requests.map(({ name }) => ({
        file: name,
        line: 0,
        reason: error instanceof Error ? error.message : String(error)
      }))
    }))
    this.session().notice()
    this.publish('import:finished', report)
  }

  /** Stops the import that is running; those that wait go on. */
  cancel(): void {
    this.#running?.abort()
  }

  /** Stops everything that runs or waits; what was half imported is taken back. */
  async end(): Promise<void> {
    this.#ended = true
    this.cancel()
    await this.#last
  }

  async #runNow(requests: readonly ParseRequest[]): Promise<ImportReport> {
    const controller = new AbortController()
    if (this.#ended) controller.abort()
    this.#running = controller
    try {
      const { db, folder } = this.session()
      return await importAll(db, requests, {
        keeping: { folder, attaching: this.attaching() },
        spawnWorker: spawnParseWorker,
        signal: controller.signal,
        onProgress: (progress) => {
          this.publish('import:progressed', progress)
        }
      })
    } finally {
      this.#running = null
    }
  }
}
