import { words } from '@shared/messages/words'
import type { Creator } from '@shared/model/person'
import type { Identifier, Link } from '@shared/model/paper'
import { parseName } from '@shared/text/person-name'
import { findUrls, linkKindOf } from '@shared/text/url'
import { looksLikeHtml, readHtml } from '../markup/html'
import {
  at,
  childrenOf,
  descendants,
  parseXml,
  rawTextOf,
  textAt,
  textOf,
  type XmlElement
} from '../markup/xml'
import { lineCounter } from '../lines'
import { identifiersOfUrl, unwrapUrl } from '../paper-url'
import type { Parsed, ParsedDigest, ParsedPaper, Said } from '../parsed'
import { readDate } from '@shared/text/date'
import { distinctIdentifiers, readDoi } from '../references/identifiers'
import { listOf, objectOf } from '../references/json-values'
import { distinctLinks } from '../references/reference'
import { authorsIn, linksIn, saidByArxivId } from './arxiv-paper'
import { readMailDate } from './mail-date'

/** An item of any kind of feed, in the words of none. */
interface Item {
  title: string
  url: string
  /** What the feed tells of it, as plain text. */
  summary: string
  date: string
  creators: Creator[]
  identifiers: Identifier[]
  links: string[]
  venue: string
  /** arXiv's word on what is announced: `new`, `cross`, `replace`, `replace-cross`. */
  announced: string
  start: number
  end: number
}

interface Feed {
  title: string
  date: string
  items: Item[]
}

/** How a text reads as an RSS, RDF or Atom feed. */
export function detectXmlFeed(text: string): number {
  const head = text.slice(0, 20_000)
  return /<(?:\w+:)?(?:feed|rss|rdf)\b[^>]*(?:>|$)/i.test(head) &&
    /<(?:\w+:)?(?:entry|item|channel|feed)\b/i.test(head) &&
    !/^\s*<!doctype html/i.test(head)
    ? 1
    : 0
}

/** Takes a feed apart: arXiv's API and its feeds, those of journals, of blogs. */
export function parseXmlFeed(text: string, file: string, seen: Date): Parsed {
  const root = parseXml(text)
  const isAtom = [...descendants(root, 'feed')].length > 0
  return toParsed(isAtom ? readAtom(root) : readRss(root), text, file, seen, lineCounter(text))
}

/** The paper that an entry of an Atom feed names; null for one without a title, and for arXiv's errors. */
export function paperInAtom(entry: XmlElement): ParsedPaper | null {
  const item = atomItem(entry)
  return item.title === '' || isApiError(item) ? null : toPaper(item)
}

/** How a text reads as a JSON Feed (jsonfeed.org). */
export function detectJsonFeed(text: string): number {
  return /^\s*\{/.test(text) &&
    /"version"\s*:\s*"https:\/\/jsonfeed\.org\//.test(text.slice(0, 5000))
    ? 1
    : 0
}

/** Takes a JSON Feed apart. */
export function parseJsonFeed(text: string, file: string, seen: Date): Parsed {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return { digests: [], skipped: [{ file, line: 0, reason: words.skipped.brokenFeed(why) }] }
  }
  return toParsed(readJson(data, text), text, file, seen, lineCounter(text))
}

/** How a text reads as OPML, a list of feeds. */
export function detectOpml(text: string): number {
  return /<opml\b/i.test(text.slice(0, 2000)) ? 1 : 0
}

/** OPML names feeds, not papers: each is told, with its address. */
export function parseOpml(text: string, file: string): Parsed {
  const line = lineCounter(text)
  const skipped = [...descendants(parseXml(text), 'outline')].flatMap((outline) => {
    const url = outline.attributes.get('xmlUrl') ?? ''
    if (url === '') return []
    const name = outline.attributes.get('title') ?? outline.attributes.get('text') ?? url
    const reason = words.skipped.feedNotPaper(name, url)
    return [{ file, line: line(outline.start), reason }]
  })
  return { digests: [], skipped }
}

function toParsed(
  feed: Feed,
  text: string,
  file: string,
  seen: Date,
  line: (at: number) => number
): Parsed {
  const skipped: Parsed['skipped'] = []
  const digests = new Map<string, ParsedDigest>()
  for (const item of feed.items) {
    if (isApiError(item)) {
      skipped.push({
        file,
        line: line(item.start),
        reason: words.skipped.arxivError(item.summary)
      })
      continue
    }
    if (item.title === '') {
      skipped.push({ file, line: line(item.start), reason: words.skipped.itemWithoutTitle })
      continue
    }
    const section = sectionOf(item.announced)
    let digest = digests.get(section)
    if (digest === undefined) {
      digest = {
        ...{
          format: 'feed',
          replaces: section === 'replacements',
          source: [feed.title === '' ? file : feed.title, section].filter(Boolean).join(', ')
        },
        date: feed.date === '' ? seen.toISOString().slice(0, 10) : feed.date,
        ...{ dateInferred: feed.date === '', rawText: text, papers: [] }
      }
      digests.set(section, digest)
    }
    digest.papers.push(toPaper(item))
  }
  return { digests: [...digests.values()], skipped }
}

