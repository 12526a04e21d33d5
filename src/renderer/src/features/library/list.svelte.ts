import { firstView } from '@shared/ipc/first-calls'
import { defaultSort } from '@shared/model/default-sort'
import { firstMarked } from '@shared/model/first-marked'
import type { PaperRow } from '@shared/model/paper'
import type { Marks, SearchMode } from '@shared/model/search'
import type { Group, Grouping, Sort, View } from '@shared/model/view'
import { SvelteMap } from 'svelte/reactivity'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'
import { reportError } from '../../lib/report-error'
import { Groups } from './groups'
import { extended, kept, noSelection, only, stepped, toggled, type Selection } from './selection'

/** Rows are fetched in pages of this many. */
const page = 100

/** The list on view: which papers, in which order, which are selected; rows come as they are looked at. */
export class ListState {
  #view = $state.raw<View>(firstView)
  #query = $state('')
  #answered = $state('')
  #sort = $state.raw<Sort>(defaultSort(firstView))
  #group = $state.raw<Grouping>('none')
  #ids = $state.raw<number[]>([])
  #marks = $state.raw<ReadonlyMap<number, Marks>>(new Map())
  #mode = $state<SearchMode>('none')
  #elsewhere = $state(0)
  #total = $state(0)
  #pending = $state(0)
  #isLoaded = $state(false)
  #byMeaning = $state(false)
  #selection = $state.raw<Selection>(noSelection)
  #groups = $state.raw(new Groups([], []))
  /** Keys of groups that are folded. */
  #folded = $state.raw<ReadonlySet<string>>(new Set())
  /** The group whose heading the keys are on; null while they are on a paper. */
  #heading = $state<number | null>(null)
  /** What the list shows, in order: ids of papers, and the headings of groups as `Groups.heading`. */
  readonly #items = $derived(this.#groups.items(this.#folded))
  /** The order and grouping to ask for; null for those that are remembered for the view. */
  #askedSort: Sort | null = null
  #askedGroup: Grouping | null = null
  /** The view's own order, which a search does not change. */
  #viewSort = defaultSort(firstView)
  readonly #rows = new SvelteMap<number, PaperRow>()
  readonly #asked = new Set<number>()
  /** Papers for which marks were asked for. */
  #marked = new Set<number>()
  readonly #latest = new Latest()
  /** The next ids to come are a new list, to be begun at its first paper. */
  #isNew = false

  get view(): View {
    return this.#view
  }
  get query(): string {
    return this.#query
  }
  /** The query that the ids are the answer to; the newest may still be under way. */
  get answered(): string {
    return this.#answered
  }
  get sort(): Sort {
    return this.#sort
  }
  get group(): Grouping {
    return this.#group
  }
  get groups(): readonly Group[] {
    return this.#groups.list
  }
  get items(): readonly number[] {
    return this.#items
  }
  get heading(): number | null {
    return this.#heading
  }
  get ids(): number[] {
    return this.#ids
  }
  get mode(): SearchMode {
    return this.#mode
  }
  /** Papers outside this view that answer the query, where none here does. */
  get elsewhere(): number {
    return this.#elsewhere
  }
  /** How many papers answer; more than there are ids where only the most relevant are listed. */
  get total(): number {
    return this.#total
  }
  /** Papers that search does not know yet as they are now. */
  get pending(): number {
    return this.#pending
  }
  /** Whether answers are ranked by what the query means too. */
  get byMeaning(): boolean {
    return this.#byMeaning
  }
  get isLoaded(): boolean {
    return this.#isLoaded
  }
  get selection(): Selection {
    return this.#selection
  }
  /** The ids that a command is for, in the order of the list. */
  get selected(): number[] {
    return this.#ids.filter((id) => this.#selection.ids.has(id))
  }
  /** Where the keys are in `items`; -1 for nowhere. */
  get currentIndex(): number {
    const { current } = this.#selection
    const item = this.#heading === null ? current : Groups.heading(this.#heading)
    return item === null ? -1 : this.#items.indexOf(item)
  }

