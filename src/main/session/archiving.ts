import { basename, dirname } from 'node:path'
import type { EventName } from '@shared/ipc/channels'
import { AppError } from '@shared/ipc/error'
import type { EventBodies } from '@shared/ipc/events'
import { words } from '@shared/messages/words'
import type { ArchiveOutcome, ArchiveProgress } from '@shared/model/archive-outcome'
import type { Settings } from '@shared/model/settings'
import { refuseWhileWritten } from '../library/journal'
import type { Restored } from './archive/restore-archive'
import type { LibrarySession } from './session'
import { spawnWriter } from './writers/spawn-worker'

/** How often the window is told how far it has come, in milliseconds. */
const tellEvery = 100

/** What exporting and opening whole libraries needs of those around it. */
interface Surroundings {
  session: () => LibrarySession
  settings: () => Settings
  publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
  /** Sheaf's version. */
  version: string
  /** Has imports wait for work that writes as they do. */
  inTurn: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>
}

/** Exports the whole library and opens exported ones: one at a time, which can be cancelled. What it takes is loaded when it is asked for. */
export class Archiving {
  #running: AbortController | null = null
  #last: Promise<unknown> = Promise.resolve()
  #told = 0

  constructor(private readonly around: Surroundings) {}

  /** Exports the library to a file. @throws AppError as `writeArchive` */
  export(path: string): Promise<ArchiveOutcome> {
    return this.#run(path, async (signal) => {
      const { writeArchive } = await import('./archive/write-archive')
      return writeArchive(this.around.session().folder, path, {
        program: `Sheaf ${this.around.version}`,
        colourNames: this.around.settings().annotationColours,
        spawnWriter,
        signal,
        onProgress: this.#tell
      })
    })
  }

  /** Opens an exported library in the present one. @throws AppError as `restoreArchive` */
  open(path: string): Promise<ArchiveOutcome> {
    return this.#run(path, (signal) =>
      this.around.inTurn(async (turn) => {
        const { restoreArchive } = await import('./archive/restore-archive')
        const { db, folder } = this.around.session()
        refuseWhileWritten(db)
        const either = AbortSignal.any([signal, turn])
        return restoreArchive(db, folder, path, { signal: either, onProgress: this.#tell })
      })
    )
  }

  /** Opens an exported library in a folder that has none yet. @throws AppError as `restoreInFolder` */
  openIn(folder: string, path: string): Promise<ArchiveOutcome> {
    return this.#run(path, async (signal) => {
      const { restoreInFolder } = await import('./archive/restore-archive')
      return restoreInFolder(folder, path, { signal, onProgress: this.#tell })
    })
  }

  /** Makes sure that a file is an exported library which this Sheaf can open. @throws AppError as `ArchiveReader.open` */
  async look(path: string): Promise<void> {
    const { ArchiveReader } = await import('./archive/archive-reader')
    await (await ArchiveReader.open(path)).close()
  }

  cancel(): void {
    this.#running?.abort()
  }

  /** Stops what runs; nothing half done stays. */
  async end(): Promise<void> {
    this.cancel()
    await this.#last
  }

  async #run(
    path: string,
    work: (signal: AbortSignal) => Promise<Restored>
  ): Promise<ArchiveOutcome> {
    if (this.#running !== null) throw new AppError('conflict', words.archive.running)
    const controller = new AbortController()
    this.#running = controller
    // What is done in a moment is told of when it is done.
    this.#told = performance.now()
    const running = work(controller.signal).finally(() => {
      this.#running = null
    })
    this.#last = running.catch(() => undefined)
    return { fileName: basename(path), folder: dirname(path), ...(await running) }
  }

  readonly #tell = (progress: ArchiveProgress): void => {
    const now = performance.now()
    if (now - this.#told < tellEvery) return
    this.#told = now
    this.around.publish('archive:progressed', progress)
  }
}
