import { describe, expect, test } from 'vitest'
import { briefReason, stillness } from '../../../../scripts/setup/electron-official.mjs'

test('briefReason keeps an error’s message and drops its stack', () => {
  const log = [
    '(node:1) ExperimentalWarning: something',
    'TypeError: fetch failed',
    '    at node:internal/deps/undici/undici:13510:13'
  ].join('\n')
  expect(briefReason(log)).toBe('fetch failed')
  expect(briefReason('killed')).toBe('')
})

describe('stillness', () => {
  test('begins anew with every growth', () => {
    let size = 0
    let now = 0
    const still = stillness(
      () => size,
      10,
      () => now
    )
    expect(still()).toBe(false)
    now = 9_000
    size = 1
    expect(still()).toBe(false)
    now = 19_000
    expect(still()).toBe(false)
    now = 19_001
    expect(still()).toBe(true)
  })
})
