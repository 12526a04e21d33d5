import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '@shared/query/parse'
import type { Clause, Query } from '@shared/query/clause'

const today = '2026-05-21'

/** The query in a short form of its own. */
function read(text: string, options: { isPasted?: boolean; isComplete?: boolean } = {}): string {
  return shown(parseQuery(text, { today, ...options }))
}

function shown(query: Query): string {
  return query.map((alternatives) => alternatives.map(one).join(' | ')).join(' & ')
}

function one({ isNegated, test }: Clause): string {
  const sign = isNegated ? '!' : ''
  switch (test.kind) {
    case 'words':
      return `${sign}${test.field ?? ''}<${test.text}>${'~'.repeat(test.edits)}`
    case 'phrase':
      return `${sign}${test.field ?? ''}"${test.text}"`
    case 'group':
      return `${sign}(${shown(test.query)})`
    case 'unfinished':
      return `${sign}${test.field}:${test.value}…`
    case 'filter': {
      const { field, ...rest } = test.filter
      return `${sign}${field}=${Object.values(rest).map(String).join('..')}`
    }
  }
}

describe('a typed query', () => {
  test.each([
    ['graph neural', '<graph> & <neural>'],
    ['"graph neural" net', '"graph neural" & <net>'],
    ['“graph neural”', '"graph neural"'],
    ['author:vaswani title:attention', 'author<vaswani> & title<attention>'],
    ['author:"Ashish Vaswani"', 'author"Ashish Vaswani"'],
    ['Author:(vaswani or shazeer)', '(author<vaswani> | author<shazeer>)'],
    ['deep graph or tree learning', '<deep> & <graph> | <tree> & <learning>'],
    ['a (b or (c -d))', '<a> & (<b> | (<c> & !<d>))'],
    ['-survey -"case study" NOT review', '!<survey> & !"case study" & !<review>'],
    ['-(a or b)', '!(<a> | <b>)'],
    ['is:unread has:pdf is:starred', 'is=unread & has=pdf & is=starred'],
    ['tag:(ml or "deep learning")', '(tag=ml | tag=deep learning)'],
    ['year:2023.. year:..2020 year:2021', 'year=2023..null & year=null..2020 & year=2021..2021'],
    ['year:>=2023 year:<2020', 'year=2023..null & year=null..2019'],
    ['added:last-week', 'added=2026-05-15..2026-05-21'],
    ['added:2026-02', 'added=2026-02-01..2026-02-28'],
    ['added:yesterday..', 'added=2026-05-20..'],
    ['added:3d type:thesis', 'added=2026-05-19..2026-05-21 & type=thesis'],
    ['key:vas* digest:arxiv', 'key=vas* & digest=arxiv'],
    ['attenton~ transfromer~2', '<attenton>~ & <transfromer>~~'],
    ['a AND b', '<a> & <b>']
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['what has no value is words', 'note: this', '<note:> & <this>'],
    ['a value the field does not have is words', 'is:nothing here', '<is:nothing> & <here>'],
    [
      'an unknown field is words',
      'BERT:pretraining arxiv:1706.03762',
      '<BERT:pretraining> & <arxiv:1706.03762>'
    ],
    [
      'hyphens inside are its own',
      'state-of-the-art - x --y',
      '<state-of-the-art> & <-> & <x> & <--y>'
    ],
    ['a quote inside is its own', '5" screen', '<5"> & <screen>'],
    ['brackets inside are their own', 'f(x) (g(x) or h)', '<f(x)> & (<g(x)> | <h>)'],
    ['a bracket too many is', 'a) b', '<a)> & <b>'],
    ['a bracket too few closes at the end', '(a (b or c', '(<a> & (<b> | <c>))'],
    ['`or` at an end joins nothing', 'or graph or', '<or> & <graph>']
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['author:', 'author:…'],
    ['graph is:un', '<graph> & is:un…'],
    ['year:20', 'year:20…'],
    ['added:last', 'added:last…'],
    ['tag:', 'tag:…'],
    ['"graph neu', '"graph neu"']
  ])('%s is not at its end', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('that is whole has nothing that is not at its end', () => {
    expect(read('is:un', { isComplete: true })).toBe('<is:un>')
    expect(parseQuery('graph', { today, isComplete: true })[0]?.[0]?.isLast).toBe(false)
    expect(parseQuery('graph ', { today })[0]?.[0]?.isLast).toBe(true)
  })

  test('that was pasted keeps its signs, but for what says which papers are meant', () => {
    expect(read('We show "x or y" (author:z) is:unread', { isPasted: true })).toBe(
      '<We> & <show> & <"x> & <or> & <y"> & <(author:z)> & is=unread'
    )
  })

  test('says where each clause stands', () => {
    const text = 'deep -tag:"machine learning" (a or b)'
    expect(
      parseQuery(text, { today }).map(([clause]) => text.slice(clause?.start, clause?.end))
    ).toEqual(['deep', '-tag:"machine learning"', '(a or b)'])
  })

  test('of any kind is read, to its end, without fail', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '"',
        '-',
        ' or ',
        ' ',
        'is:',
        'tag:',
        'year:',
        'author:',
        '~',
        '*',
        '“',
        ':'
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 5 })
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, isPasted) => {
        const text = pieces.join('')
        let end = 0
        const check = (query: Query): void => {
          for (const clause of query.flat()) {
            expect(clause.start).toBeGreaterThanOrEqual(end)
            expect(clause.end).toBeLessThanOrEqual(text.length)
            if (clause.test.kind === 'group') check(clause.test.query)
            end = clause.end
          }
        }
        check(parseQuery(text, { today, isPasted }))
      }),
      { numRuns: 3000 }
    )
  })

  test('with brackets without end is read at once', () => {
    expect(() => parseQuery('('.repeat(10_000), { today })).not.toThrow()
    expect(() => parseQuery('-(a or '.repeat(2000), { today })).not.toThrow()
  })
})
