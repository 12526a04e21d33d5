import { setTimeout } from 'node:timers/promises'
import { app, type BrowserWindow } from 'electron'
import type { EventName } from '@shared/ipc/channels'
import type { EventBodies } from '@shared/ipc/events'
import { useLanguage } from '../app/language'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Backup } from '@shared/model/backup'
import type { Settings } from '@shared/model/settings'
import { log } from '../app/log'
import { meaningProcess } from '../app/meaning-process'
import type { ReaderFiles } from '../app/reader-files'
import type { ShownPages } from '../app/shown-pages'
import { startPage } from '../app/origin'
import { rememberBounds } from '../app/window'
import { spawnPagesWorker } from '../import/pdf/spawn-pages-worker'
import { spawnAnnotateWorker } from '../annotate/spawn-worker'
import { performInThread } from '../database/backup/spawn-worker'
import { holdLibrary, type LibraryHold } from '../database/hold'
import type { Asking } from '../lookup/services'
import { Annotating } from '../session/annotating'
import { Archiving } from '../session/archiving'
import { Backups } from '../session/backups'
import { Completing } from '../session/completing'
import { Importing } from '../session/importing'
import type { LatexProjects } from '../session/latex-projects'
import { filesIn, WatchedFolder } from '../session/watched-folder'
import { Meaning } from '../session/meaning'
import type { Pictures } from '../session/pictures'
import { PageReading } from '../session/page-reading'
import { Stepping } from '../session/stepping'
import type { Subscriptions } from '../session/subscriptions/subscriptions'
import { restoreBackup } from '../session/restore'
import { LibrarySession } from '../session/session'
import { Tagging } from '../session/tagging'
import { TrashSweep } from '../session/trash-sweep'
import { Updating } from '../session/updating'
import { SettingsStore } from '../settings/store'
import { feed, standInFeed } from '../updates/feed'
import { ownerOf } from '../updates/owner'
import { Citing } from './citing'
import { DroppedFiles } from './dropped-files'
import { answersOf } from './answers'
import { createHandlers } from './handlers'
import { filesAt } from './handlers/import'
import type { Answers } from './hear-channels'
import { publish } from './publish'

/** How often a look is taken for changes that another program made to the library, in milliseconds. */
const lookEvery = 1000
/** A library whose disk fails all the time is opened again no sooner than this, in milliseconds. */
const openAgainAfter = 1000

/** What the service is started with. */
export interface ServiceOptions {
  readonly userData: string
  /** Of the library to open. */
  readonly hold: LibraryHold
  /** Files to import once the list is on the screen. */
  readonly files: readonly string[]
  /** The citation key of a paper to select then; null for none. */
  readonly key: string | null
  /** Folder of the files that ship with Sheaf. */
  readonly resources: string
  /** Folder of the build. */
  readonly built: string
  /** Where the files that the reader shows are handed out. */
  readonly readerFiles: ReaderFiles
  readonly shownPages: ShownPages
  readonly version: string
  /** Makes the menu anew, in the language that is spoken now. */
  readonly showMenu: () => void
  /** A server that plays the services where papers are looked up, in tests. */
  readonly lookupAt: string | undefined
  /** A server that plays the one where newer versions are made known, in tests; see `standInFeed`. */
  readonly updatesAt: string | undefined
  /** Told of the user's keys when they change, by command. */
  readonly keysChanged: (keys: Settings['keys']) => void
}

/** Everything that answers the window: the open library, the user's settings, imports. */
export class WindowService {
  /** Answers what the window asks. */
  readonly answers: Answers
  readonly #window: BrowserWindow
  readonly #backups: Backups
  readonly #importing: Importing
  readonly #archiving: Archiving
  readonly #completing: Completing
  readonly #meaning: Meaning
  readonly #pages: PageReading
  readonly #tagging: Tagging
  readonly #sweep: TrashSweep
  readonly #stepping: Stepping
  readonly #updating: Updating
  readonly #makeProjects: () => Promise<LatexProjects>
  /** Loaded once the list is on the screen: that is no part of a start. */
  #projects: LatexProjects | null = null
  #loading: Promise<LatexProjects> | null = null
  readonly #makePictures: () => Promise<Pictures>
  #pictures: Promise<Pictures> | null = null
  readonly #makeSubscriptions: () => Promise<Subscriptions>
  #subscriptions: Subscriptions | null = null
  #loadingSubscriptions: Promise<Subscriptions> | null = null
  readonly #citing: Citing
  readonly #watching: WatchedFolder
  readonly #look: NodeJS.Timeout
  #isOpeningAgain = false
  #isClosing = false
  #openedAgainAt = -openAgainAfter
  #library: LibrarySession
  #hold: LibraryHold

