import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../../../src/main/lookup/service'
import { openalex } from '../../../../../src/main/lookup/services/openalex'
import { answering, askingAt, type Loopback } from '../loopback'

/** An invented article, in the shape of developers.openalex.org/api-reference/works. */
const work = {
  id: 'https://openalex.org/W4200000001',
  doi: 'https://doi.org/10.5555/weave.77',
  title: 'On the Weaving of <i>Sheaves</i>',
  type: 'article',
  publication_year: 2025,
  publication_date: '2025-03-14',
  language: 'en',
  ids: {
    openalex: 'https://openalex.org/W4200000001',
    doi: 'https://doi.org/10.5555/weave.77',
    mag: '3100000001',
    pmid: 'https://pubmed.ncbi.nlm.nih.gov/12345678'
  },
  authorships: [
    {
      author_position: 'first',
      author: { display_name: 'Ada Berg' },
      raw_author_name: 'Berg, Ada'
    },
    { author_position: 'last', author: { display_name: 'Ken Ōno' }, raw_author_name: null }
  ],
  primary_location: {
    landing_page_url: 'https://doi.org/10.5555/weave.77',
    source: {
      display_name: 'Journal of Imaginary Weaving',
      type: 'journal',
      host_organization_name: 'Loom & Sons'
    }
  },
  locations: [
    { landing_page_url: 'https://arxiv.org/abs/2401.00001v2', source: { type: 'repository' } },
    { landing_page_url: 'https://doi.org/10.9999/copy', source: null }
  ],
  biblio: { volume: '12', issue: '3', first_page: '379', last_page: '423' },
  abstract_inverted_index: { sheaves: [2, 5], We: [0], weave: [1], '&': [3], knot: [4] }
}
const repository = { source: { display_name: 'arXiv (Cornell University)', type: 'repository' } }

async function found(server: Loopback): Promise<Candidate[]> {
  const service = openalex({ get: askingAt(server), baseUrl: server.base })
  const identifier = { scheme: 'doi' as const, value: '10.5555/weave.77', version: null }
  return (await service.byIdentifier?.find([identifier])) ?? []
}

async function saidOf(other: object): Promise<Candidate['says'] | undefined> {
  return (await found(await answering({ body: JSON.stringify({ ...work, ...other }) })))[0]?.says
}

async function searched(server: Loopback, title: string): Promise<Candidate[] | undefined> {
  return await openalex({ get: askingAt(server), baseUrl: server.base }).byTitle?.({ title })
}

