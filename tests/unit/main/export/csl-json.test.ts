import { describe, expect, it } from 'vitest'
import { toCslJson, toSheafItem } from '../../../../src/main/export/csl-json'
import { authors, editors, makePaper } from './paper-fixture'

const paper = makePaper({
  ...{ citationKey: 'beethoven2020bt2', type: 'article-journal', issued: '2020-03-14' },
  ...{ title: 'BT^2: a & b', abstract: 'It is 10\\% faster, \\eg here.', venue: 'Annals' },
  ...{ volume: '1', issue: '2', pages: '3-4', publisher: 'P', language: 'en', starred: true },
  creators: [
    ...authors('Ludwig van Beethoven', 'King, Jr., Martin Luther', '{OECD}', 'Cher,'),
    ...editors('Ed Itor')
  ],
  identifiers: [
    { scheme: 'doi', value: '10.1/x_y', version: null },
    { scheme: 'arxiv', value: '1706.03762', version: 5 }
  ],
  links: [
    { kind: 'code', url: 'https://example.org/code' },
    { kind: 'paper', url: 'https://example.org/paper' }
  ],
  tags: [
    { id: 1, name: 'one', colour: 0 },
    { id: 2, name: 'two', colour: 0 }
  ],
  note: { body: 'read *this*', revision: 1, savedAt: '2020-01-01' },
  appearances: [
    { digestId: 7, source: 'Page', date: '2026-03-14', dateInferred: true, position: 3, of: 68 }
  ]
})

describe('CSL-JSON', () => {
  it('holds everything a citation needs, under the names of CSL 1.0.2', () => {
    expect(toCslJson(paper)).toEqual({
      id: 'beethoven2020bt2',
      type: 'article-journal',
      title: 'BT<sup>2</sup>: a & b',
      author: [
        { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
        { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
        { literal: 'OECD' },
        { family: 'Cher' }
      ],
      editor: [{ family: 'Itor', given: 'Ed' }],
      issued: { 'date-parts': [[2020, 3, 14]] },
      'container-title': 'Annals',
      ...{ volume: '1', issue: '2', page: '3-4', publisher: 'P', language: 'en' },
      ...{ number: 'arXiv:1706.03762', archive: 'arXiv', DOI: '10.1/x_y' },
      URL: 'https://example.org/paper',
      abstract: 'It is 10% faster, e.g. here.',
      keyword: 'one, two'
    })
  })

  it('leaves out what is not known', () => {
    expect(toCslJson(makePaper())).toEqual({ id: 'key', type: 'article', title: 'A title' })
    expect(toCslJson(makePaper({ issued: '2020' })).issued).toEqual({ 'date-parts': [[2020]] })
  })
})

describe('a line of the list', () => {
  it('adds what only Sheaf knows, and keeps the text letter for letter', () => {
    const item = toSheafItem(paper)
    expect(item.title).toBe(paper.title)
    expect(item.abstract).toBe(paper.abstract)
    expect(item.sheaf).toEqual({
      digests: [{ source: 'Page', date: '2026-03-14', dateInferred: true, position: 3, of: 68 }],
      links: paper.links,
      tags: ['one', 'two'],
      state: { starred: true, read: false, trashed: false },
      identifiers: paper.identifiers,
      missing: [],
      note: 'read *this*'
    })
  })

  it('says what a citation lacks', () => {
    expect(toSheafItem(makePaper()).sheaf.missing).toEqual(['author', 'year'])
  })
})
