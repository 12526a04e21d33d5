import type { EventName } from '@shared/ipc/channels'
import { AppError } from '@shared/ipc/error'
import type { EventBodies } from '@shared/ipc/events'
import { words } from '@shared/messages/words'
import type { Correction, ImportOutcome, ImportPlan, PlannedPage } from '@shared/model/import-plan'
import type { ImportReport } from '@shared/model/import-report'
import type { ImportTarget } from '@shared/model/import-target'
import type { FormatName } from '@shared/model/kinds'
import type { PaperFields } from '@shared/model/paper'
import type { Settings } from '@shared/model/settings'
import type { Keeping } from '../import/apply'
import { Draft } from '../import/draft'
import { applyAll, countPapers, planAll, readAll } from '../import/importer'
import type { ParsedFile } from '../import/parsed'
import type { ParseRequest } from '../import/parse-request'
import { spawnParseWorker } from '../import/spawn-worker'
import type { LibrarySession } from './session'

/** How many papers a report names to the window: more than anybody reads. */
const mostItems = 1000

/** What imports need of those around them. */
interface Surroundings {
  session: () => LibrarySession
  settings: () => Settings
  publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
  /** Told of everything that was imported. */
  imported: (items: ImportReport['items']) => void
}

/** A run of an import: what stops it, and what its papers are filed under. */
interface Run {
  signal: AbortSignal
  target: ImportTarget | undefined
}

/** Imports, one after another: their reading, what the user says of it, their outcome and their cancelling. */
export class Importing {
  #last: Promise<unknown> = Promise.resolve()
  #running: AbortController | null = null
  #draft: Draft | null = null
  #ended = false

  constructor(private readonly around: Surroundings) {}

  get isRunning(): boolean {
    return this.#running !== null
  }

