import type { TagRule } from '@shared/model/tag-rule'
import type { WritableDb } from '../database/handle'
import { change } from '../library/journal'
import { isLongChangeOpen } from '../library/long-change'
import { changedSince, newestRevision } from '../library/revisions'
import { applyTagRule, getTagRule, listTagRules, papersToTag } from '../library/tag-rules'
import type { LibrarySession } from './session'

/** Rules look at what changed once nothing has for this long, in milliseconds. */
const restMs = 400
/** Above so many changed papers all that a rule finds is looked at. */
const mostNamed = 5000

/** What rules are applied to: a library, with its search. */
type Ruled = Pick<LibrarySession, 'answering' | 'notice'> & { readonly db: WritableDb }

/**
 * Applies the rules that tag to what comes in or is changed, each as a change of its own that can be undone.
 * What an undo or redo touches is left alone: the user has just said how that is to be.
 */
export class Tagging {
  readonly #pending = new Set<number>()
  #seen: number
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #ended = false

  constructor(
    private readonly session: () => Ruled,
    private readonly fail: (error: unknown) => void
  ) {
    this.#seen = newestRevision(session().db)
  }

  /** The library may have changed. */
  changed(): void {
    this.#take((id) => this.#pending.add(id))
    if (this.#pending.size === 0 || this.#ended) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.settle(), restMs)
  }

  /** Runs what undoes or redoes something. */
  passOver<T>(work: () => T): T {
    this.#take((id) => this.#pending.add(id))
    const value = work()
    this.#take((id) => this.#pending.delete(id))
    return value
  }

  /** Another library was opened. */
  restart(): void {
    clearTimeout(this.#timer)
    this.#pending.clear()
    this.#seen = newestRevision(this.session().db)
  }

  /** Applies one rule to the whole library; gives how many papers it tagged. */
  async apply(id: number): Promise<number> {
    const session = this.session()
    const rule = getTagRule(session.db, id)
    return rule.enabled ? applyRule(session, rule, null) : 0
  }

  /** Applies the rules to what is waiting for it, now. */
  settle(): Promise<void> {
    clearTimeout(this.#timer)
    this.#running = this.#running.then(() => this.#run()).catch(this.fail)
    return this.#running
  }

  async end(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#timer)
    await this.#running
  }

  async #run(): Promise<void> {
    const session = this.session()
    const isOver = (): boolean => this.#ended || this.session() !== session
    if (isOver() || this.#pending.size === 0) return
    if (isLongChangeOpen(session.db)) {
      // Its end is a change too; what it would take back is not to be tagged.
      this.#timer = setTimeout(() => void this.settle(), restMs)
      return
    }
    const ids = [...this.#pending]
    this.#pending.clear()
    for (const rule of listTagRules(session.db)) {
      if (isOver()) return
      if (rule.enabled) await applyRule(session, rule, ids.length > mostNamed ? null : ids)
    }
    session.notice()
  }

  #take(each: (id: number) => void): void {
    const { db } = this.session()
    const newest = newestRevision(db)
    if (newest === this.#seen) return
    for (const { paperId, exists } of changedSince(db, this.#seen)) if (exists) each(paperId)
    this.#seen = newest
  }
}

/** Has a rule tag what it finds, as one change; gives how many papers that were. */
async function applyRule(
  session: Ruled,
  rule: TagRule,
  among: readonly number[] | null
): Promise<number> {
  const { db } = session
  const answering = await session.answering(rule.query, among)
  // The user may have changed it meanwhile.
  const isSame = listTagRules(db).some(
    (now) =>
      now.id === rule.id && now.query === rule.query && now.tagId === rule.tagId && now.enabled
  )
  const ids = isSame ? papersToTag(db, rule, answering) : []
  if (ids.length === 0) return 0
  change(db, { kind: 'rule', count: ids.length, name: rule.tag }, (tx) => {
    applyTagRule(tx, rule, ids)
  })
  session.notice()
  return ids.length
}
