import type {
  Annotation,
  AnnotationQuery,
  AnnotationTarget,
  NewAnnotation
} from '@shared/model/annotation'
import type { ArchiveProgress } from '@shared/model/archive-outcome'
import type { Backup } from '@shared/model/backup'
import type { ImportProgress, ImportReport } from '@shared/model/import-report'
import type { ImportOutcome, ImportPlan } from '@shared/model/import-plan'
import type { ImportTarget } from '@shared/model/import-target'
import type { Decision } from '@shared/model/triage'
import { firstView } from '@shared/ipc/first-calls'
import { digestOf } from '@shared/model/digest-of'
import type { LookupPlan } from '@shared/model/lookup'
import type { MeaningState } from '@shared/model/meaning'
import type { RelatedTo } from '@shared/model/related'
import type { FoundPlace } from '@shared/model/search'
import type { Settings } from '@shared/model/settings'
import type { TrashContent } from '@shared/model/trash'
import type { TrendWeights } from '@shared/model/trend'
import type { View } from '@shared/model/view'
import type { CiteStyle } from '@shared/text/cite-text'
import { AnnotationsViewState, wholeLibrary } from './features/annotations/annotations-view.svelte'
import { PaperAnnotationsState } from './features/annotations/paper-annotations.svelte'
import { CompletingState } from './features/complete/completing.svelte'
import { DetailState } from './features/detail/detail.svelte'
import { NoteState } from './features/detail/note.svelte'
import { NoteLinksState } from './features/detail/note-links.svelte'
import { ProjectsState } from './features/latex/projects.svelte'
import { ListState } from './features/library/list.svelte'
import { SidebarState } from './features/organise/sidebar.svelte'
import { PicturesState, type PictureKind } from './features/pictures/pictures.svelte'
import { firstPdf, ReaderState } from './features/reader/reader.svelte'
import type { TabState } from './features/reader/tab.svelte'
import { TrendingState } from './features/trending/trending.svelte'
import { call } from './lib/api'
import { Journal } from './lib/journal.svelte'
import { Preferences } from './lib/preferences.svelte'
import { attempt } from './lib/report-error'
import { toasts } from './lib/toasts.svelte'
import { words } from './messages/words'
import type { Choice } from './ui/choice'

/** What is open over the window. */
export type Overlay =
  | {
      kind:
        | 'none'
        | 'palette'
        | 'keys'
        | 'history'
        | 'backups'
        | 'duplicates'
        | 'settings'
        | 'about'
        | 'updates'
        | 'edit'
        | 'key'
        | 'writing'
        | 'note-history'
        | 'citing'
        | 'subscriptions'
        | 'trend-score'
    }
  | { kind: 'references' | 'make-keys'; ids: readonly number[] }
  | { kind: 'import'; report: ImportReport }
  | { kind: 'review'; plan: ImportPlan }
  | { kind: 'consent'; ids: readonly number[] }
  | { kind: 'found'; plan: LookupPlan }
  | { kind: 'related'; to: RelatedTo }
  | { kind: 'tags' }
  /** `first`: the key of what it is to be made of, to begin with. */
  | { kind: 'make-digest'; first: string }
  /** `tag`: a new rule for it is begun; empty for none. */
  | { kind: 'rules'; tag: string }
  | { kind: 'several'; ids: number[] }
  | { kind: 'empty-trash'; content: TrashContent }
  | {
      kind: 'name'
      title: string
      label: string
      help: string
      initial: string
      confirm: string
      save: (name: string) => Promise<void>
    }
  | {
      kind: 'choose'
      title: string
      nothing: string
      choices: readonly Choice[]
      makeNew?: (typed: string) => string
      choose: (key: string | null, typed: string) => Promise<void>
      /** What is to be open afterwards. */
      then?: () => void
    }
  | { kind: 'project'; id: number }
  | { kind: 'cite'; style: CiteStyle; isWaiting: boolean }
  | { kind: 'source'; digestId: number; paperId: number | null }