function toPaper(item: Item): ParsedPaper {
  const identifiers = distinctIdentifiers([
    ...item.identifiers,
    ...identifiersOfUrl(item.url),
    ...item.links.flatMap(identifiersOfUrl)
  ])
  const arxiv = identifiers.find(({ scheme }) => scheme === 'arxiv')
  const said: Said = arxiv === undefined ? {} : (saidByArxivId(arxiv.value) ?? {})
  const pages: Link[] = [item.url, ...item.links]
    .filter((url) => url !== '' && identifiersOfUrl(url).every(({ scheme }) => scheme !== 'arxiv'))
    .map((url) => ({ kind: linkKindOf(url), url }))
  return {
    title: item.title,
    says: {
      ...said,
      type: item.venue === '' ? 'article' : 'article-journal',
      ...{ abstract: item.summary, creators: item.creators, venue: item.venue, identifiers },
      ...(item.date === '' ? {} : { issued: item.date }),
      links: distinctLinks([...(said.links ?? []), ...pages, ...linksIn(item.summary)]).slice(0, 50)
    },
    start: item.start,
    end: item.end
  }
}

function isApiError({ title, url, links }: Item): boolean {
  return title === 'Error' && [url, ...links].some((one) => /arxiv\.org\/api\/errors/.test(one))
}

function sectionOf(announced: string): string {
  if (announced === 'new') return 'new'
  if (announced === 'cross') return 'cross-lists'
  return announced.startsWith('replace') ? 'replacements' : ''
}

function readAtom(root: XmlElement): Feed {
  const feed = at(root, 'feed') ?? root
  const title = textAt(feed, 'title')
  return {
    title: /^arXiv Query:|^arXiv Search Results$/i.test(title) ? 'arXiv search' : title,
    date: readDate(textAt(feed, 'updated')),
    items: [...descendants(root, 'entry')].map(atomItem)
  }
}

