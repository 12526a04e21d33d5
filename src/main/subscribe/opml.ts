import { descendants, parseXml } from '../import/markup/xml'

/** So many feeds a list may have. */
const mostFeeds = 2000

/** A feed by its name and address. */
export interface NamedFeed {
  name: string
  url: string
}

/** The feeds that an OPML list names, each address once; what is no web address is left out. */
export function feedsInOpml(text: string): NamedFeed[] {
  const found = new Map<string, NamedFeed>()
  for (const { attributes } of descendants(parseXml(text), 'outline')) {
    const address = attributes.get('xmlUrl') ?? attributes.get('xmlurl') ?? ''
    const url = URL.parse(address.trim())
    const isWeb = url !== null && /^https?:$/.test(url.protocol)
    if (!isWeb || url.username + url.password !== '' || url.href.length > 2000) continue
    const name = (attributes.get('title') ?? attributes.get('text') ?? '').trim()
    if (!found.has(url.href) && found.size < mostFeeds)
      found.set(url.href, { name: (name || url.hostname).slice(0, 200), url: url.href })
  }
  return [...found.values()]
}

/** Feeds as an OPML list (opml.org, version 2.0). */
export function opmlOf(feeds: readonly NamedFeed[], title: string, now: Date): string {
  const lines = feeds.map(
    ({ name, url }) =>
      `    <outline type="rss" text="${escaped(name)}" title="${escaped(name)}" xmlUrl="${escaped(url)}"/>`
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escaped(title)}</title>
    <dateCreated>${now.toUTCString()}</dateCreated>
  </head>
  <body>
${lines.join('\n')}
  </body>
</opml>
`
}

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\s+/g, ' ')
}
