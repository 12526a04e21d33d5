import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { FoundPlace } from '@shared/model/search'
import type { TermVectors } from '@shared/model/term-vectors'
import type { Likeness, Opinion } from '@shared/model/taste'
import type { View } from '@shared/model/view'
import type { Filter } from '@shared/query/clause'
import type { CompletedField } from '@shared/query/complete'
import type { ReadableDb } from '../database/handle'
import { all, numbers, sql } from '../database/sql'
import {
  changedSince,
  newestRevision,
  revisionsById,
  revisionsOfPapers
} from '../library/revisions'
import { filterIds, isOwn } from '../library/filters'
import { savedSearchNamed } from '../library/saved-searches'
import { viewIds } from '../library/views'
import { completions } from './completions'
import { searchDocuments } from './documents'
import { loadIndex, saveIndex } from './index-files'
import { pageFile } from './index-folder'
import { getAnnotations, listAnnotations, wordsOf } from '../library/annotations'
import { excerpt, marksOfWords } from './marks'
import { readPageQuery, type PageQuery } from './page-query'
import { PageStore, type PageHit, type UnreadFile } from './page-store'
import { relatedPapers, type Related, type RelatedQuery } from './related'
import type { PaperMarks, QueryOptions, SearchResult } from './result'
import { Tastes } from './tastes'
import { papersWith, risingTerms, termVectors, type TermWindows } from './term-vectors'
import { widened } from './widened'
import { Vectors } from './vectors'
import { SearchIndex, type TextMarks, type TextsOf } from './search-index'

/** So many papers are read from the library at a time. */
const batch = 200
/** So many changed papers are taken in before a query is answered; more of them by and by. */
const mostBefore = 400
/** So many views and filters are remembered. */
const mostSets = 40
/** After so many changes the index is written to its files, without waiting for the end. */
const savedAfter = 2000

/** Of so many annotations of a paper the places of words are looked for. */
const mostAnnotations = 10_000

type PageExcerpt = Omit<Extract<FoundPlace, { kind: 'page' }>, 'kind'>

/** The papers of a view or filter; only those among some, if they are given. */
type IdsAmong = (among: readonly number[] | null) => number[]

/** What is asked of a library. */
export interface LibraryQuery {
  text: string
  /** The most hits to give. */
  limit: number
  /** The papers among which they are looked for; null for all, those in the trash too. */
  view: View | null
  /** Whether to give all papers that answer, beside the best. */
  all?: boolean
  /** For how many of the hits to say where the words stand. */
  marked?: number
  /** The text is not being typed: its last word is whole. */
  isComplete?: boolean
  /** What the text means: papers are ranked by that too. */
  meaning?: Float32Array | null
}

/** What a library answers. */
export interface LibraryAnswer extends SearchResult {
  /** Papers that changed and are not found yet as they are now. */
  pending: number
  /** Of the first hits. */
  marks: PaperMarks[]
  /** Papers elsewhere in the library that answer, when none in the view does. */
  elsewhere: number
}

/**
 * Search over a library: an index that is kept like the library by the revisions of its papers, whoever
 * changed them and whenever, and kept in files from which the next start is quick.
 */
export class LibrarySearch {
  readonly #index: SearchIndex
  readonly #vectors: Vectors
  readonly #tastes: Tastes
  /** What stands in files; null where it cannot be kept. */
  readonly #pages: PageStore | null
  /** The pages that answered the query that was asked last, by paper. */
  #asked: { text: string; query: PageQuery; hits: Map<number, PageHit> } | null = null
  /** Changes of the library have been noticed up to this revision. */
  #noticed: number
  /** Papers to be read: changed lately, and since long. */
  #recent = new Set<number>()
  #waiting = new Set<number>()
  #unsaved = 0
  #catchingUp: Promise<void> | null = null
  #isClosed = false
  /** Views and filters that were searched lately: by paper, 1 for one that is in it. */
  readonly #sets = new Map<string, { idsAmong: IdsAmong; set: Uint8Array }>()
  /** Saved searches that are being looked into: one that leads back to itself finds nothing there. */
  readonly #lookedInto = new Set<number>()

