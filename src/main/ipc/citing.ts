import { randomBytes } from 'node:crypto'
import { clipboard, globalShortcut, type BrowserWindow } from 'electron'
import type { EventName } from '@shared/ipc/channels'
import { AppError } from '@shared/ipc/error'
import type { EventBodies } from '@shared/ipc/events'
import { words } from '@shared/messages/words'
import type { Settings } from '@shared/model/settings'
import { citeText, type CiteStyle } from '@shared/text/cite-text'
import { log } from '../app/log'
import type { CiteRequest, CiteServer } from '../latex/cayw-server'
import { getPapers } from '../library/papers'
import type { LibrarySession } from '../session/session'
import type { SettingsStore } from '../settings/store'

interface Surroundings {
  window: () => BrowserWindow
  session: () => LibrarySession
  settings: SettingsStore
  publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
}

/** A citation that somebody outside waits for. */
interface Asked {
  request: CiteRequest
  answer: (text: string) => void
}

/** Citations on their way out: by a shortcut from any program, to plug-ins of editors, into an editor. */
export class Citing {
  #asked: Asked | null = null
  #server: CiteServer | null = null
  #served = ''
  #shortcut = ''
  /** The shortcut was pressed in another program: the focus goes back there. */
  #cameFromElsewhere = false

  constructor(private readonly around: Surroundings) {}

  /** Begins to heed the settings. A port or a key that is taken is told, and is no reason not to start. */
  start(): void {
    const { preferences } = this.around.settings
    this.#bind(preferences.citeShortcut).catch(() => undefined)
    this.#serve(preferences).catch((error: unknown) => {
      log('cite server', error instanceof Error ? error.message : String(error))
    })
  }

  /**
   * Does what the user has just set; gives the settings, with a token if one was needed.
   * @throws AppError where the key or the port belongs to another program; then it is off again
   */
  async heed(given: Settings): Promise<Settings> {
    const { settings } = this.around
    let now = given
    if (now.citeServer === 'token' && now.citeToken === '')
      now = settings.change({ citeToken: randomBytes(18).toString('base64url') })
    try {
      await this.#bind(now.citeShortcut)
    } catch (error) {
      settings.change({ citeShortcut: '' })
      throw error
    }
    try {
      await this.#serve(now)
    } catch (error) {
      settings.change({ citeServer: 'off' })
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      throw new AppError(
        'conflict',
        isTaken ? words.citing.portTaken(now.citePort) : words.citing.noPort(now.citePort),
        { cause: error }
      )
    }
    return now
  }

  /** Hands a citation to whoever asked for it; else to the clipboard, and to the user's editor. */
  async done(ids: readonly number[], style: CiteStyle, push: boolean): Promise<string> {
    const keys = getPapers(this.around.session().db, ids).map(({ citationKey }) => citationKey)
    const text = citeText(keys, style)
    const asked = this.#asked
    if (asked !== null) {
      if (asked.request.clipboard) clipboard.writeText(text)
      this.#answer(text)
      return text
    }
    clipboard.writeText(text)
    this.#goBack()
    if (push) {
      const { inserting, invoke } = await import('../latex/editors')
      const { editor } = this.around.settings.preferences
      const insertion = inserting(editor, text)
      if (insertion === null)
        throw new AppError(
          'unsupported',
          editor === 'vscode' ? words.citing.noVsCode : words.citing.noEditor
        )
      await invoke(insertion)
    }
    return text
  }

  cancel(): void {
    this.#answer('')
    this.#goBack()
  }

  async close(): Promise<void> {
    if (this.#shortcut !== '') globalShortcut.unregister(this.#shortcut)
    this.#answer('')
    await this.#server?.stop()
  }

  #answer(text: string): void {
    const asked = this.#asked
    this.#asked = null
    asked?.answer(text)
    if (asked?.request.minimise === true) this.around.window().minimize()
  }

  #goBack(): void {
    if (this.#cameFromElsewhere) this.around.window().blur()
    this.#cameFromElsewhere = false
  }

  #ask(request: CiteRequest, signal: AbortSignal): Promise<string | null> {
    if (this.#asked !== null) return Promise.resolve(null)
    return new Promise((resolve) => {
      const asked: Asked = { request, answer: resolve }
      this.#asked = asked
      signal.addEventListener('abort', () => {
        if (this.#asked === asked) this.#asked = null
      })
      const { format, command, brackets } = request
      this.#show({ style: { format, command, brackets }, isWaiting: true })
    })
  }

  #show(body: EventBodies['cite:asked']): void {
    const window = this.around.window()
    if (window.isDestroyed()) {
      this.cancel()
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    this.around.publish('cite:asked', body)
  }

  async #bind(shortcut: string): Promise<void> {
    if (shortcut === this.#shortcut) return
    if (this.#shortcut !== '') globalShortcut.unregister(this.#shortcut)
    this.#shortcut = ''
    if (shortcut === '') return
    let isOurs = false
    try {
      isOurs = globalShortcut.register(shortcut, () => {
        const { citeFormat: format, citeCommand: command } = this.around.settings.preferences
        this.#cameFromElsewhere = !this.around.window().isFocused()
        this.#show({ style: { format, command, brackets: true }, isWaiting: false })
      })
    } catch {
      // No key of this name: as one that is taken.
    }
    if (!isOurs) throw new AppError('conflict', words.citing.keyTaken(shortcut))
    this.#shortcut = shortcut
    return Promise.resolve()
  }

  async #serve({ citeServer, citePort, citeToken }: Settings): Promise<void> {
    const wanted = citeServer === 'off' ? '' : `${citeServer} ${String(citePort)} ${citeToken}`
    if (wanted === this.#served) return
    await this.#server?.stop()
    this.#served = ''
    if (wanted === '') return
    // Not before it is wanted: that would be time of every start.
    const { CiteServer } = await import('../latex/cayw-server')
    this.#server ??= new CiteServer()
    await this.#server.start({
      port: citePort,
      token: citeServer === 'token' ? citeToken : '',
      ask: (request, signal) => this.#ask(request, signal)
    })
    this.#served = wanted
  }
}
