import { statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { EventName } from '@shared/ipc/channels'
import { AppError } from '@shared/ipc/error'
import type { EventBodies } from '@shared/ipc/events'
import { words } from '@shared/messages/words'
import type { ChangeLabel } from '@shared/model/journal'
import type {
  Project,
  ProjectFix,
  ProjectProblem,
  ProjectSummary,
  RewritePreview
} from '@shared/model/latex'
import type { JournalledDb } from '../database/handle'
import { hashOf } from '../latex/bib/update-bib'
import { ProjectFailure } from '../latex/failure'
import {
  followJournal,
  planRemoval,
  planRewrite,
  recordRewrites,
  type Renaming,
  type Rewrite,
  type RewritePlan
} from '../latex/rewrite-key'
import { change } from '../library/journal'
import {
  addLatexProject,
  bibWrittenAt,
  forgetEntry,
  latexProject,
  latexProjects,
  markRecited,
  rememberEntries,
  removeLatexProject,
  setLatexProject,
  type LatexProject
} from '../library/latex-projects'
import { planKeys, remakeKeys, setCitationKey } from '../library/citation-keys'
import { getPapers } from '../library/papers'
import { correctByEntry } from './correct-by-entry'
import { LinkedProject, type EntryText } from './linked-project'
import type { LibrarySession } from './session'

/** What of a library projects need. */
type Library = Pick<LibrarySession, 'db' | 'notice' | 'search' | 'answering'>

interface Surroundings {
  session: () => Library
  /** How a paper reads as an entry. */
  entry: EntryText
  /** Takes the text of a `.bib`'s entries into the library; `name` is what the user knows it by. */
  take: (text: string, name: string) => Promise<void>
  publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
}

/** What became of a change of keys. */
interface Renamed {
  label: ChangeLabel | null
  /** How many files were changed. */
  files: number
  /** Sentences about files that were not. */
  left: string[]
}

/** So many places of a rename are shown. */
const mostShown = 500

/** The linked LaTeX projects of the open library: each is watched, and its `.bib` kept up to date. */
export class LatexProjects {
  readonly #linked = new Map<number, LinkedProject>()
  /** What the projects were when last looked at: an undo changes them too. */
  #signature = ''
  #isStarted = false
  readonly #told = new Set<string>()

  constructor(private readonly around: Surroundings) {}

  start(): void {
    this.#isStarted = true
    this.notice()
  }

  /** Looks for what has changed about the projects; to be called after whatever may have written. */
  notice(): void {
    if (!this.#isStarted) return
    const { db } = this.around.session()
    this.#follow()
    const projects = latexProjects(db)
    const signature = JSON.stringify(projects)
    if (signature === this.#signature) return
    this.#signature = signature
    const ids = new Set(projects.map(({ id }) => id))
    for (const [id, linked] of this.#linked)
      if (!ids.has(id)) {
        linked.close()
        this.#linked.delete(id)
      }
    for (const project of projects) {
      const known = this.#linked.get(project.id)
      if (known === undefined || known.project.path !== project.path) {
        known?.close()
        this.#linked.set(project.id, this.#watch(project))
      } else if (JSON.stringify(known.project) !== JSON.stringify(project)) known.set(project)
    }
    this.#changed()
  }

  /** Papers have changed; null for all of them. */
  papersChanged(ids: readonly number[] | null): void {
    if (!this.#isStarted) return
    this.#follow()
    for (const linked of this.#linked.values()) linked.papersChanged(ids)
  }

  /** Ends the watching; `start` begins it anew, in the library that is open then. */
  close(): void {
    for (const linked of this.#linked.values()) linked.close()
    this.#linked.clear()
    this.#signature = ''
    this.#isStarted = false
  }

  list(): ProjectSummary[] {
    const { db } = this.around.session()
    return latexProjects(db).map((project) => this.#summary(project))
  }

  async get(id: number): Promise<Project> {
    const { db } = this.around.session()
    const project = latexProject(db, id)
    const linked = this.#linked.get(id)
    await linked?.settled()
    const { files, entries, kept } = linked?.findings ?? { files: null, entries: [], kept: [] }
    const papers = new Map(
      getPapers(
        db,
        entries.flatMap(({ paperId }) => (paperId === null ? [] : [paperId]))
      ).map((paper) => [paper.id, paper.title])
    )
    const problems = linked === undefined ? [] : await this.#withSimilar(linked.problems)
    return {
      ...this.#summary(project),
      path: project.path,
      bib: project.bib,
      candidates: candidates(project, files),
      dialect: project.dialect,
      source: project.source,
      paused: project.paused,
      files: files?.files.length ?? 0,
      cited: (files?.cited.size ?? 0) + (files?.byMacros.size ?? 0),
      entries: entries.map(({ key, owner, paperId }) => ({
        ...{ key, owner, paperId },
        title:
          paperId === null
            ? (kept.find((one) => one.key === key)?.title ?? '')
            : (papers.get(paperId) ?? ''),
        citations: files?.cited.get(key)?.length ?? 0
      })),
      list: problems,
      checkedAt: linked?.checkedAt ?? null
    }
  }

  /**
   * Links a folder or a `.tex`. The `.bib` that its files name is kept, if they name one and no other
   * project keeps it; else the user is to choose.
   */
  async link(path: string): Promise<number> {
    const { db } = this.around.session()
    const probe = new LinkedProject(
      { id: 0, path, bib: '', dialect: 'bibtex', source: { kind: 'cited' }, paused: false },
      this.#parts()
    )
    const files = await probe.read().finally(() => {
      probe.close()
    })
    const [bib = ''] = candidates({ path, bib: '' }, files).filter(
      (candidate) => !latexProjects(db).some((other) => other.bib === candidate)
    )
    const { value } = change(db, { kind: 'link-project', count: 1, name: basename(path) }, (tx) =>
      addLatexProject(tx, {
        ...{ path, bib, source: { kind: 'cited' }, paused: false },
        dialect: files.usesBiblatex ? 'biblatex' : 'bibtex'
      })
    )
    this.notice()
    return value
  }

  set(
    id: number,
    part: Partial<Pick<LatexProject, 'bib' | 'dialect' | 'source' | 'paused'>>
  ): ChangeLabel | null {
    const { db } = this.around.session()
    const project = latexProject(db, id)
    const name = basename(project.path)
    const { label } = change(db, { kind: 'set-project', count: 1, name }, (tx) => {
      setLatexProject(tx, { ...project, ...part })
    })
    this.notice()
    return label
  }

  unlink(id: number): ChangeLabel | null {
    const { db } = this.around.session()
    const { path } = latexProject(db, id)
    const about: ChangeLabel = { kind: 'unlink-project', count: 1, name: basename(path) }
    const { label } = change(db, about, (tx) => {
      removeLatexProject(tx, id)
    })
    this.notice()
    return label
  }

  /** Brings a `.bib` up to date now, and makes it anew if it is gone. */
  async write(id: number): Promise<void> {
    latexProject(this.around.session().db, id)
    await this.#linked.get(id)?.run({ mayRemake: true })
  }

  async writeAll(): Promise<void> {
    for (const linked of this.#linked.values()) await linked.run({ mayRemake: false })
  }

  /** Does what is offered about a problem. */
  async fix(id: number, fix: ProjectFix): Promise<void> {
    const { db } = this.around.session()
    const { bib } = latexProject(db, id)
    const linked = this.#linked.get(id)
    if (linked === undefined) return
    if (fix.kind === 'keep') {
      // A path is not taken from the window, but chosen among those that the project names.
      if (!linked.holds(fix.bib)) throw new AppError('invalid-input', words.latex.noFile(fix.bib))
      this.set(id, { bib: fix.bib })
      return
    }
    if (fix.kind === 'recite') {
      const plan = planRewrite(linked.sources([fix.key]), [{ from: fix.key, to: fix.to }])
      const about = { kind: 'recite' as const, count: plan.rewrites.length, name: fix.to }
      this.#rewrite(id, about, plan.rewrites)
    } else if (fix.kind === 'remove') {
      const removal = planRemoval(bib, fix.key, linked.project.dialect)
      if (removal === null) throw new AppError('not-found', words.latex.entryChanged(fix.key))
      const about = { kind: 'remove-entry' as const, count: removal.swaps.length, name: fix.key }
      this.#rewrite(id, about, [removal])
    } else if (fix.kind === 'take' && fix.key === '') {
      await this.around.take(linked.foreignText(), basename(bib))
      return
    } else {
      const { entry, paperId } = linked.editedEntry(fix.key)
      if (fix.kind === 'leave') forgetEntry(db, bib, fix.key)
      else {
        if (fix.kind === 'take') await correctByEntry(db, paperId, entry)
        rememberEntries(db, bib, [{ paperId, key: fix.key, hash: hashOf(entry), lead: '' }])
      }
    }
    this.around.session().notice()
    await linked.run({ mayRemake: false })
  }

  /** Where a new `.bib` of a project would lie. */
  newBib(id: number): string {
    const { path } = latexProject(this.around.session().db, id)
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      ? join(path, 'references.bib')
      : join(dirname(path), `${basename(path, extname(path))}.bib`)
  }

  /** Whether a file is one of a project's. */
  holds(id: number, file: string): boolean {
    return this.#linked.get(id)?.holds(file) === true
  }

  /** Where linked projects cite a paper that is to have another key. */
  previewKey(paperId: number, key: string): RewritePreview {
    return preview(this.#plan([this.#renaming(paperId, key)]))
  }

  /** Where linked projects cite papers whose keys are to be made anew. */
  previewKeys(ids: readonly number[]): RewritePreview {
    return preview(this.#plan(this.#remaking(ids)))
  }

  /** Gives a paper another key, in every file of linked projects too that cites it if that is wanted. */
  setKey(paperId: number, key: string, rewrites: boolean): Renamed {
    const renaming = this.#renaming(paperId, key)
    return this.#rename({ kind: 'key', count: 1, name: key }, rewrites ? [renaming] : [], (tx) => {
      setCitationKey(tx, paperId, key)
    })
  }

  /** Makes the keys of papers anew, in every file of linked projects too that cites them if that is wanted. */
  remakeKeys(ids: readonly number[], rewrites: boolean): Renamed {
    const [only] = ids.length === 1 ? getPapers(this.around.session().db, ids) : []
    const about: ChangeLabel = { kind: 'keys', count: ids.length, name: only?.title ?? '' }
    return this.#rename(about, rewrites ? this.#remaking(ids) : [], (tx) => {
      remakeKeys(tx, ids)
    })
  }

  #rename(
    about: ChangeLabel,
    renamings: readonly Renaming[],
    apply: (tx: JournalledDb) => void
  ): Renamed {
    const { db } = this.around.session()
    const { rewrites } = this.#plan(renamings)
    const { label } = change(db, about, (tx) => {
      apply(tx)
      recordRewrites(tx, rewrites)
    })
    const { written, left, failed } = followJournal(db)
    this.around.session().notice()
    return { label, files: written, left: [...left, ...failed] }
  }

  #renaming(paperId: number, to: string): Renaming {
    const [paper] = getPapers(this.around.session().db, [paperId])
    if (paper === undefined) throw new AppError('not-found', words.library.noPaper)
    return { from: paper.citationKey, to }
  }

  #remaking(ids: readonly number[]): Renaming[] {
    return planKeys(this.around.session().db, ids).map(({ from, to }) => ({ from, to }))
  }

  #plan(renamings: readonly Renaming[]): RewritePlan {
    const changed = renamings.filter(({ from, to }) => from !== to)
    // A file may belong to several projects.
    const candidates = new Map(
      [...this.#linked.values()]
        .flatMap((linked) => linked.candidates(changed.map(({ from }) => from)))
        .map((candidate) => [candidate.path, candidate])
    )
    try {
      return planRewrite([...candidates.values()], changed)
    } catch (error) {
      if (!(error instanceof ProjectFailure)) throw error
      throw new AppError('unreadable-file', error.message, { cause: error })
    }
  }

  /** Changes files alone, as a change of the journal. */
  #rewrite(id: number, about: ChangeLabel, rewrites: readonly Rewrite[]): void {
    const { db } = this.around.session()
    change(db, about, (tx) => {
      markRecited(tx, id)
      recordRewrites(tx, rewrites)
    })
    this.#follow()
  }

  /** Files go where the journal went. */
  #follow(): void {
    const { written, left, failed } = followJournal(this.around.session().db)
    for (const message of left) this.around.publish('project:failed', { message })
    for (const message of failed)
      if (!this.#told.has(message)) {
        this.#told.add(message)
        this.around.publish('project:failed', { message })
      }
    if (failed.length === 0) this.#told.clear()
    if (written > 0) for (const linked of this.#linked.values()) linked.look()
  }

  #watch(project: LatexProject): LinkedProject {
    const linked = new LinkedProject(project, this.#parts())
    linked.start()
    return linked
  }

  #parts(): ConstructorParameters<typeof LinkedProject>[1] {
    return {
      db: () => this.around.session().db,
      answering: (query) => this.around.session().answering(query, null),
      entry: this.around.entry,
      changed: () => {
        this.#changed()
      },
      failed: (message) => {
        this.around.publish('project:failed', { message })
      }
    }
  }

  #changed(): void {
    this.around.publish('project:changed', undefined)
  }

  #summary(project: LatexProject): ProjectSummary {
    const linked = this.#linked.get(project.id)
    const { bib } = project
    return {
      id: project.id,
      name: basename(project.path),
      health: linked?.health ?? 'unknown',
      problems: linked?.serious ?? 0,
      failure: linked?.failure ?? '',
      writtenAt: bib === '' ? null : bibWrittenAt(this.around.session().db, bib)
    }
  }

  /** Keys that are missing, with papers that what they say finds. */
  async #withSimilar(problems: readonly ProjectProblem[]): Promise<ProjectProblem[]> {
    const session = this.around.session()
    const searched = new Set(
      problems.filter(({ kind, fixes }) => kind === 'missing' && fixes.length === 0).slice(0, 20)
    )
    return Promise.all(
      problems.map(async (problem) => {
        if (!searched.has(problem)) return problem
        const words = problem.name.match(/[A-Za-z]{3,}|\d{4}/g) ?? []
        if (words.length < 2) return problem
        const { hits } = await session.search({
          text: words.join(' '),
          limit: 3,
          view: { kind: 'library' }
        })
        const papers = getPapers(
          session.db,
          hits.map(({ id }) => id)
        )
        const fixes = papers.map(({ citationKey }) => ({
          ...{ kind: 'recite' as const, key: problem.name, to: citationKey }
        }))
        return { ...problem, fixes }
      })
    )
  }
}

/** The first places of a plan, and how many there are in how many files. */
function preview({ rewrites, shown }: RewritePlan): RewritePreview {
  return { places: shown.slice(0, mostShown), total: shown.length, files: rewrites.length }
}

/** `.bib`s that might be kept: those the files name, then those that lie about. */
function candidates(
  project: Pick<LatexProject, 'path' | 'bib'>,
  files: { bibs: readonly { path: string }[]; found: readonly string[] } | null
): string[] {
  const named = files?.bibs.map(({ path }) => path) ?? []
  const all = [...named, project.bib, ...(files?.found ?? [])].filter((path) => path !== '')
  return [...new Set(all)]
}
