import { beforeEach, describe, expect, it } from 'vitest'
import { firstCalls } from '@shared/ipc/first-calls'
import { EarlyAnswers } from '../../../../src/main/ipc/early-answers'

let asked: string[]
let early: EarlyAnswers

beforeEach(() => {
  asked = []
  early = new EarlyAnswers((channel) => {
    asked.push(channel)
    return Promise.resolve({ ok: true, value: channel })
  })
  early.make()
})

describe('answers made before the window asks', () => {
  it('are those to the calls that every window begins with', () => {
    expect(asked).toEqual(firstCalls.map(([channel]) => channel))
  })

  it('are given once, and only for the very same question', async () => {
    const [channel, input] = firstCalls[1]
    expect(await early.take(channel, structuredClone(input))).toEqual({ ok: true, value: channel })
    expect(early.take(channel, input)).toBeUndefined()
    expect(early.take(firstCalls[0][0], undefined)).toBeUndefined()
  })

  it('are not given to what no text can be made of', () => {
    const ring: { id?: unknown } = {}
    ring.id = ring
    for (const input of [ring, 10n, { id: [10n] }])
      expect(early.take(firstCalls[0][0], input)).toBeUndefined()
  })

  it('are not given after another call, which may have changed what they say', () => {
    expect(early.take('journal:undo', undefined)).toBeUndefined()
    for (const [channel, input] of firstCalls) expect(early.take(channel, input)).toBeUndefined()
  })

  it('are not made once the window has asked something itself', () => {
    asked.length = 0
    const late = new EarlyAnswers((channel) => {
      asked.push(channel)
      return Promise.resolve({ ok: true, value: channel })
    })
    expect(late.take('journal:undo', undefined)).toBeUndefined()
    late.make()
    expect(asked).toEqual([])
    expect(late.take(...firstCalls[0])).toBeUndefined()
  })
})
