import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyFilters } from '@shared/keys/filters'
import { keyFunctions } from '@shared/keys/functions'
import { compilePattern } from '@shared/keys/make'
import { parsePattern } from '@shared/keys/parse'
import { subjectOf, type KeySubject } from '@shared/keys/subject'
import { isValidKey, uniqueKey } from '@shared/text/citation-key'

const subject: KeySubject = {
  ...subjectOf({
    ...{ type: 'article-journal', title: 'On the Origin of Sheaves: A Field Guide', abstract: '' },
    ...{ issued: '2021-03-14', venue: 'Annals of Cloth Making', volume: '12', issue: '3' },
    ...{ pages: '245–259', publisher: 'Loom Press', language: 'en', links: [] },
    identifiers: [{ scheme: 'arxiv', value: '2101.00001', version: null }],
    creators: [
      {
        role: 'author',
        name: { family: 'Müller-Lüdenscheidt', given: 'Anna Bea', particle: 'von', suffix: '' }
      },
      { role: 'author', name: { family: 'Čapek', given: 'Karel', particle: '', suffix: '' } },
      { role: 'author', name: { literal: 'The Weaving Group' } },
      { role: 'editor', name: { family: 'Itor', given: 'Ed', particle: '', suffix: '' } }
    ]
  }),
  extra: [{ name: 'origdate', value: '1999' }],
  tags: [{ id: 1, name: 'to read', colour: 0 }]
}

function keyBy(pattern: string, paper: KeySubject = subject): string {
  const compiled = compilePattern(pattern)
  if (!compiled.ok) throw new Error(compiled.error.message)
  return compiled.make(paper)
}

describe('a pattern', () => {
  it.each([
    ['auth.lower + shorttitle(3,3) + year', 'vonmullerludenscheidtOriginSheavesField2021'],
    ['auth + year', 'vonMullerLudenscheidt2021'],
    ['auth(3).upper + shortyear', 'VON21'],
    ['auth(n=4, m=2) + "_" + year', 'Cape_2021'],
    ['authors(max=1, etal="Etc") + year', 'vonMullerLudenscheidtEtc2021'],
    ['authetal.lower', 'vonmullerludenscheidtetal'],
    ['authorlast', 'WeavingGroup'],
    ['authini(3)', 'vonCW'],
    ['authalpha', 'vCW'],
    ['auth(initials=true)', 'vonMullerLudenscheidtAB'],
    ['edtr + origyear', 'Itor1999'],
    ['veryshorttitle.lower + firstpage', 'origin245'],
    ['fulltitle.abbr', 'OtOoSAFG'],
    ['fulltitle.skipwords.select(1, 2).condense("_")', 'Origin_Sheaves'],
    ['journal.skipwords.abbr.lower + volume + issue', 'acm123'],
    ['journal.acronym', 'ACM'],
    ['arxiv.replace(".", "-")', '2101-00001'],
    ['keyword.camel', 'toRead'],
    ['year.substring(3, 2) + month + day', '210314'],
    ['publisher.capitalize.condense', 'LoomPress'],
    ['doi.default("nodoi")', 'nodoi'],
    ['[auth:lower]_[year][shorttitle,1]', 'vonmullerludenscheidt_2021Origin']
  ])('%s makes %s', (pattern, key) => {
    expect(keyBy(pattern)).toBe(key)
  })

  it('tries its alternatives until one says something', () => {
    const nobody = { ...subject, creators: [] }
    expect(keyBy('auth + year | shorttitle(2,2) + year', nobody)).toBe('2021')
    expect(keyBy('auth.len(>, 0) + year | shorttitle(2,2) + year', nobody)).toBe(
      'OriginSheaves2021'
    )
    expect(keyBy("type('book') + 'B' + year | 'x' + auth(2) + year")).toBe('xvo2021')
    expect(keyBy("type('article') + auth(2) + year")).toBe('vo2021')
    expect(keyBy("language('de') + 'd' + year | year + 'e'")).toBe('2021e')
  })

  it('of nothing leads to the key that Sheaf makes by itself', () => {
    expect(keyBy("doi + 'x'")).toBe(keyBy('standard'))
    expect(keyBy("'only text'")).toBe(keyBy('standard'))
  })

  it.each([
    ['', 'ends too early', 0],
    ['auth +', 'ends too early', 6],
    ['auth + yaer', 'Did you mean year?', 7],
    ['auth.lowr', 'Did you mean lower?', 5],
    ['auth(3', '“)” is missing', 0],
    ['"abc', 'quotation mark is not closed', 0],
    ['auth(x=3)', 'auth has no “x”', 0],
    ['auth(1,2,"a",true,5)', 'takes at most 4', 0],
    ['shorttitle("a")', 'is a number', 0],
    ['year(1)', 'takes nothing in brackets', 0],
    ['auth year', 'does not belong here', 5],
    ['[auth', '“]” is missing', 5]
  ])('%j is told what is wrong with it, and where', (pattern, message, start) => {
    const compiled = compilePattern(pattern)
    expect(compiled).toMatchObject({ ok: false, error: { start } })
    if (!compiled.ok) expect(compiled.error.message).toContain(message)
  })

  it('never throws, and makes keys that LaTeX takes', () => {
    const piece = fc.oneof(
      fc.constantFrom(...Object.keys(keyFunctions), ...Object.keys(keyFilters)),
      fc.constantFrom(
        '+',
        '.',
        '|',
        '(',
        ')',
        ',',
        "'",
        '"',
        '[',
        ']',
        ':',
        '=',
        '3',
        ' ',
        '>',
        'n='
      ),
      fc.string({ unit: 'binary', maxLength: 4 })
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const compiled = compilePattern(pieces.join(''))
        if (compiled.ok) expect(isValidKey(compiled.make(subject))).toBe(true)
        else expect(compiled.error.start).toBeLessThanOrEqual(compiled.error.end)
      }),
      { numRuns: 3000 }
    )
  })

  it('that is long is read in time linear in it, or refused', () => {
    expect(parsePattern('('.repeat(1900)).ok).toBe(false)
    expect(parsePattern('auth+'.repeat(5000)).ok).toBe(false)
  })

  it('has the forty functions and filters that people use', () => {
    expect(
      Object.keys(keyFunctions).length + Object.keys(keyFilters).length
    ).toBeGreaterThanOrEqual(40)
  })
})

describe('a key that is taken', () => {
  it('gets letters, or numbers where the user wants those', () => {
    const taken = new Set(['liu2022', 'liu2022a', 'liu2022-2'])
    const isTaken = (key: string): boolean => taken.has(key)
    expect(uniqueKey('Liu2022', isTaken)).toBe('Liu2022b')
    expect(uniqueKey('Liu2022', isTaken, 'numbers')).toBe('Liu2022-3')
  })
})
