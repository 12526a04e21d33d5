import { expect, it } from 'vitest'
import { fromReader, toReader } from '@shared/model/reader-messages'

it('what the frame says is taken only in the shapes it is agreed to have', () => {
  expect(fromReader.safeParse({ kind: 'key', key: 'Mod+K' }).success).toBe(true)
  for (const message of [
    null,
    'ready',
    {},
    { kind: 'eval', code: '1' },
    { kind: 'key', key: 'x'.repeat(1000) },
    { kind: 'ready', more: true },
    { kind: 'link', url: ['https://example.org'] },
    { kind: 'opened', pages: -1, pageLabels: null },
    { kind: 'drawn', tool: 'highlight', place: {} },
    { kind: 'selected', box: { left: 0, top: 0, right: NaN, bottom: 0 } }
  ])
    expect(fromReader.safeParse(message).success, JSON.stringify(message)).toBe(false)
})

it('what the window says is too', () => {
  expect(toReader.safeParse({ kind: 'turn', by: 1 }).success).toBe(true)
  for (const message of [
    { kind: 'open', token: '../x', bytes: 1 },
    { kind: 'turn', by: 7 },
    { kind: 'page', page: 0 }
  ])
    expect(toReader.safeParse(message).success).toBe(false)
})
