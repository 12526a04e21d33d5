import type { ServerResponse } from 'node:http'
import { expect, it, vi } from 'vitest'
import { randomFrom } from '../../../support/mutate'
import { atom, dailyPapers, expectSentences, rss, subscribed, type Subscribed } from './subscribed'

vi.mock('../../../../../src/main/import/spawn-worker', async () => {
  const { ParseThread } = await import('./parse-thread')
  return { spawnParseWorker: () => new ParseThread() }
})

// `npm run faults:subscriptions` takes more of another seed.
const count = Number(process.env['SHEAF_FUZZ_COUNT'] ?? 200)
const seed = Number(process.env['SHEAF_FUZZ_SEED'] ?? 1)
const stepsOfEach = 5
/** So many sequences are one test, which says how far it came. */
const portion = 25

const faults: Readonly<
  Record<string, (response: ServerResponse, body: string, type: string) => void>
> = {
  slow: (response, body, type) => {
    response.writeHead(200, { 'Content-Type': type }).write(body.slice(0, 20))
  },
  huge: (response, _, type) => {
    response.writeHead(200, { 'Content-Type': type }).end('<rss>'.repeat(400_000))
  },
  private: (response) => {
    response.writeHead(302, { Location: 'http://10.0.0.1/feed' }).end()
  },
  file: (response) => {
    response.writeHead(301, { Location: 'file:///etc/passwd' }).end()
  },
  circle: (response) => {
    response.writeHead(307, { Location: '/round' }).end()
  },
  picture: (response) => {
    response.writeHead(200, { 'Content-Type': 'image/png' }).end('\u0089PNG')
  },
  page: (response) => {
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end('<html><body>Sign in.</body></html>')
  },
  unchanged: (response) => {
    response.writeHead(304).end()
  },
  busy: (response) => {
    response.writeHead(429, { 'Retry-After': '20' }).end()
  },
  broken: (response) => {
    response.writeHead(500).end('<h1>Oops</h1>')
  },
  away: (response) => {
    response.writeHead(503).end()
  },
  'cut off': (response, body, type) => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': String(body.length) })
    response.write(body.slice(0, body.length / 2), () => response.destroy())
  },
  'cut off unseen': (response, body, type) => {
    response
      .writeHead(200, { 'Content-Type': type, ETag: '"half"' })
      .end(body.slice(0, body.length / 2))
  },
  empty: (response, _, type) => {
    response.writeHead(200, { 'Content-Type': type }).end()
  },
  'no such list': (response) => {
    response.writeHead(404).end()
  },
  'falls silent': (response) => {
    response.destroy()
  }
}
const names = Object.keys(faults)

/** Papers that were published, by where; each has the day it came out on. */
interface Published {
  feed: string[]
  arxiv: { id: string; title: string; day: string }[]
  daily: Map<string, string[]>
}

