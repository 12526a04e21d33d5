import { unwrapUrl } from '../paper-url'
import type { Page, PageLink, Range } from './page'
import { findUrls } from '@shared/text/url'

/** Markdown, or plain text, as a page: its text stays as it is, with its links and its bold words found. */
export function readMarkdown(text: string): Page {
  const links: PageLink[] = []
  const strong: Range[] = []
  for (const match of text.matchAll(
    /\[([^[\]\n]{1,500})\]\((https?:[^\s()]{1,2000}(?:\([^\s()]{0,200}\))?[^\s()]{0,2000})\)/g
  )) {
    const [whole, label = '', address = ''] = match
    const url = unwrapUrl(address)
    if (url === null) continue
    links.push({
      start: match.index,
      end: match.index + whole.length,
      label: plain(label),
      url,
      role: ''
    })
  }
  let next = 0
  const bare: PageLink[] = []
  for (const { start, end, url: address } of findUrls(text)) {
    while ((links[next]?.end ?? Infinity) <= start) next++
    const around = links[next]
    if (around !== undefined && around.start <= start) continue
    const url = unwrapUrl(address)
    if (url !== null) bare.push({ start, end, label: address, url, role: '' })
  }
  for (const match of text.matchAll(
    /\*\*([^*\n]{1,500})\*\*|__([^_\n]{1,500})__|^#{1,6} ([^\n]{1,500})/gm
  ))
    strong.push({ start: match.index, end: match.index + match[0].length })
  const all = [...links, ...bare].sort((a, b) => a.start - b.start)
  const title = /^# ([^\n]{1,300})/m.exec(text)?.[1]?.trim() ?? ''
  return { text, links: all, strong, title: plain(title) }
}

/** Words without Markdown's signs. */
export function plain(text: string): string {
  return text
    .replace(/!?\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/\*\*|__|`|^#{1,6} |^\s*(?:[-*+]|\d{1,3}[.)])\s+/g, '')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
