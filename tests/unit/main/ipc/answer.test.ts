import { describe, expect, it } from 'vitest'
import { channels } from '@shared/ipc/channels'
import { contract, type Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import { answer } from '../../../../src/main/ipc/answer'

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
    expect(
      await answer(failing(new TypeError('x')), 'journal:undo', undefined, false)
    ).toMatchObject({
      error: { code: 'internal', detail: 'x' }
    })
  })

  it('may be held to its answer', async () => {
    const wrong = { 'journal:undo': () => ({ label: 'x' }) } as unknown as Handlers
    expect(await answer(wrong, 'journal:undo', undefined, true)).toMatchObject({ ok: false })
  })
})
