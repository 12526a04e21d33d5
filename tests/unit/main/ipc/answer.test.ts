import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { channels } from '@shared/ipc/channels'
import { contract, type Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import { answer } from '../../../../src/main/ipc/answer'
import { randomFrom } from '../../support/mutate'
import { valueOf } from '../../support/values-of'

const called: string[] = []
/** Handlers that note that they ran. */
const handlers = new Proxy(
  {},
  {
    get: (_target, channel: string) => () => {
      called.push(channel)
    }
  }
) as Handlers

describe('a call from the window', () => {
  it('has a schema for what goes in and what comes out, on every channel', () => {
    expect(Object.keys(contract).sort()).toEqual([...channels].sort())
  })

  it.each(channels)('%s runs nothing on input of another shape', async (channel) => {
    called.length = 0
    const hostile = [
      null,
      'x',
      42,
      [],
      NaN,
      () => 1,
      { id: -1 },
      { id: '1' },
      { ids: ['1; DROP TABLE paper'] },
      { ids: [] },
      { id: 1, extra: true },
      { tokens: ['../../etc/passwd'] },
      { path: '/etc/passwd' },
      JSON.parse('{"__proto__": {"id": 1}, "id": 1.5}') as unknown
    ]
    for (const input of hostile) {
      if (contract[channel].input.safeParse(input).success) continue
      const reply = await answer(handlers, channel, input, false)
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    }
    expect(called).toEqual([])
  })

  it.each(channels)(
    '%s runs nothing on input with anything beside what it takes',
    async (channel) => {
      const { input: schema } = contract[channel]
      const making = {
        random: randomFrom(7),
        texts: ['a', '2026', '/a'],
        uuids: [randomUUID()],
        highestId: 9
      }
      const made = Array.from({ length: 40 }, () => valueOf(schema, making))
      const valid = made.filter(
        (one): one is object => schema.safeParse(one).success && typeof one === 'object'
      )
      called.length = 0
      for (const value of [{}, ...valid]) {
        const reply = await answer(handlers, channel, { ...value, beside: 1 }, false)
        expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
      }
      expect(called).toEqual([])
    }
  )

  it('tells an expected failure in its own words and an unexpected one in general ones', async () => {
    const failing = (error: unknown): Handlers =>
      ({
        'journal:undo': () => {
          throw error
        }
      }) as unknown as Handlers
    const known = new AppError('conflict', 'Somebody else was faster.', { detail: 'more' })
    expect(await answer(failing(known), 'journal:undo', undefined, false)).toEqual({
      ok: false,
      error: { code: 'conflict', message: 'Somebody else was faster.', detail: 'more' }
    })
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    expect(await answer(failing(full), 'journal:undo', undefined, false)).toMatchObject({
      error: { code: 'disk-full' }
    })
    const gone = Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
    expect(await answer(failing(gone), 'journal:undo', undefined, false)).toMatchObject({
      error: { code: 'not-found' }
    })
    expect(
      await answer(failing(new TypeError('x')), 'journal:undo', undefined, false)
    ).toMatchObject({
      error: { code: 'internal', detail: 'x' }
    })
  })

  it('is told some of what is wrong with an input that is wrong in 100,000 places', async () => {
    const input = { ids: Array<string>(100_000).fill('x') }
    const reply = await answer(handlers, 'paper:trash', input, false)
    expect(reply.ok ? '' : reply.error.detail).toMatch(/^paper:trash: [^]{1000,1990}$/)
  })

  it('may be held to its answer', async () => {
    const wrong = { 'journal:undo': () => ({ label: 'x' }) } as unknown as Handlers
    expect(await answer(wrong, 'journal:undo', undefined, true)).toMatchObject({ ok: false })
  })
})
