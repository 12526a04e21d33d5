import { describe, expect, it } from 'vitest'
import type { Identifier } from '../../../../../src/shared/model/paper'
import type { Candidate } from '../../../../../src/main/lookup/service'
import { crossref } from '../../../../../src/main/lookup/services/crossref'
import { answering, askingAt, type Loopback } from '../loopback'

const doi = (value: string): Identifier => ({ scheme: 'doi', value, version: null })

/** An invented article, in the shape of api.crossref.org/works/{doi}. */
const article = {
  DOI: '10.5555/Weave.77',
  type: 'journal-article',
  title: ['On the Weaving of <i>Sheaves</i> &amp;amp; H<sub>2</sub>O'],
  subtitle: ['A Study'],
  author: [
    { given: 'Ada', family: 'van der Berg', sequence: 'first', affiliation: [] },
    { given: 'Ken', family: 'Ōno', suffix: 'Jr.', sequence: 'additional' },
    { name: 'The Loom Collaboration', sequence: 'additional' },
    { affiliation: [] }
  ],
  editor: [{ given: 'Eva', family: 'Weber' }],
  issued: { 'date-parts': [[2025, 3]] },
  'published-online': { 'date-parts': [[2025, 3, 14]] },
  'container-title': ['Journal of Imaginary Weaving', 'J. Imag. Weav.'],
  volume: '12',
  issue: '3',
  page: '379-423',
  publisher: 'Loom &amp; Sons',
  language: 'en',
  abstract:
    '<jats:title>Abstract</jats:title><jats:p>We weave <jats:italic>sheaves</jats:italic>.</jats:p><jats:p>They hold.</jats:p>',
  relation: {
    'has-preprint': [
      { 'id-type': 'doi', id: '10.48550/arXiv.2401.00001', 'asserted-by': 'subject' }
    ]
  },
  ISBN: ['9783161484100']
}
const one = (work: object): string =>
  JSON.stringify({ status: 'ok', 'message-type': 'work', message: work })
const many = (...items: unknown[]): string =>
  JSON.stringify({ status: 'ok', 'message-type': 'work-list', message: { items } })

async function found(server: Loopback, ...dois: string[]): Promise<Candidate[]> {
  const service = crossref({ get: askingAt(server), baseUrl: server.base })
  return (await service.byIdentifier?.find(dois.map(doi))) ?? []
}

async function saidOf(work: object): Promise<Candidate['says'] | undefined> {
  const [paper] = await found(await answering({ body: one({ ...article, ...work }) }), '10.5555/a')
  return paper?.says
}

