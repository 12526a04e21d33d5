import { firstSort, firstView } from '@shared/ipc/first-calls'
import { firstMarked } from '@shared/model/first-marked'
import type { PaperRow } from '@shared/model/paper'
import type { Marks, SearchMode } from '@shared/model/search'
import type { Sort, View } from '@shared/model/view'
import { SvelteMap } from 'svelte/reactivity'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'
import { reportError } from '../../lib/report-error'
import { extended, kept, noSelection, only, stepped, toggled, type Selection } from './selection'

/** Rows are fetched in pages of this many. */
const page = 100

/** The list on view: which papers, in which order, which are selected; rows come as they are looked at. */
export class ListState {
  #view = $state.raw<View>(firstView)
  #query = $state('')
  #answered = $state('')
  #sort = $state.raw<Sort>(firstSort)
  #ids = $state.raw<number[]>([])
  #marks = $state.raw<ReadonlyMap<number, Marks>>(new Map())
  #mode = $state<SearchMode>('none')
  #elsewhere = $state(0)
  #total = $state(0)
  #pending = $state(0)
  #isLoaded = $state(false)
  #byMeaning = $state(false)
  #selection = $state.raw<Selection>(noSelection)
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
  get currentIndex(): number {
    return this.#selection.current === null ? -1 : this.#ids.indexOf(this.#selection.current)
  }

  row(id: number): PaperRow | undefined {
    return this.#rows.get(id)
  }

  marksOf(id: number): Marks | undefined {
    return this.#marks.get(id)
  }

  async show(view: View): Promise<void> {
    this.#view = view
    this.#selection = noSelection
    this.#rows.clear()
    this.#asked.clear()
    if (this.#query === '') this.#sort = defaultSort(view)
    this.#isNew = true
    await this.refresh()
  }

  async search(query: string): Promise<void> {
    const wasSearching = this.#query !== ''
    this.#query = query
    if (query === '') this.#sort = defaultSort(this.#view)
    else if (!wasSearching) this.#sort = { column: 'relevance', descending: true }
    this.#isNew ||= query !== '' || this.#selection.current === null
    await this.refresh()
  }

  async rankByMeaning(byMeaning: boolean): Promise<void> {
    this.#byMeaning = byMeaning
    if (byMeaning) this.#sort = { column: 'relevance', descending: true }
    this.#isNew = true
    await this.refresh()
  }

  async sortBy(sort: Sort): Promise<void> {
    this.#sort = sort
    await this.refresh()
  }

  /** Fetches the ids again; what is selected stays so where it still is in the list. */
  async refresh(): Promise<void> {
    const request = {
      ...{ view: this.#view, query: this.#query, sort: this.#sort },
      byMeaning: this.#byMeaning && this.#query !== ''
    }
    const found = await this.#latest.run(() => call('paper:list', request))
    if (found === undefined) return
    const before = this.#ids
    this.#ids = found.ids
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

  /** Sees to it that the rows between two places of the list are there. */
  look(from: number, to: number): void {
    const near = this.#ids.slice(Math.max(0, from - page / 2), to + page / 2)
    const missing = near.filter((id) => !this.#asked.has(id))
    if (missing.length > 0) this.#fetch(missing).catch(reportError)
    if (this.#answered === '') return
    const unmarked = near.filter((id) => !this.#marked.has(id))
    if (unmarked.length > 0) this.#fetchMarks(unmarked).catch(reportError)
  }

  select(id: number, how: 'only' | 'toggle' | 'extend' = 'only'): void {
    if (how === 'toggle') this.#selection = toggled(this.#selection, id)
    else if (how === 'extend') this.#selection = extended(this.#selection, this.#ids, id)
    else this.#selection = only(id)
  }

  move(steps: number, extend = false): void {
    const id = stepped(this.#selection, this.#ids, steps)
    if (id !== undefined) this.select(id, extend ? 'extend' : 'only')
  }

  selectAll(): void {
    const { current } = this.#selection
    const first = current ?? this.#ids[0] ?? null
    this.#selection = { ids: new Set(this.#ids), current: first, anchor: this.#ids[0] ?? null }
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

function defaultSort(view: View): Sort {
  return view.kind === 'digest' ? { column: 'position', descending: false } : firstSort
}