/** The window's state and what can be done in it: where the features meet. */
export class WindowState {
  readonly list = new ListState()
  readonly sidebar = new SidebarState()
  /** The saved search whose query is in the search box. */
  openSearch = $state<number | null>(null)
  readonly detail = new DetailState()
  readonly note = new NoteState()
  readonly reader = new ReaderState()
  readonly noteLinks = new NoteLinksState()
  readonly annotations = new PaperAnnotationsState()
  readonly annotationsView = new AnnotationsViewState()
  readonly pictures = new PicturesState(this.list)
  readonly journal = new Journal()
  readonly projects = new ProjectsState()
  readonly trending = new TrendingState()
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
  /** How far the export or the opening of a whole library has come; null while there is none. */
  archiving = $state.raw<ArchiveProgress | null>(null)
  /** All annotations are on view, rather than papers. */
  isAnnotations = $state(false)
  /** How far a step in the history has come; null while there is none. */
  stepping = $state.raw<{ done: number; of: number } | null>(null)
  isTagging = $state(false)
  isNoting = $state(false)
  /** Rises whenever the library has changed. */
  version = $state(0)
  #importing = false
  /** What was dropped meanwhile. */
  readonly #waiting: (() => Promise<ImportOutcome | null>)[] = []
  readonly #answered = Promise.withResolvers<undefined>()
  #overlay = $state.raw<Overlay>({ kind: 'none' })
  #found: LookupPlan | null = null
  /** An editor asked for a citation while something else was open. */
  #asked: Extract<Overlay, { kind: 'cite' }> | null = null

  /** Done once there is somebody who answers: a library that cannot be opened is asked about first. */
  get answered(): Promise<undefined> {
    return this.#answered.promise
  }

  get overlay(): Overlay {
    return this.#overlay
  }

  /** What was found meanwhile comes when nothing else is open any more. */
  set overlay(next: Overlay) {
    if (next.kind === 'none' && this.#found !== null) {
      this.#overlay = { kind: 'found', plan: this.#found }
      this.#found = null
    } else if (next.kind === 'none' && this.#asked !== null) {
      this.#overlay = this.#asked
      this.#asked = null
    } else this.#overlay = next
    this.#goOn()
  }

