import { expect, test } from 'vitest'
import { asksForDismissed } from '@shared/query/asks-for-dismissed'
import { parseQuery } from '@shared/query/parse'

const asks = (text: string): boolean => asksForDismissed(parseQuery(text, { today: '2026-03-14' }))

test('dismissed papers are looked for where they are what is asked for, and nowhere else', () => {
  expect(asks('is:dismissed')).toBe(true)
  expect(asks('graphs is:dismissed year:2024..')).toBe(true)
  expect(asks('(is:dismissed graphs)')).toBe(true)
  expect(asks('-is:dismissed')).toBe(false)
  expect(asks('is:dismissed or graphs')).toBe(false)
  expect(asks('dismissed')).toBe(false)
})
