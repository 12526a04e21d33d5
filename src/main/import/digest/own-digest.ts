import { words } from '@shared/messages/words'
import {
  ownDigestData,
  ownDigestEntry,
  ownDigestKind,
  type OwnDigestEntry
} from '@shared/model/own-digest'
import { isValidKey } from '@shared/text/citation-key'
import { isWebAddress } from '@shared/text/url'
import { at, descendants, parseXml, rawTextOf, textAt } from '../markup/xml'
import type { HtmlPage } from '../markup/html'
import type { Parsed, ParsedPaper } from '../parsed'

/** A digest that was made with Sheaf, as its data says it. */
interface Data {
  title: string
  date: string
  /** Not looked at yet. */
  papers: unknown[]
}

/** How a text reads as the data of a digest that was made with Sheaf, or as a feed of one. */
export function detectOwnDigest(text: string): number {
  if (!text.includes(ownDigestKind)) return 0
  return isFeed(text) || dataIn(text) !== null ? 1 : 0
}

/** Takes such data, or such a feed, apart: every paper letter for letter as it was sent. */
export function parseOwnDigest(text: string, file: string, seen: Date): Parsed {
  const data = isFeed(text) ? dataInFeed(text) : dataIn(text)
  return toParsed(data ?? { title: '', date: '', papers: [] }, text, file, seen)
}

/** How a page reads as a digest that was made with Sheaf: by the data that it carries. */
export function detectOwnPage(page: HtmlPage): number {
  return page.data.some((data) => dataIn(data) !== null) ? 1 : 0
}

export function parseOwnPage(page: HtmlPage, file: string, seen: Date): Parsed {
  const [data] = page.data.flatMap((one) => dataIn(one) ?? [])
  return toParsed(data ?? { title: '', date: '', papers: [] }, page.text, file, seen)
}

function isFeed(text: string): boolean {
  return text.slice(0, 2000).includes(`xmlns:s="urn:x-${ownDigestKind}"`)
}

function dataIn(text: string): Data | null {
  if (!text.includes(ownDigestKind)) return null
  const read = ownDigestData.safeParse(jsonIn(text))
  return read.success ? read.data : null
}

function dataInFeed(text: string): Data {
  const [feed] = descendants(parseXml(text), 'feed')
  const date = feed?.attributes.get('date') ?? ''
  return {
    title: textAt(feed ?? null, 'title'),
    date: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : '',
    papers: [...descendants(feed ?? parseXml(text), 'entry')].map((entry) =>
      jsonIn(rawTextOf(at(entry, 'paper')))
    )
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function toParsed(data: Data, text: string, file: string, seen: Date): Parsed {
  const papers: ParsedPaper[] = []
  const skipped: Parsed['skipped'] = []
  let from = 0
  for (const [index, one] of data.papers.entries()) {
    const read = ownDigestEntry.safeParse(one)
    if (!read.success) {
      skipped.push({ file, line: 0, reason: words.skipped.paperWithoutTitle(index + 1) })
      continue
    }
    const found = placeOf(text, read.data.title, from)
    if (found !== null) from = found.end
    papers.push({ ...paperOf(read.data), ...(found ?? { start: 0, end: 0 }) })
  }
  return { digests: [ownDigest(data, { text, file, seen, papers })], skipped }
}

/** The one digest of a file that was made with Sheaf. */
export function ownDigest(
  { title, date }: { title: string; date: string },
  { text, file, seen, papers }: { text: string; file: string; seen: Date; papers: ParsedPaper[] }
): Parsed['digests'][number] {
  return {
    format: ownDigestKind,
    source: title === '' ? file : title,
    date: date === '' ? seen.toISOString().slice(0, 10) : date,
    ...{ dateInferred: date === '', rawText: text, papers }
  }
}

/** Where a title stands, as the text has it or as JSON does. */
function placeOf(text: string, title: string, from: number): { start: number; end: number } | null {
  for (const words of [title, JSON.stringify(title).slice(1, -1)]) {
    const start = text.indexOf(words, from)
    if (start !== -1) return { start, end: start + words.length }
  }
  return null
}

function paperOf({
  title,
  citationKey,
  note,
  ...says
}: OwnDigestEntry): Omit<ParsedPaper, 'start' | 'end'> {
  const { links, ...rest } = says
  const said = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined && value !== '')
  )
  return {
    title: title.replaceAll('\0', ''),
    says: { ...said, links: (links ?? []).filter(({ url }) => isWebAddress(url)) },
    ...(citationKey !== undefined && isValidKey(citationKey) ? { citationKey } : {}),
    ...(note === undefined || note.trim() === '' ? {} : { note: note.replaceAll('\0', '') })
  }
}
