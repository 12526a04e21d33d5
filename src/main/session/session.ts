import { firstView } from '@shared/ipc/first-calls'
import type { CompletedField } from '@shared/query/complete'
import type { TermVectors } from '@shared/model/term-vectors'
import type { Likeness, Opinion } from '@shared/model/taste'
import type { Group, Grouping, Sidebar, Sort, View } from '@shared/model/view'
import { onDiskFailure } from '../database/disk-failure'
import type { WritableDb } from '../database/handle'
import { closeLibrary, dataVersion, openLibrary, stateOf } from '../database/open'
import { markInUse, unmarkInUse } from '../database/in-use'
import { takeBackUnfinished } from '../library/long-change'
import { grouped, groupKeys, type GroupKeys } from '../library/grouping'
import { listSavedSearches } from '../library/saved-searches'
import { SidebarCounts } from '../library/sidebar'
import { listIds } from '../library/views'
import { changedSince, newestRevision } from '../library/revisions'
import { SearchClient } from '../search/client'
import type { LibraryAnswer, LibraryQuery } from '../search/library-search'
import type { UnreadFile } from '../search/page-store'
import type { Related, RelatedQuery } from '../search/related'
import type { PaperMarks } from '../search/result'
import { spawnSearchWorker } from '../search/spawn-worker'
import { readStartCache, writeStartCache } from './start-cache'
import { TrendsClient } from '../trends/client'
import { spawnTrendsWorker } from '../trends/spawn-worker'

/** So many lists are remembered. */
const mostLists = 8
/** The list that a window shows first, in whatever order. */
const beginsWith = JSON.stringify([firstView]).slice(0, -1)
/** Above this many changed papers an event names none: everything is to be fetched again. */
const mostNamed = 1000

/**
 * An open library with its search. Changes, whoever made them, are noticed by the papers' revisions:
 * `notice` has search take them in and tells the listener.
 */
export class LibrarySession {
  readonly db: WritableDb
  /** The state that it was in then, to tell whether it has changed. */
  readonly openedAs: string
  /** How many imports were cut off by a crash and taken back at the opening; told once. */
  takenBack: number
  readonly #search: SearchClient
  /** What trends in it. */
  readonly trends: TrendsClient
  readonly #onChange: (ids: number[] | null) => void
  /** Revision up to which the listener was told. */
  #told: number
  /** Revision up to which search was told that there are changes. */
  #searched = 0
  /** Not before the list is on the screen, or somebody searches: it takes the machine's time. */
  #isIndexing = false
  /** A search was answered before all papers were taken in: the list is to be fetched again then. */
  #answeredEarly = false
  #dataVersion: number
  readonly #lists = new Map<string, number[]>()
  /** The revision of the library that they are of. */
  #listedAt = -1
  /** What papers go by when they are put together, of the same revision. */
  readonly #groupKeys = new Map<Grouping, GroupKeys>()
  readonly #sidebar: SidebarCounts
  /** How many papers saved searches find, by their queries; of one revision and day. */
  #savedCounts: { of: string; counts: Map<string, number> } = { of: '', counts: new Map() }
  #closed = false
  #isSuspect = false

  constructor(
    readonly folder: string,
    onChange: (ids: number[] | null) => void,
    /** Told when the disk has failed: the library is to be closed, and opened anew. */
    onDiskFailed: () => void = () => undefined
  ) {
    this.#onChange = onChange
    this.db = openLibrary(folder)
    markInUse(folder)
    try {
      this.openedAs = stateOf(this.db)
      this.takenBack = takeBackUnfinished(this.db)
      this.#told = newestRevision(this.db)
      this.#dataVersion = dataVersion(this.db)
      const kept = readStartCache(this.db, folder)
      this.#sidebar = new SidebarCounts(this.db, kept?.places)
      if (kept?.list) {
        this.#listedAt = this.#told
        this.#lists.set(kept.list.of, [...kept.list.ids])
      }
    } catch (error) {
      this.db.close()
      throw error
    }
    onDiskFailure(this.db, onDiskFailed)
    this.#search = new SearchClient(() => spawnSearchWorker(folder))
    this.trends = new TrendsClient(() => spawnTrendsWorker(folder))
  }

