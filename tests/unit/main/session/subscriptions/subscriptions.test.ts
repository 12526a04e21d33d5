import { describe, expect, it, vi } from 'vitest'
import { change, redo, undo } from '../../../../../src/main/library/journal'
import { decide, triageState } from '../../../../../src/main/library/triage'
import { atom, dailyPapers, rss, subscribed } from './subscribed'

vi.mock('../../../../../src/main/import/spawn-worker', async () => {
  const { ParseThread } = await import('./parse-thread')
  return { spawnParseWorker: () => new ParseThread() }
})

describe('a feed', () => {
  it('brings its papers into the Inbox, each once', async () => {
    let titles = ['A paper of graphs', 'A paper of trees']
    const {
      add,
      server,
      fetch,
      db,
      titles: known,
      subscriptions,
      arrived
    } = await subscribed((_, response) =>
      response.setHeader('Content-Type', 'application/rss+xml').end(rss(titles))
    )
    const id = add({ name: 'My feed', source: { kind: 'web', url: `${server.base}/feed` } })
    await fetch(id)
    expect(known()).toEqual(titles)
    expect(triageState(db, 1)).toBe('inbox')
    titles = ['A paper of fields', ...titles]
    await fetch(id)
    expect(known()).toEqual(['A paper of graphs', 'A paper of trees', 'A paper of fields'])
    const [subscription] = subscriptions.list()
    expect(subscription).toMatchObject({ named: 3, held: 0 })
    expect(subscription?.lastRun).toMatchObject({ failure: '', named: 1, added: 1 })
    expect(subscriptions.history(id).map(({ added }) => added)).toEqual([1, 2])
    expect(arrived).toEqual([
      { name: 'My feed', added: 2 },
      { name: 'My feed', added: 1 }
    ])
    // The second digest has what was new in it, and nothing else.
    const texts = db.prepare('SELECT source, raw_text AS text FROM digest ORDER BY id').all()
    expect(texts).toMatchObject([{ source: 'My feed' }, { source: 'My feed' }])
    expect((texts[1] as { text: string }).text).not.toContain('trees')
  })

  it('is not sent again while it stays as it was, and what was not taken in is asked for again', async () => {
    const seen: (string | undefined)[] = []
    const { add, server, fetch, subscriptions, titles } = await subscribed((request, response) => {
      seen.push(request.headers['if-none-match'])
      if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end()
      else
        response
          .writeHead(200, { 'Content-Type': 'application/rss+xml', ETag: '"one"' })
          .end(rss(['A paper']))
    })
    const id = add({ source: { kind: 'web', url: `${server.base}/feed` } })
    await fetch(id)
    await fetch(id)
    expect(seen).toEqual([undefined, '"one"'])
    expect(titles()).toEqual(['A paper'])
    expect(subscriptions.list()[0]?.lastRun).toMatchObject({ failure: '', named: 0 })
  })

  it('is found by the page that names it', async () => {
    const { add, server, fetch, titles } = await subscribed((request, response) => {
      if (request.url === '/blog')
        response
          .setHeader('Content-Type', 'text/html')
          .end(
            '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>Hello</body></html>'
          )
      else response.setHeader('Content-Type', 'text/xml').end(rss(['A paper']))
    })
    await fetch(add({ source: { kind: 'web', url: `${server.base}/blog` } }))
    expect(server.asked).toEqual(['/blog', '/feed.xml'])
    expect(titles()).toEqual(['A paper'])
  })

  it('may be empty', async () => {
    const { add, server, fetch, subscriptions } = await subscribed((_, response) =>
      response.setHeader('Content-Type', 'application/rss+xml').end(rss([]))
    )
    await fetch(add({ source: { kind: 'web', url: `${server.base}/feed` } }))
    expect(subscriptions.list()[0]?.lastRun).toMatchObject({ failure: '', named: 0 })
  })

  it('brings back nothing that was dismissed, and nothing of an import that was undone', async () => {
    let titles = ['A paper of graphs']
    const all = await subscribed((_, response) =>
      response.setHeader('Content-Type', 'application/rss+xml').end(rss(titles))
    )
    const { add, server, fetch, db } = all
    const id = add({ source: { kind: 'web', url: `${server.base}/feed` } })
    await fetch(id)
    change(db, { kind: 'dismiss', count: 1, name: '' }, (tx) => {
      decide(tx, [1], 'dismiss')
    })
    titles = ['A paper of graphs', 'A paper of trees']
    await fetch(id)
    expect(triageState(db, 1)).toBe('dismissed')
    expect(undo(db)).toMatchObject({ kind: 'import' })
    await fetch(id)
    expect(all.titles()).toEqual(['A paper of graphs'])
  })
})

