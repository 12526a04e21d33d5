import { randomUUID } from 'node:crypto'
import type { EventName } from '@shared/ipc/channels'
import { AppError } from '@shared/ipc/error'
import type { EventBodies } from '@shared/ipc/events'
import { words } from '@shared/messages/words'
import type { ChangeLabel } from '@shared/model/journal'
import type { FoundField, LookedUp, LookupPlan } from '@shared/model/lookup'
import type { Paper, PaperFields } from '@shared/model/paper'
import type { Settings } from '@shared/model/settings'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { weigh } from '../library/better'
import { change } from '../library/journal'
import { completePaper } from '../library/paper-changes'
import { getPapers } from '../library/papers'
import { chosenFields, wordsOf } from '../library/statements'
import { completePapers } from '../lookup/complete'
import type { Completion } from '../lookup/inquiry'
import { isUnpublished, isWanting } from '../lookup/known'
import type { Candidate, Service } from '../lookup/service'
import type { LibrarySession } from './session'

/** So many papers are completed by themselves in one step that can be undone. */
const batch = 50

/** The library that papers are completed in. */
type Library = Pick<LibrarySession, 'db' | 'notice'>

/** What look-ups need of those around them. */
interface Surroundings {
  session: () => Library
  settings: () => Settings
  services: () => Promise<readonly Service[]>
  publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
}

/** What was found for papers of a library, until the user has said what becomes of it. */
interface Draft {
  id: string
  session: Library
  completions: readonly Completion[]
}

/** Looking papers up on the Internet: on demand, with a look before anything is changed; or after imports. */
export class Completing {
  #running: AbortController | null = null
  #draft: Draft | null = null
  #waiting: number[] = []
  #behind: Promise<void> | null = null
  #services: Promise<readonly Service[]> | null = null
  readonly #ended = new AbortController()

  constructor(private readonly around: Surroundings) {}

