import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ParsedPaper } from '../../../../../src/main/import/parsed'
import { detectRis, parseRis } from '../../../../../src/main/import/references/ris'

const seen = new Date('2026-11-23T12:00:00Z')
const samples = resolve('../shared/refs/ris')

/** Papers and problems of each sample, as `grep -c` of `TY` and `PT` tags has them. */
const counts: readonly (readonly [name: string, papers: number, problems: number])[] = [
  ['example_basic', 1, 0],
  ['example_bom', 1, 0],
  ['example_custom_list_tags', 1, 0],
  ['example_empty_tag', 1, 0],
  ['example_extraneous_data', 2, 0],
  ['example_full', 2, 0],
  ['example_full_without_whitespace', 2, 0],
  ['example_full_write', 2, 0],
  ['example_multi_unknown_tags', 1, 0],
  ['example_multiline', 3, 0],
  ['example_single_unknown_tag', 1, 0],
  ['example_starting_newlines', 1, 0],
  ['example_urls', 4, 0],
  ['example_utf_chars', 1, 0],
  ['example_wos', 2, 0]
]

describe('a RIS file', () => {
  it.skipIf(!existsSync(samples)).each(counts)(
    '%s gives %i papers, %i problems',
    (name, n, bad) => {
      const text = readFileSync(`${samples}/${name}.ris`, 'utf8')
      expect(detectRis(text)).toBe(1)
      const { digests, skipped } = parseRis(text, name, seen)
      expect(digests).toHaveLength(1)
      expect(digests[0]?.papers).toHaveLength(n)
      expect(skipped).toHaveLength(bad)
      for (const { start, end } of digests[0]?.papers ?? [])
        expect(text.slice(start, end)).toMatch(/^(?:TY|PT)[^]*\nER *-? *$/)
    }
  )

  it('says everything the model has a place for', () => {
    const text = [
      ...['TY  - CHAP', 'AU  - Weaver, Wilma', 'A1  - King, Martin Luther, Jr.', 'A2  - Loom, L.'],
      ...['TI  - On Looms', 'T2  - The Book of Looms', 'PY  - 2021/03/14/', 'VL  - 3', 'IS  - 2'],
      ...['SP  - 379', 'EP  - 95', 'PB  - Shuttle', 'SN  - 978-3-16-148410-0', 'LA  - eng'],
      ...['DO  - https://doi.org/10.1000/ABC', 'UR  - https://arxiv.org/abs/2403.01234v2'],
      ...['AB  - Of looms.', 'KW  - looms', 'KW  - warp; weft', 'N1  - Good.', 'ID  - weaver2021']
    ]
    expect(only(`${text.join('\r\n')}\r\nER  - \r\n`)).toEqual({
      title: 'On Looms',
      says: {
        ...{ type: 'chapter', abstract: 'Of looms.', issued: '2021-03-14' },
        ...{ venue: 'The Book of Looms', volume: '3', issue: '2', pages: '379–395' },
        ...{ publisher: 'Shuttle', language: 'en' },
        creators: [
          person('author', 'Weaver', 'Wilma'),
          person('author', 'King', 'Martin Luther', 'Jr.'),
          person('editor', 'Loom', 'L.')
        ],
        identifiers: [
          { scheme: 'doi', value: '10.1000/abc', version: null },
          { scheme: 'isbn', value: '9783161484100', version: null },
          { scheme: 'arxiv', value: '2403.01234', version: 2 }
        ],
        links: [{ kind: 'paper', url: 'https://arxiv.org/abs/2403.01234v2' }]
      },
      ...{ citationKey: 'weaver2021', tags: ['looms', 'warp', 'weft'], note: 'Good.' },
      ...{ start: 0, end: text.join('\r\n').length + 8 }
    })
  })

  it.each([
    'TY  - JOUR',
    'TY - JOUR',
    'TY  -JOUR',
    'TY- JOUR',
    '\ufeffTY  - JOUR',
    '\n\nTY  - jour'
  ])('may begin with %j', (start) => {
    const text = `${start}\nTI  - Looms\nER  -`
    expect(detectRis(text)).toBe(1)
    expect(only(text)).toMatchObject({ title: 'Looms', says: { type: 'article-journal' } })
  })

  it('may leave out the end of a record, its beginning, or both', () => {
    expect(titles('TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B')).toEqual(['A', 'B'])
    expect(titles('TI  - A\nAU  - X, Y\nER  - \nTI  - B\nER  - ')).toEqual(['A', 'B'])
    expect(only('TI  - A\nER  - ').says).toEqual({})
  })

  it('may have values of several lines, and tags that nobody knows', () => {
    const text =
      'TY  - JOUR\nZZ  - what\nTI  - A long\n      title\nAB  - One.\n\nER is a\nTwo.\nER  - '
    expect(only(text)).toMatchObject({
      title: 'A long title',
      says: { abstract: 'One.\nER is a\nTwo.' }
    })
  })

  it('keeps a serial number only where it is an ISBN, an id only where it is a key', () => {
    const text = (sn: string, id: string): string =>
      `TY  - BOOK\nTI  - A\nSN  - ${sn}\nID  - ${id}\nER  - `
    expect(only(text('1932-6208', '2006713348'))).toEqual({
      ...{ title: 'A', says: { type: 'book' }, start: 0, end: 58 }
    })
    expect(only(text('0-306-40615-2', 'a b')).says.identifiers).toHaveLength(1)
    expect(only(text('0-306-40615-3', 'a b')).says.identifiers).toBeUndefined()
  })

  it('keeps an organisation whole, and turns a name that ends in initials', () => {
    const text = 'TY  - RPRT\nTI  - A\nAU  - World Loom Organization\nAU  - Weaver W. M.\nER  - '
    expect(only(text).says.creators).toEqual([
      { role: 'author', name: { literal: 'World Loom Organization' } },
      person('author', 'Weaver', 'W. M.')
    ])
  })

  it('keeps a record without a title by what it says, and names one that says nothing', () => {
    const text =
      'TY  - JOUR\nAU  - Weaver, W.\nPY  - 2021\nER  - \n\nTY  - JOUR\nDO  - 10.1000/a\nER  - \n\nTY  - JOUR\nVL  - 3\nER  - \n\nTY  - JOUR\nTI  - B\nER  - '
    expect(titles(text)).toEqual(['Untitled, by W. Weaver, 2021', 'doi:10.1000/a', 'B'])
    expect(parseRis(text, 'x.ris', seen).skipped).toEqual([
      { file: 'x.ris', line: 10, reason: 'Record 3 has no title.' }
    ])
  })

  it('of the Web of Science has people a line each, and its own keywords left out', () => {
    const text = [
      ...['FN Clarivate Analytics Web of Science', 'VR 1.0', 'PT J', 'AU Weaver, W', '   Loom, L'],
      ...['AF Weaver, Wilma', '   Loom, Lou', 'TI A study of', '   looms', 'SO LOOMS', 'ID X; Y'],
      ...['DE warp; weft', 'PD MAR 14', 'PY 2021', 'BP 1', 'EP 9', 'DI 10.1000/x', 'ER', '', 'EF']
    ].join('\n')
    expect(detectRis(text)).toBe(1)
    expect(only(text)).toMatchObject({
      title: 'A study of looms',
      says: {
        ...{ type: 'article-journal', venue: 'LOOMS', issued: '2021-03-14', pages: '1–9' },
        creators: [person('author', 'Weaver', 'Wilma'), person('author', 'Loom', 'Lou')]
      },
      tags: ['warp', 'weft']
    })
  })

  it.each([
    '',
    'Some text\n\nabout looms.',
    '@article{a, title = {x}}',
    '[{"type": "book"}]',
    '{}'
  ])('is not %j', (text) => {
    expect(detectRis(text)).toBe(0)
  })
})

function titles(text: string): string[] {
  return parseRis(text, 'x.ris', seen).digests.flatMap(({ papers }) =>
    papers.map(({ title }) => title)
  )
}

function only(text: string): ParsedPaper {
  const papers = parseRis(text, 'x.ris', seen).digests[0]?.papers ?? []
  expect(papers).toHaveLength(1)
  return papers[0] as ParsedPaper
}

function person(role: string, family: string, given: string, suffix = ''): object {
  return { role, name: { family, given, particle: '', suffix } }
}