async function sequence(number: number): Promise<void> {
  const random = randomFrom(seed * 100_003 + number)
  const chance = (share: number): boolean => random() < share
  const published: Published = { feed: [], arxiv: [], daily: new Map() }
  let isFaulty = true
  let isCut = false as boolean
  const told: string[] = []
  const all: Subscribed = await subscribed(
    (request, response) => {
      const url = new URL(request.url ?? '', 'http://a')
      const { type, body, etag } = answerTo(url, published)
      const fault = faults[names[Math.floor(random() * names.length)] ?? '']
      if (isFaulty && chance(0.5) && fault !== undefined) {
        fault(response, body, type)
        return
      }
      if (etag !== '' && request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else
        response.writeHead(200, { 'Content-Type': type, ...(etag ? { ETag: etag } : {}) }).end(body)
    },
    {
      // Once nothing is wrong any more, nor is a machine that has much else to do.
      patience: () => ({ totalMs: isFaulty ? 100 : 30_000 }),
      imported: () => {
        // As if Sheaf ended here: the papers are in, and nobody remembers from where.
        if (isFaulty && chance(0.1)) {
          isCut = true
          throw new Error('cut short')
        }
      }
    }
  )
  const { base } = all.server
  all.add({ name: 'Feed', every: 6, source: { kind: 'web', url: `${base}/feed` } })
  all.add({ name: 'arXiv', every: 24, source: { kind: 'arxiv', query: 'cat:math.AG' } })
  all.add({
    name: 'Daily',
    every: 6,
    source: { kind: 'daily', site: base, way: 'api', period: 'date' }
  })
  let next = 0
  for (let step = 0; step < stepsOfEach; step++) {
    publish(
      published,
      all.clock.now(),
      () => `Paper ${String(++next)} of sequence ${String(number)}`,
      random
    )
    if (chance(0.6)) all.subscriptions.fetch(null)
    all.clock.pass(1 + random() * 29)
    if (chance(0.2)) await all.restart()
    if (chance(0.9)) await all.settled()
    told.push(...all.subscriptions.list().flatMap(({ lastRun }) => lastRun?.failure ?? []))
  }
  await all.settled()
  isFaulty = false
  for (let times = 0; times < 2; times++) {
    all.clock.pass(1)
    all.subscriptions.fetch(null)
    await all.settled()
  }
  const wanted = [
    ...published.feed,
    ...published.arxiv.map(({ title }) => title),
    ...[...published.daily.values()].flat()
  ]
  const about = `sequence ${String(number)} of seed ${String(seed)}`
  expect(all.titles().toSorted(), about).toEqual([...new Set(wanted)].toSorted())
  for (const { name, lastRun, named } of all.subscriptions.list()) {
    expect(lastRun?.failure, `${about}, ${name}`).toBe('')
    const own =
      { Feed: published.feed, arXiv: published.arxiv }[name] ?? [...published.daily.values()].flat()
    expect(named, `${about}, ${name}`).toBe(own.length)
  }
  expectSentences(
    told.filter((failure) => failure !== ''),
    isCut,
    about
  )
}

function publish(
  published: Published,
  now: number,
  title: () => string,
  random: () => number
): void {
  const day = new Date(now).toISOString().slice(0, 10)
  const some = (): string[] => Array.from({ length: Math.floor(random() * 4) }, title)
  published.feed.unshift(...some())
  for (const each of some())
    published.arxiv.push({
      ...{ id: `2603.${String(published.arxiv.length).padStart(5, '0')}`, title: each, day }
    })
  // A list of the day, which fills.
  published.daily.set(day, [...(published.daily.get(day) ?? []), ...some()])
}

function answerTo(url: URL, { feed, arxiv, daily }: Published) {
  if (url.pathname === '/feed')
    return { type: 'application/rss+xml', body: rss(feed), etag: `"${String(feed.length)}"` }
  if (url.pathname === '/arxiv/api/query') {
    const [, from = '', to = ''] =
      /\[(\d{8})0000 TO (\d{8})2359\]/.exec(url.searchParams.get('search_query') ?? '') ?? []
    const found = arxiv.filter(({ day }) => {
      const plain = day.replaceAll('-', '')
      return plain >= from && plain <= to
    })
    const start = Number(url.searchParams.get('start'))
    return {
      type: 'application/atom+xml',
      body: atom(found.slice(start, start + 100), found.length),
      etag: ''
    }
  }
  if (url.pathname === '/api/daily_papers') {
    const day = url.searchParams.get('date') ?? ''
    return { type: 'application/json', body: dailyPapers(day, daily.get(day) ?? []), etag: '' }
  }
  return { type: 'text/plain', body: '', etag: '' }
}

for (let first = 0; first < count; first += portion)
  it(`Nothing is lost or doubled, whatever servers do: sequences ${String(first + 1)} to ${String(Math.min(count, first + portion))}`, async () => {
    for (let at = first; at < Math.min(count, first + portion); at++) await sequence(at)
  }, 240_000)