describe('a paper that several subscriptions name', () => {
  it('is one, and says who named it', async () => {
    const { add, server, fetch, db, titles } = await subscribed((_, response) =>
      response.setHeader('Content-Type', 'application/rss+xml').end(rss(['A paper']))
    )
    const one = add({ name: 'One', source: { kind: 'web', url: `${server.base}/one` } })
    const other = add({ name: 'Other', source: { kind: 'web', url: `${server.base}/other` } })
    await fetch(one)
    await fetch(other)
    expect(titles()).toEqual(['A paper'])
    const named = db
      .prepare(
        'SELECT d.source FROM appearance a JOIN digest d ON d.id = a.digest_id ORDER BY d.id'
      )
      .pluck()
      .all()
    expect(named).toEqual(['One', 'Other'])
  })
})

describe('a filter', () => {
  const papers = ['Graph transport', 'Quantum graph states', 'Trees at rest', 'Quantum fields']

  it('lets in what answers one query and not the other, and tells what it would have made of the rest', async () => {
    const { add, server, fetch, titles, subscriptions } = await subscribed((_, response) =>
      response.setHeader('Content-Type', 'application/rss+xml').end(rss(papers))
    )
    const source = { kind: 'web' as const, url: `${server.base}/feed` }
    const id = add({ source, only: 'graph or trees', never: 'quantum' })
    await fetch(id)
    expect(titles()).toEqual(['Graph transport', 'Trees at rest'])
    expect(subscriptions.list()[0]).toMatchObject({ named: 4, held: 2 })
    const preview = subscriptions.preview(id, { only: 'title:quantum', byKnown: false, never: '' })
    expect(preview).toMatchObject({ of: 4, passing: 2 })
    expect(preview.papers.filter(({ passes }) => passes).map(({ title }) => title)).toEqual([
      'Quantum fields',
      'Quantum graph states'
    ])
  })

  it('lets in what is by people of papers that were kept', async () => {
    const { add, server, fetch, db, titles } = await subscribed((request, response) =>
      response.setHeader('Content-Type', 'application/json').end(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Feed',
          items: (request.url === '/first'
            ? [['Kept', 'Emmy Noether']]
            : [
                ['By her', 'E. Noether'],
                ['By another', 'Fritz Noether'],
                ['About graphs', 'Ada Lovelace']
              ]
          ).map(([title, name]) => ({ id: title, title, content_text: 'x', authors: [{ name }] }))
        })
      )
    )
    await fetch(add({ source: { kind: 'web', url: `${server.base}/first` } }))
    change(db, { kind: 'keep', count: 1, name: '' }, (tx) => {
      decide(tx, [1], 'keep')
    })
    const filter = { only: 'graphs', byKnown: true, never: '' }
    await fetch(add({ ...filter, source: { kind: 'web', url: `${server.base}/second` } }))
    expect(titles()).toEqual(['Kept', 'By her', 'About graphs'])
  })
})

