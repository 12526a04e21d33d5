import type { ImportProgress, ImportReport } from '@shared/model/import-report'
import type { ImportOutcome, ImportPlan } from '@shared/model/import-plan'
import { firstView } from '@shared/ipc/first-calls'
import type { LookupPlan } from '@shared/model/lookup'
import type { MeaningState } from '@shared/model/meaning'
import type { RelatedTo } from '@shared/model/related'
import type { Settings } from '@shared/model/settings'
import type { View } from '@shared/model/view'
import { CompletingState } from './features/complete/completing.svelte'
import { DetailState } from './features/detail/detail.svelte'
import { NoteState } from './features/detail/note.svelte'
import { ListState } from './features/library/list.svelte'
import { SidebarState } from './features/organise/sidebar.svelte'
import { call } from './lib/api'
import { Journal } from './lib/journal.svelte'
import { Preferences } from './lib/preferences.svelte'
import { attempt } from './lib/report-error'
import { toasts } from './lib/toasts.svelte'
import { words } from './messages/words'

/** What is open over the window. */
export type Overlay =
  | { kind: 'none' | 'palette' | 'keys' | 'duplicates' | 'settings' | 'edit' | 'key' | 'citing' }
  | { kind: 'references' | 'make-keys'; ids: readonly number[] }
  | { kind: 'import'; report: ImportReport }
  | { kind: 'review'; plan: ImportPlan }
  | { kind: 'consent'; ids: readonly number[] }
  | { kind: 'found'; plan: LookupPlan }
  | { kind: 'related'; to: RelatedTo }
  | { kind: 'source'; digestId: number; paperId: number | null }

/** The window's state and what can be done in it: where the features meet. */
export class WindowState {
  readonly list = new ListState()
  readonly sidebar = new SidebarState()
  readonly detail = new DetailState()
  readonly note = new NoteState()
  readonly journal = new Journal()
  readonly preferences = new Preferences()
  readonly completing = new CompletingState({
    settings: () => this.preferences.settings,
    consent: (ids) => {
      this.overlay = { kind: 'consent', ids }
    },
    show: (plan) => {
      this.#found = plan
      if (this.overlay.kind === 'none') this.overlay = { kind: 'none' }
    }
  })
  /** The import sheet stays under the dialog that corrects one of its papers. */
  /** How far Sheaf is in learning what papers mean. */
  meaning = $state.raw<MeaningState>({ state: 'absent', left: 0 })
  sheet = $state.raw<ImportReport | null>(null)
  progress = $state.raw<ImportProgress | null>(null)
  isTagging = $state(false)
  isNoting = $state(false)
  /** Rises whenever the library has changed. */
  version = $state(0)
  #importing = false
  /** What was dropped meanwhile. */
  readonly #waiting: (() => Promise<ImportOutcome | null>)[] = []
  #overlay = $state.raw<Overlay>({ kind: 'none' })
  #found: LookupPlan | null = null

  get overlay(): Overlay {
    return this.#overlay
  }

  /** What was found meanwhile comes when nothing else is open any more. */
  set overlay(next: Overlay) {
    if (next.kind === 'none' && this.#found !== null) {
      this.#overlay = { kind: 'found', plan: this.#found }
      this.#found = null
    } else this.#overlay = next
    this.#goOn()
  }

