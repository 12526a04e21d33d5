import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serialise } from '../../../../../src/main/export/serialise'
import { toSheafItem } from '../../../../../src/main/export/csl-json'
import type { Parsed, ParsedPaper } from '../../../../../src/main/import/parsed'
import { detectCslJson, parseCslJson } from '../../../../../src/main/import/references/csl-json'
import { identifierSchemes, linkKinds, paperTypes } from '@shared/model/kinds'
import type { Paper } from '@shared/model/paper'
import { makePaper } from '../../export/paper-fixture'

const seen = new Date('2026-11-23T12:00:00Z')

describe('CSL-JSON', () => {
  it('brings no link that runs something or opens a file', () => {
    const links = ['javascript:x', 'file:///etc/passwd', 'https://example.org/'].map((url) => ({
      kind: 'paper',
      url
    }))
    const sheaf = { links, tags: [], identifiers: [], note: '' }
    expect(only([{ id: 'a', type: 'book', title: 'Looms', sheaf }]).says.links).toEqual([
      { kind: 'paper', url: 'https://example.org/' }
    ])
  })

  it('says everything the model has a place for', () => {
    const item = {
      ...{ id: 'weaver2021', type: 'article-magazine', title: 'On <i>Looms</i><sup>2</sup>' },
      author: [
        { family: 'Weaver', given: 'Wilma', 'dropping-particle': 'de' },
        { family: 'Beethoven', given: 'L.', 'non-dropping-particle': 'van', suffix: 'Jr.' },
        { literal: 'Loom Group' },
        {}
      ],
      editor: [{ family: 'Ed' }],
      issued: { 'date-parts': [['2021', 3, '14'], [2022]] },
      ...{ 'container-title': 'Looms', volume: 3, issue: '2', page: '1-9', publisher: 'P' },
      ...{
        language: 'English',
        DOI: 'https://doi.org/10.1000/ABC',
        PMID: '123',
        ISBN: '0306406152'
      },
      ...{ URL: 'https://example.org/x', number: 'arXiv:2403.01234v2 [cs.CL]', abstract: 'Of.' },
      ...{ keyword: 'warp, weft', note: 'PMCID: PMC1\nRead it.' }
    }
    expect(only([item])).toMatchObject({
      title: 'On Looms<sup>2</sup>',
      says: {
        ...{
          type: 'article-journal',
          issued: '2021-03-14',
          venue: 'Looms',
          volume: '3',
          issue: '2'
        },
        ...{ pages: '1-9', publisher: 'P', language: 'en', abstract: 'Of.' },
        creators: [
          name('author', { family: 'Weaver', given: 'Wilma', particle: 'de', suffix: '' }),
          name('author', { family: 'Beethoven', given: 'L.', particle: 'van', suffix: 'Jr.' }),
          name('author', { literal: 'Loom Group' }),
          name('editor', { family: 'Ed', given: '', particle: '', suffix: '' })
        ],
        identifiers: [
          { scheme: 'doi', value: '10.1000/abc', version: null },
          { scheme: 'arxiv', value: '2403.01234', version: 2 },
          { scheme: 'pmid', value: '123', version: null },
          { scheme: 'isbn', value: '0306406152', version: null },
          { scheme: 'other', value: 'PMC1', version: null }
        ],
        links: [{ kind: 'project', url: 'https://example.org/x' }]
      },
      ...{ citationKey: 'weaver2021', tags: ['warp', 'weft'], note: 'Read it.' }
    })
  })

  it.each([
    [{ archive: 'arXiv', archive_location: '2403.01234' }],
    [{ note: 'arXiv: 2403.01234 [cs]' }],
    [{ URL: 'http://arxiv.org/abs/2403.01234' }],
    [{ DOI: '10.48550/arXiv.2403.01234' }]
  ])('names arXiv’s id in %j', (fields) => {
    const { identifiers } = only([{ id: 'a', type: 'article', title: 'A', ...fields }]).says
    expect(identifiers).toContainEqual({ scheme: 'arxiv', value: '2403.01234', version: null })
  })

  it.each([
    [{ raw: '14 March 2021' }, '2021-03-14'],
    [{ literal: 'Spring 2021' }, '2021'],
    [{ 'date-parts': [[2021, 13]] }, '2021'],
    [{ 'date-parts': [[]] }, undefined],
    [{ 'date-parts': [[null]] }, undefined],
    ['2021-03', '2021-03']
  ])('dated %j is of %s', (issued, expected) => {
    expect(only([{ type: 'book', title: 'A', issued }]).says.issued).toBe(expected)
  })

  it('may be one item, or one a line, of which a broken one costs no other', () => {
    expect(titles(JSON.stringify({ title: 'A' }, null, 2))).toEqual(['A'])
    const lines = '{"title": "A"}\n{"title": "B", }\r\n\n{"title": "C"}\n{"titl'
    expect(titles(lines)).toEqual(['A', 'C'])
    expect(parse(lines).skipped).toMatchObject([
      { line: 2, reason: '“B” is not valid JSON.' },
      { line: 5, reason: 'The item here is not valid JSON.' }
    ])
  })

  it.each([
    ['a comma too many', (text: string) => text.replace('"B"', '"B",'), ['A', 'C'], 6],
    ['a missing bracket', (text: string) => text.replace('"B"\n  }', '"B"\n  '), ['A', 'C'], 7],
    ['a missing quotation mark', (text: string) => text.replace('"B"', '"B'), ['A', 'C'], 6],
    ['its end cut off', (text: string) => text.slice(0, text.indexOf('"C"')), ['A', 'B'], 8]
  ])('with %s keeps every other item', (_, breakIt, expected, line) => {
    const text = breakIt(JSON.stringify([{ title: 'A' }, { title: 'B' }, { title: 'C' }], null, 2))
    expect(titles(text)).toEqual(expected)
    expect(Math.abs((parse(text).skipped[0]?.line ?? 0) - line)).toBeLessThanOrEqual(1)
  })

  it('gives the range of each item in the text', () => {
    const text = '\ufeff [ {"title": "A}]"},\n 7, {"title": "B\\""} ]'
    const papers = parse(text).digests[0]?.papers ?? []
    expect(papers.map(({ start, end }) => text.slice(start, end))).toEqual([
      '{"title": "A}]"}',
      '{"title": "B\\""}'
    ])
    expect(parse(text).skipped).toEqual([{ file: 'x', line: 2, reason: 'Not an item: “7”.' }])
  })

  it('takes no address and no bare number for a citation key', () => {
    for (const id of ['http://zotero.org/users/1/items/X', '42', 42, 'a b'])
      expect(only([{ id, title: 'A' }]).citationKey).toBeUndefined()
  })

  it('is told from other JSON', () => {
    expect(detectCslJson('[{"id":"a","type":"book","title":"A"}]')).toBeGreaterThan(0.8)
    expect(detectCslJson('{"type":"article","title":"A","issued":{"date-parts":[[2021]]}}')).toBe(1)
    for (const text of [
      '',
      '[]',
      '{"a":1}',
      '{"items":[{"itemType":"book","title":"A"}]}',
      'TY  - '
    ])
      expect(detectCslJson(text)).toBe(0)
  })
})