describe('what a filter held back', () => {
  const source = (server: { base: string }) =>
    ({ kind: 'web', url: `${server.base}/feed` }) as const
  const three = ['Quantum graphs', 'Graphs and looms', 'Quantum dyes']
  const withThree = () =>
    subscribed((_, response) =>
      response.setHeader('Content-Type', 'application/rss+xml').end(rss(three))
    )
  const titlesOf = ({ papers }: { papers: { title: string }[] }) => papers.map(({ title }) => title)

  it('is told with the reason, newest first, and what the filter says by now', async () => {
    const { add, server, fetch, subscriptions } = await withThree()
    const fields = {
      ...{ name: 'The Loom', source: source(server), every: 24 as const },
      ...{ only: 'graphs', byKnown: false, never: 'quantum' }
    }
    const id = add(fields)
    await fetch(id)
    expect(await subscriptions.held(id)).toMatchObject({
      papers: [
        { title: 'Quantum dyes', people: 'Ada Noether', why: 'only' },
        { title: 'Quantum graphs', why: 'never' }
      ],
      older: 0
    })
    subscriptions.save(id, { ...fields, never: '' }, null)
    expect((await subscriptions.held(id)).papers).toMatchObject([
      { why: 'only' },
      { why: 'passes' }
    ])
    expect(await subscriptions.takeHeld(id, 'passing')).toMatchObject({ taken: 1 })
    expect(titlesOf(await subscriptions.held(id))).toEqual(['Quantum dyes'])
  })

  it('is taken in as it would have been, in one change, and once', async () => {
    const { add, server, fetch, subscriptions, titles, db } = await withThree()
    const id = add({ name: 'The Loom', source: source(server), never: 'quantum' })
    await fetch(id)
    const all = (await subscriptions.held(id)).papers.map((paper) => paper.id)
    const [taken, again] = await Promise.all([
      subscriptions.takeHeld(id, all),
      subscriptions.takeHeld(id, all)
    ])
    expect(taken).toEqual({ taken: 2, label: { kind: 'import', name: 'The Loom', count: 2 } })
    expect(again).toEqual({ taken: 0, label: null })
    expect(titles()).toEqual(['Graphs and looms', 'Quantum graphs', 'Quantum dyes'])
    expect(triageState(db, 2)).toBe('inbox')
    expect(subscriptions.list()).toMatchObject([{ named: 3, held: 0 }])
    const digest = db.prepare('SELECT * FROM digest ORDER BY id DESC').get()
    expect(digest).toMatchObject({ source: 'The Loom', date: '2026-03-12', format: 'feed' })
    expect((digest as { raw_text: string }).raw_text).toContain('<title>Quantum dyes</title>')
    await fetch(id)
    expect(titles()).toHaveLength(3)
  })

  it('is held back again when that is undone, and is not when it is redone', async () => {
    const { add, server, fetch, subscriptions, titles, db } = await withThree()
    const id = add({ source: source(server), never: 'quantum' })
    await fetch(id)
    const [dyes] = (await subscriptions.held(id)).papers
    await subscriptions.takeHeld(id, [dyes?.id ?? 0])
    undo(db)
    expect(titles()).toEqual(['Graphs and looms'])
    expect(subscriptions.list()).toMatchObject([{ held: 2 }])
    redo(db)
    expect(titlesOf(await subscriptions.held(id))).toEqual(['Quantum graphs'])
    undo(db)
    await subscriptions.takeHeld(id, [dyes?.id ?? 0])
    expect(titles()).toEqual(['Graphs and looms', 'Quantum dyes'])
    expect(titlesOf(await subscriptions.held(id))).toEqual(['Quantum graphs'])
  })

  it('is kept in full for the last thousand, and counted beyond', async () => {
    let from = 0
    const { add, server, fetch, subscriptions } = await subscribed((_, response) =>
      response
        .setHeader('Content-Type', 'application/rss+xml')
        .end(rss(Array.from({ length: 700 }, (__, at) => `Quantum ${String(from + at)}`)))
    )
    const id = add({ source: source(server), never: 'quantum' })
    await fetch(id)
    const [newest] = (await subscriptions.held(id)).papers
    await subscriptions.takeHeld(id, [newest?.id ?? 0])
    from = 700
    await fetch(id)
    const { papers, older } = await subscriptions.held(id)
    expect(papers[0]?.title).toBe('Quantum 1399')
    expect([papers.length, older]).toEqual([999, 400])
  })

  it('by an earlier Sheaf, which kept less of it, is taken in as well', async () => {
    const { add, server, fetch, subscriptions, titles, db } = await withThree()
    const id = add({ name: 'The Loom', source: source(server), never: 'quantum' })
    await fetch(id)
    db.exec("UPDATE subscription_item SET paper = json_remove(paper, '$.from', '$.text')")
    const all = (await subscriptions.held(id)).papers.map((paper) => paper.id)
    await subscriptions.takeHeld(id, all)
    expect(titles()).toHaveLength(3)
    expect(db.prepare('SELECT source, raw_text FROM digest ORDER BY id DESC').get()).toEqual({
      source: 'The Loom',
      raw_text: expect.stringMatching(/^Quantum graphs\nAda Noether/) as unknown
    })
  })
})