  isFolded(group: number): boolean {
    return this.#folded.has(this.#groups.list[group]?.key ?? '')
  }

  /** The group of a place in `items`. */
  groupAt(index: number): number | null {
    const item = this.#items[index]
    return item === undefined ? null : this.#groups.of(item)
  }

  row(id: number): PaperRow | undefined {
    return this.#rows.get(id)
  }

  marksOf(id: number): Marks | undefined {
    return this.#marks.get(id)
  }

  async show(view: View, query = this.#query): Promise<void> {
    const wasSearching = this.#query !== ''
    this.#view = view
    this.#query = query
    this.#selection = noSelection
    this.#rows.clear()
    this.#asked.clear()
    if (query === '') this.#askedSort = null
    else if (!wasSearching) this.#askedSort = { column: 'relevance', descending: true }
    this.#askedGroup = null
    this.#folded = new Set()
    this.#isNew = true
    await this.refresh()
  }

  async search(query: string): Promise<void> {
    const wasSearching = this.#query !== ''
    this.#query = query
    if (query === '') this.#askedSort = null
    else if (!wasSearching) this.#askedSort = { column: 'relevance', descending: true }
    this.#isNew ||= query !== '' || this.#selection.current === null
    await this.refresh()
  }

  async rankByMeaning(byMeaning: boolean): Promise<void> {
    this.#byMeaning = byMeaning
    if (byMeaning) this.#askedSort = { column: 'relevance', descending: true }
    this.#isNew = true
    await this.refresh()
  }

