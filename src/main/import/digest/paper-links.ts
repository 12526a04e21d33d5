import { linkKindOf } from '@shared/text/url'
import { parseArxiv } from '@shared/text/identifier'
import { placeholderTitle } from '@shared/text/placeholder-title'
import type { Identifier, Link } from '@shared/model/paper'
import { linesOf, type Line } from '../lines'
import { plain } from '../markup/markdown'
import type { Page } from '../markup/page'
import { identifiersOfUrl } from '../paper-url'
import type { Parsed, ParsedPaper } from '../parsed'
import { readDoi } from '../references/identifiers'
import { saidByArxivId } from './arxiv-paper'

/** Sites where an address is a paper's own, though it carries no identifier. */
const paperSites =
  /^(?:www\.)?(?:openreview\.net\/(?:forum|pdf)\?|aclanthology\.org\/[\w.-]+\d|proceedings\.mlr\.press\/v\d+\/\w|(?:proceedings\.neurips\.cc|papers\.nips\.cc)\/.*(?:hash|paper)|openaccess\.thecvf\.com\/content|dblp\.org\/rec\/|semanticscholar\.org\/paper\/|jmlr\.org\/papers\/v)/i

/** What links are called that lead to a paper without naming it. */
const generic =
  /^(?:\W*(?:the )?(?:read|view|see|full|original|link to|open|get)?\s*(?:the )?(?:paper|pdf|arxiv|arxiv page|abs|abstract|preprint|article|link|links|html|here|source|doi|openreview|publication|read more|more|full text|hf|huggingface|hugging face|alphaxiv|pubmed|publisher|web|website|details|read|view|url|project page|code|github|tweet|blog|video|dataset|demo|model|slides)\s*\W*)$/i

interface Mention {
  start: number
  end: number
  label: string
  url: string
  identifiers: Identifier[]
}

/** How a page reads as a list of links to papers: a last resort, unless several are named with titles. */
export function detectPaperLinks(page: Page): number {
  const papers = papersOf(page)
  const named = papers.filter(
    ({ title, says }) => title !== placeholderTitle(says.identifiers ?? [])
  )
  if (papers.length === 0) return 0
  return named.length >= 3 && named.length >= papers.length * 0.6 ? 0.7 : 0.5
}

/**
 * The papers that a page leads to, by links with an arXiv id or a DOI, links to sites of papers, and
 * ids in running text. A paper's title is what its link reads, or the bold words, heading or line before it;
 * where there is none, its identifier stands in until the paper is completed.
 */
export function parsePaperLinks(page: Page, file: string, seen: Date): Parsed {
  const papers = papersOf(page)
  const source = page.title === '' ? file : page.title
  const digest = {
    ...{ format: 'paper-links', source, date: seen.toISOString().slice(0, 10) },
    ...{ dateInferred: true, rawText: page.text, papers }
  }
  return { digests: papers.length > 0 ? [digest] : [], skipped: [] }
}

function papersOf(page: Page): ParsedPaper[] {
  const lines = [...linesOf(page.text)]
  const found = new Map<string, ParsedPaper>()
  let lineAt = 0
  let last = 0
  let previous: string | null = null
  for (const mention of mentionsOf(page)) {
    while (lineAt + 1 < lines.length && (lines[lineAt + 1]?.start ?? 0) <= mention.start) lineAt++
    const [identifier] = mention.identifiers
    const key = identifier ? `${identifier.scheme}:${identifier.value}` : mention.url
    const known = found.get(key)
    const title = titleOf(page, lines, lineAt, mention, last)
    // A second link in one line (paper and PDF) is of the same paper; a second bare id is not.
    const sameLine: ParsedPaper | undefined = previous === null ? undefined : found.get(previous)
    const lineStart = lines[lineAt]?.start ?? 0
    if (
      known === undefined &&
      title === null &&
      mention.label !== '' &&
      mention.label !== mention.url &&
      sameLine !== undefined &&
      sameLine.end > lineStart
    ) {
      extend(sameLine, mention)
      last = mention.end
      continue
    }
    if (known !== undefined) {
      if (title !== null && known.title === placeholderTitle(known.says.identifiers ?? []))
        known.title = title
      last = mention.end
      continue
    }
    const stand = title ?? placeholderTitle(mention.identifiers)
    if (stand === null) continue
    found.set(key, toPaper(page, lines, lineAt, mention, stand, last))
    previous = key
    last = mention.end
  }
  return [...found.values()]
}

function toPaper(
  page: Page,
  lines: readonly Line[],
  lineAt: number,
  mention: Mention,
  title: string,
  last: number
): ParsedPaper {
  const line = lines[lineAt] ?? mention
  const arxiv = mention.identifiers.find(({ scheme }) => scheme === 'arxiv')
  const said = arxiv === undefined ? null : saidByArxivId(arxiv.value)
  const links: Link[] = [...(said?.links ?? [])]
  for (const { start, url } of page.links)
    if (
      start >= line.start &&
      start < line.end &&
      !links.some((one) => one.url === url) &&
      links.length < 20
    )
      links.push({ kind: linkKindOf(url), url })
  return {
    title,
    says: { ...(said ?? {}), identifiers: mention.identifiers, links },
    start: Math.max(last, Math.min(line.start, mention.start)),
    end: Math.max(line.end, mention.end)
  }
}