describe('arXiv', () => {
  it('is asked page by page for the days since the last time, however long ago that was', async () => {
    const all = Array.from({ length: 250 }, (_, at) => ({
      ...{ id: `2603.${String(at).padStart(5, '0')}`, day: '2026-03-10' },
      title: `Paper number ${String(at)} of many`
    }))
    const { add, fetch, server, titles, clock } = await subscribed((request, response) => {
      const start = Number(new URL(request.url ?? '', 'http://a').searchParams.get('start'))
      response
        .setHeader('Content-Type', 'application/atom+xml')
        .end(atom(all.slice(start, start + 100), all.length))
    })
    const id = add({ source: { kind: 'arxiv', query: 'cat:math.AG' } })
    await fetch(id)
    expect(titles()).toHaveLength(250)
    const asked = server.asked.map((url) => new URL(url, 'http://a').searchParams)
    expect(asked.map((query) => query.get('start'))).toEqual(['0', '100', '200'])
    expect(asked[0]?.get('search_query')).toBe(
      '(cat:math.AG) AND submittedDate:[202603050000 TO 202603122359]'
    )
    clock.pass(24 * 20)
    await fetch(id)
    const last = new URL(server.asked.at(-1) ?? '', 'http://a').searchParams
    expect(last.get('search_query')).toContain('[202603050000 TO 202604012359]')
    expect(titles()).toHaveLength(250)
  })

  it('is asked again for a page that came empty, from where it left off', async () => {
    let isFaulty = true
    const all = Array.from({ length: 130 }, (_, at) => ({
      ...{ id: `2603.${String(at).padStart(5, '0')}`, day: '2026-03-10' },
      title: `Paper number ${String(at)} of many`
    }))
    const { add, fetch, server, titles, subscriptions } = await subscribed((request, response) => {
      const start = Number(new URL(request.url ?? '', 'http://a').searchParams.get('start'))
      const entries = isFaulty && start > 0 ? [] : all.slice(start, start + 100)
      response.setHeader('Content-Type', 'application/atom+xml').end(atom(entries, all.length))
    })
    const id = add({ source: { kind: 'arxiv', query: 'cat:math.AG' } })
    await fetch(id)
    expect(titles()).toHaveLength(100)
    expect(subscriptions.list()[0]?.lastRun?.failure).toMatch(/with a part of the list only/)
    isFaulty = false
    await fetch(id)
    expect(titles()).toHaveLength(130)
    expect(server.asked.at(-1)).toContain('start=100')
  })
})

describe('a site of daily papers', () => {
  it('is asked for every day that was missed, and for today again', async () => {
    const { add, fetch, server, titles, clock } = await subscribed(
      (request, response) => {
        const day = new URL(request.url ?? '', 'http://a').searchParams.get('date') ?? ''
        const isWeekend = [0, 6].includes(new Date(day).getUTCDay())
        response
          .setHeader('Content-Type', 'application/json')
          .end(isWeekend ? '[]' : dailyPapers(day, [`The paper of ${day}`]))
      },
      { now: '2026-03-12T09:00:00Z' }
    )
    const id = add({
      source: { kind: 'daily', site: server.base, way: 'api', period: 'date' }
    })
    await fetch(id)
    expect(titles()).toEqual(['The paper of 2026-03-11', 'The paper of 2026-03-12'])
    clock.pass(24 * 4)
    await fetch(id)
    const days = server.asked.map((url) => new URL(url, 'http://a').searchParams.get('date'))
    expect(days.slice(2)).toEqual(['12', '13', '14', '15', '16'].map((day) => `2026-03-${day}`))
    expect(titles()).toHaveLength(4)
  })

  it('is asked for weeks by its pages', async () => {
    const { add, fetch, server } = await subscribed((_, response) =>
      response.setHeader('Content-Type', 'text/html').end('<html><body>Nothing</body></html>')
    )
    await fetch(add({ source: { kind: 'daily', site: server.base, way: 'page', period: 'week' } }))
    expect(server.asked).toEqual(['/papers/week/2026-W11'])
  })
})

