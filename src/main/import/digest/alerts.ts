import { words } from '@shared/messages/words'
import type { Creator } from '@shared/model/person'
import { andOthers, parseName } from '@shared/text/person-name'
import { parseArxiv } from '@shared/text/identifier'
import { linkKindOf } from '@shared/text/url'
import { lineCounter } from '../lines'
import type { Page, PageLink } from '../markup/page'
import { identifiersOfUrl } from '../paper-url'
import type { Parsed, ParsedPaper, Said } from '../parsed'
import { readDate } from '@shared/text/date'
import { distinctIdentifiers } from '../references/identifiers'

/** An alert of one service: which links are titles, and what the lines below say. */
interface Service {
  format: string
  name: string
  titles: (page: Page) => PageLink[]
  read: (lines: readonly string[]) => Said
}

const scholar: Service = {
  format: 'scholar-alert',
  name: 'Google Scholar',
  titles: (page) => page.links.filter(({ role }) => role.includes('gse_alrt_title')),
  read: readScholarLines
}

const semanticScholar: Service = {
  format: 'semantic-scholar-alert',
  name: 'Semantic Scholar',
  titles: (page) =>
    page.links.filter(
      ({ url, label }) =>
        /^https?:\/\/(?:www\.|api\.)?semanticscholar\.org\/paper\//i.test(url) &&
        label.length >= 12 &&
        /\s/.test(label) &&
        !/^(?:view|read|save|see|show|find|get|more)\b.{0,30}$/i.test(label)
    ),
  read: readSemanticScholarLines
}

/** How a page reads as an alert of Google Scholar. */
export function detectScholarAlert(page: Page): number {
  return scholar.titles(page).length > 0 ? 1 : 0
}

/** The papers of a Google Scholar alert: title, authors (cut short where it cuts them), venue, year. */
export function parseScholarAlert(page: Page, file: string, seen: Date): Parsed {
  return parseAlert(scholar, page, file, seen)
}

/** How a page reads as an alert of Semantic Scholar. */
export function detectSemanticScholarAlert(page: Page): number {
  const titles = semanticScholar.titles(page).length
  return titles === 0 ? 0 : /semantic ?scholar/i.test(page.text + page.title) ? 0.9 : 0.6
}

/** The papers of a Semantic Scholar alert. */
export function parseSemanticScholarAlert(page: Page, file: string, seen: Date): Parsed {
  return parseAlert(semanticScholar, page, file, seen)
}

function parseAlert(service: Service, page: Page, file: string, seen: Date): Parsed {
  const titles = service.titles(page)
  const skipped: Parsed['skipped'] = []
  const papers: ParsedPaper[] = []
  const line = lineCounter(page.text)
  const seenTitles = new Set<string>()
  for (const [index, link] of titles.entries()) {
    const title = link.label.replace(/^\[(?:pdf|html|doc|book|citation|b|c)\]\s*/i, '')
    if (title === '') {
      skipped.push({
        file,
        line: line(link.start),
        reason: words.skipped.linkWithoutTitle
      })
      continue
    }
    const end = titles[index + 1]?.start ?? page.text.length
    const below = page.text.slice(link.end, end)
    const lines = below
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== '')
    const says = service.read(lines)
    if (seenTitles.has(`${title}\n${link.url}`)) continue
    seenTitles.add(`${title}\n${link.url}`)
    const identifiers = distinctIdentifiers([
      ...identifiersOfUrl(link.url),
      ...(says.identifiers ?? [])
    ])
    papers.push({
      title,
      says: {
        type: 'article',
        ...says,
        identifiers,
        links: [{ kind: linkKindOf(link.url), url: link.url }]
      },
      start: link.start,
      end: link.end + endOfItem(below)
    })
  }
  const heading = page.strong[0]
  const head =
    heading !== undefined && heading.start < (titles[0]?.start ?? 0)
      ? page.text.slice(heading.start, heading.end)
      : ''
  const about = head.replace(/^(?:google |semantic )?scholar(?: alert)?\s*[-:–]\s*/i, '').trim()
  const digest = {
    format: service.format,
    source: about === '' ? service.name : `${service.name}: ${about}`,
    ...{ date: seen.toISOString().slice(0, 10), dateInferred: true, rawText: page.text, papers }
  }
  return { digests: papers.length > 0 ? [digest] : [], skipped }
}

