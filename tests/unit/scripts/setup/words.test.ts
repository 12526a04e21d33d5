import { describe, expect, test } from 'vitest'
import { excerpt } from '../../../../scripts/setup/words.mjs'
import { checkNode } from '../../../../scripts/setup/index.mjs'

describe('excerpt', () => {
  test('keeps both ends of a long log', () => {
    const log = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')
    expect(excerpt(log, 2)).toBe('line 0\nline 1\n…\nline 38\nline 39')
  })

  test('drops colours, rulers and empty lines', () => {
    expect(excerpt('\u001b[31mError\u001b[0m: no  \n\n────\nend\n')).toBe('Error: no\nend')
  })
})

test('checkNode wants 20.19 or newer', () => {
  expect(() => {
    checkNode('20.18.3')
  }).toThrow(/too old/)
  expect(() => {
    checkNode('18.20.0')
  }).toThrow(/too old/)
  for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.18.0']) checkNode(version)
})
