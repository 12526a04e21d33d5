import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonName } from '@shared/model/person'
import { formatName, parseName, shortAuthors } from '@shared/text/person-name'

function person(given: string, particle: string, family: string, suffix = ''): PersonName {
  return { given, particle, family, suffix }
}

describe('a name as people type it', () => {
  it.each<[string, PersonName]>([
    ['Ashish Vaswani', person('Ashish', '', 'Vaswani')],
    ['Vaswani, Ashish', person('Ashish', '', 'Vaswani')],
    ['Ludwig van Beethoven', person('Ludwig', 'van', 'Beethoven')],
    ['van Beethoven, Ludwig', person('Ludwig', 'van', 'Beethoven')],
    ['van Beethoven', person('', 'van', 'Beethoven')],
    ['ludwig van beethoven', person('ludwig', 'van', 'beethoven')],
    ['de Beauvoir, Simone', person('Simone', 'de', 'Beauvoir')],
    ['Vincent Van Gogh', person('Vincent', '', 'Van Gogh')],
    ['Da Ponte, Lorenzo', person('Lorenzo', '', 'Da Ponte')],
    ['King, Jr., Martin Luther', person('Martin Luther', '', 'King', 'Jr.')],
    ['Martin Luther King, Jr.', person('Martin Luther', '', 'King', 'Jr.')],
    ['Martin Luther King Jr.', person('Martin Luther', '', 'King', 'Jr.')],
    ['danah boyd', person('danah', '', 'boyd')],
    ['J.-P. Serre', person('J.-P.', '', 'Serre')],
    ['Ortega y Gasset, José', person('José', '', 'Ortega y Gasset')],
    ['{de Gaulle}, Charles', person('Charles', '', 'de Gaulle')],
    ['  Ada\u00A0 Lovelace ', person('Ada', '', 'Lovelace')],
    ['{OECD}', { literal: 'OECD' }],
    ['{Simon and Schuster, Inc.}', { literal: 'Simon and Schuster, Inc.' }],
    ['Plato', { literal: 'Plato' }],
    ['王小明', { literal: '王小明' }],
    ['Cher,', person('', '', 'Cher')]
  ])('%j is taken apart', (text, name) => {
    expect(parseName(text)).toEqual(name)
  })

  it.each(['', '  ', '{}', ',', ',,', '{', '}', '{{}}', ', Jr.', ' , , '])(
    'gives a name whatever was typed: %j',
    (text) => {
      const name = parseName(text)
      expect('literal' in name ? name.literal : name.family).not.toBe('')
    }
  )
})

describe('a name in words', () => {
  it.each<[PersonName, string, string]>([
    [person('Ludwig', 'van', 'Beethoven'), 'Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    [
      person('Martin Luther', '', 'King', 'Jr.'),
      'Martin Luther King, Jr.',
      'King, Jr., Martin Luther'
    ],
    [person('Charles', '', 'de Gaulle'), 'Charles de Gaulle', '{de Gaulle}, {Charles}'],
    [{ literal: 'OECD' }, 'OECD', 'OECD'],
    [{ literal: 'The Group' }, 'The Group', '{The Group}']
  ])('%o', (name, forReading, forEditing) => {
    expect(formatName(name, 'given-first')).toBe(forReading)
    expect(formatName(name, 'family-first')).toBe(forEditing)
  })

  it('is the same name again when its words for editing are read', () => {
    const words = fc
      .array(fc.stringMatching(/^[^\s{}]{1,6}$/u), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join(' ').normalize('NFC').replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
    const part = fc.oneof(
      words,
      fc.constantFrom('van der', 'Da', 'Jr.', 'II', 'y Gasset', 'and', 'de la Mare', ',', 'O’Neil')
    )
    const name: fc.Arbitrary<PersonName> = fc.oneof(
      fc.record({ literal: part }),
      fc.record({
        family: part,
        given: fc.oneof(fc.constant(''), part),
        particle: fc.oneof(fc.constant(''), part),
        suffix: fc.oneof(fc.constant(''), part)
      })
    )
    fc.assert(
      fc.property(name, (given) => {
        expect(parseName(formatName(given, 'family-first'))).toEqual(given)
      }),
      { numRuns: 5000 }
    )
  })

  it('gives a name for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = parseName(text)
        expect('literal' in name ? name.literal : name.family).not.toBe('')
      })
    )
  })
})

describe('authors in short', () => {
  it.each([
    [[], ''],
    [['Ashish Vaswani'], 'Vaswani'],
    [['Ashish Vaswani', 'Noam Shazeer'], 'Vaswani, Shazeer'],
    [['A Vaswani', 'N Shazeer', 'N Parmar'], 'Vaswani, Shazeer, Parmar'],
    [['A Vaswani', 'N Shazeer', 'N Parmar', 'J Uszkoreit'], 'Vaswani, Shazeer, Parmar et al.'],
    [['Ludwig van Beethoven', '{OECD}'], 'van Beethoven, OECD']
  ])('%j', (names, text) => {
    expect(shortAuthors(names.map(parseName))).toBe(text)
  })
})

it('takes numbers and degrees for suffixes only where they are in capitals', () => {
  const partsOf = (name: string) => {
    const parsed = parseName(name)
    return 'family' in parsed ? [parsed.family, parsed.given, parsed.suffix] : parsed.literal
  }
  expect(partsOf('Rahman, Md')).toEqual(['Rahman', 'Md', ''])
  expect(partsOf('Aa, Iv')).toEqual(['Aa', 'Iv', ''])
  expect(partsOf('Gates, III')).toEqual(['Gates', '', 'III'])
  expect(partsOf('House, M.D.')).toEqual(['House', '', 'M.D.'])
})
