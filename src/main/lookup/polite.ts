import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { systemClock, type Clock } from './clock'
import type { FetchRules } from './fetch-rules'
import { getPublic, type Answer, type Known } from './http'
import { cancelled, isBrokenOff, networkError } from './network-error'
import { retryAfterMs } from './retry-after'

/** How often a request is sent before it counts as failed. */
const mostTries = 3
/** The first pause after a failure; each further one is twice as long. */
const firstPauseMs = 2000
/** Longer than this nobody is kept waiting: the service is then left alone, and said to be busy. */
const longestPauseMs = 60_000

export interface PoliteOptions {
  /** Of Sheaf, for the `User-Agent` header. */
  version: string
  /** The user's mail address, if the user wants services to know it now; they then allow more. */
  contact?: (() => string) | undefined
  fetchRules?: FetchRules | undefined
  clock?: Clock | undefined
}

/** What one service asks of those who use it. */
export interface Manners {
  /** From the end of an answer to the next request. */
  gapMs: number
  /** Media types that are wanted. */
  accept: string
  /** What is known of the last answer; a status of 304 then says that it still holds. */
  known?: Known | undefined
}

/** The cause of a failure that will last: nothing is to be asked before that time has passed. */
export class LeftAlone extends Error {
  override readonly name = 'LeftAlone'
  constructor(readonly ms: number) {
    super(`Not before ${String(Math.ceil(ms / 1000))} s`)
  }
}

/**
 * Gets an address in its host's turn. A status that no retry helps (404, 400) is an answer.
 * @throws AppError as `getPublic`, and `network` for a service that stays busy or broken
 */
export type PoliteGet = (address: string, manners: Manners, signal?: AbortSignal) => Promise<Answer>

/**
 * A way to ask hosts that does not burden them: one request at a time to each, a pause between two,
 * `Retry-After` honoured after 429 and 503 (RFC 9110 §10.2.3), else pauses that double, with jitter.
 */
export function politely(options: PoliteOptions): PoliteGet {
  const hosts = new Map<string, HostQueue>()
  return async (address, manners, signal) => {
    const host = URL.parse(address)?.host ?? ''
    const service = serviceOf(host)
    const queue = hosts.get(service) ?? new HostQueue(host, options.clock ?? systemClock)
    hosts.set(service, queue)
    const { fetchRules } = options
    const agent = userAgent(options.version, options.contact?.())
    const get = (): Promise<Answer> =>
      getPublic(address, {
        ...{ signal, fetchRules, userAgent: agent },
        ...{ accept: manners.accept, known: manners.known }
      })
    return await queue.inTurn(get, manners.gapMs, signal)
  }
}

/** Hosts of one service have their turn together: arXiv allows one connection to all of its own. */
function serviceOf(host: string): string {
  return /(?:^|\.)arxiv\.org(?::\d+)?$/.test(host) ? 'arxiv.org' : host
}

/**
 * `Sheaf/0.1.0`, and `(mailto:…)` behind it for a user who gave an address to be reached at.
 * @throws AppError `invalid-input` for a contact that is no mail address
 */
export function userAgent(version: string, contact = ''): string {
  const address = contact.trim()
  if (address === '') return `Sheaf/${version}`
  if (!/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(address))
    throw new AppError('invalid-input', words.lookups.noContact, { detail: address.slice(0, 200) })
  return `Sheaf/${version} (mailto:${address})`
}

class HostQueue {
  /** Settles when nobody is being served. */
  #last: Promise<unknown> = Promise.resolve()
  /** Nothing is sent before this time. */
  #notBefore = 0

  constructor(
    readonly host: string,
    readonly clock: Clock
  ) {}

  /** Waits for those before, then serves; who gives up while waiting is let go at once. */
  async inTurn(get: () => Promise<Answer>, gapMs: number, signal?: AbortSignal): Promise<Answer> {
    const before = this.#last
    const turn = before.then(() => this.#serve(get, gapMs, signal))
    this.#last = turn.catch(() => undefined)
    if (signal === undefined) return await turn
    return await new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(cancelled())
      }
      if (signal.aborted) leave()
      signal.addEventListener('abort', leave, { once: true })
      void turn.then(resolve, reject).finally(() => {
        signal.removeEventListener('abort', leave)
      })
    })
  }

  async #serve(get: () => Promise<Answer>, gapMs: number, signal?: AbortSignal): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      await this.#pause(signal)
      const result = await settled(get)
      this.#notBefore = this.clock.now() + gapMs
      if (!isPassing(result)) return unwrapped(result)
      this.#notBefore = this.clock.now() + Math.max(gapMs, this.#pauseAfter(result, tries))
      if (tries === mostTries) {
        if ('error' in result) throw result.error
        throw networkError(this.host, statusWords(result.answer.status))
      }
    }
  }

  async #pause(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) throw cancelled()
    const ms = this.#notBefore - this.clock.now()
    if (ms > longestPauseMs)
      throw networkError(
        this.host,
        words.lookups.leaveAlone(Math.ceil(ms / 60_000)),
        new LeftAlone(ms)
      )
    if (ms > 0) await this.clock.sleep(ms, signal)
  }

  #pauseAfter(result: Result, tries: number): number {
    const asked =
      'answer' in result ? retryAfterMs(result.answer.headers['retry-after'] ?? '') : null
    // Jitter, so that those who were refused together do not come back together.
    return asked ?? firstPauseMs * 2 ** (tries - 1) * (0.5 + this.clock.random())
  }
}

type Result = { answer: Answer } | { error: unknown }

async function settled(get: () => Promise<Answer>): Promise<Result> {
  try {
    return { answer: await get() }
  } catch (error) {
    return { error }
  }
}

function unwrapped(result: Result): Answer {
  if ('error' in result) throw result.error
  return result.answer
}

/** Whether the same request may go well a little later. */
function isPassing(result: Result): boolean {
  if ('error' in result) return isBrokenOff(result.error)
  return [429, 500, 502, 503, 504].includes(result.answer.status)
}

function statusWords(status: number): string {
  return status === 429 ? words.lookups.askedTooOften : words.lookups.outOfOrder(status)
}