  async start(): Promise<void> {
    await attempt(async () => {
      await Promise.all([
        this.preferences.load().finally(() => {
          this.#answered.resolve(undefined)
        }),
        this.list.show(firstView),
        this.sidebar.refresh(),
        this.journal.refresh()
      ])
    })
    window.sheaf.on('library:changed', ({ ids }) => void attempt(() => this.#changed(ids)))
    window.sheaf.on('import:progressed', (progress) => {
      this.progress = progress
    })
    window.sheaf.on('archive:progressed', (progress) => {
      this.archiving = progress
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
    window.sheaf.on('backup:told', ({ message }) => {
      toasts.warn(message)
    })
    window.sheaf.on('triage:kept', ({ count, by }) => {
      toasts.say(words.triage.kept(count, by))
    })
    window.sheaf.on('journal:progressed', (progress) => {
      this.stepping = progress
    })
    window.sheaf.on('meaning:progressed', (state) => {
      this.meaning = state
    })
    window.sheaf.on('picture:progressed', (progress) => {
      this.pictures.progressed(progress)
    })
    window.sheaf.on('project:changed', () => void attempt(() => this.#projectsChanged()))
    window.sheaf.on('subscription:arrived', ({ name, added }) => {
      toasts.say(words.subscriptions.arrived(name, added))
    })
    window.sheaf.on('project:failed', ({ message }) => {
      toasts.warn(message)
    })
    window.sheaf.on('cite:asked', (asked) => {
      const overlay = { kind: 'cite' as const, ...asked }
      if (this.overlay.kind === 'none' || this.overlay.kind === 'cite') this.overlay = overlay
      else this.#asked = overlay
    })
    window.sheaf.on('link:followed', ({ key }) => void this.followNote(key))
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
      await Promise.all([
        this.note.show(this.detail.paper),
        this.noteLinks.show(this.detail.paper?.id ?? null),
        this.annotations.show(this.detail.paper?.id ?? null)
      ])
    })
  }

  /** Whether the pages of PDFs are dark now. */
  get darkPages(): boolean {
    const { pdfPages } = this.preferences.settings
    return pdfPages === 'dark' || (pdfPages === 'theme' && this.preferences.isDark)
  }

  /** Opens a PDF of the paper on view in the reader: the one that is asked for, or its first. */
  async read(attachmentId?: number): Promise<void> {
    const { paper } = this.detail
    const pdf =
      attachmentId === undefined
        ? firstPdf(paper?.attachments ?? [])
        : paper?.attachments.find(({ id }) => id === attachmentId)
    if (paper !== null && pdf !== undefined) await this.reader.open(pdf, paper)
  }

  /** Opens the PDF of the paper the keys are on; false where it has none. */
  async readCurrent(): Promise<boolean> {
    if (this.detail.paper?.id !== this.list.selection.current) await this.showCurrent()
    const hasPdf = firstPdf(this.detail.paper?.attachments ?? []) !== undefined
    if (hasPdf) await this.read()
    return hasPdf
  }

  /** Shows an open PDF with its paper beside it, or the list for null. */
  async showTab(tab: TabState | null): Promise<void> {
    if (tab !== null) this.isAnnotations = false
    this.reader.show(tab)
    if (tab === null || this.list.selection.current === tab.paperId) return
    await attempt(async () => {
      await this.#bringIntoList(tab.paperId)
      await this.showPaper(tab.paperId)
    })
  }

  async closeTab(tab: TabState): Promise<void> {
    const closed = attempt(() => this.reader.close(tab))
    await this.showTab(this.reader.active)
    await closed
  }

  /** Has Sheaf speak another language, once what is being written is safe: the page is loaded anew. */
  async speak(language: Settings['language']): Promise<void> {
    await attempt(async () => {
      await this.note.flush()
      if (this.note.isAllSaved) await call('settings:set', { language })
      else toasts.warn(words.detail.note.notSavedYet)
    })
  }

  /** Shows the paper that a note links to by its citation key. */
  async followNote(key: string): Promise<void> {
    await attempt(async () => {
      const id = await call('note:find-paper', { key })
      if (id === null) toasts.warn(words.detail.note.noSuchPaper(key))
      else await this.goTo(id)
    })
  }

  /** Shows what the note was; what is being written is among it. */
  async showNoteHistory(): Promise<void> {
    await attempt(() => this.note.flush())
    this.overlay = { kind: 'note-history' }
  }

  async show(view: View): Promise<void> {
    this.isAnnotations = false
    this.reader.show(null)
    // What a saved search put into the box goes with it.
    const query = this.openSearch === null ? this.list.query : ''
    this.openSearch = null
    await attempt(() => this.list.show(view, query))
  }

  /** Shows what a saved search finds, with its query in the search box. */
  async openSaved(id: number): Promise<void> {
    const saved = this.sidebar.content?.searches.find((each) => each.id === id)
    if (saved === undefined) return
    this.openSearch = id
    await attempt(() => this.list.show({ kind: 'library' }, saved.query))
  }

  async search(query: string): Promise<void> {
    if (query.trim() === '') this.openSearch = null
    await attempt(() => this.list.search(query))
  }

  /** Does what was chosen; the dialog stays until it is done. */
  async choose(key: string | null, typed: string): Promise<void> {
    if (this.overlay.kind !== 'choose') return
    const { choose, then } = this.overlay
    this.close()
    await attempt(() => choose(key, typed))
    then?.()
  }

  /** Changes the selected papers. */
  async change(work: (ids: number[]) => Promise<unknown>): Promise<void> {
    const ids = this.list.selected
    if (ids.length > 0) await attempt(() => work(ids))
  }

  /** Decides about the selected papers, and goes on to the one behind them. */
  async decide(decision: Decision, alsoStar = false): Promise<void> {
    const { list } = this
    const ids = list.selected
    if (ids.length === 0) return
    const newer = ids.filter((id) => list.row(id)?.triage === 'inbox' && list.row(id)?.updated)
    if (this.#leavesBy(decision)) list.leave(ids)
    else if (ids.length === 1) list.move(1)
    await attempt(async () => {
      try {
        await call('triage:decide', { ids, decision, star: alsoStar })
        list.settled(ids)
        if (decision === 'dismiss' && newer.length > 0)
          toasts.say(words.triage.staysFor(newer.length))
      } catch (error) {
        list.settled(ids)
        await list.refresh(true)
        throw error
      }
    })
  }

  /** Dismisses what is left of a digest; one undo brings it back. */
  async dismissRest(digestId: number): Promise<void> {
    await attempt(async () => {
      const { label } = await call('triage:dismiss-rest', { digestId })
      if (label === null) return
      toasts.say(words.triage.restDismissed(label.count), {
        label: words.triage.done.undo,
        run: () => void attempt(() => this.journal.undo())
      })
    })
  }

  /** The digest whose rest can be dismissed now: the one on view, or that of the current paper. */
  get restOf(): number | null {
    const { view } = this.list
    const id =
      digestOf(view) ??
      (view.kind === 'inbox' ? (this.detail.paper?.appearances[0]?.digestId ?? null) : null)
    const digest = this.sidebar.content?.digests.find((one) => one.id === id)
    return digest !== undefined && digest.left > 0 ? digest.id : null
  }

  /** Whether papers leave the list on view when that is decided of them. */
  #leavesBy(decision: Decision): boolean {
    const { query, view } = this.list
    // A search in the Inbox of a digest finds what is kept, too.
    const kind = query !== '' && view.kind === 'inbox-digest' ? 'digest' : view.kind
    if (kind === 'dismissed') return decision !== 'dismiss'
    if (kind === 'inbox' || kind === 'inbox-digest') return decision !== 'inbox'
    // What was picked in a picture stays picked.
    return decision === 'dismiss' && kind !== 'papers'
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
          const summary = words.imports.summary(report)
          toasts.say(report.filed ? `${summary}. ${words.imports.filed(report.filed)}` : summary)
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

  async importFiles(files: File[], target?: ImportTarget): Promise<void> {
    const tokens = await window.sheaf.tokensFor(files)
    const known = tokens.filter((token) => token !== null)
    if (known.length > 0) await this.import(() => call('import:files', { tokens: known, target }))
    for (const [index, file] of files.entries())
      if (tokens[index] === null) {
        const text = await file.text()
        await this.import(() => call('import:text', { text, name: file.name, target }))
      }
  }

  async importText(text: string, target?: ImportTarget): Promise<void> {
    if (text.trim() === '') return
    await this.import(() => call('import:text', { text, name: words.pastedText, target }))
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

  /** Exports the whole library to a file that is asked for. */
  async exportEverything(): Promise<void> {
    await this.#archive(async () => {
      const done = await call('archive:export', undefined)
      if (done !== null) toasts.say(words.archive.exported(done))
    })
  }

  /** Opens an exported library: here where this one is empty, else in a folder of its own. */
  async openArchive(): Promise<void> {
    await this.#archive(async () => {
      const done = await call('archive:open', undefined)
      if (done === null) return
      await this.list.show(firstView)
      toasts.say(words.archive.opened(done))
    })
  }

  async #archive(work: () => Promise<void>): Promise<void> {
    await this.note.flush()
    try {
      await attempt(work)
    } finally {
      this.archiving = null
    }
  }

  /** Links a project, and shows how it stands. */
  async link(kind: 'folder' | 'file'): Promise<void> {
    await attempt(async () => {
      const linked = await call('project:link', { kind })
      if (linked === null) return
      await this.#projectsChanged()
      this.overlay = { kind: 'project', id: linked.id }
    })
  }

  /** Cites papers: to the editor that asked, else by the clipboard or into the user's editor. */
  async cite(ids: number[], style: CiteStyle, push: boolean): Promise<void> {
    const isWaiting = this.overlay.kind === 'cite' && this.overlay.isWaiting
    const { citeFormat, citeCommand, editor } = this.preferences.settings
    if (!isWaiting && (style.format !== citeFormat || style.command !== citeCommand))
      this.preferences.change({ citeFormat: style.format, citeCommand: style.command })
    if (this.overlay.kind === 'cite') this.overlay = { kind: 'none' }
    await attempt(async () => {
      const text = await call('cite:done', { ids, style, push })
      if (!isWaiting)
        toasts.say(push ? words.latex.cite.pushed(text, editor) : words.latex.cite.copied(text))
    })
  }

  /** How citations are written, by the user's settings. */
  get citeStyle(): CiteStyle {
    const { citeFormat: format, citeCommand: command } = this.preferences.settings
    return { format, command, brackets: true }
  }

  async copy(format: 'bibtex' | 'biblatex' | 'markdown' | 'cite' | 'link'): Promise<void> {
    await this.change(async (ids) => {
      const text = await call('export:copy', { ids, format })
      toasts.say(words.copied(format, ids.length, text))
    })
  }

  /** Whether a picture is on view beside the list. */
  get showsPictures(): boolean {
    return this.pictures.isOpen && !this.isAnnotations && this.reader.active === null
  }

  /** Shows a picture in the place of the paper. */
  showPictures(kind?: PictureKind): void {
    this.close()
    this.reader.show(null)
    this.isAnnotations = false
    this.pictures.open(kind)
    this.pictures.refresh()
  }

  /** Writes the picture on view to a file that is asked for. */
  async savePicture(format: 'svg' | 'png'): Promise<void> {
    await attempt(async () => {
      const name = words.pictures.kinds[this.pictures.kind]
      const fileName = await this.pictures.save(format, name)
      if (fileName !== null) toasts.say(words.pictures.saved(fileName))
    })
  }

  /** Shows all annotations, or those that answer a query. */
  async showAnnotations(query: Partial<AnnotationQuery> = {}): Promise<void> {
    this.close()
    this.reader.show(null)
    this.isAnnotations = true
    await attempt(() => this.annotationsView.ask({ ...wholeLibrary, ...query }))
  }

  /** Has the parts of what trends count for something else; null: for what they come with. */
  async weigh(weights: TrendWeights | null): Promise<void> {
    await attempt(async () => {
      await this.trending.weigh(weights)
      await this.list.refresh()
    })
  }

  /** Goes to the place of an annotation: in its PDF, or with its paper. */
  async openAnnotation(annotation: Annotation): Promise<void> {
    const { id, paperId, target, placed } = annotation
    const attachmentId = target.on === 'pdf' && placed ? target.attachmentId : null
    if (attachmentId === null) this.annotations.wanted = id
    await this.goTo(paperId)
    if (attachmentId === null) return
    await this.read(attachmentId)
    this.reader.active?.showMark(id)
  }

  /** Marks text of the paper on view. */
  async mark(
    made: Pick<NewAnnotation, 'kind' | 'colour' | 'target'>,
    isCommenting: boolean
  ): Promise<void> {
    const paperId = this.detail.paper?.id
    if (paperId === undefined) return
    await attempt(async () => {
      const { ids } = await call('annotation:add', {
        annotations: [{ ...made, paperId, comment: '', tags: [] }]
      })
      if (isCommenting && this.detail.paper?.id === paperId)
        this.annotations.editing = ids[0] ?? null
    })
  }

  /** Gives the annotation that waits for a place this one. */
  async place(target: AnnotationTarget): Promise<void> {
    const { placing } = this.annotations
    if (placing === null) return
    this.annotations.placing = null
    await attempt(() => call('annotation:change', { ids: [placing], changes: { target } }))
  }

  /** Puts another file in the place of an attachment's. */
  async replaceAttachment(id: number): Promise<void> {
    await attempt(async () => {
      const done = await call('attachment:replace', { id })
      if (done !== null) toasts.say(words.annotations.replaced(done.placed, done.lost))
    })
  }

  async reanchor(attachmentId: number): Promise<void> {
    await attempt(async () => {
      const { placed, lost } = await call('annotation:reanchor', { attachmentId })
      toasts.say(words.annotations.reanchored(placed, lost))
    })
  }

  async takeOver(attachmentId: number): Promise<void> {
    await attempt(async () => {
      const { added, known } = await call('annotation:take-over', { attachmentId })
      toasts.say(words.annotations.takenOver(added, known))
    })
  }

  async writeAnnotations(attachmentId: number): Promise<void> {
    await attempt(async () => {
      const done = await call('annotation:pdf', { attachmentId })
      if (done !== null)
        toasts.say(words.annotations.written(done.annotations, done.left, done.fileName))
    })
  }

  /** Annotations as Markdown: those on view, or those of the selected papers. */
  async exportAnnotations(to: 'clipboard' | 'file'): Promise<void> {
    const { selected } = this.list
    const { query } = this.annotationsView
    if (!this.isAnnotations && selected.length === 0) return
    await attempt(async () => {
      const done = await call('annotation:markdown', {
        of: this.isAnnotations ? { kind: 'query', query } : { kind: 'papers', ids: selected },
        to
      })
      if (done === null) return
      const { annotations, fileName } = done
      toasts.say(
        to === 'clipboard'
          ? words.annotations.copied(annotations)
          : words.annotations.saved(annotations, fileName)
      )
    })
  }

  /** Shows a paper wherever it is: in the list that is there, else in the whole library. */
  async goTo(id: number): Promise<void> {
    this.close()
    this.reader.show(null)
    this.isAnnotations = false
    this.pictures.close()
    await attempt(async () => {
      await this.#bringIntoList(id)
      await this.showPaper(id)
    })
  }

  /** Opens the note or the file of a paper where the words of the query stand. */
  async openPlace(id: number, place: FoundPlace): Promise<void> {
    if (place.kind === 'annotation') {
      await attempt(async () => {
        const [annotation] = await call('annotation:get', { ids: [place.id] })
        if (annotation !== undefined) await this.openAnnotation(annotation)
      })
      return
    }
    await this.showPaper(id)
    if (place.kind === 'note') this.isNoting = true
    else {
      await this.read(place.attachmentId)
      const words = place.marks.map(([start, length]) => place.text.slice(start, start + length))
      const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '')
      this.reader.active?.showPage(place.page, longest)
    }
  }