const word = fc.stringMatching(/^[A-Za-zäöüßčñ'-]{1,10}$/)
const words = fc.array(fc.stringMatching(/^[A-Za-zäöü0-9]{1,8}$/), { minLength: 1, maxLength: 4 })
const phrase = words.map((list) => list.join(' '))
const optional = fc.oneof(fc.constant(''), phrase)
const person = fc.oneof(
  fc.record({
    family: word,
    given: fc.oneof(fc.constant(''), word),
    particle: fc.constantFrom('', 'van der'),
    suffix: fc.constantFrom('', 'Jr.')
  }),
  fc.record({ literal: phrase })
)
const identifiers = fc.record({
  doi: fc.option(fc.stringMatching(/^10\.1000\/[a-z0-9]{1,8}$/)),
  arxiv: fc.option(fc.stringMatching(/^2[0-4]0[1-9]\.\d{5}$/)),
  pmid: fc.option(fc.stringMatching(/^[1-9]\d{0,7}$/))
})
const paper: fc.Arbitrary<Paper> = fc
  .record({
    type: fc.constantFrom(...paperTypes),
    ...{ title: phrase, abstract: optional, venue: optional, publisher: optional },
    ...{ volume: optional, issue: optional },
    pages: fc.constantFrom('', '1–9', '1-9', 'e0815'),
    language: fc.constantFrom('', 'en', 'de', 'fr-FR'),
    issued: fc.constantFrom('', '2021', '2021-03', '2021-03-14', '0476'),
    authors: fc.array(person, { maxLength: 3 }),
    editors: fc.array(person, { maxLength: 2 }),
    ids: identifiers,
    urls: fc.uniqueArray(fc.webUrl(), { maxLength: 3 }),
    tags: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 3 }),
    ...{ kind: fc.constantFrom(...linkKinds), key: fc.stringMatching(/^[a-z][a-z0-9:-]{0,8}$/) },
    note: optional
  })
  .map(({ authors, editors, ids, urls, tags, kind, key, note, ...fields }) =>
    makePaper({
      ...fields,
      citationKey: key,
      creators: [
        ...authors.map((each) => ({ role: 'author' as const, name: each })),
        ...editors.map((each) => ({ role: 'editor' as const, name: each }))
      ],
      identifiers: identifierSchemes.flatMap((scheme) => {
        const value = scheme in ids ? ids[scheme as keyof typeof ids] : null
        return value === null ? [] : [{ scheme, value, version: null }]
      }),
      links: urls.map((url) => ({ kind, url })),
      tags: tags.map((each, id) => ({ id, name: each, colour: 0 })),
      note: { body: note, revision: 1, savedAt: '' }
    })
  )

