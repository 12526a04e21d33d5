import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperTypes } from '@shared/model/kinds'
import type { Creator } from '@shared/model/person'
import { baseKey, isValidKey, uniqueKey } from '@shared/text/citation-key'
import { parseName } from '@shared/text/person-name'

function paper(
  title: string,
  author = '',
  issued = '',
  role: Creator['role'] = 'author'
): Parameters<typeof baseKey>[0] {
  const creators = author === '' ? [] : [{ role, name: parseName(author) }]
  return { title, issued, creators, type: 'article' }
}

describe('a citation key', () => {
  it.each([
    [paper('Attention Is All You Need', 'Ashish Vaswani', '2017-06-12'), 'vaswani2017attention'],
    [paper('On the Origin of Species', 'van der Berg, Jan', '2020'), 'vanderberg2020origin'],
    [paper('A Study', 'Jürgen Łukasz Müller-Čapek', '1999'), 'mullercapek1999study'],
    [paper('A Report', '{OECD}', '2001'), 'oecd2001report'],
    [paper('Results', '{The ATLAS Collaboration}', '2012'), 'atlascollaboration2012results'],
    [paper('Handbook', 'Ed Itor', '2000', 'editor'), 'itor2000handbook'],
    [paper('The Undated', 'Jane Doe'), 'doe-undated'],
    [paper('Attention Is All You Need', '', '2017'), 'attention-need-2017'],
    [
      paper('RealEra: Semantic-level Concept Erasure via Neighbor-Concept Mining'),
      'realera-semantic-level'
    ],
    [paper('BT^2: Backward-compatible Training'), 'bt2-backward-compatible'],
    [paper('No "Zero-Shot" Without Exponential Data'), 'zero-shot-exponential'],
    [paper("Towards O'Reilly's Law"), 'oreillys-law'],
    [paper('To Be'), 'to-be'],
    [paper('Война и мир', 'Лев Толстой', '1869'), 'tolstoy1869voyna'],
    [paper('Περί φύσεως'), 'peri-fyseos'],
    [paper('학습', '김 철수', '2021'), 'cheolsu2021hakseup'],
    [paper('カタカナ'), 'katakana'],
    [paper('深度学习', '', '2015'), 'article2015'],
    [paper('深度学习'), 'article'],
    [paper('🍓'), 'article']
  ])('of %o is %s', (fields, key) => {
    expect(baseKey(fields)).toBe(key)
  })

  it('is made of small letters, digits and hyphens, never empty, and always valid', () => {
    const name = fc.oneof(
      fc.record({ literal: fc.string({ minLength: 1, unit: 'binary' }) }),
      fc.record({
        family: fc.string({ minLength: 1, unit: 'binary' }),
        given: fc.string({ unit: 'binary' }),
        particle: fc.string(),
        suffix: fc.string()
      })
    )
    const fields = fc.record({
      title: fc.string({ unit: 'binary' }),
      issued: fc.constantFrom('', '2020', '2020-01'),
      type: fc.constantFrom(...paperTypes),
      creators: fc.array(fc.record({ role: fc.constantFrom('author', 'editor'), name }), {
        maxLength: 2
      })
    })
    fc.assert(
      fc.property(fields, (given) => {
        const key = baseKey(given)
        expect(key).toMatch(/^[a-z0-9-]+$/)
        expect(isValidKey(key)).toBe(true)
      }),
      { numRuns: 2000 }
    )
  })
})

describe('a key that is taken', () => {
  it('takes a … z, aa … behind it, whatever the capitals', () => {
    const taken = new Set<string>()
    const keys = Array.from({ length: 30 }, () => {
      const key = uniqueKey('Liu2022', (lower) => taken.has(lower))
      taken.add(key.toLowerCase())
      return key
    })
    expect([keys[0], keys[1], keys[2], keys[26], keys[27], keys[28]]).toEqual([
      ...['Liu2022', 'Liu2022a', 'Liu2022b', 'Liu2022z', 'Liu2022aa', 'Liu2022ab']
    ])
    expect(uniqueKey('liu2022', (lower) => taken.has(lower))).toBe('liu2022ad')
  })

  it('is unique among any others', () => {
    const bases = fc.array(fc.constantFrom('a', 'A', 'aa', 'b1', 'B1'), { maxLength: 80 })
    fc.assert(
      fc.property(bases, (wanted) => {
        const taken = new Set<string>()
        for (const base of wanted) {
          const key = uniqueKey(base, (lower) => taken.has(lower)).toLowerCase()
          expect(taken.has(key)).toBe(false)
          taken.add(key)
        }
      })
    )
  })
})

describe('a key that somebody typed', () => {
  it.each(['knuth1984', 'Knuth:84', 'a.b_c+d/e-f', '1984'])('%j is accepted', (key) => {
    expect(isValidKey(key)).toBe(true)
  })
  it.each([
    '',
    '-a',
    ':a',
    'a b',
    'a,b',
    'a{b',
    'a}b',
    'a%b',
    'a#b',
    'a\\b',
    'ä',
    'a"b',
    "a'b",
    'a~b',
    'a\n'
  ])('%j is refused', (key) => {
    expect(isValidKey(key)).toBe(false)
  })
})