describe('a search at an index', () => {
  it.each([
    [
      'openalex',
      '/openalex/works?search=sheaf',
      {
        results: [
          {
            id: 'https://openalex.org/W1',
            doi: 'https://doi.org/10.5555/one',
            title: 'A work',
            type: 'article',
            publication_year: 2026,
            authorships: []
          }
        ]
      }
    ],
    [
      'crossref',
      '/crossref/works?query=sheaf',
      { message: { items: [{ DOI: '10.5555/one', title: ['A work'], type: 'journal-article' }] } }
    ]
  ] as const)('at %s brings works by their identifiers', async (kind, address, body) => {
    const { add, fetch, server, titles, subscriptions, db } = await subscribed((_, response) =>
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body))
    )
    await fetch(add({ name: 'My search', source: { kind, search: 'sheaf' } }))
    expect(subscriptions.list()[0]?.lastRun?.failure).toBe('')
    expect(server.asked[0]).toContain(address)
    expect(titles()).toEqual(['A work'])
    expect(db.prepare('SELECT source FROM digest').pluck().get()).toBe('My search')
  })
})

describe('when subscriptions are asked', () => {
  it('each is by its own schedule, and not before it is due', async () => {
    const { add, server, clock, settled, subscriptions } = await subscribed((_, response) =>
      response.setHeader('Content-Type', 'application/rss+xml').end(rss(['A paper']))
    )
    add({ name: 'Often', every: 1, source: { kind: 'web', url: `${server.base}/often` } })
    add({ name: 'Daily', every: 24, source: { kind: 'web', url: `${server.base}/daily` } })
    add({ name: 'By hand', every: 0, source: { kind: 'web', url: `${server.base}/by-hand` } })
    expect(server.asked).toEqual([])
    clock.pass(0.01)
    await settled()
    expect(server.asked.toSorted()).toEqual(['/daily', '/often'])
    for (let hour = 0; hour < 30; hour++) {
      clock.pass(1.1)
      await settled()
    }
    const times = (path: string): number => server.asked.filter((one) => one === path).length
    expect(times('/often')).toBe(31)
    expect(times('/daily')).toBe(2)
    expect(times('/by-hand')).toBe(0)
    expect(subscriptions.list().map(({ nextAt }) => nextAt === null)).toEqual([false, false, true])
  })

  it('none is while it is paused, and a removed one is asked again after an undo, without doubling', async () => {
    const { add, server, clock, settled, subscriptions, db, titles } = await subscribed(
      (_, response) => response.setHeader('Content-Type', 'text/xml').end(rss(['A paper']))
    )
    const id = add({ every: 1, source: { kind: 'web', url: `${server.base}/feed` } })
    subscriptions.pause(id, true)
    clock.pass(5)
    await settled()
    expect(server.asked).toEqual([])
    subscriptions.pause(id, false)
    await settled()
    expect(server.asked).toHaveLength(1)
    subscriptions.remove(id)
    clock.pass(5)
    await settled()
    expect(server.asked).toHaveLength(1)
    undo(db)
    subscriptions.notice()
    await settled()
    expect(server.asked).toHaveLength(2)
    expect(subscriptions.list()[0]).toMatchObject({ id, named: 1 })
    expect(titles()).toEqual(['A paper'])
  })

  it('those that are stopped while others import wait no longer, and bring another time what had come', async () => {
    const all = await subscribed((_, response) =>
      response.setHeader('Content-Type', 'application/rss+xml').end(rss(['A paper']))
    )
    const { add, server, importing, titles } = all
    const takeChosen = vi.spyOn(importing, 'takeChosen')
    const id = add({ name: 'One', source: { kind: 'web', url: `${server.base}/one` } })
    await importing.inTurn(async () => {
      all.subscriptions.fetch([id])
      await expect.poll(() => takeChosen.mock.calls.length).toBe(1)
      await all.subscriptions.stop()
    })
    expect(titles()).toEqual([])
    await all.restart()
    await all.fetch(id)
    expect(titles()).toEqual(['A paper'])
  }, 20_000)

  it('a failure makes the next time sooner at first, and ever later', async () => {
    const { add, server, fetch, clock, subscriptions } = await subscribed((_, response) =>
      response.writeHead(404).end()
    )
    const id = add({ every: 168, source: { kind: 'web', url: `${server.base}/feed` } })
    const waits: number[] = []
    for (let times = 0; times < 10; times++) {
      await fetch(id)
      const { nextAt } = subscriptions.list()[0] ?? {}
      waits.push((Date.parse(nextAt ?? '') - clock.now()) / 60_000)
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440])
  })

  it('a host that asks to be left alone is, also after a new start', async () => {
    const { add, server, fetch, subscriptions, clock, settled, restart } = await subscribed(
      (_, response) => response.writeHead(429, { 'Retry-After': '7200' }).end()
    )
    const id = add({ every: 1, source: { kind: 'web', url: `${server.base}/feed` } })
    await fetch(id)
    expect(subscriptions.list()[0]?.lastRun?.failure).toMatch(/asks to be left alone for 120 min/)
    const asked = server.asked.length
    await restart()
    clock.pass(1.9)
    await settled()
    expect(server.asked).toHaveLength(asked)
  })
})