  /**
   * Looks papers up and tells what was found, all of it or as much as there was when it was stopped.
   * @throws AppError `conflict` while others are being looked up, `invalid-input` where the user's
   * settings allow no look-ups
   */
  async run(ids: readonly number[]): Promise<LookupPlan> {
    if (this.around.settings().lookups === 'off')
      throw new AppError('invalid-input', words.lookups.off)
    if (this.#running !== null) throw new AppError('conflict', words.lookups.running)
    const running = new AbortController()
    this.#running = running
    try {
      const session = this.around.session()
      const papers = getPapers(session.db, ids)
      const completions: Completion[] = []
      const signal = AbortSignal.any([running.signal, this.#ended.signal])
      await this.#lookUp(papers, signal, (completion) => {
        completions.push(completion)
        const found = completions.filter((one) => one.found.length > 0).length
        const progress = { done: completions.length, of: papers.length, found }
        this.around.publish('lookup:progressed', progress)
      })
      this.#draft = { id: randomUUID(), session, completions }
      return planOf(this.#draft, papers)
    } finally {
      this.#running = null
    }
  }

  /** Ends what `run` is at; what was found by then is its answer. */
  stop(): void {
    this.#running?.abort()
  }

  /** Gives papers what was found for them, as one change. @throws AppError `not-found` once it is over */
  apply(draftId: string, ids: readonly number[]): ChangeLabel | null {
    const draft = this.#draft
    if (draft?.id !== draftId || draft.session !== this.around.session())
      throw new AppError('not-found', words.lookups.over)
    const wanted = new Set(ids)
    const label = write(
      draft.session,
      draft.completions.filter(({ paperId }) => wanted.has(paperId))
    )
    this.#draft = null
    return label
  }

  /** Forgets what was found. */
  discard(): void {
    this.#draft = null
  }

  /** Completes those papers that lack something, some time soon, if the user wants that done by itself. */
  later(ids: readonly number[]): void {
    if (this.around.settings().lookups !== 'always' || this.#ended.signal.aborted) return
    for (const id of ids) this.#waiting.push(id)
    this.#behind ??= this.#completeWaiting().finally(() => {
      this.#behind = null
    })
  }

  /** Stops everything. */
  async end(): Promise<void> {
    this.#ended.abort()
    await this.#behind
  }

  async #completeWaiting(): Promise<void> {
    const session = this.around.session()
    const report: EventBodies['lookup:finished'] = { completed: 0, of: 0, failed: [] }
    const isOver = (): boolean => this.#ended.signal.aborted || this.around.session() !== session
    while (this.#waiting.length > 0 && !isOver()) {
      const papers = getPapers(session.db, this.#waiting.splice(0, batch)).filter(isWanting)
      const completions: Completion[] = []
      await this.#lookUp(papers, this.#ended.signal, (completion) => {
        completions.push(completion)
      })
      if (isOver()) break
      const found = completions.filter((one) => one.found.length > 0)
      if (write(session, found) !== null) session.notice()
      report.of += papers.length
      report.completed += found.length
      const messages = completions.flatMap(({ failed }) => failed.map(({ message }) => message))
      report.failed = [...new Set([...report.failed, ...messages])]
    }
    this.#waiting = []
    if (report.of > 0) this.around.publish('lookup:finished', report)
  }

  async #lookUp(
    papers: readonly Paper[],
    signal: AbortSignal,
    onFound: (completion: Completion) => void
  ): Promise<void> {
    this.#services ??= this.around.services()
    const services = await this.#services
    const onProgress = ({ completion }: { completion: Completion }): void => {
      onFound(completion)
    }
    try {
      await completePapers(papers, { services, signal, onProgress })
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
}

function write({ db }: Library, completions: readonly Completion[]): ChangeLabel | null {
  const ids = completions.map(({ paperId }) => paperId)
  const there = new Map(getPapers(db, ids).map((paper) => [paper.id, paper]))
  const [first] = there.values()
  if (first === undefined) return null
  const name = there.size === 1 ? first.title : ''
  const complete = (tx: JournalledDb): void => {
    for (const { paperId, found } of completions)
      if (there.has(paperId))
        for (const { says, title, source } of found)
          completePaper(tx, paperId, { ...says, title }, source)
  }
  return change(db, { kind: 'complete', count: there.size, name }, complete).label
}

function planOf({ id, session, completions }: Draft, papers: readonly Paper[]): LookupPlan {
  const told = new Map(completions.map((one) => [one.paperId, one]))
  const failed = new Map<string, number>()
  for (const { message } of completions.flatMap((one) => one.failed))
    failed.set(message, (failed.get(message) ?? 0) + 1)
  return {
    draftId: id,
    papers: papers.flatMap((paper): LookedUp[] => {
      const { id: paperId, title, citationKey } = paper
      const completion = told.get(paperId)
      if (completion === undefined) return []
      const { found, refused } = completion
      return [{ id: paperId, title, citationKey, found: news(session.db, paper, found), refused }]
    }),
    of: papers.length,
    complete: papers.filter((paper) => !isWanting(paper) && !isUnpublished(paper)).length,
    failed: [...failed].map(([message, papers]) => ({ message, papers }))
  }
}

/** What each source would change of a paper, after those before it. */
function news(db: ReadableDb, paper: Paper, found: readonly Candidate[]): LookedUp['found'] {
  const chosen = chosenFields(db, paper.id)
  let shown: PaperFields = paper
  return found.map(({ source, url, title, says }) => {
    const { next, words } = weigh(shown, { ...says, title }, chosen)
    const fields: FoundField[] = words.map(({ field, value, wins }) => ({
      ...{ field, wins },
      former: wordsOf(shown[field]),
      said: wordsOf(value)
    }))
    const isNew = ({ scheme, value }: PaperFields['identifiers'][number]): boolean =>
      !shown.identifiers.some((known) => known.scheme === scheme && known.value === value)
    for (const { scheme, value } of next.identifiers.filter(isNew))
      fields.push({ field: scheme, former: '', said: value, wins: true })
    shown = next
    return { source, url, fields }
  })
}
