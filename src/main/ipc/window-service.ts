import type { BrowserWindow } from 'electron'
import type { EventName } from '@shared/ipc/channels'
import type { EventBodies } from '@shared/ipc/events'
import { useLanguage } from '../app/language'
import { log } from '../app/log'
import { meaningProcess } from '../app/meaning-process'
import type { ReaderFiles } from '../app/reader-files'
import { startPage } from '../app/origin'
import { rememberBounds } from '../app/window'
import { spawnPagesWorker } from '../import/pdf/spawn-pages-worker'
import { spawnAnnotateWorker } from '../annotate/spawn-worker'
import { Annotating } from '../session/annotating'
import { Completing } from '../session/completing'
import { Importing } from '../session/importing'
import type { LatexProjects } from '../session/latex-projects'
import { filesIn, WatchedFolder } from '../session/watched-folder'
import { Meaning } from '../session/meaning'
import { PageReading } from '../session/page-reading'
import { LibrarySession } from '../session/session'
import { Tagging } from '../session/tagging'
import { TrashSweep } from '../session/trash-sweep'
import { SettingsStore } from '../settings/store'
import { Citing } from './citing'
import { DroppedFiles } from './dropped-files'
import { createHandlers } from './handlers'
import { filesAt } from './handlers/import'
import { publish } from './publish'
import { registerHandlers } from './register'

/** How often a look is taken for changes that another program made to the library, in milliseconds. */
const lookEvery = 1000

/** What the service is started with. */
export interface ServiceOptions {
  readonly userData: string
  /** Folder of the library to open instead of the user's own; null for that. */
  readonly library: string | null
  /** Files to import once the list is on the screen. */
  readonly files: readonly string[]
  /** Folder of the files that ship with Sheaf. */
  readonly resources: string
  /** Where the files that the reader shows are handed out. */
  readonly readerFiles: ReaderFiles
  readonly version: string
  /** Makes the menu anew, in the language that is spoken now. */
  readonly showMenu: () => void
  /** A server that plays the services where papers are looked up, in tests. */
  readonly lookupAt: string | undefined
}

/** Everything that answers the window: the open library, the user's settings, imports. */
export class WindowService {
  readonly #window: BrowserWindow
  readonly #importing: Importing
  readonly #completing: Completing
  readonly #meaning: Meaning
  readonly #pages: PageReading
  readonly #tagging: Tagging
  readonly #sweep: TrashSweep
  readonly #makeProjects: () => Promise<LatexProjects>
  /** Loaded once the list is on the screen: that is no part of a start. */
  #projects: LatexProjects | null = null
  #loading: Promise<LatexProjects> | null = null
  readonly #citing: Citing
  readonly #watching: WatchedFolder
  readonly #look: NodeJS.Timeout
  #library: LibrarySession

  /** @throws AppError where the library cannot be opened; it is left as it is */
  constructor(window: BrowserWindow, options: ServiceOptions) {
    const settings = new SettingsStore(options.userData)
    this.#window = window
    this.#library = new LibrarySession(options.library ?? settings.libraryFolder, this.#onChange)
    const around = {
      session: () => this.#library,
      settings: () => settings.preferences,
      publish: <E extends EventName>(event: E, body: EventBodies[E]) => {
        publish(window, event, body)
      }
    }
    const { version, lookupAt } = options
    const contact = (): string => settings.preferences.contact
    this.#completing = new Completing({
      ...around,
      // Not before they are asked: that would be time of every start.
      services: async () =>
        (await import('../lookup/services')).allServices({ version, contact, standInAt: lookupAt })
    })
    this.#importing = new Importing({
      ...around,
      imported: (items) => {
        this.#completing.later(
          items.flatMap((one) => (one.status === 'unchanged' || one.trashed ? [] : [one.paperId]))
        )
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
    this.#citing = new Citing({ ...around, settings, window: () => window })
    const dropped = new DroppedFiles()
    dropped.listen(() => window)
    const waiting = [...options.files]
    const handlers = createHandlers({
      settings,
      dropped,
      resources: options.resources,
      readerFiles: options.readerFiles,
      session: () => this.#library,
      openFolder: (folder) => this.#openFolder(folder),
      window: () => window,
      importing: this.#importing,
      completing: this.#completing,
      annotating: new Annotating({ ...around, spawnWorker: spawnAnnotateWorker }),
      meaning: this.#meaning,
      tagging: this.#tagging,
      projects: () => this.#loadProjects(),
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
        this.#watching.start()
        this.#meaning.refresh()
        this.#pages.refresh()
        this.#sweep.start()
        void this.#loadProjects()
        this.#citing.start()
      }
    })
    registerHandlers(
      handlers,
      () => window,
      () => {
        this.#library.notice()
        this.#projects?.notice()
      }
    )
    rememberBounds(window, settings)
    this.#look = setInterval(() => {
      this.#library.noticeOthers()
    }, lookEvery)
  }

  /** Imports files that the window did not ask for, and tells it the outcome. */
  import(files: readonly string[]): void {
    if (files.length > 0) void this.#importing.runAndTell(filesAt([...files]))
  }

  async close(): Promise<void> {
    clearInterval(this.#look)
    this.#watching.stop()
    this.#sweep.stop()
    this.#projects?.close()
    await this.#citing.close()
    await this.#completing.end()
    await this.#importing.end()
    await this.#tagging.end()
    await this.#meaning.close()
    await this.#pages.close()
    await this.#library.close()
  }

  #loadProjects(): Promise<LatexProjects> {
    this.#loading ??= this.#makeProjects().then((projects) => {
      this.#projects = projects
      projects.start()
      return projects
    })
    return this.#loading
  }

  async #openFolder(folder: string): Promise<void> {
    const next = new LibrarySession(folder, this.#onChange)
    const former = this.#library
    // No file is written for one library by the memory of another.
    this.#projects?.close()
    this.#library = next
    next.startIndexing()
    await this.#pages.restart()
    await former.close()
    this.#tagging.restart()
    this.#meaning.restart()
    this.#projects?.start()
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
