import { describe, expect, it } from 'vitest'
import { feedsInOpml, opmlOf } from '../../../../src/main/subscribe/opml'
import { recognise } from '../../../../src/main/subscribe/recognise'

const arxiv = (query: string) => ({ kind: 'arxiv', query })
const daily = (site: string, way: string, period: string) => ({ kind: 'daily', site, way, period })

describe('what is pasted to subscribe to', () => {
  it.each([
    ['math.AG', arxiv('cat:math.AG')],
    ['arXiv: cs.LG', arxiv('cat:cs.LG')],
    ['hep-th', arxiv('cat:hep-th')],
    ['https://arxiv.org/list/cs.LG/recent', arxiv('cat:cs.LG')],
    ['http://export.arxiv.org/api/query?search_query=au:noether', arxiv('au:noether')],
    ['cat:cs.LG AND all:graph', arxiv('cat:cs.LG AND all:graph')],
    ['https://rss.arxiv.org/rss/cs.LG', { kind: 'web', url: 'https://rss.arxiv.org/rss/cs.LG' }],
    ['https://huggingface.co/papers', daily('https://huggingface.co', 'api', 'date')],
    ['https://huggingface.co/papers/week/2026-W11', daily('https://huggingface.co', 'api', 'week')],
    [
      'https://papers.example.org/papers/month/2026-03',
      daily('https://papers.example.org', 'page', 'month')
    ],
    [
      'https://huggingface.co/api/daily_papers?week=2026-W11',
      daily('https://huggingface.co', 'api', 'week')
    ],
    ['https://api.openalex.org/works?search=sheaf', { kind: 'openalex', search: 'sheaf' }],
    [
      'https://api.crossref.org/works?query=sheaf+theory',
      { kind: 'crossref', search: 'sheaf theory' }
    ],
    ['feed://example.org/feed.xml', { kind: 'web', url: 'https://example.org/feed.xml' }],
    ['example.org/blog', { kind: 'web', url: 'https://example.org/blog' }],
    [
      'me@gmail.com',
      {
        kind: 'mail',
        host: 'imap.gmail.com',
        port: 993,
        security: 'tls',
        user: 'me@gmail.com',
        folder: 'INBOX'
      }
    ],
    [
      'imap://me@mail.example.org/Alerts',
      {
        kind: 'mail',
        host: 'mail.example.org',
        port: 143,
        security: 'starttls',
        user: 'me',
        folder: 'Alerts'
      }
    ]
  ])('%s is known for what it is', (text, source) => {
    expect(recognise(text)).toMatchObject({ kind: 'source', source })
  })

  it.each([
    ...['', 'hello', 'what is this', 'javascript:alert(1)', 'file:///etc/passwd'],
    ...['https://me:secret@example.org/feed', 'imaps://me:secret@example.org', 'ftp://example.org']
  ])('%s is nothing to subscribe to', (text) => {
    expect(recognise(text)).toEqual({ kind: 'nothing' })
  })
})

describe('a list of feeds', () => {
  const feeds = [
    { name: 'Sheaves & <stalks>', url: 'https://example.org/feed?a=1&b=2' },
    { name: '“Größe”', url: 'https://example.com/atom.xml' }
  ]

  it('comes back as it was written', () => {
    const text = opmlOf(feeds, 'Feeds', new Date('2026-03-12'))
    expect(feedsInOpml(text)).toEqual(feeds)
    expect(recognise(text)).toEqual({ kind: 'feeds', feeds })
  })

  it('is taken in whatever its nesting, without what is no web address, and each feed once', () => {
    const text = `<?xml version="1.0"?><opml version="1.0"><body><outline text="News">
      <outline text="One" xmlUrl="http://example.org/one"/><outline xmlUrl="http://example.org/one"/>
      <outline text="File" xmlUrl="file:///etc/passwd"/><outline text="Secret" xmlUrl="https://a:b@example.org/"/>
      <outline xmlUrl="https://example.net/two"/></outline></body></opml>`
    expect(feedsInOpml(text)).toEqual([
      { name: 'One', url: 'http://example.org/one' },
      { name: 'example.net', url: 'https://example.net/two' }
    ])
  })
})
