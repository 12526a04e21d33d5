import { randomUUID } from 'node:crypto'
import type { EventName } from '@shared/ipc/channels'
import { AppError } from '@shared/ipc/error'
import type { EventBodies } from '@shared/ipc/events'
import { words } from '@shared/messages/words'
import type { ChangeLabel } from '@shared/model/journal'
import type {
  FilterPreview,
  HeldBack,
  Subscription,
  SubscriptionFields,
  SubscriptionFilter,
  SubscriptionRun
} from '@shared/model/subscription'
import { translateError } from '../../database/translate-error'
import type { ParsedDigest, ParsedFile } from '../../import/parsed'
import { change } from '../../library/journal'
import {
  addSubscription,
  addSubscriptionRun,
  cameBefore,
  cameLately,
  cameSoFar,
  forgetRemoved,
  getSubscription,
  heldBack,
  listSubscriptions,
  pauseSubscription,
  rememberStep,
  rememberTaken,
  removeSubscription,
  setSubscription,
  setSubscriptionState,
  subscriptionRuns,
  subscriptionState,
  type StoredSubscription
} from '../../library/subscriptions'
import { LeftAlone } from '../../lookup/polite'
import { askSource } from '../../subscribe/ask'
import { dayOf, type Means, type Memory, type Step } from '../../subscribe/source'
import type { Importing } from '../importing'
import type { LibrarySession } from '../session'
import type { DayClock } from './clock'
import { filterPapers, type FilteredPaper } from './filter-papers'
import { heldFile, whyHeld } from './held-back'
import type { Keychain } from './keychain'
import { afterFailure, afterSuccess } from './schedule'
import { sift } from './sift'

/** So many are asked at a time: one that is slow does not hold up all others. */
const atATime = 3
/** What is due when Sheaf starts is asked for a little later: a start is busy enough. */
const settlingMs = 5000
/** The longest wait at a stretch: a computer that slept, or whose clock was set, is noticed then. */
const longestWaitMs = 10 * 60_000
/** So many papers of a preview are shown. */
const mostShown = 40

interface Surroundings {
  session: () => Pick<LibrarySession, 'db' | 'notice'>
  importing: Pick<Importing, 'takeChosen'>
  means: () => Promise<Omit<Means, 'password' | 'now' | 'signal'>>
  keychain: Keychain
  clock: DayClock
  publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
}

type Tally = Pick<SubscriptionRun, 'named' | 'added' | 'held'>

/** The subscriptions of the open library: each is asked when it is due, and what it brings is imported. */
export class Subscriptions {
  readonly #running = new Map<number, Promise<void>>()
  #waiting: number[] = []
  #stopped = new AbortController()
  #callOff: () => void = () => undefined
  #notBefore = 0
  #isStarted = false
  /** What the subscriptions were when last looked at: an undo changes them too. */
  #signature = ''
  /** What passwords of subscriptions go by that were removed; an undo has them until Sheaf is closed. */
  #removed = new Set<string>()

  constructor(private readonly around: Surroundings) {}

  start(): void {
    const { clock, session } = this.around
    this.#isStarted = true
    this.#stopped = new AbortController()
    this.#notBefore = clock.now() + settlingMs
    forgetRemoved(session().db, clock.now())
    this.notice()
  }

