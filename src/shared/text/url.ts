import type { LinkKind } from '../model/paper'

/** A web address in a text: its half-open range there, and the address itself, cleaned. */
export interface FoundUrl {
  start: number
  end: number
  url: string
}

/**
 * Web addresses in running text. An address ends before what belongs to the sentence: a full stop,
 * a comma, a closing bracket that it did not open, `{here}` left over from `\href{…}{here}`.
 * Takes time linear in the text.
 */
export function findUrls(text: string): FoundUrl[] {
  const found: FoundUrl[] = []
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"“”‘’{}|\\^`]+/gi)) {
    const address = trimEnd(match[0])
    const url = parse(address)
    if (url !== null)
      found.push({ start: match.index, end: match.index + address.length, url: address })
  }
  return found
}

/** Whether an address is of the web, and nothing that runs or opens something else. */
export function isWebAddress(address: string): boolean {
  return parse(address) !== null
}

/** What an address leads to, as far as it tells. */
export function linkKindOf(address: string): LinkKind {
  const url = parse(address)
  if (url === null) return 'project'
  const host = url.hostname.replace(/^www\./, '')
  const path = url.pathname
  if (/\.pdf$/i.test(path) || (host === 'arxiv.org' && path.startsWith('/pdf/'))) return 'pdf'
  if (/(^|\.)(arxiv|doi|openreview|aclanthology)\.org$/.test(host)) return 'paper'
  if (host === 'openreview.net') return 'paper'
  if (host === 'huggingface.co') {
    if (path.startsWith('/papers/')) return 'paper'
    if (path.startsWith('/datasets/')) return 'data'
    return path.startsWith('/spaces/') ? 'project' : 'code'
  }
  if (/^(zenodo\.org|figshare\.com|kaggle\.com|data\.mendeley\.com|osf\.io)$/.test(host))
    return 'data'
  if (
    /(^|\.)(github\.com|gitlab\.[a-z]+|bitbucket\.org|codeberg\.org|sourceforge\.net)$/.test(host)
  )
    return 'code'
  if (host === 'gist.github.com' || host === 'anonymous.4open.science') return 'code'
  return 'project'
}

function parse(address: string): URL | null {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
}

function trimEnd(address: string): string {
  let end = address.length
  // Counted once, so that an address of nothing but brackets still takes linear time.
  let open = count(address, '(')
  let close = count(address, ')')
  let openSquare = count(address, '[')
  let closeSquare = count(address, ']')
  for (; end > 0; end--) {
    const last = address[end - 1] ?? ''
    if (last === ')' && close > open) close--
    else if (last === ']' && closeSquare > openSquare) closeSquare--
    else if (!".,;:!?'*_~([".includes(last)) break
    else if (last === '(') open--
    else if (last === '[') openSquare--
  }
  return address.slice(0, end)
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1
}
