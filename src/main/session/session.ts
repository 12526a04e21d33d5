import type { SearchResult } from '../search/search-index'
import { SearchClient } from '../search/client'
import { searchDocuments } from '../search/documents'
import { spawnSearchWorker } from '../search/spawn-worker'
import type { WritableDb } from '../database/handle'
import { closeLibrary, dataVersion, openLibrary } from '../database/open'
import { takeBackUnfinished } from '../library/long-change'
import { changedSince, newestRevision } from '../library/revisions'

/** Above this many changed papers an event names none: everything is to be fetched again. */
const mostNamed = 1000

/** How many papers go to the index in one step, so that the event loop stays free. */
const batch = 250

/**
 * An open library with its search index. Changes, whoever made them, are noticed by the papers'
 * revisions: `notice` sends what changed to the index and tells the listener.
 */
export class LibrarySession {
  readonly db: WritableDb
  /** How many imports were cut off by a crash and taken back at the opening; told once. */
  takenBack: number
  readonly #search: SearchClient
  readonly #onChange: (ids: number[] | null) => void
  /** Revision up to which the listener was told. */
  #told: number
  /** Revision up to which papers were sent to the index. */
  #sent = 0
  #indexing: Promise<void> = Promise.resolve()
  /** Not before the list is on the screen, or somebody searches: it takes the machine's time. */
  #isIndexing = false
  #dataVersion: number
  #closed = false

  constructor(
    readonly folder: string,
    onChange: (ids: number[] | null) => void
  ) {
    this.db = openLibrary(folder)
    this.takenBack = takeBackUnfinished(this.db)
    this.#onChange = onChange
    this.#told = newestRevision(this.db)
    this.#dataVersion = dataVersion(this.db)
    this.#search = new SearchClient(spawnSearchWorker, () => {
      this.#sent = 0
    })
  }

  /** Looks for changes: to be called after whatever may have written. */
  notice(): void {
    if (this.#closed) return
    const newest = newestRevision(this.db)
    if (newest > this.#told) {
      const ids = changedSince(this.db, this.#told).map(({ paperId }) => paperId)
      this.#told = newest
      this.#onChange(ids.length > mostNamed ? null : ids)
    }
    if (this.#isIndexing && newest > this.#sent) this.#index(newest)
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

  /** Searches, after everything noticed so far has reached the index. */
  async search(text: string, limit: number): Promise<SearchResult> {
    this.startIndexing()
    await this.#indexing
    return this.#search.query(text, { limit })
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#indexing.catch(() => undefined)
    await this.#search.close()
    closeLibrary(this.db)
  }

  #index(newest: number): void {
    const changed = changedSince(this.db, this.#sent)
    this.#sent = newest
    const removed = changed.filter(({ exists }) => !exists).map(({ paperId }) => paperId)
    const present = changed.filter(({ exists }) => exists).map(({ paperId }) => paperId)
    this.#indexing = this.#indexing
      .then(() => this.#send(present, removed))
      .catch(() => {
        // The worker was lost; the next notice sends everything to a new one.
        this.#sent = 0
      })
  }

  async #send(present: number[], removed: number[]): Promise<void> {
    if (removed.length > 0) await this.#search.update([], removed)
    for (let start = 0; start < present.length && !this.#closed; start += batch)
      await this.#search.update(searchDocuments(this.db, present.slice(start, start + batch)), [])
  }
}