function atomItem(entry: XmlElement): Item {
  const links = childrenOf(entry, 'link').map((one) => one.attributes.get('href') ?? '')
  const main = childrenOf(entry, 'link').find(
    ({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate'
  )
  const id = textAt(entry, 'id')
  return {
    title: plainTitle(at(entry, 'title')),
    url: clean(main?.attributes.get('href') ?? (/^https?:/.test(id) ? id : '')),
    summary: plainSummary(at(entry, 'summary') ?? at(entry, 'content')),
    date: readDate(textAt(entry, 'published') || textAt(entry, 'updated')),
    creators: [
      ...childrenOf(entry, 'author').map((one) => textAt(one, 'name')),
      ...childrenOf(entry, 'creator').map(textOf)
    ].flatMap(person),
    identifiers: [
      ...readDoi(textAt(entry, 'doi')),
      ...identifiersOfUrl(id),
      ...identifiersOfText(textAt(entry, 'identifier'))
    ],
    links: [...links, ...linksIn(textAt(entry, 'comment')).map(({ url }) => url)]
      .map(clean)
      .filter((url) => url !== ''),
    venue: '',
    announced: textAt(entry, 'announce_type'),
    start: entry.start,
    end: entry.end
  }
}

function readRss(root: XmlElement): Feed {
  const channel = [...descendants(root, 'channel')][0] ?? root
  const title = textAt(channel, 'title')
  const isArxiv =
    /arxiv\.org/.test(childrenOf(channel, 'link').map(textOf).join(' ')) || /arxiv/i.test(title)
  const day = textAt(channel, 'pubDate') || textAt(channel, 'lastBuildDate')
  return {
    title:
      isArxiv && !/arxiv/i.test(title)
        ? `arXiv ${title}`
        : title
            .replace(/ updates on arXiv\.org$/i, '')
            .replace(/^(?=[a-z-]+(?:\.[A-Za-z-]+)?$)/, isArxiv ? 'arXiv ' : ''),
    date: readMailDate(day) ?? readDate(day || textAt(channel, 'date')),
    items: [...descendants(root, 'item')].map((item) => rssItem(item, isArxiv))
  }
}

function rssItem(item: XmlElement, isArxiv: boolean): Item {
  const text = plainSummary(at(item, 'description') ?? at(item, 'encoded') ?? at(item, 'summary'))
  const announced = /\bAnnounce Type: (\S+)/.exec(text)?.[1] ?? textAt(item, 'announce_type')
  const guid = textAt(item, 'guid')
  const people = childrenOf(item, 'creator', 'author').map((one) =>
    childrenOf(one, 'name')[0] ? textAt(one, 'name') : plainSummary(one)
  )
  const day = textAt(item, 'pubDate')
  const date =
    readMailDate(day) ??
    readDate(
      day || textAt(item, 'publicationDate') || textAt(item, 'date') || textAt(item, 'coverDate')
    )
  const venue = isArxiv ? '' : textAt(item, 'publicationName')
  return {
    // Old feeds of arXiv put id and class behind the title.
    title: plainTitle(at(item, 'title')).replace(/\s*\(arXiv:[^()]*\)$/, ''),
    url: clean(
      textAt(item, 'link') ||
        at(item, 'link')?.attributes.get('href') ||
        (/^https?:/.test(guid) ? guid : '')
    ),
    summary: text
      .replace(/^arXiv:\S+ Announce Type: \S+\s*/, '')
      .replace(/^Abstract:\s*/, '')
      .trim(),
    // An announcement's day is not the paper's.
    date: isArxiv ? '' : date,
    creators: isArxiv
      ? people.flatMap(authorsIn)
      : people.flatMap((names) =>
          names.split(/\s*;\s*/).flatMap((one) => (/,.*,/.test(one) ? authorsIn(one) : person(one)))
        ),
    identifiers: [
      ...readDoi(textAt(item, 'doi')),
      ...identifiersOfText(textAt(item, 'identifier')),
      ...identifiersOfText(guid.replace(/^oai:arXiv\.org:/, 'arXiv:'))
    ],
    links: findUrls(text).map(({ url }) => url),
    ...{ venue, announced: isArxiv ? announced : '', start: item.start, end: item.end }
  }
}

function readJson(data: unknown, text: string): Feed {
  const feed = objectOf(data)
  let from = 0
  const items = listOf(feed.items).map((one: unknown): Item => {
    const item = objectOf(one)
    const [url, id] = [stringOf(item.url), stringOf(item.id)]
    const html = stringOf(item.content_html)
    const raw = JSON.stringify(item.title ?? item.id ?? '').slice(1, -1)
    const found = raw === '' ? -1 : text.indexOf(raw, from)
    const start = found === -1 ? from : found
    from = start + (found === -1 ? 0 : raw.length)
    const authors = Array.isArray(item.authors) ? item.authors : [item.author]
    return {
      title: stringOf(item.title),
      url: clean(url || stringOf(item.external_url) || (/^https?:/.test(id) ? id : '')),
      summary:
        stringOf(item.content_text) ||
        (html === '' ? stringOf(item.summary) : readHtml(html).text.trim()),
      date: readDate(stringOf(item.date_published)),
      creators: authors.flatMap((author) => person(stringOf(objectOf(author).name))),
      identifiers: identifiersOfText(id),
      links: [clean(stringOf(item.external_url))].filter((one) => one !== ''),
      ...{ venue: '', announced: '', start, end: from }
    }
  })
  return { title: stringOf(feed.title), date: '', items }
}

/** Feeds escape HTML in a title once or twice, or have it as elements. */
function plainTitle(element: XmlElement | null): string {
  return asText(textOf(element)).replace(/\s+/g, ' ').replace(/\.$/, '').trim()
}

function plainSummary(element: XmlElement | null): string {
  return asText(rawTextOf(element).trim()).trim()
}

function asText(text: string): string {
  const hasMarkup =
    looksLikeHtml(text) ||
    /<(?:\/?[a-z][\w-]*)(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]+\d?);/i.test(text)
  return hasMarkup
    ? readHtml(text).text
    : text.replace(/[ \t]*\n[ \t]*(?!\n)/g, ' ').replace(/ {2,}/g, ' ')
}

function identifiersOfText(text: string): Identifier[] {
  const arxiv = /\barxiv:(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?)/i.exec(
    text
  )?.[1]
  return [
    ...(arxiv === undefined ? [] : (saidByArxivId(arxiv)?.identifiers ?? [])),
    ...readDoi(text.replace(/^(?:info:)?doi[:/]\s*/i, '')),
    ...identifiersOfUrl(text)
  ]
}

function person(name: string): Creator[] {
  // RSS writes `mail@example.org (Name)`.
  const plain = (/\(([^()]+)\)\s*$/.exec(name)?.[1] ?? name).trim()
  return plain === '' || /^\S+@\S+$/.test(plain) ? [] : [{ role: 'author', name: parseName(plain) }]
}

function clean(url: string): string {
  return unwrapUrl(url) ?? ''
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