describe('OpenAlex', () => {
  it('tells a paper by its DOI: ids that come as addresses, an abstract that comes as an index', async () => {
    const server = await answering({ body: JSON.stringify(work) })
    const person = (family: string, given: string): object => ({
      ...{ role: 'author', name: { family, given, particle: '', suffix: '' } }
    })
    expect(await found(server)).toEqual([
      {
        source: 'OpenAlex',
        url: 'https://openalex.org/W4200000001',
        title: 'On the Weaving of Sheaves',
        says: {
          type: 'article-journal',
          abstract: 'We weave sheaves & knot sheaves',
          ...{ issued: '2025-03-14', venue: 'Journal of Imaginary Weaving', language: 'en' },
          ...{ volume: '12', issue: '3', pages: '379–423', publisher: 'Loom & Sons' },
          creators: [person('Berg', 'Ada'), person('Ōno', 'Ken')],
          identifiers: [
            { scheme: 'doi', value: '10.5555/weave.77', version: null },
            { scheme: 'pmid', value: '12345678', version: null },
            { scheme: 'arxiv', value: '2401.00001', version: null }
          ]
        }
      }
    ])
    expect(server.asked[0]).toMatch(/^\/works\/doi:10\.5555%2Fweave\.77\?select=id,/)
  })

  it('takes a PubMed id too', async () => {
    const server = await answering({ body: JSON.stringify(work) })
    const { byIdentifier } = openalex({ get: askingAt(server), baseUrl: server.base })
    const pmid = { scheme: 'pmid' as const, value: '12345678', version: null }
    expect(byIdentifier?.takes(pmid)).toBe(true)
    expect(await byIdentifier?.find([pmid])).toHaveLength(1)
    expect(server.asked[0]).toMatch(/^\/works\/pmid:12345678\?/)
  })

  it('is searched for the words of a title alone', async () => {
    const server = await answering({ body: JSON.stringify({ meta: {}, results: [work, null] }) })
    const papers = await searched(server, 'Weaving, NOT (knitting): Übung | 2!')
    expect(papers).toMatchObject([{ title: 'On the Weaving of Sheaves' }])
    const query = new URL(server.asked[0] ?? '', server.base).searchParams
    expect(query.get('search')).toBe('weaving not knitting übung 2')
    expect(query.get('per_page')).toBe('5')
  })

  it('does not take a repository for a venue', async () => {
    const said = await saidOf({ primary_location: repository })
    expect(said).toMatchObject({ type: 'article' })
    expect(said).not.toHaveProperty('venue')
    expect(said).not.toHaveProperty('publisher')
    expect(await saidOf({ type: 'preprint' })).toMatchObject({ type: 'article' })
  })

  it('takes a conference for one', async () => {
    const source = { display_name: 'LOOM', type: 'conference' }
    expect(await saidOf({ primary_location: { source } })).toMatchObject({
      ...{ type: 'paper-conference', venue: 'LOOM' }
    })
  })

  it('knows a year, where it writes the first of January', async () => {
    expect((await saidOf({ publication_date: '2025-01-01' }))?.issued).toBe('2025')
    expect((await saidOf({ publication_date: null }))?.issued).toBe('2025')
    expect(
      (await saidOf({ publication_year: null, publication_date: null }))?.issued
    ).toBeUndefined()
  })

  it('says that there are more authors, where a list gives the first hundred', async () => {
    const authorships = Array.from({ length: 100 }, (_, at) => ({ raw_author_name: `Ada B${at}` }))
    const body = JSON.stringify({ results: [{ ...work, authorships }] })
    const [paper] = (await searched(await answering({ body }), 'On the Weaving')) ?? []
    expect(paper?.says.creators).toHaveLength(101)
    expect(paper?.says.creators?.at(-1)?.name).toEqual({ literal: 'et al.' })
    expect((await saidOf({ authorships }))?.creators).toHaveLength(100)
  })

  it('is not asked for memory by an index with far-off places', async () => {
    const index = { a: [4_294_967_295, -1, 1e300], b: ['x', null, 0], c: 'd', __proto__: [1] }
    expect((await saidOf({ abstract_inverted_index: index }))?.abstract).toBe('a b a a')
  })

  it('survives a record of which every part has another shape than it should', async () => {
    const odd = {
      ...{ ids: [], authorships: [null, {}, { author: 'x' }], primary_location: null },
      ...{ locations: 'none', biblio: null, doi: 5, language: {}, abstract_inverted_index: null }
    }
    expect(await saidOf(odd)).toEqual({ type: 'article', issued: '2025-03-14' })
    expect(await saidOf({ id: 'https://elsewhere.example/W1' })).toBeUndefined()
    expect(await saidOf({ title: null })).toBeUndefined()
    expect(await saidOf({ type: 'peer-review' })).toBeUndefined()
  })

  it('may not know a DOI, may be used up for the day, and is not believed to answer with a page', async () => {
    expect(await found(await answering({ status: 404 }))).toEqual([])
    const usedUp = await answering({ status: 429, headers: { 'Retry-After': '40000' } })
    await expect(found(usedUp)).rejects.toMatchObject({ code: 'network' })
    const page = await answering({ type: 'text/html', body: '<html></html>' })
    await expect(found(page)).rejects.toMatchObject({ code: 'unreadable-file' })
  })
})