  /** Looks for changes: to be called after whatever may have written. */
  notice(): void {
    if (this.#closed) return
    const newest = newestRevision(this.db)
    if (newest > this.#told) {
      const ids = changedSince(this.db, this.#told)
        .map(({ paperId }) => paperId)
        .filter((id) => id > 0)
      this.#told = newest
      this.#onChange(ids.length > mostNamed ? null : ids)
    }
    if (this.#isIndexing && newest > this.#searched) {
      this.#searched = newest
      this.#search.catchUp().then(
        () => {
          if (this.#answeredEarly && !this.#closed) this.#onChange([])
          this.#answeredEarly = false
        },
        () => {
          // A worker that was lost is started anew by the next search, and takes in all by itself.
          this.#searched = 0
        }
      )
    }
  }

  /** Fills the search index, and keeps it up to date from here on. */
  startIndexing(): void {
    this.#isIndexing = true
    this.notice()
  }

  /** As `notice`, when another program has written to the library. */
  noticeOthers(): void {
    if (this.#closed) return
    const version = dataVersion(this.db)
    if (version === this.#dataVersion) return
    this.#dataVersion = version
    this.notice()
  }

  /** Ids of a view's papers in order: those of the last few, until anything changes, without looking again. */
  list(view: View, sort: Sort): number[] {
    this.#forgetFormer()
    const key = JSON.stringify([view, sort])
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    const ids = listIds(this.db, view, sort)
    if (this.#lists.size >= mostLists) this.#lists.clear()
    this.#lists.set(key, ids)
    return ids
  }

  /** Papers put together by what they have in common. */
  grouped(ids: number[], by: Grouping): { ids: number[]; groups: Group[] } {
    if (by === 'none') return { ids, groups: [] }
    this.#forgetFormer()
    let keys = this.#groupKeys.get(by)
    if (keys === undefined) this.#groupKeys.set(by, (keys = groupKeys(this.db, by)))
    return grouped(ids, keys, by)
  }

  /** Places, with how many papers each has. */
  sidebar(): Sidebar {
    return this.#sidebar.content()
  }

  /** How many papers each saved search finds. One that is not known for sure yet is left out. */
  async savedCounts(): Promise<{ id: number; count: number }[]> {
    const of = `${String(newestRevision(this.db))} ${new Date().toDateString()}`
    if (this.#savedCounts.of !== of) this.#savedCounts = { of, counts: new Map() }
    const { counts } = this.#savedCounts
    const searches = listSavedSearches(this.db)
    if (searches.length > 0) this.startIndexing()
    // One by one, so that what is typed meanwhile waits for one of them at most.
    for (const { query } of searches) {
      if (counts.has(query) || this.#closed) continue
      const { count, pending } = await this.#search.count(query)
      if (pending === 0) counts.set(query, count)
      else this.#answeredEarly = true
    }
    return searches.flatMap(({ id, query }) => {
      const count = counts.get(query)
      return count === undefined ? [] : [{ id, count }]
    })
  }

  /** Papers of the library that answer a query to the letter, once search knows all of them; only those among some, if they are given. */
  async answering(text: string, among: readonly number[] | null): Promise<number[]> {
    this.startIndexing()
    for (;;) {
      const { ids, pending } = await this.#search.answering(text, among)
      if (pending === 0) return ids
      await this.#search.catchUp()
    }
  }

  /** Has the next start begin with what is known now of every paper. */
  #keepForStart(): void {
    if (this.#isSuspect) return
    try {
      this.#forgetFormer()
      const places = this.#sidebar.kept()
      if (places === null) return
      const list = [...this.#lists].filter(([of]) => of.startsWith(beginsWith)).at(-1)
      writeStartCache(this.db, this.folder, {
        places,
        list: list ? { of: list[0], ids: Int32Array.from(list[1]) } : null
      })
    } catch {
      // Closing goes on without it.
    }
  }

  #forgetFormer(): void {
    const revision = newestRevision(this.db)
    if (revision === this.#listedAt) return
    this.#lists.clear()
    this.#groupKeys.clear()
    this.#listedAt = revision
  }

  /** Searches; what was committed before is found. */
  async search(query: LibraryQuery): Promise<LibraryAnswer> {
    this.startIndexing()
    const answer = await this.#search.query(query)
    this.#answeredEarly ||= answer.pending > 0
    return answer
  }

  /** Where the words of a query stand in some papers. */
  async marks(text: string, ids: readonly number[]): Promise<PaperMarks[]> {
    return ids.length === 0 || text.trim() === '' ? [] : this.#search.marks(text, ids)
  }

  /** Values of a field that begin as typed, those of most papers first. */
  complete(field: CompletedField, typed: string): Promise<string[]> {
    this.startIndexing()
    return this.#search.complete(field, typed)
  }

  /** Papers that are like others or like a text, and why. */
  related(query: RelatedQuery): Promise<Related[]> {
    this.startIndexing()
    return this.#search.related(query)
  }

  /** What the user would make of a paper, going by what was done with others. */
  opinion(paperId: number): Promise<Opinion> {
    this.startIndexing()
    return this.#search.opinion(paperId)
  }

  /** The terms of the titles and abstracts of papers. */
  termVectors(papers: readonly number[]): Promise<TermVectors> {
    this.startIndexing()
    return this.#search.termVectors(papers)
  }

  /** Terms that papers of the last window have more often than those before, in how many papers of each. */
  async risingTerms(
    papers: Int32Array,
    windowOf: Int32Array,
    windows: number,
    most: number
  ): Promise<{ words: string[]; counts: number[][] }> {
    this.startIndexing()
    await this.#search.catchUp()
    return this.#search.risingTerms({ papers, windowOf, windows, most })
  }

  /** Papers that have a word in their title or abstract. */
  papersWith(word: string): Promise<number[]> {
    this.startIndexing()
    return this.#search.papersWith(word)
  }

  /** PDFs whose pages are not searched yet. */
  unreadFiles(): Promise<UnreadFile[]> {
    return this.#search.unreadFiles()
  }

  /** Has the text of a file's pages searched from now on. */
  putPages(sha256: string, pages: readonly string[]): Promise<void> {
    return this.#search.putPages(sha256, pages)
  }

  /** How likely papers are to be kept; none where too little was kept yet. */
  async likeness(ids: readonly number[]): Promise<Likeness[]> {
    this.startIndexing()
    return ids.length === 0 ? [] : this.#search.likeness(ids)
  }

  /** A view's papers in order; by likelihood of being kept only where enough was kept to tell. */
  async listed(view: View, sort: Sort): Promise<readonly number[]> {
    if (sort.column === 'keeping') {
      this.startIndexing()
      const ids = await this.#search.byKeeping(view)
      if (ids === null) return this.listed(view, { ...sort, column: 'added' })
      return sort.descending ? ids : ids.reverse()
    }
    // What trends takes long to look up, in whatever order.
    if (view.kind === 'trending') return [...(await this.trends.ask('list', { view, sort }))]
    return this.list(view, sort.column === 'trend' ? { ...sort, column: 'added' } : sort)
  }

  /** Something in the file did not fit: the next start looks closer. */
  suspect(): void {
    this.#isSuspect = true
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([this.#search.close(), this.trends.close()])
    this.#keepForStart()
    closeLibrary(this.db)
    if (!this.#isSuspect) unmarkInUse(this.folder)
  }
}
