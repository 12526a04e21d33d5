import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../../../src/main/lookup/service'
import { dblp } from '../../../../../src/main/lookup/services/dblp'
import { answering, askingAt, type Loopback } from '../loopback'

/** An invented paper, in the shape of dblp.org/search/publ/api?format=json. */
const info = {
  authors: {
    author: [
      { '@pid': '1/1', text: 'Ada van der Berg 0001' },
      { '@pid': '1/2', text: 'Ken Ōno' }
    ]
  },
  title: 'On the Weaving of Sheaves &amp; Knots.',
  venue: 'LOOM',
  pages: '379-423',
  year: '2025',
  type: 'Conference and Workshop Papers',
  access: 'open',
  key: 'conf/loom/BergO25',
  doi: '10.5555/WEAVE.77',
  ee: 'https://doi.org/10.5555/weave.77',
  url: 'https://dblp.org/rec/conf/loom/BergO25'
}
const corr = {
  ...info,
  venue: 'CoRR',
  volume: 'abs/2401.00001',
  pages: undefined,
  year: '2024',
  type: 'Informal and Other Publications',
  key: 'journals/corr/abs-2401-00001',
  doi: '10.48550/ARXIV.2401.00001',
  ee: 'https://doi.org/10.48550/arXiv.2401.00001',
  url: 'https://dblp.org/rec/journals/corr/abs-2401-00001'
}
const result = (hit: unknown): string =>
  JSON.stringify({
    result: {
      query: 'weaving*',
      status: { '@code': '200', text: 'OK' },
      hits: { '@total': '1', '@computed': '1', '@sent': '1', '@first': '0', hit }
    }
  })
const hit = (one: object): object => ({ '@score': '5', '@id': '77', info: one, url: 'URL#77' })

async function search(server: Loopback): Promise<Candidate[]> {
  const service = dblp({ get: askingAt(server), baseUrl: server.base })
  return (await service.byTitle?.({ title: 'On the Weaving of Sheaves & Knots!' })) ?? []
}
const found = async (hits: unknown): Promise<Candidate[]> =>
  await search(await answering({ body: result(hits) }))

describe('DBLP', () => {
  it('tells a paper by its title, without the full stop and the numbers behind names', async () => {
    const author = [{ text: 'Ada van der Berg 0001' }, { text: 'Ken Ōno' }]
    expect(await found([hit({ ...info, authors: { author } })])).toEqual([
      {
        source: 'DBLP',
        url: 'https://dblp.org/rec/conf/loom/BergO25',
        title: 'On the Weaving of Sheaves & Knots',
        says: {
          type: 'paper-conference',
          ...{ issued: '2025', venue: 'LOOM', pages: '379–423' },
          creators: [
            {
              role: 'author',
              name: { family: 'Berg', given: 'Ada', particle: 'van der', suffix: '' }
            },
            { role: 'author', name: { family: 'Ōno', given: 'Ken', particle: '', suffix: '' } }
          ],
          identifiers: [{ scheme: 'doi', value: '10.5555/weave.77', version: null }]
        }
      }
    ])
  })

  it('is searched for the words of a title', async () => {
    const server = await answering({ body: result([]) })
    await search(server)
    const asked = new URL(server.asked[0] ?? '', server.base)
    expect(asked.pathname).toBe('/search/publ/api')
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      ...{ q: 'on the weaving of sheaves knots', format: 'json', h: '10' }
    })
  })

  it('gives one hit, one author, or none, without a list around them', async () => {
    const author = { '@pid': '1/1', text: 'Ada Berg' }
    const [paper] = await found(hit({ ...info, authors: { author } }))
    expect(paper?.says.creators).toHaveLength(1)
    const [nobody] = await found(hit({ ...info, authors: undefined }))
    expect(nobody?.says.creators).toBeUndefined()
    expect(await found(undefined)).toEqual([])
  })

  it('names the first of two venues, and where to read what has no DOI', async () => {
    const ee = ['https://openreview.example/forum?id=1', 'https://arxiv.org/abs/2401.00001']
    const venue = ['LOOM', 'Lecture Notes in Looms']
    const [paper] = await found(hit({ ...info, doi: undefined, venue, ee }))
    expect(paper?.says).toMatchObject({
      venue: 'LOOM',
      identifiers: [{ scheme: 'arxiv', value: '2401.00001', version: null }],
      links: [{ kind: 'project', url: 'https://openreview.example/forum?id=1' }]
    })
  })

  it('puts what came out before the preprint, and knows the preprint for one', async () => {
    const papers = await found([hit(corr), hit(info)])
    expect(papers.map(({ says }) => says.type)).toEqual(['paper-conference', 'article'])
    expect(papers[1]?.says).not.toHaveProperty('venue')
    expect(papers[1]?.says).not.toHaveProperty('volume')
    expect(papers[1]?.says.identifiers).toEqual([
      { scheme: 'doi', value: '10.48550/arxiv.2401.00001', version: null },
      { scheme: 'arxiv', value: '2401.00001', version: null }
    ])
  })

  it('tells a thesis from a book, and gives no volume of proceedings for a paper', async () => {
    const theses = await found(hit({ ...info, type: 'Books and Theses', key: 'phd/x/Berg25' }))
    expect(theses[0]?.says.type).toBe('thesis')
    expect(await found(hit({ ...info, type: 'Editorship' }))).toEqual([])
    expect(await found(hit({ ...info, type: 'constructor' }))).toEqual([])
  })

  it('survives hits of another shape than they should have', async () => {
    const odd = { ...info, authors: { author: [null, 5, {}] }, venue: {}, year: [], ee: [null, 7] }
    expect(await found([null, 'x', hit({}), hit(odd)])).toMatchObject([
      { title: 'On the Weaving of Sheaves & Knots' }
    ])
    expect(await found([hit({ ...info, url: 'javascript:alert(1)' })])).toEqual([])
  })

  it('is not believed to answer with a page, or with half an answer', async () => {
    for (const [type, body] of [
      ['text/html', '<html></html>'],
      ['application/json', result([hit(info)]).slice(0, 200)]
    ])
      await expect(
        search(await answering({ type: type ?? '', body: body ?? '' }))
      ).rejects.toMatchObject({ code: 'unreadable-file' })
  })
})