  /** A paper was clicked in a picture: it is current in the list, and the picture stays. */
  async pointTo(id: number): Promise<void> {
    await attempt(async () => {
      await this.#bringIntoList(id)
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

  /** Says that a backup was restored, with the way back from that. */
  restored(backup: Backup, before: Backup | null): void {
    this.close()
    const undo = (): void => {
      void attempt(async () => {
        if (before !== null) await call('backup:restore', { name: before.name })
      })
    }
    const action = before === null ? undefined : { label: words.backups.undo, run: undo }
    toasts.say(words.backups.restored(words.formats.moment(backup.at)), action)
  }

  /** Remembers a command that was chosen by its name. */
  ran(id: string): void {
    const { recentCommands } = this.preferences.settings
    const recent = [id, ...recentCommands.filter((one) => one !== id)].slice(0, 8)
    this.preferences.change({ recentCommands: recent })
  }

  close(): void {
    if (this.overlay.kind === 'review') void attempt(() => call('import:discard', undefined))
    if (this.overlay.kind === 'found') void attempt(() => call('lookup:discard', undefined))
    if (this.overlay.kind === 'cite') void attempt(() => call('cite:cancel', undefined))
    const back = this.overlay.kind === 'edit' ? this.sheet : null
    this.sheet = null
    this.overlay = back === null ? { kind: 'none' } : { kind: 'import', report: back }
  }

  async #bringIntoList(id: number): Promise<void> {
    if (this.list.ids.includes(id)) return
    await this.list.show({ kind: 'library' }, '')
  }

  #goOn(): void {
    if (this.#importing || this.overlay.kind !== 'none') return
    const next = this.#waiting.shift()
    if (next !== undefined) void this.import(next)
  }

  async #projectsChanged(): Promise<void> {
    await Promise.all([this.projects.refresh(), this.journal.refresh()])
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
    const undecided = report.items.filter(({ triage, trashed }) => triage === 'inbox' && !trashed)
    const digests = new Set(undecided.map(({ digestId }) => digestId))
    const [digest] = digests
    const first = report.items[0]
    if (digests.size > 1) await this.list.show({ kind: 'inbox' })
    else if (digest !== undefined) await this.list.show({ kind: 'inbox-digest', id: digest })
    else if (first) await this.list.show({ kind: 'digest', id: first.digestId })
  }

  async #changed(ids: number[] | null): Promise<void> {
    this.version++
    await Promise.all([this.sidebar.refresh(), this.journal.refresh()])
    await this.#leaveWhatIsGone()
    await this.list.changed(ids)
    await this.reader.changed(ids)
    const shown = this.detail.paper?.id
    if (shown === undefined || ids === null || ids.includes(shown)) await this.showCurrent()
    else await this.noteLinks.show(shown)
  }

  /** A place that was deleted, or that an undo took away, is none to stay at. */
  async #leaveWhatIsGone(): Promise<void> {
    const { view } = this.list
    const { content } = this.sidebar
    if (content === null) return
    const { openSearch } = this
    if (openSearch !== null && !content.searches.some(({ id }) => id === openSearch))
      this.openSearch = null
    const places = {
      ...{ digest: content.digests, 'inbox-digest': content.digests },
      ...{ tag: content.tags, tags: content.tags },
      collection: content.collections
    }
    if (!(view.kind in places)) return
    const known = places[view.kind as keyof typeof places]
    const ids = view.kind === 'tags' ? view.ids : 'id' in view ? [view.id] : []
    if (!ids.every((id) => known.some((each) => each.id === id)))
      await this.list.show({ kind: 'library' })
  }
}
