import { readFileSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { BibDialect, BibSource, ProjectHealth, ProjectProblem } from '@shared/model/latex'
import type { Paper } from '@shared/model/paper'
import type { WritableDb } from '../database/handle'
import { translateError } from '../database/translate-error'
import { clearLeftovers } from '../files/temporary'
import { keysNamedBy, splitBib } from '../latex/bib/split-bib'
import type { FileEntry, WantedEntry } from '../latex/bib/update-bib'
import { NotYet, ProjectFailure } from '../latex/failure'
import { decodeText } from '../latex/file-text'
import { keepBib, type Kept } from '../latex/keep-bib'
import { findProblems, isSerious } from '../latex/problems'
import { ProjectReader, type ProjectFiles } from '../latex/project-files'
import type { RewriteCandidate } from '../latex/rewrite-key'
import { FolderWatch } from '../latex/watch-files'
import { collectionName } from '../library/collections'
import { bibWrittenAt, keysLike, papersByKey, type LatexProject } from '../library/latex-projects'
import { getPapers } from '../library/papers'
import { revisionsOfPapers } from '../library/revisions'
import { getSavedSearch } from '../library/saved-searches'
import { tagName } from '../library/tags'
import { viewIds } from '../library/views'

/** How a paper reads as an entry: from its at sign to its brace, without what stands before it. */
export type EntryText = (paper: Paper, dialect: BibDialect) => string

interface Surroundings {
  db: () => WritableDb
  entry: EntryText
  /** Papers that answer a query to the letter. */
  answering: (query: string) => Promise<number[]>
  /** Something about the project is to be shown anew. */
  changed: () => void
  /** It could not be looked at or written, after it could: a sentence. */
  failed: (message: string) => void
}

/** Milliseconds until a failed write is tried again: more each time. */
const firstPause = 2000
const longestPause = 5 * 60_000
/** Milliseconds until a file that was being written is looked at again. */
const notYetPause = 700
/** Milliseconds without a change until a file that holds a tag or the library is written. */
const quietPause = 1000
/** So many papers are made entries of at a time; then the window is let in. */
const slice = 200
/** So many missing keys get suggestions. */
const mostSuggestions = 100

/** A project that is watched: what its files cite, and its `.bib`, kept to that. */
export class LinkedProject {
  readonly #reader: ProjectReader
  #watch: FolderWatch | null = null
  #files: ProjectFiles | null = null
  #kept: Kept | null = null
  #problems: ProjectProblem[] = []
  #failure = ''
  #failures = 0
  #timer: NodeJS.Timeout | null = null
  #pause: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  /** What is to be done next. */
  #due: { mayRemake: boolean } | null = null
  #closed = false
  #checkedAt: string | null = null
  /** Entries by their paper, with the revision and the dialect they are of. */
  readonly #entries = new Map<number, { stamp: string; entry: WantedEntry }>()
  #wanted = new Set<number>()
  readonly #others = new Map<string, { stamp: string; keys: string[] }>()

  constructor(
    private about: LatexProject,
    private readonly around: Surroundings
  ) {
    this.#reader = new ProjectReader(about.path)
  }

  get project(): LatexProject {
    return this.about
  }

  get failure(): string {
    return this.#failure
  }

  get checkedAt(): string | null {
    return this.#checkedAt
  }

  get problems(): readonly ProjectProblem[] {
    return this.#problems
  }

  get serious(): number {
    return this.#problems.filter(isSerious).length
  }

  get health(): ProjectHealth {
    if (this.#failure !== '') return 'failing'
    if (this.about.paused) return 'paused'
    if (this.about.bib === '') return 'unset'
    if (this.#checkedAt === null) return 'unknown'
    return this.serious > 0 ? 'problems' : 'ok'
  }

  get findings(): {
    files: ProjectFiles | null
    entries: readonly FileEntry[]
    kept: { key: string; title: string }[]
  } {
    const { text } = this.#kept?.file ?? { text: '' }
    const entries = this.#kept?.entries ?? []
    const foreign = new Set(entries.filter(({ paperId }) => paperId === null).map(({ key }) => key))
    const kept =
      foreign.size === 0
        ? []
        : splitBib(text, this.about.dialect)
            .items.filter(({ key }) => foreign.has(key))
            .map(({ key, start, end }) => ({ key, title: titleIn(text.slice(start, end)) }))
    return { files: this.#files, entries, kept }
  }

  start(): void {
    this.#watch = new FolderWatch(() => {
      this.look()
    })
    this.#watch.set([this.about.path])
    this.look()
  }

  close(): void {
    this.#closed = true
    this.#watch?.close()
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#pause !== null) clearTimeout(this.#pause)
  }

  set(project: LatexProject): void {
    this.about = project
    this.#failures = 0
    this.look()
  }

  papersChanged(ids: readonly number[] | null): void {
    const isCited = this.about.source.kind === 'cited'
    const { missing } = this
    // A paper that came may have a key that is cited; one that is not in the file concerns no other.
    if (!isCited) this.#soon()
    else if (ids === null || missing || ids.some((id) => this.#wanted.has(id))) this.look()
  }

  /** Once nothing has changed for a moment: a file with thousands of papers takes its time. */
  #soon(): void {
    if (this.#pause !== null) clearTimeout(this.#pause)
    this.#pause = setTimeout(() => {
      this.look()
    }, quietPause)
  }

  /** Whether something is cited that the library did not have. */
  get missing(): boolean {
    return this.#problems.some(({ kind }) => kind === 'missing' || kind === 'former')
  }

  /** Looks at the project soon; what changes meanwhile is looked at afterwards. */
  look(): void {
    void this.run({ mayRemake: false })
  }

  /** Reads the project as it is. @throws as `ProjectReader.read`, with an AppError */
  async read(): Promise<ProjectFiles> {
    for (let tries = 1; ; tries++)
      try {
        return await this.#reader.read()
      } catch (error) {
        if (error instanceof NotYet && tries < 4) continue
        if (!(error instanceof ProjectFailure)) throw error
        throw new AppError('unreadable-file', error.message, { cause: error })
      }
  }

  /** Until nothing is being done about it. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  /** Reads the project and brings its `.bib` up to date; says how that went by its state. What changes meanwhile is taken in too. */
  run({ mayRemake }: { mayRemake: boolean }): Promise<void> {
    if (this.#closed) return Promise.resolve()
    this.#due = { mayRemake: mayRemake || this.#due?.mayRemake === true }
    this.#running ??= this.#work()
    return this.#running
  }

  async #work(): Promise<void> {
    try {
      for (let how = this.#due; how !== null && !this.#closed; how = this.#due) {
        this.#due = null
        if (this.#timer !== null) clearTimeout(this.#timer)
        this.#timer = null
        await this.#pass(how)
      }
    } finally {
      this.#running = null
    }
  }

  /** Whether a file is one of the project's. */
  holds(file: string): boolean {
    return (
      file === this.about.bib ||
      this.#files?.files.some(({ path }) => path === file) === true ||
      this.#files?.bibs.some(({ path }) => path === file) === true
    )
  }

  /** Files of TeX that cite one of these keys. */
  sources(keys: readonly string[]): RewriteCandidate[] {
    const wanted = new Set(keys)
    const own = this.#reader.own
    const base = this.about.path
    const citing = (this.#files?.files ?? []).filter(({ citations }) =>
      citations.some(({ key }) => wanted.has(key))
    )
    return citing.map(({ path }) => ({
      ...{ path, own },
      name: path.startsWith(base) ? path.slice(base.length + 1) || basename(path) : basename(path)
    }))
  }

  /** As `sources`, with every `.bib` of the project. */
  candidates(keys: readonly string[]): RewriteCandidate[] {
    const bibs = [this.about.bib, ...(this.#files?.bibs.map(({ path }) => path) ?? [])]
    const there = [...new Set(bibs)].filter(
      (path) => path !== '' && statSync(path, { throwIfNoEntry: false })?.isFile() === true
    )
    return [
      ...this.sources(keys),
      ...there.map((path) => ({ path, name: basename(path), own: new Map<string, never>() }))
    ]
  }

  /** An entry of Sheaf's that was changed by hand, and the paper it is of. @throws AppError `not-found` */
  editedEntry(key: string): { entry: string; paperId: number } {
    const paperId = this.#kept?.entries.find(
      (one) => one.key === key && one.owner === 'edited'
    )?.paperId
    const entry = this.#textOf([key])[0]
    if (paperId === undefined || paperId === null || entry === undefined)
      throw new AppError('not-found', words.latex.entryChanged(key))
    return { entry, paperId }
  }

  /** Entries written by hand that the library does not have, with the abbreviations they may use. */
  foreignText(): string {
    const keys = this.#kept?.entries
      .filter(({ owner, paperId }) => owner === 'theirs' && paperId === null)
      .map(({ key }) => key)
    const { text } = this.#kept?.file ?? { text: '' }
    const abbreviations = text.match(/@string\s*[{(][^\n]*\n/gi) ?? []
    return [...abbreviations, ...this.#textOf(keys ?? [])].join('\n')
  }

  #textOf(keys: readonly string[]): string[] {
    const { text } = this.#kept?.file ?? { text: '' }
    const wanted = new Set(keys)
    return splitBib(text, this.about.dialect)
      .items.filter(({ key }) => wanted.has(key))
      .map(({ start, end }) => text.slice(start, end))
  }

  async #pass({ mayRemake }: { mayRemake: boolean }): Promise<void> {
    // One library from beginning to end, whichever is opened meanwhile.
    const db = this.around.db()
    const before = this.#shown()
    try {
      const files = await this.#reader.read()
      this.#files = files
      const { bib } = this.about
      const folders = bib === '' ? files.folders : [dirname(bib), ...files.folders]
      if (!this.about.paused) for (const folder of folders) clearLeftovers(folder)
      this.#watch?.set(folders)
      const elsewhere = this.#keysElsewhere(files)
      const papers = await this.#papersFor(db, files, elsewhere)
      if (this.#closed) return
      if (this.about.paused || this.about.bib === '') this.#kept = null
      else {
        const { dialect } = this.about
        this.#kept = await keepBib(db, {
          ...{ bib, dialect, mayRemake },
          wanted: papers.wanted
        })
      }
      this.#wanted = new Set(papers.wanted.map(({ paperId }) => paperId))
      this.#problems =
        this.#kept === null ? [] : this.#compare(db, files, this.#kept, elsewhere, papers.formerly)
      this.#failure = ''
      this.#failures = 0
      this.#checkedAt = new Date().toISOString()
    } catch (error) {
      this.#failed(error)
    }
    if (!this.#closed && this.#shown() !== before) this.around.changed()
  }

  #failed(error: unknown): void {
    if (this.#closed) return
    if (error instanceof NotYet) {
      this.#again(notYetPause)
      return
    }
    const wasWell = this.#failure === ''
    const isSentence = error instanceof ProjectFailure || error instanceof AppError
    const known = isSentence ? error : translateError(error, words.database.theLibrary)
    this.#failure = known.message
    if (wasWell) this.around.failed(this.#failure)
    this.#again(Math.min(longestPause, firstPause * 2 ** this.#failures++))
  }

  #again(pause: number): void {
    this.#timer = setTimeout(() => {
      this.look()
    }, pause)
  }

  /** What the window shows of it in few words: to tell whether that has changed. */
  #shown(): string {
    const { entries = [] } = this.#kept ?? {}
    const { bib } = this.about
    const writtenAt = bib === '' ? null : bibWrittenAt(this.around.db(), bib)
    return JSON.stringify([
      this.#failure,
      this.#checkedAt === null,
      writtenAt,
      this.#problems,
      entries,
      this.#files?.cited.size
    ])
  }

  /** Keys that other `.bib`s of the project have: they need not be written, and must not be twice. */
  #keysElsewhere(files: ProjectFiles): Set<string> {
    const keys = new Set<string>()
    for (const { path, exists } of files.bibs) {
      if (!exists || path === this.about.bib) continue
      const about = statSync(path, { throwIfNoEntry: false })
      if (about === undefined) continue
      const stamp = `${String(about.mtimeMs)}/${String(about.size)}`
      let known = this.#others.get(path)
      if (known?.stamp !== stamp) {
        try {
          const { text } = decodeText(readFileSync(path))
          known = { stamp, keys: splitBib(text, this.about.dialect).items.map(({ key }) => key) }
        } catch (error) {
          throw new ProjectFailure(error, path)
        }
        this.#others.set(path, known)
      }
      for (const key of known.keys) keys.add(key)
    }
    return keys
  }

  async #papersFor(
    db: WritableDb,
    files: ProjectFiles,
    elsewhere: ReadonlySet<string>
  ): Promise<{ wanted: WantedEntry[]; formerly: Map<string, string> }> {
    const { source } = this.about
    const keys = [...files.cited.keys(), ...files.byMacros]
    const found = papersByKey(db, keys)
    const formerly = new Map<string, string>()
    for (const { key, formerly: former } of found)
      if (former !== null)
        for (const cited of keys)
          if (cited.toLowerCase() === former.toLowerCase()) formerly.set(cited, key)
    let ids: number[]
    if (source.kind === 'cited') {
      const byKey = new Map(
        found
          .filter(({ formerly: former }) => former === null)
          .map((one) => [one.key.toLowerCase(), one.id])
      )
      // In the order they are cited: new ones come so into the file.
      ids = [...new Set(keys.flatMap((key) => byKey.get(key.toLowerCase()) ?? []))]
    } else ids = await this.#idsOf(db, source)
    const wanted = await this.#entriesOf(db, ids)
    return { wanted: wanted.filter(({ key }) => !elsewhere.has(key)), formerly }
  }

  /** Papers of a part of the library. @throws ProjectFailure where that part is gone */
  async #idsOf(db: WritableDb, source: Exclude<BibSource, { kind: 'cited' }>): Promise<number[]> {
    if (source.kind === 'tag') {
      this.#require(() => tagName(db, source.id), words.latex.goneTag)
      return viewIds(db, source)
    }
    if (source.kind === 'collection') {
      this.#require(() => collectionName(db, source.id), words.latex.goneCollection)
      return viewIds(db, source)
    }
    if (source.kind === 'library') return viewIds(db, source)
    const { query } = this.#require(() => getSavedSearch(db, source.id), words.latex.goneSearch)
    const ids = await this.around.answering(query)
    return [...ids].sort((a, b) => a - b)
  }

  #require<T>(find: () => T, message: string): T {
    try {
      return find()
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not-found')) throw error
      throw new ProjectFailure(message, this.about.bib)
    }
  }

  /** Only what has changed since is made anew. */
  async #entriesOf(db: WritableDb, ids: readonly number[]): Promise<WantedEntry[]> {
    const { dialect } = this.about
    const stamps = new Map(
      revisionsOfPapers(db, ids).map(({ paperId, revision }) => [
        paperId,
        `${String(revision)} ${dialect}`
      ])
    )
    const due = ids.filter((id) => this.#entries.get(id)?.stamp !== (stamps.get(id) ?? dialect))
    for (let from = 0; from < due.length; from += slice) {
      if (from > 0) await new Promise(setImmediate)
      for (const paper of getPapers(db, due.slice(from, from + slice))) {
        const entry = {
          paperId: paper.id,
          key: paper.citationKey,
          text: this.around.entry(paper, dialect)
        }
        this.#entries.set(paper.id, { stamp: stamps.get(paper.id) ?? dialect, entry })
      }
    }
    const wanted = new Set(ids)
    for (const id of this.#entries.keys()) if (!wanted.has(id)) this.#entries.delete(id)
    return ids.flatMap((id) => this.#entries.get(id)?.entry ?? [])
  }

  /** Keys that entries of the file inherit from or refer to. */
  #referred({ file: { text } }: Kept): Set<string> {
    const { items } = splitBib(text, this.about.dialect)
    return new Set(items.flatMap(({ start, end }) => keysNamedBy(text.slice(start, end))))
  }

  #compare(
    db: WritableDb,
    files: ProjectFiles,
    kept: Kept,
    elsewhere: ReadonlySet<string>,
    formerly: ReadonlyMap<string, string>
  ): ProjectProblem[] {
    const inFile = kept.entries.map(({ key }) => key)
    const known = papersByKey(db, inFile).flatMap(({ key, formerly: former }) => [
      key,
      former ?? key
    ])
    const has = new Set([...inFile, ...elsewhere].map((key) => key.toLowerCase()))
    const missing = [...files.cited.keys()].filter(
      (key) => !has.has(key.toLowerCase()) && !formerly.has(key)
    )
    const similar = new Map(
      missing
        .slice(0, mostSuggestions)
        .map((key) => [key, nearest(key, [...keysLike(db, key, 200), ...inFile])])
    )
    const isByHand = kept.entries.some(
      ({ owner, key }) => owner !== 'ours' && !files.cited.has(key)
    )
    return findProblems({
      referred: isByHand ? this.#referred(kept) : new Set(),
      ...{ files, elsewhere, formerly, similar, bib: this.about.bib },
      entries: kept.entries,
      unwritable: kept.unwritable,
      brokenAt: kept.brokenAt,
      inLibrary: new Set(known.map((key) => key.toLowerCase()))
    })
  }
}

/** Keys that are so like another that it may be a slip: at most two letters in ten differ. */
function nearest(key: string, others: readonly string[]): string[] {
  const most = Math.max(1, Math.floor(key.length / 5))
  return [...new Set(others)]
    .map((other) => ({ other, away: distance(key.toLowerCase(), other.toLowerCase(), most) }))
    .filter(({ away }) => away <= most)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ other }) => other)
}

/** Letters to add, take out or change to make one of the other (Levenshtein); above `most` only that it is more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The title field of an entry, as it is written. */
function titleIn(entry: string): string {
  const found = /[\s,]title\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|"([^"]*)")/i.exec(entry)
  return (found?.[1] ?? found?.[2] ?? '').replace(/[{}]/g, '').replace(/\s+/g, ' ').trim()
}
