import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../src/shared/ipc/error'
import type { Clock } from '../../../../src/main/lookup/clock'
import { systemClock } from '../../../../src/main/lookup/clock'
import { politely, userAgent, type PoliteGet } from '../../../../src/main/lookup/polite'
import { retryAfterMs } from '../../../../src/main/lookup/retry-after'
import { answering, loopback, stillClock, type Loopback } from './loopback'

const manners = { gapMs: 3000, accept: 'application/json' }

function asking({ rules }: Loopback, clock: Clock): PoliteGet {
  return politely({ version: '1.2.3', fetchRules: rules, clock })
}

describe('a service is told', () => {
  it('which program asks, and whom to write to only if the user said so', async () => {
    const server = await answering({ body: '{}' })
    const { rules: fetchRules } = server
    await politely({ version: '1.2.3', fetchRules })(server.base, manners)
    const contact = 'ada@example.org'
    await politely({ version: '1.2.3', fetchRules, contact: () => contact })(server.base, manners)
    expect(server.requests.map(({ headers }) => headers['user-agent'])).toEqual([
      'Sheaf/1.2.3',
      'Sheaf/1.2.3 (mailto:ada@example.org)'
    ])
  })

  it.each(['ada', 'ada@example', 'ada@example.org\r\nX: y', 'Ada <ada@example.org>', 'a b@c.org'])(
    'nothing that is no mail address: %j',
    (contact) => {
      expect(() => userAgent('1.0.0', contact)).toThrow(AppError)
    }
  )
})

describe('a service is asked', () => {
  it('one thing at a time, with the pause it wants in between', async () => {
    let open = 0
    let most = 0
    const server = await loopback((_, response) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        response.end('{}')
      }, 10)
    })
    const clock = stillClock()
    const get = asking(server, clock)
    await Promise.all([1, 2, 3].map((number) => get(`${server.base}/${number}`, manners)))
    expect(server.asked).toEqual(['/1', '/2', '/3'])
    expect(most).toBe(1)
    expect(clock.slept).toEqual([3000, 3000])
  })

  it('with all of its hosts in one queue, where it wants one connection: arXiv', async () => {
    const server = await answering({})
    const clock = stillClock()
    const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    const get = politely({ version: '1', clock, fetchRules: { ...server.rules, resolve } })
    const hosts = ['export.arxiv.org', 'rss.arxiv.org', 'arxiv.org']
    await Promise.all(hosts.map((host) => get(`http://${host}:${server.port}/`, manners)))
    expect(clock.slept).toEqual([3000, 3000])
  })

  it('while another rests', async () => {
    const [one, other] = [await answering({}), await answering({})]
    const clock = stillClock()
    const mayConnect = (): boolean => true
    const get = politely({ version: '1', clock, fetchRules: { ...one.rules, mayConnect } })
    await Promise.all([get(one.base, manners), get(other.base, manners)])
    expect(clock.slept).toEqual([])
  })

  it('again after as long as it says, when it is busy', async () => {
    const busy = { status: 429, headers: { 'Retry-After': '7' } }
    const server = await answering(busy, { body: '{"a":1}' })
    const clock = stillClock()
    expect(await asking(server, clock)(server.base, manners)).toMatchObject({ text: '{"a":1}' })
    expect(clock.slept).toEqual([7000])
  })

  it('again after pauses that double, when it does not say, and three times in all', async () => {
    for (const status of [429, 500, 502, 503, 504]) {
      const server = await answering({ status })
      const clock = stillClock()
      await expect(
        asking(server, clock)(server.base, { ...manners, gapMs: 0 })
      ).rejects.toMatchObject({
        code: 'network',
        message: expect.stringContaining('try again later') as string
      })
      expect(server.asked).toHaveLength(3)
      expect(clock.slept).toEqual([2000, 4000])
    }
  })

  it('again when the connection breaks off', async () => {
    let times = 0
    const server = await loopback((request, response) => {
      if (++times === 1) request.socket.destroy()
      else response.end('{}')
    })
    expect(await asking(server, stillClock())(server.base, manners)).toMatchObject({ status: 200 })
  })

  it('only once when asking again would not help', async () => {
    for (const status of [400, 403, 404, 410]) {
      const server = await answering({ status })
      expect(await asking(server, stillClock())(server.base, manners)).toMatchObject({ status })
      expect(server.asked).toHaveLength(1)
    }
  })

  it('no more while it wants to be left alone for longer than anybody would wait', async () => {
    const server = await answering({ status: 503, headers: { 'Retry-After': '3600' } })
    const clock = stillClock()
    const get = asking(server, clock)
    for (let time = 0; time < 2; time++)
      await expect(get(server.base, manners)).rejects.toMatchObject({
        message: expect.stringContaining('60 minutes') as string
      })
    expect(server.asked).toHaveLength(1)
    expect(clock.slept).toEqual([])
  })
})

describe('who gives up', () => {
  it('leaves the queue at once, and those behind are served', async () => {
    let answer = (): void => undefined
    const server = await loopback((_, response) => {
      answer = () => response.end('{}')
    })
    const get = asking(server, stillClock())
    const first = get(`${server.base}/first`, manners)
    const impatient = new AbortController()
    const second = get(`${server.base}/second`, manners, impatient.signal)
    const third = get(`${server.base}/third`, manners)
    await expect.poll(() => server.asked).toEqual(['/first'])
    impatient.abort()
    await expect(second).rejects.toMatchObject({ code: 'cancelled' })
    answer()
    await first
    await expect.poll(() => server.asked).toEqual(['/first', '/third'])
    answer()
    await third
  })

  it('does not wait for the end of a pause', async () => {
    const server = await answering({ status: 503, headers: { 'Retry-After': '50' } })
    const signal = AbortSignal.timeout(50)
    const waiting = asking(server, systemClock)(server.base, manners, signal)
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('Retry-After', () => {
  it('is a number of seconds or a date, and nothing else', () => {
    const now = Date.parse('2026-01-05T10:00:00Z')
    expect(retryAfterMs('120', now)).toBe(120_000)
    expect(retryAfterMs('Mon, 05 Jan 2026 10:00:30 GMT', now)).toBe(30_000)
    expect(retryAfterMs('Mon, 05 Jan 2026 09:00:00 GMT', now)).toBe(0)
    for (const nonsense of ['', '-5', 'soon', '1e9', '1.5'])
      expect(retryAfterMs(nonsense, now)).toBeNull()
  })
})