describe('a paper exported and imported again', () => {
  it('as CSL-JSON is the same, but for what CSL has no place for', () => {
    fc.assert(
      fc.property(fc.array(paper, { minLength: 1, maxLength: 3 }), (papers) => {
        const { digests, skipped } = parse(serialise(papers, 'csl-json'))
        expect(skipped).toEqual([])
        const back = (digests[0]?.papers ?? []).map(withoutPlace)
        expect(back.map(withoutSheaf)).toEqual(papers.map(expected).map(withoutSheaf))
      }),
      { numRuns: 200 }
    )
  })

  it('as a line of the list is the same, its links, tags and note with it', () => {
    fc.assert(
      fc.property(fc.array(paper, { minLength: 1, maxLength: 3 }), (papers) => {
        const text = papers.map((each) => `${JSON.stringify(toSheafItem(each))}\n`).join('')
        expect(detectCslJson(text)).toBeGreaterThan(0.5)
        const { digests, skipped } = parse(text)
        expect(skipped).toEqual([])
        const back = (digests[0]?.papers ?? []).map(withoutPlace)
        expect(back).toEqual(papers.map(expected))
      }),
      { numRuns: 200 }
    )
  })

  it('as a line of the list keeps its title and abstract letter for letter', () => {
    const given = makePaper({ title: ' BT^2:  <i>a</i> ', abstract: '\\eg\n\n two  ' })
    const [back] = parse(JSON.stringify(toSheafItem(given))).digests[0]?.papers ?? []
    expect([back?.title, back?.says.abstract]).toEqual([given.title, given.abstract])
  })
})

/** What an import should say of a paper: every field that is not empty. */
function expected(from: Paper): Partial<ParsedPaper> {
  const { type, abstract, issued, venue, volume, issue, pages, publisher, language } = from
  const { creators, identifiers: ids, links } = from
  const fields = { type, abstract, issued, venue, volume, issue, pages, publisher, language }
  const says = Object.entries({ ...fields, creators, identifiers: ids, links })
  const tags = from.tags.map((tag) => tag.name)
  return {
    title: from.title,
    says: Object.fromEntries(says.filter(([, value]) => value.length > 0)),
    citationKey: from.citationKey,
    ...(tags.length > 0 ? { tags } : {}),
    ...(from.note.body === '' ? {} : { note: from.note.body }),
    ...{ start: 0, end: 0 }
  }
}

function withoutPlace(paper: ParsedPaper): Partial<ParsedPaper> {
  return { ...paper, start: 0, end: 0 }
}

/** CSL has one address, and no notes. */
function withoutSheaf(paper: Partial<ParsedPaper>): object {
  return { ...paper, note: '', says: { ...paper.says, links: paper.says?.links?.length ? 1 : 0 } }
}

function parse(text: string): Parsed {
  return parseCslJson(text, 'x', seen)
}

function titles(text: string): string[] {
  return parse(text).digests.flatMap(({ papers }) => papers.map(({ title }) => title))
}

function only(items: readonly object[]): ParsedPaper {
  const papers = parse(JSON.stringify(items)).digests[0]?.papers ?? []
  expect(papers).toHaveLength(1)
  return papers[0] as ParsedPaper
}

function name(role: string, parts: object): object {
  return { role, name: parts }
}