  /** `folder` is where the files of the index are; null for none. */
  constructor(
    private readonly db: ReadableDb,
    private readonly folder: string | null
  ) {
    const loaded = folder === null ? null : loadIndex(folder)
    type Texts = Record<'title' | 'abstract' | 'note', string>
    const textsOf: TextsOf = (ids) =>
      new Map(
        all<{ id: number; isAnnotated: number } & Texts>(
          db,
          sql`SELECT p.id, p.title, p.abstract, COALESCE(n.body, '') AS note,
                EXISTS (SELECT 1 FROM annotation a WHERE a.paper_id = p.id) AS isAnnotated
              FROM paper p LEFT JOIN note n ON n.paper_id = p.id WHERE p.id IN ${numbers(ids)}`
        ).map(({ id, isAnnotated, ...texts }) => [
          id,
          isAnnotated === 1 ? { ...texts, annotations: () => annotationTexts(db, id) } : texts
        ])
      )
    this.#index = new SearchIndex(textsOf, loaded ?? undefined)
    this.#pages = folder === null ? null : PageStore.open(db, join(folder, pageFile))
    this.#vectors = new Vectors(db)
    this.#tastes = new Tastes(db, this.#index)
    this.#noticed = newestRevision(db)
    this.#compare()
  }

  /** Papers that changed and have not been taken in yet. */
  get pending(): number {
    return this.#recent.size + this.#waiting.size
  }