  /** Stops asking; what has come is kept, and the rest comes another time. */
  async stop(): Promise<void> {
    this.#isStarted = false
    this.#signature = ''
    this.#waiting = []
    this.#callOff()
    this.#stopped.abort()
    await Promise.all(this.#running.values())
    for (const { uid } of listSubscriptions(this.#db)) this.#removed.delete(uid)
    for (const uid of this.#removed) this.around.keychain.remove(uid)
    this.#removed = new Set()
  }

  /** Looks for what has changed about subscriptions; to be called after whatever may have written. */
  notice(): void {
    if (!this.#isStarted) return
    const signature = JSON.stringify(listSubscriptions(this.#db))
    if (signature === this.#signature) return
    this.#signature = signature
    this.#changed()
  }

  list(): Subscription[] {
    const db = this.#db
    return listSubscriptions(db).map(({ uid, ...subscription }) => {
      const { id, every, paused, source } = subscription
      const { nextAt } = subscriptionState(db, id)
      const [lastRun = null] = subscriptionRuns(db, id, 1)
      const next = Math.max(nextAt, this.around.clock.now())
      return {
        ...{ ...subscription, ...cameSoFar(db, id), lastRun },
        isRunning: this.#running.has(id) || this.#waiting.includes(id),
        nextAt: paused || every === 0 ? null : new Date(next).toISOString(),
        hasPassword: source.kind === 'mail' && this.around.keychain.get(uid) !== null
      }
    })
  }

  /** Adds a subscription, or changes one; it is asked soon. */
  save(
    id: number | null,
    fields: SubscriptionFields,
    password: string | null
  ): { id: number; label: ChangeLabel | null } {
    const db = this.#db
    const uid = id === null ? randomUUID() : getSubscription(db, id).uid
    const { keychain } = this.around
    if (password !== null) keychain.set(uid, password)
    const { name } = fields
    if (id === null) {
      try {
        const made = change(db, { kind: 'subscribe', count: 1, name }, (tx) =>
          addSubscription(tx, { ...fields, uid, paused: false })
        )
        this.notice()
        return { id: made.value, label: made.label }
      } catch (error) {
        keychain.remove(uid)
        throw error
      }
    }
    const former = getSubscription(db, id)
    const { label } = change(db, { kind: 'set-subscription', count: 1, name }, (tx) => {
      setSubscription(tx, { ...fields, id })
    })
    const isOther = JSON.stringify(former.source) !== JSON.stringify(fields.source)
    // Another address begins anew; a new password or schedule is tried at once.
    if (isOther || password !== null || former.every !== fields.every) {
      const { memory } = subscriptionState(db, id)
      setSubscriptionState(db, id, { memory: isOther ? {} : memory, nextAt: 0, failures: 0 })
    }
    this.notice()
    if (password !== null) this.#changed()
    return { id, label }
  }

  pause(id: number, paused: boolean): ChangeLabel | null {
    const { name } = getSubscription(this.#db, id)
    const kind = paused ? 'pause-subscription' : 'resume-subscription'
    const { label } = change(this.#db, { kind, count: 1, name }, (tx) => {
      pauseSubscription(tx, id, paused)
    })
    this.notice()
    return label
  }

  remove(id: number): ChangeLabel | null {
    const { name, uid } = getSubscription(this.#db, id)
    this.#removed.add(uid)
    const { label } = change(this.#db, { kind: 'unsubscribe', count: 1, name }, (tx) => {
      removeSubscription(tx, id)
    })
    this.notice()
    return label
  }

  /** Subscribes to feeds, as one change; gives how many, without those that are there. */
  addFeeds(feeds: readonly { name: string; url: string }[]): {
    added: number
    label: ChangeLabel | null
  } {
    const known = new Set(
      listSubscriptions(this.#db).flatMap(({ source }) =>
        source.kind === 'web' ? [source.url] : []
      )
    )
    const fresh = feeds.filter(({ url }) => !known.has(url) && known.add(url))
    const [first] = fresh
    if (first === undefined) return { added: 0, label: null }
    const name = fresh.length === 1 ? first.name : ''
    const { label } = change(this.#db, { kind: 'subscribe', count: fresh.length, name }, (tx) => {
      for (const feed of fresh)
        addSubscription(tx, {
          ...{ uid: randomUUID(), name: feed.name, source: { kind: 'web', url: feed.url } },
          ...{ every: 24, only: '', byKnown: false, never: '', paused: false }
        })
    })
    this.notice()
    return { added: fresh.length, label }
  }

  /** Asks subscriptions now, or all that are not paused. */
  fetch(ids: readonly number[] | null): void {
    const subscriptions = listSubscriptions(this.#db)
    const wanted = ids ?? subscriptions.filter(({ paused }) => !paused).map(({ id }) => id)
    const known = new Set(subscriptions.map(({ id }) => id))
    for (const id of wanted) if (known.has(id)) this.#enqueue(id)
    this.#changed()
  }

  history(id: number): SubscriptionRun[] {
    return subscriptionRuns(this.#db, id)
  }

  /** What a filter would have made of the papers that came lately. */
  preview(id: number, filter: SubscriptionFilter): FilterPreview {
    const papers = cameLately(this.#db, id).map((text) => JSON.parse(text) as FilteredPaper)
    const { name } = getSubscription(this.#db, id)
    const passing = filterPapers(this.#db, papers, filter, name)
    return {
      of: papers.length,
      passing: passing.filter(Boolean).length,
      papers: papers
        .slice(0, mostShown)
        .map(({ title }, at) => ({ title, passes: passing[at] === true }))
    }
  }

  /** What is held back, the newest first, and what the filter says of each now. */
  async held(id: number): Promise<HeldBack> {
    const db = this.#db
    const subscription = getSubscription(db, id)
    const papers = await whyHeld(db, heldBack(db, id), subscription)
    return { papers, older: cameSoFar(db, id).held - papers.length }
  }

  /** Imports what is held back: these, or those that the filter lets in by now; gives how many were new. */
  async takeHeld(
    id: number,
    which: readonly number[] | 'passing'
  ): Promise<{ taken: number; label: ChangeLabel | null }> {
    const { db } = this.around.session()
    const { name } = getSubscription(db, id)
    const passing = ({ papers }: HeldBack): number[] =>
      papers.flatMap((paper) => (paper.why === 'passes' ? [paper.id] : []))
    const wanted = new Set(which === 'passing' ? passing(await this.held(id)) : which)
    let items: ReturnType<typeof heldBack> = []
    // What is held back is looked for in turn: twice asked for, it is taken in once.
    const choose = (): readonly ParsedFile[] => {
      items = heldBack(db, id).filter((item) => wanted.has(item.id))
      return items.length === 0 ? [] : [heldFile(items.reverse(), name)]
    }
    const report = await this.around.importing.takeChosen({ requests: [], read: [] }, choose)
    rememberTaken(db, items, report.entryId)
    this.#changed()
    const { entryId, added, merged } = report
    const label: ChangeLabel | null =
      entryId === null ? null : { kind: 'import', name, count: added + merged }
    return { taken: items.length, label }
  }

  get #db() {
    return this.around.session().db
  }

  /** Tells the window, and sees to it that what is due is asked. */
  #changed(): void {
    this.around.publish('subscription:changed', undefined)
    this.#wake()
  }

  #wake(): void {
    this.#callOff()
    if (!this.#isStarted) return
    const now = this.around.clock.now()
    let next = now + longestWaitMs
    for (const { id, every, paused } of listSubscriptions(this.#db)) {
      if (paused || every === 0 || this.#running.has(id)) continue
      const due = Math.max(subscriptionState(this.#db, id).nextAt, this.#notBefore)
      if (due <= now) this.#enqueue(id)
      else next = Math.min(next, due)
    }
    this.#callOff = this.around.clock.after(next - now, () => {
      this.#wake()
    })
    this.#begin()
  }

  #enqueue(id: number): void {
    if (!this.#running.has(id) && !this.#waiting.includes(id)) this.#waiting.push(id)
  }

  #begin(): void {
    while (this.#isStarted && this.#running.size < atATime) {
      const id = this.#waiting.shift()
      if (id === undefined) return
      const subscription = listSubscriptions(this.#db).find((each) => each.id === id)
      if (subscription === undefined) continue
      const run = this.#run(subscription, this.#stopped.signal).finally(() => {
        this.#running.delete(id)
        if (this.#isStarted) this.#changed()
      })
      this.#running.set(id, run)
      this.around.publish('subscription:changed', undefined)
    }
  }

  async #run(subscription: StoredSubscription, signal: AbortSignal): Promise<void> {
    const { id, every, name, source } = subscription
    const { clock } = this.around
    const session = this.around.session()
    const isOver = (): boolean => this.around.session() !== session || signal.aborted
    const { failures, ...state } = subscriptionState(session.db, id)
    // Asked for the first time: however long nobody answers, what comes from here on is not missed.
    const isFirst = Object.keys(state.memory).length === 0
    const former = isFirst ? { began: dayOf(clock.now()) } : state.memory
    if (isFirst) setSubscriptionState(session.db, id, { ...state, failures, memory: former })
    let memory: Memory = former
    const tally: Tally = { named: 0, added: 0, held: 0 }
    let failure: AppError | null = null
    try {
      const means = {
        ...(await this.around.means()),
        ...{ now: () => clock.now(), signal },
        password: () => this.around.keychain.get(subscription.uid)
      }
      for await (const step of askSource(means, { name, source, memory: former })) {
        if (isOver()) return
        try {
          const asked = failure === null ? step : { ...step, memory }
          await this.#takeIn(subscription, asked, tally, signal)
        } catch (error) {
          if (step.goesOn !== true || isOver()) throw error
          // What comes behind is taken in, and this asked for again.
          failure ??= asAppError(error)
        }
        if (failure === null) memory = step.memory
      }
    } catch (error) {
      failure = asAppError(error)
    }
    // Broken off, it is asked again from where it is.
    if (isOver()) return
    const now = clock.now()
    const leftAlone = failure?.cause instanceof LeftAlone ? failure.cause.ms : 0
    setSubscriptionState(session.db, id, {
      memory: subscriptionState(session.db, id).memory,
      failures: failure === null ? 0 : failures + 1,
      nextAt:
        failure === null
          ? afterSuccess(now, every, clock.random())
          : afterFailure(now, failures + 1, leftAlone, clock.random())
    })
    addSubscriptionRun(session.db, id, {
      ...{ at: new Date(now).toISOString(), failure: failure?.message ?? '' },
      ...tally
    })
    if (tally.added > 0) this.around.publish('subscription:arrived', { name, added: tally.added })
  }

  async #takeIn(
    subscription: StoredSubscription,
    step: Step,
    tally: Tally,
    signal: AbortSignal
  ): Promise<void> {
    const { id, name, source } = subscription
    const db = this.#db
    const requests = step.brought.flatMap((one) => (one.kind === 'bytes' ? [one.request] : []))
    const read = step.brought.flatMap((one) => (one.kind === 'read' ? [one.file] : []))
    let items: ReturnType<typeof sift>['items'] = []
    const choose = (files: readonly ParsedFile[]): readonly ParsedFile[] => {
      if (step.mayBeEmpty !== true) requirePapers(files)
      const sifted = sift(files, {
        sourceOf: (digest) => (source.kind === 'mail' ? digest.source : named(name, digest)),
        known: (names) => cameBefore(db, id, names),
        passing: (papers, from) => filterPapers(db, papers, subscription, from)
      })
      items = sifted.items
      return sifted.files
    }
    if (step.brought.length > 0) {
      const { added } = await this.around.importing.takeChosen({ requests, read }, choose, signal)
      tally.added += added
    }
    // Only now: whatever happens before, all of it comes again, and is known again by what it is.
    rememberStep(db, id, { items, memory: step.memory, at: this.around.clock.now() })
    tally.named += items.length
    tally.held += items.filter(({ held }) => held).length
  }
}

/** The user's name for a source, and the section that a digest is of it. */
function named(name: string, { source }: ParsedDigest): string {
  const section = /, (new|cross-lists|replacements)$/.exec(source)?.[1]
  return section === undefined ? name : `${name}, ${section}`
}

/** @throws AppError with the reason why nothing could be read */
function requirePapers(files: readonly ParsedFile[]): void {
  if (files.length === 0 || files.some(({ digests }) => digests.length > 0)) return
  const reason = files.flatMap(({ skipped }) => skipped)[0]?.reason
  throw new AppError('unreadable-file', reason ?? words.subscriptions.nothingRead)
}

function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : translateError(error, words.database.theLibrary)
}