describe('Crossref', () => {
  it('tells a paper by its DOI, without the markup of publishers', async () => {
    const server = await answering({ body: one(article) })
    const name = (family: string, given: string, suffix = '', particle = ''): object => ({
      ...{ family, given, suffix, particle }
    })
    expect(await found(server, '10.5555/weave.77')).toEqual([
      {
        source: 'Crossref',
        url: 'https://doi.org/10.5555/weave.77',
        title: 'On the Weaving of Sheaves & H2O: A Study',
        says: {
          type: 'article-journal',
          abstract: 'We weave sheaves.\n\nThey hold.',
          issued: '2025-03-14',
          venue: 'Journal of Imaginary Weaving',
          ...{ volume: '12', issue: '3', pages: '379–423' },
          ...{ publisher: 'Loom & Sons', language: 'en' },
          creators: [
            { role: 'author', name: name('van der Berg', 'Ada') },
            { role: 'author', name: name('Ōno', 'Ken', 'Jr.') },
            { role: 'author', name: { literal: 'The Loom Collaboration' } },
            { role: 'editor', name: name('Weber', 'Eva') }
          ],
          identifiers: [
            doi('10.5555/weave.77'),
            doi('10.48550/arxiv.2401.00001'),
            { scheme: 'arxiv', value: '2401.00001', version: null }
          ]
        }
      }
    ])
    expect(server.asked).toEqual(['/works/10.5555%2Fweave.77'])
  })

  it('is asked for many DOIs at once, and apart for those that would break the list', async () => {
    const server = await answering({ body: many(article) }, { body: one(article) })
    const papers = await found(server, '10.5555/a', '10.5555/b', '10.5555/c,d<e>')
    expect(papers).toHaveLength(2)
    const [list = '', single] = server.asked
    const query = new URL(list, server.base).searchParams
    expect(query.get('filter')).toBe('doi:10.5555/a,doi:10.5555/b')
    expect(query.get('rows')).toBe('2')
    expect(single).toBe('/works/10.5555%2Fc%2Cd%3Ce%3E')
  })

  it('is searched by title and first author', async () => {
    const server = await answering({ body: many(article, { ...article, DOI: '10.5555/b' }) })
    const service = crossref({ get: askingAt(server), baseUrl: server.base })
    const creators = [{ role: 'author' as const, name: { literal: 'Ono' } }]
    const papers = await service.byTitle?.({ title: 'On the Weaving of Sheaves', creators })
    expect(papers?.map(({ url }) => url)).toEqual([
      'https://doi.org/10.5555/weave.77',
      'https://doi.org/10.5555/b'
    ])
    const query = new URL(server.asked[0] ?? '', server.base).searchParams
    expect(query.get('query.bibliographic')).toBe('On the Weaving of Sheaves')
    expect(query.get('query.author')).toBe('Ono')
  })

  it.each([
    [
      'the year alone',
      { issued: { 'date-parts': [[2025]] }, 'published-online': undefined },
      '2025'
    ],
    [
      'no date, as null',
      { issued: { 'date-parts': [[null]] }, 'published-online': null },
      undefined
    ],
    ['a day that is none', { issued: { 'date-parts': [[2025, 2, 30]] } }, '2025-02'],
    ['print in another year', { issued: { 'date-parts': [[2024, 12]] } }, '2024-12']
  ])('may know %s', async (_, dates, issued) => {
    expect((await saidOf(dates))?.issued).toBe(issued)
  })

  it.each([
    ['proceedings-article', 'paper-conference'],
    ['posted-content', 'article'],
    ['book-chapter', 'chapter'],
    ['monograph', 'book'],
    ['dissertation', 'thesis'],
    ['report', 'report'],
    ['dataset', 'dataset']
  ])('calls by %s what is here %s', async (name, type) => {
    expect((await saidOf({ type: name }))?.type).toBe(type)
  })

  it('tells what a preprint became, and no venue of its own', async () => {
    const relation = { 'is-preprint-of': [{ 'id-type': 'doi', id: '10.5555/OUT' }, { id: 3 }] }
    const said = await saidOf({ type: 'posted-content', relation })
    expect(said?.identifiers).toEqual([doi('10.5555/weave.77'), doi('10.5555/out')])
    expect(said?.venue).toBeUndefined()
  })

  it('keeps a formula of MathML as the text it is, and a title that is escaped', async () => {
    const title = [
      'Bound &lt;i&gt;K&lt;/i&gt; <mml:math><mml:msub><mml:mi>x</mml:mi></mml:msub></mml:math>'
    ]
    const body = one({ ...article, title, subtitle: [] })
    const [paper] = await found(await answering({ body }), '10.5555/a')
    expect(paper?.title).toBe('Bound K x')
  })

  it('gives no journal, grant or referee’s report for a paper, and nothing without a title', async () => {
    for (const work of [
      { type: 'journal' },
      { type: 'peer-review' },
      { type: 'grant' },
      { type: 'component' },
      { title: [] },
      { title: null },
      { DOI: 'nonsense' }
    ])
      expect(await saidOf(work)).toBeUndefined()
  })

  it('survives a record of which every part has another shape than it should', async () => {
    const body = many(null, 7, 'text', [], {
      ...{ DOI: '10.5555/a', type: 'journal-article', title: ['A', 3], subtitle: 4, author: 'Ono' },
      ...{ editor: [null, 5, 'x', {}], issued: 'soon', 'published-online': { 'date-parts': 3 } },
      ...{ 'container-title': {}, page: {}, abstract: [], relation: [], ISBN: 'x', language: {} }
    })
    const papers = await found(await answering({ body }), '10.5555/a', '10.5555/b')
    expect(papers).toMatchObject([{ title: 'A' }])
  })

  it('may not know a DOI', async () => {
    const server = await answering({ status: 404, type: 'text/plain', body: 'Resource not found.' })
    expect(await found(server, '10.5555/none')).toEqual([])
  })

  it.each([
    ['a page to sign in at', 'text/html', '<html></html>'],
    ['broken JSON', 'application/json', '{"message": {"DOI": '],
    ['a bare list', 'application/json', '[]'],
    ['JSON that says it is a page', 'text/html', '{}']
  ])('is not believed to answer with %s', async (_, type, body) => {
    await expect(found(await answering({ type, body }), '10.5555/a')).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('Crossref') as string
    })
  })
})
