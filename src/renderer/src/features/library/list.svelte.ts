import type { Output } from '@shared/ipc/contract'
import { firstView } from '@shared/ipc/first-calls'
import { defaultSort } from '@shared/model/default-sort'
import { digestOf } from '@shared/model/digest-of'
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

/** What the main process answers, with the papers that stay for being selected. */
interface Answer {
  found: Output<'paper:list'>
  held: PaperRow[]
}

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
  /** How likely papers are to be kept, where they are ranked by that. */
  readonly #likeness = new SvelteMap<number, number>()
  #weighed = new Set<number>()
  /** Papers that are on their way out of the list: no answer that was under way brings them back. */
  readonly #leaving = new Set<number>()
  /** Papers of an Inbox that are decided, and stay in it while they are selected. */
  #held: ReadonlySet<number> = new Set()
  readonly #latest = new Latest()
  /** The next ids to come are a new list, to be begun at its first paper. */
  #isNew = false
  /** What the view was without a query, as long as nothing has changed since: it is there at once when that goes. */
  #whole: Answer | null = null

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
  /** How many papers a command is for. */
  get selectedCount(): number {
    return this.#selection.ids.size
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

  /** From 0 to 1; undefined where papers are not ranked by it, or it is not known yet. */
  likenessOf(id: number): number | undefined {
    return this.#sort.column === 'keeping' ? this.#likeness.get(id) : undefined
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
    this.#forgetLikeness()
    this.#isNew = true
    await this.refresh()
  }

  async search(query: string): Promise<void> {
    const wasSearching = this.#query !== ''
    this.#query = query
    if (query === '') this.#askedSort = null
    else if (!wasSearching) this.#askedSort = { column: 'relevance', descending: true }
    this.#isNew ||= query !== '' || this.#selection.current === null
    const whole = this.#whole
    if (query === '' && whole !== null) {
      await this.#latest.run(() => Promise.resolve())
      if (this.#query === '' && this.#whole === whole) this.#take('', whole, false)
    } else await this.#fetchIds()
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
    this.#forgetLikeness()
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

  /**
   * Fetches the ids again; what is selected stays so where it still is in the list. With `inPlace` what
   * was ranked keeps its place: a list that is gone through paper by paper must not turn under the hand.
   */
  async refresh(inPlace = false): Promise<void> {
    this.#whole = null
    await this.#fetchIds(inPlace)
  }

  async #fetchIds(inPlace = false): Promise<void> {
    const away = new Set(this.#leaving)
    const request = {
      ...{ view: this.#view, query: this.#query, sort: this.#askedSort },
      group: this.#askedGroup,
      byMeaning: this.#byMeaning && this.#query !== ''
    }
    const answer = await this.#latest.run(async () => {
      const found = await call('paper:list', request)
      return { found, held: await this.#fetchHeld(found.ids) }
    })
    if (answer === undefined) return
    for (const id of this.#leaving) away.add(id)
    if (request.query === '' && away.size === 0) this.#whole = answer
    this.#take(request.query, answer, inPlace, away)
  }

  #take(
    query: string,
    { found, held }: Answer,
    inPlace: boolean,
    away: ReadonlySet<number> = new Set()
  ): void {
    const before = this.#ids
    const ids = away.size === 0 ? found.ids : found.ids.filter((id) => !away.has(id))
    this.#sort = found.sort
    this.#group = found.group
    if (query === '') this.#viewSort = found.sort
    const isGrouped = found.groups.length > 0
    const isRanked = inPlace && found.sort.column === 'keeping' && !this.#isNew && !isGrouped
    this.#held = new Set(held.map(({ id }) => id))
    this.#put(
      withHeld(isRanked ? inFormerOrder(before, ids) : ids, before, this.#held),
      new Groups(found.ids, found.groups)
    )
    this.#answered = query
    for (const row of [...found.rows, ...held]) {
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
    this.#selection = isNew ? only(this.#ids[0]) : kept(this.#selection, before, this.#ids)
    if (isNew) this.#heading = null
    this.#isNew = false
    this.#isLoaded = true
  }

  /** Papers changed: their rows are fetched again where they are on view. Null: all of them. */
  async changed(ids: readonly number[] | null): Promise<void> {
    const stale = ids === null ? [...this.#asked] : ids.filter((id) => this.#asked.has(id))
    for (const id of stale) this.#asked.delete(id)
    await this.refresh(true)
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
    if (this.#sort.column === 'keeping') {
      const unweighed = near.filter((id) => !this.#weighed.has(id))
      if (unweighed.length > 0) this.#fetchLikeness(unweighed).catch(reportError)
    }
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
    this.#letGo()
  }

  /** Takes papers out of the list before the library says so; the one behind them is current then. */
  leave(ids: readonly number[]): void {
    const gone = new Set(ids)
    this.#whole = null
    for (const id of ids) this.#leaving.add(id)
    const before = this.#ids
    this.#put(before.filter((id) => !gone.has(id)))
    this.#selection = kept(this.#selection, before, this.#ids)
  }

  /** The library has been told what became of papers that left. */
  settled(ids: readonly number[]): void {
    for (const id of ids) this.#leaving.delete(id)
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

  /** Lists papers, in groups that are known of most of them; the keys stay on the heading they were on. */
  #put(ids: number[], groups = this.#groups): void {
    const key = this.#heading === null ? undefined : this.#groups.list[this.#heading]?.key
    this.#ids = ids
    this.#groups = groups.with(ids)
    const at = this.#groups.list.findIndex((group) => group.key === key)
    this.#heading = at === -1 ? null : at
  }

  /** What is remembered is the view's own order, not that of a search. */
  async #arranged(): Promise<void> {
    const how = { view: this.#view, sort: this.#viewSort, group: this.#group }
    await Promise.all([call('view:arrange', how), this.refresh()])
  }

  /** What was decided under the cursor goes once the cursor does. */
  #letGo(): void {
    if (this.#held.size === 0) return
    const going = new Set([...this.#held].filter((id) => !this.#selection.ids.has(id)))
    if (going.size === 0) return
    this.#whole = null
    this.#put(this.#ids.filter((id) => !going.has(id)))
    this.#held = new Set([...this.#held].filter((id) => !going.has(id)))
  }

  /** Selected papers of an Inbox that were kept by what was done to them. */
  async #fetchHeld(ids: readonly number[]): Promise<PaperRow[]> {
    const isInbox = this.#view.kind === 'inbox' || this.#view.kind === 'inbox-digest'
    if (!isInbox || this.#isNew) return []
    const here = new Set(ids)
    const gone = this.selected.filter((id) => !here.has(id))
    if (gone.length === 0 || gone.length > 500) return []
    const rows = await call('paper:rows', { ids: gone, digestId: digestOf(this.#view) })
    return rows.filter(({ triage, trashed }) => triage === 'kept' && !trashed)
  }

  #forgetLikeness(): void {
    this.#likeness.clear()
    this.#weighed = new Set()
  }

  async #fetchLikeness(ids: readonly number[]): Promise<void> {
    const weighed = this.#weighed
    for (const id of ids) weighed.add(id)
    const found = await call('paper:likeness', { ids: ids.slice(0, 500) })
    if (weighed !== this.#weighed) return
    for (const { id, likelihood } of found) this.#likeness.set(id, likelihood)
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
    const digestId = digestOf(this.#view)
    const rows = await call('paper:rows', { ids: ids.slice(0, 500), digestId })
    for (const row of rows) this.#rows.set(row.id, row)
  }
}

/** Ids in the order that they had before; one that is new comes behind the one that it is ranked behind. */
function inFormerOrder(before: readonly number[], ids: readonly number[]): number[] {
  const [here, known] = [new Set(ids), new Set(before)]
  const behind = new Map<number | undefined, number[]>()
  let last: number | undefined
  for (const id of ids)
    if (known.has(id)) last = id
    else behind.set(last, [...(behind.get(last) ?? []), id])
  const former = before.filter((id) => here.has(id))
  return [
    ...(behind.get(undefined) ?? []),
    ...former.flatMap((id) => [id, ...(behind.get(id) ?? [])])
  ]
}

/** Ids with those that are held, each behind the paper that it was behind. */
function withHeld(ids: number[], before: readonly number[], held: ReadonlySet<number>): number[] {
  if (held.size === 0) return ids
  const all = [...ids]
  for (const id of before.filter((one) => held.has(one))) {
    const former = before.slice(0, before.indexOf(id)).findLast((one) => all.includes(one))
    all.splice(former === undefined ? 0 : all.indexOf(former) + 1, 0, id)
  }
  return all
}