describe('a server that misbehaves', () => {
  const feed = { 'Content-Type': 'application/rss+xml' }
  it.each([
    ['is missing', 404, {}, '', /there is nothing at that address/],
    ['refuses', 403, {}, '', /does not let Sheaf read that/],
    ['fails', 500, {}, '', /out of order/],
    [
      'leads to a private address',
      302,
      { Location: 'http://192.168.0.1/feed' },
      '',
      /is not a public address/
    ],
    [
      'leads to this machine',
      302,
      { Location: 'http://127.0.0.1:1/feed' },
      '',
      /is not a public address/
    ],
    ['leads nowhere', 302, { Location: 'file:///etc/passwd' }, '', /no web address/],
    ['goes round in circles', 302, { Location: '/feed' }, '', /without end/],
    ['sends a picture', 200, { 'Content-Type': 'image/png' }, 'PNG', /no feed and no page/],
    ['sends a PDF as if it were a feed', 200, feed, '%PDF-1.7', /no feed and no page/],
    [
      'sends a page without papers',
      200,
      { 'Content-Type': 'text/html' },
      '<html><body>Sign in</body></html>',
      /no paper|not a digest|holds no/i
    ],
    ['sends half a feed', 200, feed, rss(['One', 'Two']).slice(0, -40), /cut off/],
    ['sends too much', 200, feed, 'x'.repeat(2_000_000), /is larger than/]
  ])('and %s costs nothing, and is told in words', async (_, status, headers, body, words) => {
    const { add, server, fetch, subscriptions, titles } = await subscribed((__, response) =>
      response.writeHead(status, headers as Record<string, string>).end(body)
    )
    await fetch(add({ source: { kind: 'web', url: `${server.base}/feed` } }))
    expect(subscriptions.list()[0]?.lastRun).toMatchObject({ named: 0, added: 0 })
    expect(subscriptions.list()[0]?.lastRun?.failure).toMatch(words)
    expect(titles()).toEqual([])
  })

  it('or is slow, or breaks off, is told so', async () => {
    const { add, server, fetch, subscriptions } = await subscribed((request, response) => {
      response.writeHead(200, { ...feed, 'Content-Length': '5000' })
      response.write('<rss>')
      if (request.url === '/broken') response.destroy()
    })
    await fetch(add({ source: { kind: 'web', url: `${server.base}/slow` } }))
    expect(subscriptions.list()[0]?.lastRun?.failure).toMatch(/took longer than/)
    await fetch(add({ source: { kind: 'web', url: `${server.base}/broken` } }))
    expect(subscriptions.list()[1]?.lastRun?.failure).toMatch(/broke off/)
  })
})