  async start(): Promise<void> {
    await attempt(async () => {
      await Promise.all([
        this.preferences.load(),
        this.list.show(firstView),
        this.sidebar.refresh(),
        this.journal.refresh()
      ])
    })
    window.sheaf.on('library:changed', ({ ids }) => void attempt(() => this.#changed(ids)))
    window.sheaf.on('import:progressed', (progress) => {
      this.progress = progress
    })
    window.sheaf.on('import:arrived', (report) => {
      toasts.say(words.imports.arrived(report))
    })
    window.sheaf.on('import:failed', ({ message }) => {
      toasts.warn(words.imports.notTaken(message))
    })
    window.sheaf.on('lookup:progressed', (progress) => {
      this.completing.progress = progress
    })
    window.sheaf.on('lookup:finished', (report) => {
      const [failure] = report.failed
      if (report.completed > 0) toasts.say(words.lookups.byItself(report))
      else if (failure !== undefined) toasts.warn(failure)
    })
    window.sheaf.on('meaning:progressed', (state) => {
      this.meaning = state
    })
    window.sheaf.on('import:finished', (outcome) => {
      this.progress = null
      void attempt(() => this.#came(outcome))
    })
  }

  /** Shows the paper the keys are on, after what was being written about another is safe. */
  async showCurrent(id = this.list.selection.current): Promise<void> {
    await attempt(async () => {
      if (this.note.paperId !== id) {
        this.isTagging = false
        this.isNoting = false
        await this.note.flush()
      }
      await this.detail.show(id)
      await this.note.show(this.detail.paper)
    })
  }

  async show(view: View): Promise<void> {
    await attempt(() => this.list.show(view))
  }

  /** Changes the selected papers. */
  async change(work: (ids: number[]) => Promise<unknown>): Promise<void> {
    const ids = this.list.selected
    if (ids.length > 0) await attempt(() => work(ids))
  }

  /** Imports, after an import that is under way or being looked at. */
  async import(work: () => Promise<ImportOutcome | null>): Promise<void> {
    if (this.#importing || this.overlay.kind === 'review') {
      this.#waiting.push(work)
      toasts.say(words.imports.waits)
      return
    }
    this.#importing = true
    try {
      await attempt(async () => {
        const outcome = await work()
        if (outcome !== null) await this.#came(outcome)
      })
    } finally {
      this.#importing = false
      this.progress = null
      this.#goOn()
    }
  }

  /** Makes the import that the user has looked at; where that fails, its sheet is there again. */
  async applyPlan(): Promise<void> {
    if (this.overlay.kind !== 'review' || this.#importing) return
    const { plan } = this.overlay
    this.#importing = true
    this.overlay = { kind: 'none' }
    try {
      await attempt(async () => {
        try {
          const report = await call('import:apply', { draftId: plan.draftId })
          toasts.say(words.imports.summary(report))
          await this.#showFirst(report)
        } catch (error) {
          this.overlay = { kind: 'review', plan }
          throw error
        }
      })
    } finally {
      this.#importing = false
      this.progress = null
      this.#goOn()
    }
  }

  async importFiles(files: File[]): Promise<void> {
    const tokens = await window.sheaf.tokensFor(files)
    const known = tokens.filter((token) => token !== null)
    if (known.length > 0) await this.import(() => call('import:files', { tokens: known }))
    for (const [index, file] of files.entries())
      if (tokens[index] === null) {
        const text = await file.text()
        await this.import(() => call('import:text', { text, name: file.name }))
      }
  }

  async importText(text: string): Promise<void> {
    if (text.trim() === '') return
    await this.import(() => call('import:text', { text, name: words.pastedText }))
  }

  async export(
    format: 'bibtex' | 'biblatex' | 'csl-json' | 'ris' | 'markdown',
    ids: number[] | null,
    profile?: string
  ): Promise<void> {
    await attempt(async () => {
      const done = await call('export:file', {
        ids,
        format,
        ...(profile === undefined ? {} : { profile })
      })
      if (done !== null) toasts.say(words.exported(done))
    })
  }

  async copy(format: 'bibtex' | 'biblatex' | 'markdown' | 'cite'): Promise<void> {
    await this.change(async (ids) => {
      const text = await call('export:copy', { ids, format })
      toasts.say(words.copied(format, ids.length, text))
    })
  }

  /** Shows a paper wherever it is: in the list that is there, else in the whole library. */
  async goTo(id: number): Promise<void> {
    this.close()
    await attempt(async () => {
      if (!this.list.ids.includes(id)) {
        await this.list.search('')
        await this.list.show({ kind: 'library' })
      }
      await this.showPaper(id)
    })
  }

  async showPaper(id: number): Promise<void> {
    this.list.select(id)
    await this.showCurrent(id)
  }

  /** Corrects a paper of the import sheet, which is there again afterwards. */
  async editFromSheet(id: number): Promise<void> {
    this.sheet = this.overlay.kind === 'import' ? this.overlay.report : null
    await this.showPaper(id)
    this.overlay = { kind: 'edit' }
  }

  /** Looks up the papers that the user has just allowed it for. */
  async allowLookups(settings: Pick<Settings, 'lookups' | 'contact'>): Promise<void> {
    if (this.overlay.kind !== 'consent') return
    const { ids } = this.overlay
    this.preferences.change(settings)
    this.close()
    await attempt(() => this.completing.run(ids))
  }

  /** Gives papers what was found for them; where that fails, what was found is there again. */
  async applyFound(ids: number[]): Promise<void> {
    if (this.overlay.kind !== 'found') return
    const { plan } = this.overlay
    this.overlay = { kind: 'none' }
    await attempt(async () => {
      try {
        await call('lookup:apply', { draftId: plan.draftId, ids })
        toasts.say(words.lookups.done(ids.length))
      } catch (error) {
        this.overlay = { kind: 'found', plan }
        throw error
      }
    })
  }

  close(): void {
    if (this.overlay.kind === 'review') void attempt(() => call('import:discard', undefined))
    if (this.overlay.kind === 'found') void attempt(() => call('lookup:discard', undefined))
    const back = this.overlay.kind === 'edit' ? this.sheet : null
    this.sheet = null
    this.overlay = back === null ? { kind: 'none' } : { kind: 'import', report: back }
  }

  #goOn(): void {
    if (this.#importing || this.overlay.kind !== 'none') return
    const next = this.#waiting.shift()
    if (next !== undefined) void this.import(next)
  }

  async #came(outcome: ImportOutcome): Promise<void> {
    if (outcome.kind === 'planned') {
      toasts.clear()
      this.overlay = { kind: 'review', plan: outcome.plan }
    } else {
      this.overlay = { kind: 'import', report: outcome.report }
      await this.#showFirst(outcome.report)
    }
  }

  async #showFirst(report: ImportReport): Promise<void> {
    const first = report.items[0]
    if (first) await this.list.show({ kind: 'digest', id: first.digestId })
  }

  async #changed(ids: number[] | null): Promise<void> {
    this.version++
    await Promise.all([this.sidebar.refresh(), this.journal.refresh()])
    await this.#leaveWhatIsGone()
    await this.list.changed(ids)
    const shown = this.detail.paper?.id
    if (shown === undefined || ids === null || ids.includes(shown)) await this.showCurrent()
  }

  /** A digest or a tag that an undo took away is no place to stay. */
  async #leaveWhatIsGone(): Promise<void> {
    const { view } = this.list
    const { content } = this.sidebar
    const places =
      view.kind === 'digest' ? content?.digests : view.kind === 'tag' ? content?.tags : undefined
    if (places === undefined || !('id' in view)) return
    if (!places.some(({ id }) => id === view.id)) await this.list.show({ kind: 'library' })
  }
}
