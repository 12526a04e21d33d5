import { words } from '@shared/messages/words'
import type { Recognised, SubscriptionSource } from '@shared/model/subscription'
import { detectOpml } from '../import/digest/feed'
import { feedsInOpml } from './opml'

/** arXiv's archives (arxiv.org/category_taxonomy): what a category begins with. */
const archives =
  'astro-ph|cond-mat|cs|econ|eess|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|nlin|nucl-(?:ex|th)|physics|q-bio|q-fin|quant-ph|stat'
const category = new RegExp(`^(?:${archives})(?:\\.[A-Za-z-]{2,20})?$`)
/** A query in the language of arXiv's API. */
const arxivQuery = /^\(?(?:cat|ti|au|abs|all|co|jr|rn):\S/

/** What somebody pasted to subscribe to: an address, a category, a query, a mail address, a list of feeds. */
export function recognise(pasted: string): Recognised {
  const text = pasted.trim()
  if (detectOpml(text) > 0) return { kind: 'feeds', feeds: feedsInOpml(text) }
  const arxiv = /^(?:arxiv[:\s]+)?(.+)$/i.exec(text)?.[1] ?? ''
  if (category.test(arxiv)) return ofArxiv(`cat:${arxiv}`)
  if (arxivQuery.test(arxiv)) return ofArxiv(arxiv)
  const mail = mailIn(text)
  if (mail !== null) return found(`${mail.user}, ${mail.folder}`, mail)
  const url = webAddress(text)
  return url === null ? { kind: 'nothing' } : ofAddress(url)
}

function ofAddress(url: URL): Recognised {
  const host = url.hostname.replace(/^www\./, '')
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean)
  const query = url.searchParams
  if (host === 'arxiv.org' || host === 'export.arxiv.org') {
    if (first === 'list' && category.test(second)) return ofArxiv(`cat:${second}`)
    const asked = query.get('search_query')
    if (first === 'api' && asked !== null) return ofArxiv(asked)
  }
  if ((host === 'rss.arxiv.org' || host === 'arxiv.org') && category.test(second))
    return found(words.subscriptions.names.arxiv(second), { kind: 'web', url: url.href })
  if (first === 'api' && second === 'daily_papers') return daily(url, 'api', periodOf(query))
  const isDaily = host === 'huggingface.co' || ['date', 'week', 'month'].includes(second)
  if (first === 'papers' && isDaily && (second === '' || /^(?:date|week|month)$/.test(second)))
    // What the site's own pages show its API tells too, and that stays the same.
    return daily(url, host === 'huggingface.co' ? 'api' : 'page', second)
  const searched = query.get('search') ?? query.get('query')
  if (/(?:^|\.)openalex\.org$/.test(host) && searched !== null)
    return found(words.subscriptions.names.search('OpenAlex', searched), {
      ...{ kind: 'openalex', search: searched }
    })
  if (host === 'api.crossref.org' && searched !== null)
    return found(words.subscriptions.names.search('Crossref', searched), {
      ...{ kind: 'crossref', search: searched }
    })
  const path = url.pathname.replace(/\/+$/, '')
  const name = `${host}${path.length > 40 ? `/…${path.slice(-30)}` : path}`
  return found(name, { kind: 'web', url: url.href })
}

function ofArxiv(query: string): Recognised {
  const short = /^cat:(\S+)$/.exec(query)?.[1] ?? query
  return found(words.subscriptions.names.arxiv(short), { kind: 'arxiv', query })
}

function daily(url: URL, way: 'api' | 'page', period: string): Recognised {
  return found(words.subscriptions.names.daily(url.hostname.replace(/^www\./, '')), {
    ...{ kind: 'daily', site: url.origin, way },
    period: period === 'week' || period === 'month' ? period : 'date'
  })
}

function periodOf(query: URLSearchParams): string {
  return ['week', 'month'].find((name) => query.has(name)) ?? 'date'
}

function found(name: string, source: SubscriptionSource): Recognised {
  return { kind: 'source', name: name.slice(0, 200), source }
}

/** `feed:` and addresses without a scheme are web addresses; whoever has a name and a dot may be one. */
function webAddress(text: string): URL | null {
  if (/\s/.test(text) || text.length > 2000) return null
  const plain = text.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'https://')
  const isBare = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?::\d+)?(?:[/?#]|$)/u.test(plain)
  const url = URL.parse(isBare ? `https://${plain}` : plain)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username + url.password !== '')
    return null
  return url
}

/** `imaps://user@host/folder`, or a mail address, whose server most likely is `imap.` of its domain. */
function mailIn(text: string): Extract<SubscriptionSource, { kind: 'mail' }> | null {
  const plain = /^([\w.+-]{1,64})@([a-z\d-]+(?:\.[a-z\d-]+)+)$/i.exec(text)
  if (plain !== null) {
    const domain = (plain[2] ?? '').toLowerCase()
    const host = knownServers[domain] ?? `imap.${domain}`
    return { kind: 'mail', host, port: 993, security: 'tls', user: text, folder: 'INBOX' }
  }
  if (!/^imaps?:\/\//i.test(text)) return null
  const url = URL.parse(text)
  if (url === null || url.hostname === '' || url.password !== '') return null
  const isTls = url.protocol === 'imaps:' || url.port === '993'
  return {
    ...{ kind: 'mail', host: url.hostname, security: isTls ? 'tls' : 'starttls' },
    port: url.port === '' ? (isTls ? 993 : 143) : Number(url.port),
    user: decodeURIComponent(url.username) || 'me',
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX'
  }
}

const knownServers: Readonly<Record<string, string>> = {
  'googlemail.com': 'imap.gmail.com',
  'outlook.com': 'outlook.office365.com',
  'hotmail.com': 'outlook.office365.com',
  'icloud.com': 'imap.mail.me.com',
  'me.com': 'imap.mail.me.com'
}