function extend(paper: ParsedPaper, mention: Mention): void {
  const { identifiers = [] } = paper.says
  const isNew = ({ scheme }: Identifier): boolean =>
    !identifiers.some((one) => one.scheme === scheme)
  paper.says.identifiers = [...identifiers, ...mention.identifiers.filter(isNew)]
}

/** Links to papers and ids in the text, in order, none within another. */
function mentionsOf(page: Page): Mention[] {
  const linked = page.links.flatMap((link): Mention[] => {
    const identifiers = identifiersOfUrl(link.url)
    const isPaper = identifiers.length > 0 || paperSites.test(link.url.replace(/^https?:\/\//i, ''))
    return isPaper ? [{ ...link, identifiers }] : []
  })
  const bare: Mention[] = []
  let next = 0
  for (const match of page.text.matchAll(
    /\barxiv\s?:\s?((?:[a-z-]{2,15}(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,3})?)\b|\b(?:doi\s?[:=]?\s?)?(10\.\d{4,9}\/[^\s<>"|,;]{1,200})/gi
  )) {
    const [words, arxiv, doi] = match
    const [start, end] = [match.index, match.index + words.length]
    while ((page.links[next]?.end ?? Infinity) <= start) next++
    if ((page.links[next]?.start ?? Infinity) < end) continue
    const id = arxiv === undefined ? null : parseArxiv(arxiv)
    const identifiers = id === null ? readDoi((doi ?? '').replace(/[.)\]}'*_?!]+$/, '')) : [id]
    if (identifiers.length > 0) bare.push({ start, end, label: '', url: '', identifiers })
  }
  return [...linked, ...bare].sort((a, b) => a.start - b.start)
}

function titleOf(
  page: Page,
  lines: readonly Line[],
  lineAt: number,
  mention: Mention,
  last: number
): string | null {
  const label = cleaned(mention.label)
  if (isTitle(label)) return label
  const line = lines[lineAt]
  if (line === undefined) return null
  const from = Math.max(last, line.start)
  const inLine = strongIn(page, from, mention.start) ?? beforeIn(page, line, from, mention.start)
  if (inLine !== null) return inLine
  // The lines above, as far as they belong to no other paper; across a blank line only bold ones count.
  let isNear = true
  for (let at = lineAt - 1; at >= 0 && at >= lineAt - 6; at--) {
    const above = lines[at]
    if (above === undefined || above.start < last) break
    if (above.text.trim() === '') isNear = false
    const bold = strongIn(page, above.start, above.end)
    if (bold !== null) return bold
    const words = cleaned(above.text)
    const isHeader = /^[A-Z][\w-]{1,20}: /.test(above.text)
    if (isNear && !isHeader && isTitle(words) && !/[.:;,]$/.test(words)) return words
  }
  return null
}

function strongIn(page: Page, from: number, to: number): string | null {
  // By bisection: pages have thousands of both.
  let [low, high] = [0, page.strong.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((page.strong[middle]?.start ?? 0) < from) low = middle + 1
    else high = middle
  }
  for (let at = low; at < page.strong.length; at++) {
    const range = page.strong[at]
    if (range === undefined || range.end > to) return null
    const words = cleaned(page.text.slice(range.start, range.end))
    if (isTitle(words)) return words
  }
  return null
}

/**
 * The words of a line before a link, up to where a description begins: of an item of a list or a table,
 * or before a colon or a dash. In other prose the words before a link are no title.
 */
function beforeIn(page: Page, line: Line, from: number, to: number): string | null {
  if (to - from > 2000) return null
  const before = page.text.slice(from, to).replace(/[[(]\s*$/, '')
  const isItem = /^\s*(?:[-*+•|]|\[?\(?\d{1,3}[.)\]:])\s*/.test(line.text)
  if (!isItem && !/[:–—-]\s*$/.test(before)) return null
  for (const cell of before.split(' | ')) {
    const words =
      cleaned(cell)
        .split(/ [-–—] |[:–—-]\s*$/)[0]
        ?.trim() ?? ''
    if (isTitle(words) && words.length <= 250 && !/[.!?]$/.test(words)) return words
  }
  return null
}

function cleaned(text: string): string {
  return plain(text.slice(0, 600).replace(/^[\s|>#*•·–—-]+/, ''))
    .replace(/^(?:\[?\d{1,3}[\]).:]|\(\d{1,3}\))\s*/, '')
    .replace(/^\[(?:pdf|html|doc|book|citation)\]\s*/i, '')
    .replace(/[\s:|*_–—-]+$/, '')
    .replace(/^["“](.*)["”]$/, '$1')
    .trim()
}

function isTitle(words: string): boolean {
  return (
    words.length >= 8 &&
    words.length <= 400 &&
    /\p{L}{3}/u.test(words) &&
    /\s/.test(words) &&
    !generic.test(words) &&
    !/^https?:|^arxiv\s?[:.]|^doi\b|^10\.\d{4}/i.test(words)
  )
}
