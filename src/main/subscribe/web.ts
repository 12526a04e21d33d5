import { detectJsonFeed, detectXmlFeed } from '../import/digest/feed'
import { looksLikeHtml } from '../import/markup/html'
import type { Answer, Known } from '../lookup/http'
import { requireSuccess, requireText, requireWhole } from './answers'
import type { Asked, Memory, Step } from './source'

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5'

/** Between two requests to one host; arXiv's own want three seconds, whatever is asked there. */
export function gapOf(address: string): number {
  return /(?:^|\.)arxiv\.org$/.test(URL.parse(address)?.hostname ?? '') ? 3000 : 1000
}

/**
 * Asks for a feed, or for a page whose papers Sheaf can read. A page that names its feed is left for
 * that. What has not changed since need not come again (ETag, Last-Modified).
 */
export async function* askWeb(asked: Asked<'web'>): AsyncGenerator<Step> {
  const first = await ask(asked.source.url, asked)
  const feed = first === null ? null : feedOf(first)
  const answer = feed === null ? first : await ask(feed, asked)
  if (answer === null) return
  const { etag = '', 'last-modified': lastModified = '' } = answer.headers
  // A page without an end may have been cut off: it is asked for anew.
  const isWhole = !looksLikeHtml(answer.text) || /<\/html>\s*$/i.test(answer.text)
  const known: Known | null =
    isWhole && etag + lastModified !== '' ? { url: answer.url, etag, lastModified } : null
  yield {
    brought: isEmpty(answer.text)
      ? []
      : [
          {
            kind: 'bytes',
            request: { name: asked.name, bytes: answer.bytes, modified: new Date(asked.now()) }
          }
        ],
    memory: known === null ? {} : { known }
  }
}

/** Null where nothing has changed. */
async function ask(
  url: string,
  { get, memory, signal }: Pick<Asked<'web'>, 'get' | 'memory' | 'signal'>
): Promise<Answer | null> {
  const manners = { gapMs: gapOf(url), accept, known: knownIn(memory) }
  const answer = await get(url, manners, signal)
  if (answer.status === 304 && manners.known !== undefined) return null
  requireSuccess(answer)
  requireText(answer)
  requireWhole(answer)
  return answer
}

function knownIn({ known }: Memory): Known | undefined {
  if (typeof known !== 'object' || known === null) return undefined
  const { url, etag, lastModified } = known as Record<string, unknown>
  return typeof url === 'string' && typeof etag === 'string' && typeof lastModified === 'string'
    ? { url, etag, lastModified }
    : undefined
}

/** The feed that a page names as its own. */
function feedOf({ text, url }: Answer): string | null {
  if (!looksLikeHtml(text) || detectXmlFeed(text) > 0) return null
  for (const [tag] of text.slice(0, 200_000).matchAll(/<link\b[^>]{1,2000}>/gi)) {
    const isFeed =
      /\brel\s*=\s*["']?alternate\b/i.test(tag) &&
      /\btype\s*=\s*["']?application\/(?:rss\+xml|atom\+xml|feed\+json)/i.test(tag)
    const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)
    const address = (href?.[1] ?? href?.[2] ?? href?.[3] ?? '').replaceAll('&amp;', '&')
    const feed = isFeed ? (URL.parse(address, url)?.href ?? null) : null
    if (feed !== null && feed !== url) return feed
  }
  return null
}

/** A feed that has nothing in it today, as arXiv's at weekends. */
function isEmpty(text: string): boolean {
  if (detectXmlFeed(text) > 0) return !/<(?:\w+:)?(?:item|entry)\b/i.test(text)
  return detectJsonFeed(text) > 0 && /"items"\s*:\s*\[\s*\]/.test(text)
}