  /** @throws AppError where the library cannot be opened; it is left as it is */
  constructor(window: BrowserWindow, options: ServiceOptions) {
    const settings = new SettingsStore(options.userData)
    this.#window = window
    this.#hold = options.hold
    this.#library = this.#open(options.hold.folder)
    const around = {
      session: () => this.#library,
      settings: () => settings.preferences,
      publish: <E extends EventName>(event: E, body: EventBodies[E]) => {
        publish(window, event, body)
      }
    }
    const { version, lookupAt } = options
    const contact = (): string => settings.preferences.contact
    // Not before anybody is asked: that would be time of every start.
    let loaded: Promise<Asking> | undefined
    const asking = (): Promise<Asking> =>
      (loaded ??= import('../lookup/services').then((services) =>
        services.asking({ version, contact, standInAt: lookupAt })
      ))
    this.#completing = new Completing({
      ...around,
      services: async () => (await asking()).services
    })
    this.#importing = new Importing({
      ...around,
      imported: (items) => {
        this.#completing.later(
          items.flatMap((one) => (one.status === 'unchanged' || one.trashed ? [] : [one.paperId]))
        )
      }
    })
    this.#archiving = new Archiving({
      ...{ ...around, version },
      inTurn: (work) => this.#importing.inTurn(work)
    })
    this.#stepping = new Stepping({ ...around, passOver: (work) => this.#tagging.passOver(work) })
    const { updatesAt, resources } = options
    this.#updating = new Updating({
      version,
      feed: updatesAt === undefined ? feed : standInFeed(updatesAt),
      ...(updatesAt !== undefined && {
        fetchRules: async () => (await import('../lookup/stand-in')).standIn(updatesAt).fetchRules
      }),
      owner: () =>
        updatesAt === undefined
          ? ownerOf({ isPackaged: app.isPackaged, executable: app.getPath('exe'), resources })
          : null,
      machine: { platform: process.platform, arch: process.arch },
      downloads: () => app.getPath('downloads'),
      progressed: (progress) => {
        publish(window, 'update:progressed', progress)
      }
    })
    this.#watching = new WatchedFolder({
      get: () => settings.watched,
      set: (watched) => {
        settings.watched = watched
      },
      take: (paths) => this.#importing.takeIn(filesAt(paths)),
      fail: (error) => {
        const message = error instanceof Error ? error.message : String(error)
        publish(window, 'import:failed', { message })
      }
    })
    this.#meaning = new Meaning({
      session: () => this.#library,
      isOn: () => settings.preferences.meaning,
      start: meaningProcess(options.resources),
      tell: (state) => {
        publish(window, 'meaning:progressed', state)
      },
      fail: (error) => {
        log('meaning', error instanceof Error ? error.message : String(error))
      }
    })
    this.#pages = new PageReading({
      session: () => this.#library,
      spawnWorker: spawnPagesWorker,
      tell: () => {
        publish(window, 'library:changed', { ids: [] })
      }
    })
    const failed =
      (what: string) =>
      (error: unknown): void => {
        log(what, error instanceof Error ? error.message : String(error))
      }
    this.#tagging = new Tagging(() => this.#library, failed('rules'))
    this.#sweep = new TrashSweep(() => this.#library, failed('trash'))
    this.#makeProjects = async () => {
      const [{ LatexProjects }, { entryText }] = await Promise.all([
        import('../session/latex-projects'),
        import('../session/entry-text')
      ])
      return new LatexProjects({
        ...around,
        entry: entryText,
        take: async (text, name) => {
          await this.#importing.runAndTell([{ text, name }])
        }
      })
    }
    this.#makePictures = async () => {
      const [{ Pictures }, { spawnPicturesWorker }] = await Promise.all([
        import('../session/pictures'),
        import('../pictures/spawn-worker')
      ])
      return new Pictures({ ...around, spawn: spawnPicturesWorker, fail: failed('pictures') })
    }
    this.#makeSubscriptions = async () =>
      (await import('./make-subscriptions')).makeSubscriptions({
        ...around,
        ...{ importing: this.#importing, userData: options.userData, asking }
      })
    this.#citing = new Citing({ ...around, settings, window: () => window })
    this.#backups = new Backups({
      session: () => this.#library,
      perform: performInThread,
      tell: (message) => {
        publish(window, 'backup:told', { message })
      },
      damaged: () => {
        this.#library.suspect()
      }
    })
    const dropped = new DroppedFiles()
    dropped.listen(() => window)
    const waiting = [...options.files]
    const handlers = createHandlers({
      settings,
      dropped,
      resources: options.resources,
      built: options.built,
      version: options.version,
      readerFiles: options.readerFiles,
      shownPages: options.shownPages,
      session: () => this.#library,
      openFolder: (folder) => this.#openFolder(folder),
      backups: this.#backups,
      restore: (name) => this.#restore(name),
      window: () => window,
      importing: this.#importing,
      completing: this.#completing,
      annotating: new Annotating({ ...around, spawnWorker: spawnAnnotateWorker }),
      archiving: this.#archiving,
      meaning: this.#meaning,
      tagging: this.#tagging,
      stepping: this.#stepping,
      updating: this.#updating,
      publish: around.publish,
      keysChanged: () => {
        options.keysChanged(settings.preferences.keys)
      },
      projects: () => this.#loadProjects(),
      pictures: () => (this.#pictures ??= this.#makePictures()),
      subscriptions: () => this.#loadSubscriptions(),
      citing: this.#citing,
      watch: (folder) => {
        settings.watched = folder === null ? undefined : { folder, seen: filesIn(folder) ?? [] }
        this.#watching.start()
      },
      changeLanguage: async (choice) => {
        const language = await useLanguage(choice)
        options.showMenu()
        // Once the call that asked for it has been answered.
        setImmediate(() => void window.loadURL(startPage(language)))
      },
      started: () => {
        log('started', process.uptime().toFixed(3), 's')
        this.#library.startIndexing()
        this.import(waiting.splice(0))
        this.select(options.key)
        this.#watching.start()
        this.#meaning.refresh()
        this.#pages.refresh()
        this.#sweep.start()
        this.#backups.start()
        void this.#loadProjects()
        void this.#loadSubscriptions()
        this.#citing.start()
      }
    })
    this.answers = answersOf(handlers, (failure) => {
      if (failure === 'database-corrupt') this.#library.suspect()
      if (!this.#library.db.open) this.#openAgain()
      this.#library.notice()
      this.#projects?.notice()
      this.#subscriptions?.notice()
    })
    rememberBounds(window, settings)
    this.#look = setInterval(() => {
      this.#library.noticeOthers()
    }, lookEvery)
  }

  /** Imports files that the window did not ask for, and tells it the outcome. */
  import(files: readonly string[]): void {
    if (files.length > 0) void this.#importing.runAndTell(filesAt([...files]))
  }

  /** Has the window select the paper with a citation key, which a link named. */
  select(key: string | null): void {
    if (key !== null) publish(this.#window, 'link:followed', { key })
  }

  async close(): Promise<void> {
    this.#isClosing = true
    clearInterval(this.#look)
    this.#watching.stop()
    this.#sweep.stop()
    this.#projects?.close()
    await (await this.#loadingSubscriptions)?.stop()
    await this.#citing.close()
    await this.#updating.end()
    await this.#completing.end()
    await this.#archiving.end()
    await this.#importing.end()
    await this.#tagging.end()
    await this.#stepping.end()
    await this.#meaning.close()
    await this.#pages.close()
    await (await this.#pictures)?.close()
    await this.#backups.close()
    await this.#library.close()
    this.#hold.release()
  }

  #loadProjects(): Promise<LatexProjects> {
    this.#loading ??= this.#makeProjects().then((projects) => {
      this.#projects = projects
      projects.start()
      return projects
    })
    return this.#loading
  }

  #loadSubscriptions(): Promise<Subscriptions> {
    this.#loadingSubscriptions ??= this.#makeSubscriptions().then((subscriptions) => {
      this.#subscriptions = subscriptions
      subscriptions.start()
      return subscriptions
    })
    return this.#loadingSubscriptions
  }

  /** @throws AppError `conflict` where another window has it open */
  async #openFolder(folder: string): Promise<void> {
    const hold = holdLibrary(folder)
    if (hold === null) throw new AppError('conflict', words.library.openElsewhere(folder))
    let next: LibrarySession
    try {
      next = this.#open(folder)
    } catch (error) {
      hold.release()
      throw error
    }
    const [former, formerHold] = [this.#library, this.#hold]
    await this.#subscriptions?.stop()
    // No file is written for one library by the memory of another.
    this.#projects?.close()
    this.#library = next
    this.#hold = hold
    next.startIndexing()
    await this.#pages.restart()
    // One whose disk has failed can be left too.
    await former.close().catch(this.#logged)
    formerHold.release()
    this.#beginAnew()
  }

  /** @throws AppError, and then the library is as it was */
  async #restore(name: string): Promise<Backup | null> {
    if (this.#importing.isRunning) throw new AppError('conflict', words.backups.importRuns)
    if (this.#stepping.isRunning) throw new AppError('conflict', words.library.stepRuns)
    // What comes meanwhile goes into the library that there is then.
    return this.#importing.inTurn(() =>
      restoreBackup(this.#library.folder, name, {
        perform: performInThread,
        backUp: () => this.#backups.make('before-restore'),
        whileClosed: (work) => this.#whileClosed(work)
      })
    )
  }

  async #whileClosed(work: () => void): Promise<void> {
    const former = this.#library
    this.#importing.discard()
    await this.#subscriptions?.stop()
    this.#projects?.close()
    await (await this.#pictures)?.letGo()
    try {
      // Nobody has a turn between its end and the beginning of the next.
      await former.close()
      work()
    } finally {
      this.#library = this.#open(former.folder)
      this.#library.startIndexing()
      await this.#pages.restart()
      this.#beginAnew()
    }
  }

  #open(folder: string): LibrarySession {
    return new LibrarySession(folder, this.#onChange, () => {
      this.#openAgain()
    })
  }

  /** Closes the library and opens it again once its disk has failed, when imports and steps that run have ended. */
  #openAgain(): void {
    if (this.#isOpeningAgain || this.#isClosing) return
    this.#isOpeningAgain = true
    const open = async (): Promise<void> => {
      await this.#stepping.end()
      const since = performance.now() - this.#openedAgainAt
      if (since < openAgainAfter) await setTimeout(openAgainAfter - since)
      this.#openedAgainAt = performance.now()
      if (this.#isClosing) return
      try {
        await this.#whileClosed(() => undefined)
      } finally {
        // All of it is read at the next start.
        this.#library.suspect()
      }
    }
    void this.#importing
      .inTurn(open)
      .catch(this.#logged)
      .finally(() => {
        this.#isOpeningAgain = false
      })
  }

  readonly #logged = (error: unknown): void => {
    log('library', error instanceof Error ? error.message : String(error))
  }

  /** Has all that follows the library follow another one. */
  #beginAnew(): void {
    this.#tagging.restart()
    this.#meaning.restart()
    this.#projects?.start()
    this.#subscriptions?.start()
    this.#onChange(null)
  }

  readonly #onChange = (ids: number[] | null): void => {
    publish(this.#window, 'library:changed', { ids })
    this.#meaning.changed(ids)
    if (ids === null || ids.length > 0) this.#pages.refresh()
    this.#tagging.changed()
    this.#projects?.papersChanged(ids)
  }
}
