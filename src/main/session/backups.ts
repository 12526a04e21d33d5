import { statSync } from 'node:fs'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Backup, BackupList, BackupReason, LibraryCounts } from '@shared/model/backup'
import { backupFolder, listBackups } from '../database/backup/backup-folder'
import type { BackupCalls, BackupKind } from '../database/backup/work'
import { emptyLog, libraryFile, stateOf } from '../database/open'
import { translateError } from '../database/translate-error'
import type { LibrarySession } from './session'

/** Not in the way of the start; then it is looked every few minutes whether one is due. In milliseconds. */
const firstAfter = 20_000
const lookEvery = 5 * 60 * 1000
/** A library that changes has a backup that is no older than this. */
const dueAfter = 60 * 60 * 1000

type Library = Pick<LibrarySession, 'db' | 'folder' | 'openedAs'>

interface Surroundings {
  session: () => Library
  /** Does what takes long, elsewhere. */
  perform: <K extends BackupKind>(
    request: { kind: K } & BackupCalls[K]['request']
  ) => Promise<BackupCalls[K]['answer']>
  /** Says to the user what went wrong, or looks wrong. */
  tell: (message: string) => void
  /** The library's file did not stand its check. */
  damaged: () => void
}

/** Backups of the open library: when one is due, and what is said of it. They are made one at a time. */
export class Backups {
  #timer: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()
  /** What the newest backup holds: a library at one state. */
  #held: { library: Library; state: string } | null = null
  #failure = ''

  constructor(private readonly around: Surroundings) {}

  start(after = firstAfter): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      void this.look().finally(() => {
        if (this.#timer !== undefined) this.start(lookEvery)
      })
    }, after)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  list(): BackupList {
    const { folder } = this.around.session()
    return {
      folder: backupFolder(folder),
      backups: listBackups(folder),
      failure: this.#failure
    }
  }

  /** Makes a backup if the library has changed and the newest is old enough; a failure is told, and tried again. */
  async look(now = Date.now()): Promise<void> {
    const [newest] = listBackups(this.around.session().folder)
    const age = newest === undefined ? dueAfter : now - Date.parse(newest.at)
    // One of the future was made by a clock that was wrong.
    if ((age >= dueAfter || age < 0) && this.#isChanged()) await this.#attempt('automatic')
  }

  /** Makes one before something that is hard to take back; that goes on where it fails, which is told. */
  async before(reason: BackupReason): Promise<void> {
    if (this.#isChanged()) await this.#attempt(reason)
  }

  /** Makes one of what has changed, and ends. */
  async close(): Promise<void> {
    this.stop()
    await this.#last
    if (!this.#isChanged()) return
    // So that nothing is written to the file after it.
    emptyLog(this.around.session().db)
    await this.#attempt('automatic')
  }

  /** Makes one now. @throws AppError, and then all backups are as they were */
  make(reason: BackupReason): Promise<Backup | null> {
    const next = this.#last.then(async () => {
      const library = this.around.session()
      const state = stateOf(library.db)
      try {
        const { folder } = library
        const { backup, larger } = await this.around.perform({ kind: 'make', folder, reason })
        this.#held = { library, state }
        this.#failure = ''
        if (backup !== null && larger !== null && !isExplained(larger)) this.#warn(backup, larger)
        return backup
      } catch (error) {
        const known = error instanceof AppError ? error : translateError(error, library.folder)
        if (known.code === 'database-corrupt') this.around.damaged()
        throw known
      }
    })
    this.#last = next.catch(() => undefined)
    return next
  }

  async #attempt(reason: BackupReason): Promise<void> {
    try {
      await this.make(reason)
    } catch (error) {
      const { code, message } = error as AppError
      const failure =
        code === 'database-corrupt' ? words.backups.sourceDamaged : words.backups.failed(message)
      if (failure !== this.#failure) this.around.tell(failure)
      this.#failure = failure
    }
  }

  #warn(now: LibraryCounts, before: LibraryCounts): void {
    const told = ({ papers, notes, annotations }: LibraryCounts): string =>
      words.backups.counts(papers, notes, annotations)
    this.around.tell(words.backups.smaller(told(now), told(before)))
  }

  /** Whether the library is another one than its newest backup holds, as far as can be told without reading it. */
  #isChanged(): boolean {
    const library = this.around.session()
    // Its disk has failed, and nothing can be read until it is opened again.
    if (!library.db.open) return false
    const state = stateOf(library.db)
    if (this.#held?.library === library) return this.#held.state !== state
    if (state !== library.openedAs) return true
    const [newest] = listBackups(library.folder)
    return newest === undefined || writtenAt(library.folder) > Date.parse(newest.at)
  }
}

/** It was made before something that takes papers away by the user's will. */
function isExplained({ reason }: Backup): boolean {
  return reason === 'before-emptying' || reason === 'before-restore'
}

/** When a library's file was written to, in milliseconds; its log counts if anything is in it. */
function writtenAt(folder: string): number {
  const file = statSync(libraryFile(folder), { throwIfNoEntry: false })
  const log = statSync(`${libraryFile(folder)}-wal`, { throwIfNoEntry: false })
  return Math.max(file?.mtimeMs ?? 0, log !== undefined && log.size > 0 ? log.mtimeMs : 0)
}