  /** Reads; then plans, or imports at once where the user wants no look before; files its papers under `target`. */
  run(requests: readonly ParseRequest[], target?: ImportTarget): Promise<ImportOutcome> {
    return this.inTurn(async (signal) => {
      const read = await readAll(requests, this.#options(signal))
      const isWorthALook = read.flat().some(({ digests }) => digests.length > 0)
      if (this.around.settings().review === 'always' && isWorthALook)
        return { kind: 'planned', plan: await this.#plan(requests, read, { signal, target }) }
      return { kind: 'imported', report: await this.#apply(read.flat(), { signal, target }) }
    })
  }

  /** For files that the window did not ask for: it is told the outcome. */
  async runAndTell(requests: readonly ParseRequest[]): Promise<void> {
    const nothing = { entryId: null, added: 0, merged: 0, unchanged: 0, dismissed: 0, items: [] }
    const outcome = await this.run(requests).catch((error: unknown): ImportOutcome => {
      const reason = error instanceof Error ? error.message : String(error)
      const skipped = requests.map(({ name }) => ({ file: name, line: 0, reason }))
      return { kind: 'imported', report: { ...nothing, skipped } }
    })
    this.around.session().notice()
    this.around.publish('import:finished', outcome)
  }

  /** Imports at once what has come by itself; what holds no papers is passed over. */
  async takeIn(requests: readonly ParseRequest[]): Promise<void> {
    const report = await this.inTurn(async (signal) => {
      const read = (await readAll(requests, this.#quiet(signal))).flat()
      const files = read.filter(({ digests }) => digests.length > 0)
      const { db, folder } = this.around.session()
      return applyAll(db, files, { keeping: this.#keeping(folder), ...this.#quiet(signal) })
    })
    this.around.session().notice()
    this.around.imported(report.items)
    if (report.added + report.merged > 0) this.around.publish('import:arrived', report)
  }

  /**
   * Imports at once what a subscription brought, as much of it as `choose` leaves: nobody else imports
   * between the two. Read already is what comes as `ParsedFile`. Waits for its turn until `patience` is over.
   */
  async takeChosen(
    brought: { requests: readonly ParseRequest[]; read: readonly ParsedFile[] },
    choose: (files: readonly ParsedFile[]) => readonly ParsedFile[],
    patience?: AbortSignal
  ): Promise<ImportReport> {
    const take = async (signal: AbortSignal): Promise<ImportReport> => {
      const read = (await readAll(brought.requests, this.#quiet(signal))).flat()
      const files = choose([...read, ...brought.read])
      const { db, folder } = this.around.session()
      const { inboxDigests } = this.around.settings()
      // Whatever a subscription brings is a digest, also where it comes as a file of references.
      const toInbox = { digests: inboxDigests, files: inboxDigests }
      const keeping = { ...this.#keeping(folder), toInbox }
      return applyAll(db, files, { keeping, ...this.#quiet(signal) })
    }
    const report = await this.inTurn(take, patience)
    this.around.session().notice()
    this.around.imported(report.items)
    return report
  }

  page(draftId: string, digest: number, from: number): PlannedPage {
    return this.#planned(draftId).page(digest, from)
  }

  fields(draftId: string, digest: number, index: number): PaperFields {
    return this.#planned(draftId).fields(digest, index)
  }

  correct(draftId: string, what: { digest: number; index: number } & Correction): ImportPlan {
    const draft = this.#planned(draftId)
    draft.correct(this.around.session().db, what)
    return draft.overview()
  }

  setDate(draftId: string, digest: number, date: string): ImportPlan {
    const draft = this.#planned(draftId)
    draft.setDate(digest, date)
    return draft.overview()
  }

  /** Reads one text of a plan in the format that the user says it is in. */
  reread(draftId: string, file: string, format: FormatName): Promise<ImportPlan> {
    return this.inTurn(async (signal) => {
      const draft = this.#planned(draftId)
      const at = draft.requests.findIndex(({ name }) => name === file)
      const former = draft.requests[at]
      if (former === undefined) throw over()
      const request = { ...former, format }
      const [read = []] = await readAll([request], this.#options(signal))
      const { db } = this.around.session()
      this.#draft = await planAll(draft.reread(db, { at, request, read }), {
        ...this.#options(signal),
        of: countPapers(read)
      })
      return this.#draft.overview()
    })
  }

  /** Imports what was planned. */
  apply(draftId: string): Promise<ImportReport> {
    return this.inTurn(async (signal) => {
      const draft = this.#planned(draftId)
      const report = await this.#apply(draft.files(), { signal, target: draft.target })
      this.#draft = null
      return report
    })
  }

  /** Forgets what was planned. */
  discard(): void {
    this.#draft = null
  }

  /**
   * Work that others have to wait for, and that can be cancelled. It is not begun, and waited for no longer, once
   * `patience` is over.
   */
  inTurn<T>(
    work: (signal: AbortSignal) => Promise<T>,
    patience = new AbortController().signal
  ): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const giveUp = (): void => {
      reject(patience.reason as Error)
    }
    patience.addEventListener('abort', giveUp)
    const next = this.#last.then(async () => {
      patience.removeEventListener('abort', giveUp)
      patience.throwIfAborted()
      const controller = new AbortController()
      if (this.#ended) controller.abort()
      this.#running = controller
      try {
        return await work(controller.signal)
      } finally {
        this.#running = null
      }
    })
    this.#last = next.then(resolve, reject)
    return promise
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

  async #plan(
    requests: readonly ParseRequest[],
    read: ParsedFile[][],
    { signal, target }: Run
  ): Promise<ImportPlan> {
    const { db } = this.around.session()
    this.#draft = await planAll(Draft.of(db, requests, read, target), {
      ...this.#options(signal),
      of: countPapers(read.flat())
    })
    return this.#draft.overview()
  }

  async #apply(files: readonly ParsedFile[], { signal, target }: Run): Promise<ImportReport> {
    const { db, folder } = this.around.session()
    const report = await applyAll(db, files, {
      keeping: { ...this.#keeping(folder), target },
      ...this.#options(signal)
    })
    this.around.imported(report.items)
    return { ...report, items: report.items.slice(0, mostItems) }
  }

  #planned(draftId: string): Draft {
    if (this.#draft?.id !== draftId) throw over()
    return this.#draft
  }

  #keeping(folder: string): Keeping {
    const { attaching, inboxDigests, inboxFiles } = this.around.settings()
    return { folder, attaching, toInbox: { digests: inboxDigests, files: inboxFiles } }
  }

  #quiet(signal: AbortSignal) {
    return { spawnWorker: spawnParseWorker, signal }
  }

  #options(signal: AbortSignal) {
    return {
      ...this.#quiet(signal),
      onProgress: (progress: EventBodies['import:progressed']): void => {
        this.around.publish('import:progressed', progress)
      }
    }
  }
}

function over(): AppError {
  return new AppError('not-found', words.importing.over)
}
