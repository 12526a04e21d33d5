import { readFileSync } from 'node:fs'

/** How many papers a file should give, counted by simple means that share nothing with Sheaf's readers, and how. */
export interface Expected {
  count: number
  by: string
}

/** Counts a file's papers; null where there is no simple means. */
export function expectedOf(path: string): Expected | null {
  const text = readFileSync(path, 'utf8')
  const name = path.split('/').at(-1) ?? ''
  const all = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  if (name.endsWith('.pdf')) return { count: 1, by: 'one PDF' }
  if (name.endsWith('.atom'))
    return {
      count: all(/<entry>/g) - all(/<id>https?:\/\/arxiv\.org\/api\/errors/g),
      by: '`<entry>` that is no error'
    }
  if (name.startsWith('arxiv-'))
    return { count: all(/^\\\\\r?\narXiv:/gm), by: '`arXiv:` after `\\\\`' }
  if (name.startsWith('hf-weekly')) return { count: all(/^PDF: /gm), by: '`PDF:` lines' }
  if (name === 'scholar-alert.html')
    return { count: all(/class="gse_alrt_title"/g), by: '`gse_alrt_title`' }
  if (name === 'trending-papers-mar-14.txt') return { count: 68, by: 'its README' }
  if (name.endsWith('.ris'))
    return { count: all(/^\ufeff?(?:TY {2}-|PT [A-Z]\b)/gm), by: '`TY  -` or `PT` lines' }
  if (name.endsWith('.json'))
    return { count: jsonItems(text), by: 'items that are no notes or attachments' }
  if (/\.(?:bib|bibtex|biblatex)$/.test(name))
    return { count: bibEntries(text), by: '`@type{` at the start of a line' }
  return null
}

function bibEntries(text: string): number {
  const heads = text.matchAll(/^[ \t\ufeff]*@[ \t]*([A-Za-z]+)[ \t]*[{(]/gm)
  const others = new Set(['comment', 'string', 'preamble', 'xdata', 'set'])
  return [...heads].filter(([, type = '']) => !others.has(type.toLowerCase())).length
}

function jsonItems(text: string): number {
  const data = JSON.parse(text) as { items?: { itemType?: string }[] } | unknown[]
  const items = Array.isArray(data) ? data : (data.items ?? [])
  return items.filter((item) => {
    const type = (item as { itemType?: string }).itemType
    return type !== 'attachment' && type !== 'note'
  }).length
}
