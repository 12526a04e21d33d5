import type { RequestListener } from 'node:http'
import type { Worker } from 'node:worker_threads'
import { expect, onTestFinished } from 'vitest'
import type { SubscriptionFields } from '@shared/model/subscription'
import { defaultSettings } from '@shared/model/default-settings'
import type { WritableDb } from '../../../../../src/main/database/handle'
import type { FetchRules } from '../../../../../src/main/lookup/fetch-rules'
import { politely } from '../../../../../src/main/lookup/polite'
import { crossref } from '../../../../../src/main/lookup/services/crossref'
import { openalex } from '../../../../../src/main/lookup/services/openalex'
import { Importing } from '../../../../../src/main/session/importing'
import type { DayClock } from '../../../../../src/main/session/subscriptions/clock'
import { Subscriptions } from '../../../../../src/main/session/subscriptions/subscriptions'
import { newLibrary, temporaryFolder } from '../../../support/library'
import { loopback, stillClock, type Loopback } from '../../lookup/loopback'

/** A clock that stands still until it is set. */
export class SetClock implements DayClock {
  #waiting: { at: number; call: () => void }[] = []
  #now: number

  constructor(now = '2026-03-12T09:00:00Z') {
    this.#now = Date.parse(now)
  }

  readonly now = (): number => this.#now
  readonly random = (): number => 0.5
  readonly after = (ms: number, call: () => void): (() => void) => {
    const one = { at: this.#now + ms, call }
    this.#waiting.push(one)
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== one)
    }
  }

  /** Lets time pass, and calls back whoever waited for it. */
  pass(hours: number): void {
    this.#now += hours * 3_600_000
    const due = this.#waiting.filter(({ at }) => at <= this.#now)
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#now)
    for (const { call } of due) call()
  }
}

export interface Subscribed {
  db: WritableDb
  server: Loopback
  clock: SetClock
  subscriptions: Subscriptions
  importing: Importing
  passwords: Map<string, string>
  /** Asks one, and waits until that is over. */
  fetch: (id: number) => Promise<void>
  /** Until nobody is being asked. */
  settled: () => Promise<void>
  add: (fields: Partial<SubscriptionFields> & Pick<SubscriptionFields, 'source'>) => number
  /** Titles of the papers that are in the library, in their order. */
  titles: () => string[]
  arrived: { name: string; added: number }[]
  /** Other subscriptions to the same library, as after a new start. */
  restart: () => Promise<void>
}

const noThread = (): Worker => {
  throw new Error('Nobody reads mails here.')
}

