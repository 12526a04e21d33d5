import type { Identifier } from '@shared/model/paper'
import { readArxiv, readDoi } from './references/identifiers'

/** Where services that count clicks keep the address they lead to: the host, and the parameter. */
const redirects: readonly [host: RegExp, parameter: string][] = [
  [/^scholar\.google\.[a-z.]+$/, 'url'],
  [/^(?:www\.)?google\.[a-z.]+$/, 'q'],
  [/^(?:www\.)?google\.[a-z.]+$/, 'url'],
  [/\.safelinks\.protection\.outlook\.com$/, 'url'],
  [/^l\.facebook\.com$|^lm\.facebook\.com$/, 'u'],
  [/^(?:www\.)?linkedin\.com$/, 'url'],
  [/^urldefense\.(?:com|proofpoint\.com)$/, 'u'],
  [/^(?:link|click|track|email|go)\./, 'url']
]

/** Parameters that say who sent a reader, not what is read. */
const tracking = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref_src|_hsenc|_hsmi|sa|ved|usg)$/i

/**
 * Where an address leads, taken out of the redirects that mails and alerts wrap around it, without
 * what tracks the reader. Null for what is no web address.
 */
export function unwrapUrl(address: string): string | null {
  let current = address.trim()
  // Redirects wrap redirects; nobody wraps more.
  for (let depth = 0; depth < 5; depth++) {
    const url = URL.parse(current.startsWith('//') ? `https:${current}` : current)
    if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null
    const inner = innerAddress(url)
    if (inner === null) return withoutTracking(url, current)
    current = inner
  }
  return null
}

function innerAddress(url: URL): string | null {
  const wrapped = /^\/v3\/__(https?:.+?)__;/.exec(url.pathname)
  if (/^urldefense\.com$/.test(url.hostname) && wrapped?.[1] !== undefined)
    return wrapped[1].replace(/^(https?:\/)(?!\/)/, '$1/')
  for (const [host, parameter] of redirects) {
    const found = host.test(url.hostname) ? url.searchParams.get(parameter) : null
    if (found === null) continue
    if (/^https?:\/\//i.test(found)) return found
    // Proofpoint's second version writes `-` for `%` and `_` for `/`.
    const decoded = decoding(found.replaceAll('-', '%').replaceAll('_', '/'))
    if (decoded !== null && /^https?:\/\//i.test(decoded)) return decoded
  }
  return null
}

function withoutTracking(url: URL, written: string): string {
  const names = [...url.searchParams.keys()].filter((name) => tracking.test(name))
  if (names.length === 0) return written.startsWith('//') ? `https:${written}` : written
  for (const name of names) url.searchParams.delete(name)
  return url.href
}

function decoding(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Sites that show a paper of arXiv under an address with its id. */
const arxivMirrors =
  /^(?:(?:www\.|export\.|browse\.|xxx\.)?arxiv\.org|(?:www\.)?alphaxiv\.org|ar5iv(?:\.labs\.arxiv)?\.org|papers\.cool|huggingface\.co|(?:www\.)?semanticscholar\.org|api\.semanticscholar\.org|scholar\.archive\.org|arxiv-vanity\.com|www\.arxiv-vanity\.com|hf\.co)$/

/** The identifiers that an address carries: of arXiv and its mirrors, of doi.org and publishers, of PubMed. */
export function identifiersOfUrl(address: string): Identifier[] {
  const url = URL.parse(address)
  if (url === null) return []
  const host = url.hostname.toLowerCase()
  const path = decoding(url.pathname) ?? url.pathname
  if (arxivMirrors.test(host)) {
    const id =
      /\/(?:abs|pdf|html|papers|arxiv|paper|format|src|e-print)\/(?:arxiv:)?((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)(?:\.pdf)?(?:$|[/?#])/i.exec(
        path
      )?.[1]
    return readArxiv(id ?? '')
  }
  if (/(?:^|\.)(?:pubmed\.ncbi\.nlm\.nih\.gov)$/.test(host)) {
    const value = /^\/(\d{1,9})(?:\/|$)/.exec(path)?.[1]
    return value === undefined ? [] : [{ scheme: 'pmid', value, version: null }]
  }
  if (host === 'www.nature.com' || host === 'nature.com') {
    const article =
      /^\/articles\/((?:s\d{5}-\d{3}-\d{4,5}-[\da-z]|[a-z]+\.?\d{2,}(?:\.\d+)?))(?:\.pdf)?$/i.exec(
        path
      )?.[1]
    return article === undefined ? [] : readDoi(`10.1038/${article}`)
  }
  const doi = /(?:^|\/)(10\.\d{4,9}\/[^\s?#]+)/.exec(path)?.[1]
  return doi === undefined ? [] : readDoi(trimDoi(doi))
}

/** A DOI without what publishers' pages put behind it. */
function trimDoi(text: string): string {
  return text
    .replace(
      /\/(?:full|abstract|pdf|epdf|html|meta|summary|references|citations|issuetoc)(?:\/.*)?$/i,
      ''
    )
    .replace(/(?:v\d+)?(?:\.full|\.abstract|\.short)(?:\.pdf|-text)?$/i, '')
    .replace(/^(10\.1101\/.*?)v\d+$/, '$1')
    .replace(/\.pdf$/i, '')
    .replace(/[.,;:)\]'"]+$/, '')
}
