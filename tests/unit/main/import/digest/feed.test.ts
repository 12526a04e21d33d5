import { describe, expect, it } from 'vitest'
import { parseText } from '../../../../../src/main/import/parse'

const seen = new Date('2026-03-20T10:00:00Z')
const read = (text: string) => parseText(text, 'feed.xml', seen)
const papersOf = (text: string) => read(text).digests.flatMap(({ papers }) => papers)

const atom = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title>arXiv Query: search_query=all:sheaf</title>
  <updated>2026-03-14T00:00:00Z</updated>
  <entry>
    <id>http://arxiv.org/abs/2403.01234v2</id>
    <title>Sheaves &amp; Stalks:
      a $p$-adic View</title>
    <published>2024-03-02T12:00:00Z</published>
    <summary>  We glue.
      Code at https://github.com/sheaf/stalks.
    </summary>
    <author><name>Ada van der Berg</name></author>
    <author><name>ATLAS Collaboration</name></author>
    <arxiv:doi>10.1000/Sheaf.7</arxiv:doi>
    <link href="https://arxiv.org/abs/2403.01234v2" rel="alternate"/>
  </entry>
  <entry><id>http://arxiv.org/api/errors#bad</id><title>Error</title><summary>bad id</summary></entry>
</feed>`

const rss = (
  items: string
): string => `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<channel><title>cs.LG updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.LG</link>
<pubDate>Fri, 13 Mar 2026 00:00:00 -0500</pubDate>${items}</channel></rss>`

const announced = (id: string, kind: string): string => `<item><title>On ${kind} ${id}</title>
<link>https://arxiv.org/abs/${id}</link>
<description>arXiv:${id}v1 Announce Type: ${kind}
Abstract: It is about ${kind}.</description>
<dc:creator>Ada Byron, Emmy Noether</dc:creator></item>`

describe('an Atom feed of arXiv’s API', () => {
  it('gives title, people, abstract, day, arXiv id, DOI and links of each paper', () => {
    const [paper] = papersOf(atom)
    expect(paper).toMatchObject({
      title: 'Sheaves & Stalks: a $p$-adic View',
      says: {
        issued: '2024-03-02',
        abstract: 'We glue. Code at https://github.com/sheaf/stalks.',
        identifiers: [
          { scheme: 'doi', value: '10.1000/sheaf.7' },
          { scheme: 'arxiv', value: '2403.01234', version: 2 }
        ],
        links: [
          { kind: 'paper', url: 'https://arxiv.org/abs/2403.01234' },
          { kind: 'code', url: 'https://github.com/sheaf/stalks' }
        ]
      }
    })
    expect(paper?.says.creators?.map(({ name }) => name)).toEqual([
      { family: 'Berg', given: 'Ada', particle: 'van der', suffix: '' },
      { family: 'Collaboration', given: 'ATLAS', particle: '', suffix: '' }
    ])
    expect(atom.slice(paper?.start, paper?.end)).toMatch(/^<entry>[^]*<\/entry>$/)
  })

  it('tells of an error that arXiv answered with, and where', () => {
    expect(read(atom).skipped).toEqual([
      { file: 'feed.xml', line: 18, reason: 'arXiv answered with an error: bad id.' }
    ])
  })
})

describe('an RSS feed', () => {
  it('of arXiv keeps new papers, cross-lists and replacements apart', () => {
    const { digests } = read(
      rss(
        ['new', 'cross', 'replace', 'replace-cross']
          .map((kind, at) => announced(`2403.0000${String(at)}`, kind))
          .join('')
      )
    )
    expect(digests.map(({ source, date, papers }) => [source, date, papers.length])).toEqual([
      ['arXiv cs.LG, new', '2026-03-13', 1],
      ['arXiv cs.LG, cross-lists', '2026-03-13', 1],
      ['arXiv cs.LG, replacements', '2026-03-13', 2]
    ])
    expect(digests[0]?.papers[0]?.says).toMatchObject({
      abstract: 'It is about new.',
      creators: [{ name: { family: 'Byron' } }, { name: { family: 'Noether' } }]
    })
  })

  it('of a journal gives venue, DOI and date, and what HTML it holds as text', () => {
    const item = `<item><title>Garben &lt;i&gt;in vivo&lt;/i&gt; &amp;amp; in vitro</title>
      <link>https://example.org/a?utm_source=rss</link>
      <description><![CDATA[<p>First.</p><p>Second <b>bold</b>.</p>]]></description>
      <dc:creator>Özgün, Ada; Noether, Emmy</dc:creator>
      <prism:publicationName>Annals of Gluing</prism:publicationName>
      <dc:identifier>doi:10.1000/XYZ</dc:identifier><dc:date>2026-02-03</dc:date></item>`
    const feed = rss(item)
      .replace('cs.LG updates on arXiv.org', 'Annals')
      .replace('rss.arxiv.org', 'example.org')
    expect(papersOf(feed)[0]).toMatchObject({
      title: 'Garben in vivo & in vitro',
      says: {
        ...{ type: 'article-journal', venue: 'Annals of Gluing', issued: '2026-02-03' },
        abstract: 'First.\n\nSecond bold.',
        identifiers: [{ scheme: 'doi', value: '10.1000/xyz' }],
        creators: [{ name: { family: 'Özgün' } }, { name: { family: 'Noether' } }],
        links: [{ url: 'https://example.org/a' }]
      }
    })
  })

  it('is read though an ampersand stands alone and a tag is never closed', () => {
    const papers = papersOf(
      rss(
        '<item><title>Cats & Dogs in Topology<description>x</description></item><item><title>The Second of Them</title></item>'
      )
    )
    expect(papers.map(({ title }) => title).at(-1)).toBe('The Second of Them')
    expect(papers).toHaveLength(2)
  })

  it('defines nothing and reads nothing outside itself', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>Title &b; &f; End</title></item></channel></rss>`
    expect(papersOf(bomb)[0]?.title).toBe('Title &b; &f; End')
  })
})

describe('other feeds', () => {
  it('in JSON give their items', () => {
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A Blog',
      items: [
        {
          id: '1',
          title: 'On Gluing',
          url: 'https://doi.org/10.1000/Q',
          authors: [{ name: 'Ada Ono' }],
          date_published: '2026-01-02T00:00:00Z',
          content_html: '<p>Some &amp; more</p>'
        },
        { id: '2', content_text: 'no title' }
      ]
    })
    const { digests, skipped } = read(feed)
    expect(digests).toMatchObject([
      {
        source: 'A Blog',
        papers: [
          {
            title: 'On Gluing',
            says: {
              issued: '2026-01-02',
              abstract: 'Some & more',
              identifiers: [{ value: '10.1000/q' }]
            }
          }
        ]
      }
    ])
    expect(skipped).toMatchObject([{ reason: 'An item of the feed has no title.' }])
  })

  it('listed in OPML are told, for they are no papers', () => {
    const opml =
      '<opml version="2.0"><body><outline text="arXiv"><outline text="cs.LG" xmlUrl="https://rss.arxiv.org/rss/cs.LG"/></outline></body></opml>'
    expect(read(opml).skipped[0]?.reason).toBe(
      '“cs.LG” is a feed, not a paper. Save what is at https://rss.arxiv.org/rss/cs.LG and drop that.'
    )
  })
})
