import { describe, expect, it } from 'vitest'
import type { Identifier } from '../../../../../src/shared/model/paper'
import { arxiv } from '../../../../../src/main/lookup/services/arxiv'
import type { Candidate } from '../../../../../src/main/lookup/service'
import { answering, askingAt, type Loopback } from '../loopback'

const id = (value: string): Identifier => ({ scheme: 'arxiv', value, version: null })
const atom = 'application/atom+xml; charset=utf-8'

/** Invented papers, in the shape of the API's user manual, section 3.3. */
const feed = (entries: string): string => `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/abc</id><title>arXiv Query: id_list=2401.00001</title>
  <updated>2026-01-05T00:00:00Z</updated>
  <opensearch:totalResults>1</opensearch:totalResults>
  ${entries}
</feed>`
const woven = `<entry>
  <id>http://arxiv.org/abs/2401.00001v3</id>
  <title>On the Weaving of Sheaves:
    A Study of Looms &amp; Knots</title>
  <updated>2025-02-01T08:00:00Z</updated>
  <link href="https://arxiv.org/abs/2401.00001v3" rel="alternate" type="text/html"/>
  <link href="https://arxiv.org/pdf/2401.00001v3" rel="related" type="application/pdf" title="pdf"/>
  <summary>  We weave sheaves
  of $O(n)$ threads.
  </summary>
  <category term="math.AG" scheme="http://arxiv.org/schemas/atom"/>
  <published>2024-01-01T18:59:59Z</published>
  <arxiv:comment>12 pages, accepted at LOOM 2024; code at https://github.com/ono/weave</arxiv:comment>
  <arxiv:journal_ref>J. Imag. Weav. 12, 34-56 (2025)</arxiv:journal_ref>
  <arxiv:doi>10.5555/Weave.77</arxiv:doi>
  <author><name>Ada van der Berg</name><arxiv:affiliation>Loom</arxiv:affiliation></author>
  <author><name>Ken Ōno</name></author>
</entry>`

async function found(server: Loopback, ...ids: string[]): Promise<Candidate[]> {
  const service = arxiv({ get: askingAt(server), baseUrl: server.base })
  return (await service.byIdentifier?.find(ids.map(id))) ?? []
}

describe('arXiv', () => {
  it('tells a paper by its id: people, day, abstract, DOI and where it came out', async () => {
    const server = await answering({ type: atom, body: feed(woven) })
    expect(await found(server, '2401.00001')).toEqual([
      {
        source: 'arXiv',
        url: 'https://arxiv.org/abs/2401.00001',
        title: 'On the Weaving of Sheaves: A Study of Looms & Knots',
        says: {
          type: 'article-journal',
          abstract: 'We weave sheaves of $O(n)$ threads.',
          issued: '2025',
          venue: 'J. Imag. Weav.',
          volume: '12',
          pages: '34–56',
          creators: [
            {
              role: 'author',
              name: { family: 'Berg', given: 'Ada', particle: 'van der', suffix: '' }
            },
            { role: 'author', name: { family: 'Ōno', given: 'Ken', particle: '', suffix: '' } }
          ],
          identifiers: [
            { scheme: 'doi', value: '10.5555/weave.77', version: null },
            { scheme: 'arxiv', value: '2401.00001', version: null }
          ],
          links: expect.arrayContaining([
            { kind: 'code', url: 'https://github.com/ono/weave' }
          ]) as unknown
        }
      }
    ])
  })

  it('is asked for many ids at once', async () => {
    const server = await answering({ type: atom, body: feed('') })
    await found(server, '2401.00001', 'math/0601001')
    const asked = new URL(server.asked[0] ?? '', server.base)
    expect(asked.pathname).toBe('/api/query')
    expect(asked.searchParams.get('id_list')).toBe('2401.00001,math/0601001')
    expect(asked.searchParams.get('max_results')).toBe('2')
  })

  it('is not asked for an id of a thirteenth month, which would spoil the list', () => {
    const service = arxiv({ get: () => Promise.reject(new Error('asked')) })
    expect(service.byIdentifier?.takes(id('2413.00001'))).toBe(false)
    expect(service.byIdentifier?.takes(id('2401.00001'))).toBe(true)
  })

  it('leaves a preprint a preprint where its journal is told in another form', async () => {
    for (const other of [
      'Proceedings of LOOM 12, 34 (2025)',
      'LOOM 2024',
      'to appear in Weaving',
      '12 (2025)'
    ]) {
      const body = feed(woven.replace('J. Imag. Weav. 12, 34-56 (2025)', other))
      const [paper] = await found(await answering({ type: atom, body }), '2401.00001')
      expect(paper?.says).toMatchObject({ type: 'article', issued: '2024-01-01' })
      expect(paper?.says.venue).toBeUndefined()
    }
  })

  it('says nothing of ids that it never gave, and of its own errors', async () => {
    const never = '<entry><id>http://arxiv.org/abs/2401.99999v1</id></entry>'
    const error =
      '<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title><summary>incorrect id</summary></entry>'
    for (const body of [feed(''), feed(never), feed(error)])
      expect(await found(await answering({ type: atom, body }), '2401.99999')).toEqual([])
  })

  it.each([
    ['a page to sign in at', 'text/html', '<html><body>Sign in</body></html>'],
    ['XML of another kind', atom, '<rss></rss>'],
    ['half a feed', atom, feed(woven).slice(0, 900)],
    ['no XML', atom, 'rate exceeded'],
    ['nothing', atom, '']
  ])('is not believed to answer with %s', async (_, type, body) => {
    await expect(found(await answering({ type, body }), '2401.00001')).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('arXiv') as string
    })
  })

  it('may refuse a request', async () => {
    const server = await answering({ status: 400, type: atom, body: feed('') })
    await expect(found(server, '2401.00001')).rejects.toMatchObject({ code: 'network' })
  })
})