/** Authors, venue and year stand below a title; then some words of the text. A blank line ends it. */
function endOfItem(below: string): number {
  const lines = below.split('\n')
  let length = 0
  let words = 0
  for (const line of lines) {
    if (words >= 3 && line.trim() === '') break
    length += line.length + 1
    if (line.trim() !== '') words++
  }
  return Math.min(below.length, Math.max(0, length - 1))
}

/** `J Smith, A Johnson, … - Nature Machine Intelligence, 2025 - nature.com`. */
function readScholarLines(lines: readonly string[]): Said {
  const line = lines.find((one) => /\s-\s|,\s*\d{4}$|^\d{4}$/.test(one)) ?? lines[0] ?? ''
  const [people = '', where = ''] = line.split(/\s+-\s+/)
  if (!line.includes(' - ') && !/^\p{Lu}/u.test(people)) return {}
  const year = /(?:^|,\s*)((?:19|20)\d{2})$/.exec(where.trim())?.[1] ?? ''
  const venue = where.replace(/,?\s*(?:19|20)\d{2}$/, '').trim()
  const arxiv = /arxiv\s?:\s?(\d{4}\.\d{4,5})/i.exec(venue)?.[1]
  const id = arxiv === undefined ? null : parseArxiv(arxiv)
  const isPreprint = /^arxiv\b/i.test(venue)
  return {
    ...(isPreprint || venue === '' ? {} : { venue, type: 'article-journal' }),
    ...(year === '' ? {} : { issued: year }),
    creators: alertNames(people),
    ...(id === null ? {} : { identifiers: [id] })
  }
}

/** Names on one line, venue and date on the same or the next ones. */
function readSemanticScholarLines(lines: readonly string[]): Said {
  const [first = '', second = '', third = ''] = lines
  const parts = [first, second, third].flatMap((line) => line.split(/\s+[·•|]\s+/)).slice(0, 5)
  const people = parts.find((part) => isListOfNames(part)) ?? ''
  const date = parts.map((part) => readDate(part.slice(0, 40))).find((one) => one !== '') ?? ''
  const venue = parts.find(
    (part) =>
      part !== people &&
      part !== '' &&
      part.length < 80 &&
      readDate(part) === '' &&
      !/[.!?]$/.test(part) &&
      !/^(?:tldr|abstract|save|cite|pdf|view)/i.test(part)
  )
  return {
    ...(people === '' ? {} : { creators: alertNames(people) }),
    ...(date === '' ? {} : { issued: date }),
    ...(venue === undefined || /^arxiv(?:\.org)?$/i.test(venue) ? {} : { venue })
  }
}

function isListOfNames(text: string): boolean {
  const names = text
    .replace(/,?\s*(?:\+\s?\d+ (?:more )?authors?|et al\.?|…|\.\.\.)\s*$/i, '')
    .split(/,\s+/)
  return names.every((name) => /^\p{Lu}[\p{L}.'’ -]{1,40}$/u.test(name) && /\s/.test(name))
}

/** Names as alerts list them; where they leave some out, so does the list, and says so. */
function alertNames(text: string): Creator[] {
  const names = text
    .split(/,\s*|\s+and\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.map((name, at) => {
    const isCut = at > 0 && /^(?:…|\.\.\.|et al\.?|\+\s?\d+ (?:more )?authors?)$/i.test(name)
    return {
      role: 'author',
      name: isCut ? andOthers : parseName(name.replace(/[….]{2,}$|…$/, '').trim() || name)
    }
  })
}