  /** Orders the list; where it is the whole view, so that it is remembered. */
  async sortBy(sort: Sort): Promise<void> {
    this.#askedSort = sort
    if (this.#query === '') this.#viewSort = sort
    await this.#arranged()
  }

  /** Puts papers together, and remembers that for the view. */
  async groupBy(group: Grouping): Promise<void> {
    this.#askedGroup = group
    this.#group = group
    this.#folded = new Set()
    await this.#arranged()
  }

  /** Folds or unfolds a group; the keys are on its heading then, if they were in it. */
  fold(group: number, folded = !this.isFolded(group)): void {
    const key = this.#groups.list[group]?.key
    if (key === undefined) return
    const next = new Set(this.#folded)
    if (folded) next.add(key)
    else next.delete(key)
    const { current } = this.#selection
    if (folded && current !== null && this.#groups.of(current) === group) this.#heading = group
    this.#folded = next
  }

  foldAll(folded: boolean): void {
    const { current } = this.#selection
    const group = current === null ? null : this.#groups.of(current)
    this.#folded = new Set(folded ? this.#groups.list.map(({ key }) => key) : [])
    this.#heading = folded ? group : null
  }

  /** From a paper to the heading of its group; from there to the first paper in it. */
  toHeading(): void {
    const { current } = this.#selection
    if (current !== null && this.#heading === null) this.#heading = this.#groups.of(current)
  }

  /** To the next group or the one before: its first paper, or its heading where it is folded. */
  moveGroup(step: 1 | -1): void {
    const { current } = this.#selection
    const at = this.#heading ?? (current === null ? null : this.#groups.of(current)) ?? 0
    const group = Math.min(this.#groups.list.length - 1, Math.max(0, at + step))
    if (this.#groups.list.length === 0) return
    if (this.isFolded(group)) this.#heading = group
    else this.select(this.#groups.first(group))
  }

  /** Fetches the ids again; what is selected stays so where it still is in the list. */
  async refresh(): Promise<void> {
    const request = {
      ...{ view: this.#view, query: this.#query, sort: this.#askedSort },
      group: this.#askedGroup,
      byMeaning: this.#byMeaning && this.#query !== ''
    }
    const found = await this.#latest.run(() => call('paper:list', request))
    if (found === undefined) return
    const before = this.#ids
    this.#ids = found.ids
    this.#sort = found.sort
    this.#group = found.group
    if (request.query === '') this.#viewSort = found.sort
    this.#groups = new Groups(found.ids, found.groups)
    this.#answered = request.query
    for (const row of found.rows) {
      this.#asked.add(row.id)
      this.#rows.set(row.id, row)
    }
    this.#mode = found.mode
    this.#elsewhere = found.elsewhere
    this.#total = found.total
    this.#pending = found.pending
    this.#marked = new Set(found.ids.slice(0, firstMarked))
    this.#marks = new Map(found.marks.map(({ id, ...marks }) => [id, marks]))
    const isNew = this.#isNew || before.length === 0
    this.#selection = isNew ? only(found.ids[0]) : kept(this.#selection, before, found.ids)
    if (isNew || (this.#heading ?? 0) >= found.groups.length) this.#heading = null
    this.#isNew = false
    this.#isLoaded = true
  }

  /** Papers changed: their rows are fetched again where they are on view. Null: all of them. */
  async changed(ids: readonly number[] | null): Promise<void> {
    const stale = ids === null ? [...this.#asked] : ids.filter((id) => this.#asked.has(id))
    for (const id of stale) this.#asked.delete(id)
    await this.refresh()
    const here = new Set(this.#ids)
    const wanted = stale.filter((id) => here.has(id) && this.#rows.has(id))
    await this.#fetch(wanted.slice(0, 500))
  }

  /** Sees to it that the rows between two places of `items` are there. */
  look(from: number, to: number): void {
    const near = this.#items
      .slice(Math.max(0, from - page / 2), to + page / 2)
      .filter((item) => item > 0)
    const missing = near.filter((id) => !this.#asked.has(id))
    if (missing.length > 0) this.#fetch(missing).catch(reportError)
    if (this.#answered === '') return
    const unmarked = near.filter((id) => !this.#marked.has(id))
    if (unmarked.length > 0) this.#fetchMarks(unmarked).catch(reportError)
  }

  select(id: number, how: 'only' | 'toggle' | 'extend' = 'only'): void {
    this.#heading = null
    if (this.#folded.size > 0) {
      const group = this.#groups.of(id)
      if (group !== null && this.isFolded(group)) this.fold(group, false)
    }
    if (how === 'toggle') this.#selection = toggled(this.#selection, id)
    else if (how === 'extend') this.#selection = extended(this.#selection, this.#shown, id)
    else this.#selection = only(id)
  }

  /** Headings of unfolded groups are passed over. */
  move(steps: number, extend = false): void {
    if (this.#groups.list.length === 0 || extend) {
      const id = stepped(this.#selection, this.#shown, steps)
      if (id !== undefined) this.select(id, extend ? 'extend' : 'only')
      return
    }
    const item = this.#groups.stepped(this.#folded, {
      ...{ heading: this.#heading, current: this.#selection.current, steps }
    })
    if (item === undefined) return
    if (item > 0) this.select(item)
    else this.#heading = this.#groups.of(item)
  }

  /** Papers of folded groups are not meant. */
  selectAll(): void {
    const shown = this.#shown
    const { current } = this.#selection
    const first = current ?? shown[0] ?? null
    this.#selection = { ids: new Set(shown), current: first, anchor: shown[0] ?? null }
  }

  get #shown(): readonly number[] {
    return this.#folded.size === 0 ? this.#ids : this.#items.filter((item) => item > 0)
  }

  /** What is remembered is the view's own order, not that of a search. */
  async #arranged(): Promise<void> {
    const how = { view: this.#view, sort: this.#viewSort, group: this.#group }
    await Promise.all([call('view:arrange', how), this.refresh()])
  }

  async #fetchMarks(ids: readonly number[]): Promise<void> {
    for (const id of ids) this.#marked.add(id)
    const query = this.#answered
    const marks = await call('paper:marks', { query, ids: ids.slice(0, 500) })
    if (this.#answered !== query) return
    const all = new Map(this.#marks)
    for (const { id, ...found } of marks) all.set(id, found)
    this.#marks = all
  }

  async #fetch(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return
    for (const id of ids) this.#asked.add(id)
    const digestId = this.#view.kind === 'digest' ? this.#view.id : null
    const rows = await call('paper:rows', { ids: ids.slice(0, 500), digestId })
    for (const row of rows) this.#rows.set(row.id, row)
  }
}