/** A library with subscriptions, and a server of this machine to ask. */
export async function subscribed(
  respond: RequestListener,
  options: {
    now?: string
    spawnMailWorker?: () => Worker
    trustedCertificate?: string
    mayConnect?: (address: string, port: number) => boolean
    /** Called when papers are in the library, and it is not remembered yet that they came. */
    imported?: () => void
    /** How long servers may take, asked for with each. */
    patience?: () => Partial<Pick<FetchRules, 'connectMs' | 'idleMs' | 'totalMs'>>
  } = {}
): Promise<Subscribed> {
  const db = newLibrary()
  const server = await loopback(respond)
  const clock = new SetClock(options.now)
  const session = { db, folder: temporaryFolder(), notice: () => undefined }
  const passwords = new Map<string, string>()
  const arrived: Subscribed['arrived'] = []
  const importing = new Importing({
    ...{ session: () => session as never, settings: () => defaultSettings },
    ...{ publish: () => undefined, imported: options.imported ?? (() => undefined) }
  })
  const allowed = options.mayConnect ?? (() => false)
  const fetchRules = {
    ...server.rules,
    get connectMs(): number {
      return options.patience?.().connectMs ?? server.rules.connectMs
    },
    get idleMs(): number {
      return options.patience?.().idleMs ?? server.rules.idleMs
    },
    get totalMs(): number {
      return options.patience?.().totalMs ?? server.rules.totalMs
    },
    mayConnect: (address: string, port: number) =>
      server.rules.mayConnect(address, port) || allowed(address, port)
  }
  const get = politely({ version: '0.0.0', fetchRules, clock: stillClock() })
  const services = [
    openalex({ get, baseUrl: `${server.base}/openalex` }),
    crossref({ get, baseUrl: `${server.base}/crossref` })
  ]
  const make = (): Subscriptions =>
    new Subscriptions({
      ...{ session: () => session, importing, clock },
      keychain: {
        get: (name) => passwords.get(name) ?? null,
        set: (name, secret) => void passwords.set(name, secret),
        remove: (name) => void passwords.delete(name)
      },
      publish: (event, body) => {
        if (event === 'subscription:arrived') arrived.push(body as (typeof arrived)[number])
      },
      means: () =>
        Promise.resolve({
          ...{ get, fetchRules, services },
          baseUrlOf: (name: string) => `${server.base}/${name.toLowerCase()}`,
          spawnMailWorker: options.spawnMailWorker ?? noThread,
          trustedCertificate: options.trustedCertificate
        })
    })
  const result: Subscribed = {
    ...{ db, server, clock, importing, passwords, arrived },
    subscriptions: make(),
    settled: async () => {
      while (result.subscriptions.list().some(({ isRunning }) => isRunning))
        await new Promise((resolve) => setTimeout(resolve, 2))
    },
    fetch: async (id) => {
      result.subscriptions.fetch([id])
      await result.settled()
    },
    add: (fields) =>
      result.subscriptions.save(
        null,
        { ...{ name: 'A source', every: 24, only: '', byKnown: false, never: '' }, ...fields },
        null
      ).id,
    titles: () => db.prepare('SELECT title FROM paper ORDER BY id').pluck().all() as string[],
    restart: async () => {
      await result.subscriptions.stop()
      result.subscriptions = make()
      result.subscriptions.start()
    }
  }
  onTestFinished(async () => {
    await result.subscriptions.stop()
    await importing.end()
  })
  result.subscriptions.start()
  return result
}

/** What was told of is told in sentences; what no server did, and only that, has no words of its own. */
export function expectSentences(failures: readonly string[], isCut: boolean, about: string): void {
  expect(
    failures.filter((one) => !/^[\p{Lu}\d“].{8,}\.$/u.test(one)),
    about
  ).toEqual([])
  // What ended Sheaf is no server's fault, and the one failure without words of its own.
  if (!isCut)
    expect(
      failures.filter((one) => one.startsWith('Something')),
      about
    ).toEqual([])
}

/** An RSS feed of these papers. */
export function rss(titles: readonly string[], title = 'A feed'): string {
  const items = titles.map(
    (each) =>
      `<item><title>${each}</title><link>https://example.org/${encodeURIComponent(each)}</link>` +
      `<description>What ${each} is about.</description><dc:creator>Ada Noether</dc:creator></item>`
  )
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title>
<link>https://example.org</link><pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate>${items.join('\n')}</channel></rss>`
}

/** An answer of arXiv's API; `start` of `total` entries. */
export function atom(papers: readonly { id: string; title: string; day: string }[], total: number) {
  const entries = papers.map(
    ({ id, title, day }) =>
      `<entry><id>http://arxiv.org/abs/${id}v1</id><title>${title}</title><published>${day}T10:00:00Z</published>` +
      `<summary>About ${title}.</summary><author><name>Emmy Curie</name></author></entry>`
  )
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
<title>arXiv Query</title><updated>2026-03-12T00:00:00Z</updated><opensearch:totalResults>${String(total)}</opensearch:totalResults>${entries.join('')}</feed>`
}

/** What a site of daily papers answers with for a day. */
export function dailyPapers(day: string, titles: readonly string[]): string {
  return JSON.stringify(
    titles.map((title, at) => ({
      paper: {
        id: `2603.${String(Number(day.slice(8)) * 100 + at).padStart(5, '0')}`,
        ...{ title, summary: `About ${title}.`, authors: [{ name: 'Max Lovelace' }] },
        ...{ upvotes: 3, submittedOnDailyAt: `${day}T01:00:00.000Z` }
      }
    }))
  )
}