  /** Answers any text. What was committed before is found, unless very much was. */
  query({
    text,
    limit,
    view,
    all: wantsAll,
    marked = 0,
    isComplete,
    meaning = null
  }: LibraryQuery): LibraryAnswer {
    this.#takeInFew()
    const shared = { ...this.#options(), isComplete: isComplete === true }
    const within = view === null ? null : this.#within(widened(view, text))
    const inPages = meaning === null ? this.#findInPages(text, within, shared) : []
    // Papers found by their pages come behind those found by themselves, which must be known for it.
    const asked = { ...shared, limit, within, all: wantsAll === true || inPages.length > 0 }
    const byItself =
      meaning === null
        ? this.#index.query(text, asked)
        : this.#index.queryByMeaning(text, (among) => this.#nearness(meaning, among), asked)
    const result = withPages(byItself, inPages, limit)
    const marks =
      marked > 0
        ? this.marks(
            text,
            result.hits.slice(0, marked).map(({ id }) => id),
            shared
          )
        : []
    const isNowhere = result.total === 0 && view !== null && result.mode !== 'none'
    const elsewhere = isNowhere
      ? this.#index.query(text, { ...shared, limit: 0, within: this.#within({ kind: 'library' }) })
          .total
      : 0
    return { ...result, marks, pending: this.pending, elsewhere }
  }

  /**
   * Papers of the library that answer a query to the letter: those that have all it asks for. A text that is
   * ranked as a whole asks for nothing in particular.
   */
  answering(text: string): Int32Array {
    this.#takeInFew()
    return this.#strictly(text, this.#within({ kind: 'library' }), true)
  }

  /** How many papers a saved search finds when it is opened: its last word may be the beginning of a longer one. */
  count(text: string): number {
    this.#takeInFew()
    return this.#strictly(text, this.#within({ kind: 'library' }), false).length
  }

  /** Where the words of a query stand in some papers: their title and abstract, else their notes and files. */
  marks(
    text: string,
    ids: readonly number[],
    options: Pick<QueryOptions, 'today' | 'isComplete' | 'filterSets'> = this.#options()
  ): PaperMarks[] {
    const found = new Map<number, TextMarks & { page?: PageExcerpt }>(
      this.#index.marks(text, ids, { ...options, within: null }).map((marks) => [marks.id, marks])
    )
    if (this.#asked?.text !== text) this.#findInPages(text, null, options)
    const asked = this.#asked
    const hits = ids.flatMap((id) => {
      const hit = asked?.hits.get(id)
      return hit === undefined || found.has(id) ? [] : [hit]
    })
    const pages = this.#pages?.texts(hits.map(({ pageId }) => pageId))
    for (const { paperId, attachmentId, pageId, pages: count } of hits) {
      const page = pages?.get(pageId)
      if (page === undefined || asked === null) continue
      const shown = excerpt(page.text, marksOfWords(page.text, asked.query))
      if (shown === null) continue
      found.set(paperId, {
        ...{ id: paperId, title: [], abstract: [], note: null, annotation: null },
        page: { ...shown, attachmentId, page: page.number, pages: count }
      })
    }
    return ids.flatMap((id): PaperMarks[] => {
      const marks = found.get(id)
      if (marks === undefined) return []
      const { title, abstract } = marks
      return [{ id, title, abstract, place: this.#placeOf(marks) }]
    })
  }

  /** Files whose pages are not searched yet. */
  unreadFiles(): UnreadFile[] {
    this.#notice()
    return this.#pages?.unread() ?? []
  }

  /** Takes in the text of a file's pages; none where it could not be read. */
  putPages(sha256: string, pages: readonly string[]): void {
    this.#asked = null
    this.#pages?.put(sha256, pages)
  }

  /** Values of a field that begin as typed, those of most papers first. */
  complete(field: CompletedField, typed: string): string[] {
    this.#takeInFew()
    return completions(this.db, this.#index, field, typed)
  }

  /** Papers of the library that are like others or like a text, and why. */
  related(query: RelatedQuery): Related[] {
    this.#takeInFew()
    this.#vectors.notice()
    return relatedPapers(
      this.db,
      this.#index,
      this.#vectors,
      this.#within({ kind: 'library' }),
      query
    )
  }

  /** What the user would make of a paper, going by what was done with others. */
  opinion(paperId: number): Promise<Opinion> {
    this.#takeInFew()
    return this.#tastes.opinionOf(paperId)
  }

  /** A view's papers, those first that are likeliest to be kept; null where too little was kept yet. */
  byKeeping(view: View): number[] | null {
    this.#takeInFew()
    return this.#tastes.byKeeping(viewIds(this.db, view))
  }

  /** How likely papers are to be kept; none where too little was kept yet. */
  likeness(ids: readonly number[]): Likeness[] {
    this.#takeInFew()
    return this.#tastes.likeness(ids)
  }

  /** The terms of the titles and abstracts of papers, once all that changed is taken in. */
  async termVectors(papers: readonly number[]): Promise<TermVectors> {
    await this.catchUp()
    return termVectors(this.#index.index, new Set(papers))
  }

  /** Terms that papers of the last window have more often than those before. */
  risingTerms({
    papers,
    windowOf,
    windows,
    most
  }: {
    papers: Int32Array
    windowOf: Int32Array
    windows: number
    most: number
  }): TermWindows {
    this.#takeInFew()
    const byPaper = new Int8Array(this.#index.index.idLimit).fill(-1)
    for (const [row, paper] of papers.entries()) byPaper[paper] = windowOf[row] ?? -1
    return risingTerms(this.#index.index, byPaper, windows, most)
  }

  /** Papers that have a word, in any of its forms, in their title or abstract. */
  papersWith(word: string): number[] {
    this.#takeInFew()
    const [term] = this.#index.termsOf(word).keys()
    return term === undefined ? [] : papersWith(this.#index.index, term)
  }

  #placeOf({
    note,
    annotation,
    page
  }: Pick<TextMarks, 'note' | 'annotation'> & { page?: PageExcerpt }): FoundPlace | null {
    if (note !== null) return { kind: 'note', ...note }
    if (annotation !== null) {
      const target = getAnnotations(this.db, [annotation.id])[0]?.target
      const pageLabel = target?.on === 'pdf' ? target.pageLabel || String(target.page + 1) : ''
      return { kind: 'annotation', ...annotation, pageLabel }
    }
    return page === undefined ? null : { kind: 'page', ...page }
  }

  /** Takes in whatever has changed, by and by: queries may come in between. */
  async catchUp(): Promise<void> {
    this.#notice()
    this.#catchingUp ??= this.#catchUp().finally(() => {
      this.#catchingUp = null
    })
    await this.#catchingUp
  }

  /** Writes the index to its files, if it has changed since. */
  async save(): Promise<void> {
    if (this.folder === null || this.#unsaved === 0) return
    this.#unsaved = 0
    await saveIndex(this.#index.index, this.folder)
  }

  /** Ends what `catchUp` is at, and saves. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#catchingUp
    this.#pages?.close()
    await this.save()
    this.#index.index.close()
  }

  async #catchUp(): Promise<void> {
    while (this.pending > 0 && !this.#isClosed) {
      this.#readSome(this.#recent.size > 0 ? this.#recent : this.#waiting)
      await setImmediate()
    }
    if (this.#isClosed) return
    await this.#index.settle()
    // The first search is as quick as the next then, for a single letter too.
    this.query({ text: 'a', limit: 1, view: { kind: 'library' } })
    if (this.#unsaved >= savedAfter) await this.save()
  }

  #notice(): void {
    const newest = newestRevision(this.db)
    if (newest === this.#noticed) return
    const changed = changedSince(this.db, this.#noticed)
    this.#noticed = newest
    const isMuch = changed.length > mostBefore
    this.#pages?.notice()
    for (const { paperId, exists } of changed)
      if (paperId === 0) this.#forgetShelves()
      else if (!exists) this.#forget(paperId)
      else if (isMuch) this.#waiting.add(paperId)
      else this.#recent.add(paperId)
    if (isMuch) this.#sets.clear()
    else this.#updateSets(changed.map(({ paperId }) => paperId).filter((id) => id > 0))
  }

  /** A tag or collection that is put elsewhere changes what another has, and no paper. */
  #forgetShelves(): void {
    for (const key of this.#sets.keys())
      if (/"kind":"(?:tags?|collection)"/.test(key)) this.#sets.delete(key)
  }

  #options(): Required<Pick<QueryOptions, 'today' | 'filterSets'>> {
    return { today: today(), filterSets: (filter: Filter) => this.#filtered(filter) }
  }

  /** Papers that have all plain words on one page of a file, and hold to whatever else is asked. */
  #findInPages(
    text: string,
    within: Uint8Array | null,
    options: Pick<QueryOptions, 'today' | 'isComplete' | 'filterSets'>
  ): PageHit[] {
    this.#asked = null
    if (this.#pages?.hasPages !== true) return []
    const query = readPageQuery(text, {
      today: options.today ?? today(),
      isComplete: options.isComplete === true
    })
    if (query === null) return []
    const hits = this.#pages.find(
      query,
      this.#index.papersHolding(query.others, { ...options, within })
    )
    this.#asked = { text, query, hits: new Map(hits.map((hit) => [hit.paperId, hit])) }
    return hits
  }

  #nearness(meaning: Float32Array, within: Uint8Array | null): Map<number, number> {
    this.#vectors.notice()
    return this.#vectors.nearness(meaning, within)
  }

  /** Notices changes, and takes them in unless they are very many. */
  #takeInFew(): void {
    this.#notice()
    if (this.#recent.size <= mostBefore) while (this.#recent.size > 0) this.#readSome(this.#recent)
  }

  #forget(paperId: number): void {
    this.#recent.delete(paperId)
    this.#waiting.delete(paperId)
    if (!this.#index.index.has(paperId)) return
    this.#index.update([], [paperId])
    this.#unsaved++
  }

  #readSome(from: Set<number>): void {
    const ids: number[] = []
    for (const id of from) {
      ids.push(id)
      from.delete(id)
      if (ids.length === batch) break
    }
    // Read before the papers: one that changes in between is noticed again.
    const revisions = new Map(
      revisionsOfPapers(this.db, ids).map(({ paperId, revision }) => [paperId, revision])
    )
    const documents = searchDocuments(this.db, ids)
    this.#index.update(documents, [], (id) => revisions.get(id) ?? 0)
    this.#unsaved += documents.length
  }

  /** What the index has of other revisions than the library is to be read again. */
  #compare(): void {
    const { index } = this.#index
    const revisions = revisionsById(this.db)
    for (const [id, revision] of revisions.entries())
      if (revision !== 0 && index.revisionOf(id) !== revision) this.#waiting.add(id)
    for (let id = 0; id < index.idLimit; id++)
      if (index.has(id) && (revisions[id] ?? 0) === 0) this.#forget(id)
    if (this.#waiting.size > mostBefore) return
    this.#recent = this.#waiting
    this.#waiting = new Set()
  }

  #within(view: View): Uint8Array {
    return this.#setOf(JSON.stringify(view), (among) => viewIds(this.db, view, among))
  }

  #filtered(filter: Filter): Uint8Array {
    // A tag or digest that comes or goes may change what the name of another stands for.
    if (!isOwn(filter)) {
      const set = setOf(filterIds(this.db, filter), this.#index.index.idLimit)
      if (filter.field === 'in') for (const id of this.#saved(filter.value)) set[id] = 1
      return set
    }
    return this.#setOf(JSON.stringify(filter), (among) => filterIds(this.db, filter, among))
  }

  /** What the saved search of a name finds. */
  #saved(name: string): Int32Array {
    const saved = savedSearchNamed(this.db, name)
    if (saved === undefined || this.#lookedInto.has(saved.id)) return new Int32Array()
    this.#lookedInto.add(saved.id)
    try {
      return this.#strictly(saved.query, null, false)
    } finally {
      this.#lookedInto.delete(saved.id)
    }
  }

  #strictly(text: string, within: Uint8Array | null, isComplete: boolean): Int32Array {
    const { mode, all: found } = this.#index.query(text, {
      ...{ today: today(), isComplete, limit: 0, all: true, within },
      filterSets: (filter) => this.#filtered(filter)
    })
    return mode === 'all' ? found : new Int32Array()
  }

  /** Papers, by a 1 each, that `idsAmong` gives; kept as the library changes. */
  #setOf(key: string, idsAmong: IdsAmong): Uint8Array {
    const known = this.#sets.get(key)
    if (known !== undefined) return known.set
    const set = setOf(idsAmong(null), this.#index.index.idLimit)
    if (this.#sets.size >= mostSets) this.#sets.clear()
    this.#sets.set(key, { idsAmong, set })
    return set
  }

  #updateSets(changed: readonly number[]): void {
    const highest = changed.reduce((most, id) => Math.max(most, id), 0)
    for (const [key, { idsAmong, set: former }] of this.#sets) {
      let set = former
      if (highest >= set.length) {
        set = new Uint8Array(Math.ceil(highest * 1.2) + 1)
        set.set(former)
        this.#sets.set(key, { idsAmong, set })
      }
      for (const id of changed) set[id] = 0
      for (const id of idsAmong(changed)) set[id] = 1
    }
  }
}

/** Papers found by themselves, then those found by pages of their files alone; just these where no paper has all words. */
function withPages(
  byItself: SearchResult,
  inPages: readonly PageHit[],
  limit: number
): SearchResult {
  if (inPages.length === 0 || byItself.mode === 'text') return byItself
  const isExact = byItself.mode === 'all'
  const known = new Set(isExact ? byItself.all : [])
  const more = inPages.filter(({ paperId }) => !known.has(paperId))
  if (more.length === 0) return byItself
  const lowest = isExact ? (byItself.hits.at(-1)?.score ?? 1) : 1
  const found = more.map(({ paperId }, at) => ({ id: paperId, score: lowest / (at + 2) }))
  return {
    ...byItself,
    mode: isExact && byItself.total > 0 ? 'all' : 'pages',
    isRanked: byItself.isRanked || !isExact || byItself.total === 0,
    hits: [...(isExact ? byItself.hits : []), ...found].slice(0, limit),
    total: (isExact ? byItself.total : 0) + found.length,
    all: Int32Array.from([...known, ...found.map(({ id }) => id)])
  }
}

/** What annotations of a paper say, with their tags; only the first of very many. */
function annotationTexts(db: ReadableDb, paperId: number): { id: number; text: string }[] {
  return listAnnotations(db, { paperId })
    .slice(0, mostAnnotations)
    .map(({ id, target, comment, tags }) => ({
      id,
      text: [wordsOf(target, comment), ...tags.map(({ name }) => name)].join(' ').trim()
    }))
}

/** A 1 for each of some papers. */
function setOf(ids: readonly number[], size: number): Uint8Array {
  const highest = ids.reduce((most, id) => Math.max(most, id), 0)
  const set = new Uint8Array(Math.max(size, highest + 1))
  for (const id of ids) set[id] = 1
  return set
}

function today(): string {
  const now = new Date()
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 10)
}
