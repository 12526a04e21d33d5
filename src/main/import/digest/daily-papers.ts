import { words as said } from '@shared/messages/words'
import type { Identifier } from '@shared/model/paper'
import { parseName } from '@shared/text/person-name'
import { linkKindOf } from '@shared/text/url'
import type { HtmlPage } from '../markup/html'
import type { Parsed, ParsedDigest, ParsedPaper } from '../parsed'
import { isObject, listOf, type JsonObject } from '../references/json-values'
import { saidByArxivId } from './arxiv-paper'

/** An item of the answer of the API, or of the data in a saved page. */
interface Item {
  paper: JsonObject
  outer: JsonObject
}

/** How a text reads as the JSON that a site of daily papers answers with. */
export function detectDailyPapers(text: string): number {
  // Without the word there is no such list: large files of references are not taken apart for nothing.
  return /^\s*[[{]/.test(text) && text.includes('"authors"') && itemsIn(parsed(text)).length > 0
    ? 1
    : 0
}

/** Takes the answer of the site's API apart (`daily_papers`): a list of papers with id, title, summary, authors. */
export function parseDailyPapers(text: string, file: string, seen: Date): Parsed {
  return toParsed(itemsIn(parsed(text)), text, file, seen, (item) => rangesOf(text, item))
}

/** How a saved page of such a site reads: by the data that it carries for its scripts. */
export function detectSavedDailyPapers(page: HtmlPage): number {
  return page.data.some((data) => itemsIn(parsed(data)).length > 0) ? 1 : 0
}

/** The papers that a saved page carries as data, shown with the words of the page. */
export function parseSavedDailyPapers(page: HtmlPage, file: string, seen: Date): Parsed {
  const items = page.data
    .map((data) => itemsIn(parsed(data)))
    .reduce((most, next) => (next.length > most.length ? next : most), [])
  return toParsed(items, page.text, file, seen, ({ paper }) => {
    const start = page.text.indexOf(words(paper.title))
    return start === -1 ? { start: 0, end: 0 } : { start, end: start + words(paper.title).length }
  })
}

function toParsed(
  items: readonly Item[],
  text: string,
  file: string,
  seen: Date,
  placeOf: (item: Item) => { start: number; end: number }
): Parsed {
  const skipped: Parsed['skipped'] = []
  const digests = new Map<string, ParsedDigest>()
  for (const [index, item] of items.entries()) {
    const { paper, outer } = item
    const title = words(paper.title)
    if (title === '') {
      skipped.push({ file, line: 0, reason: said.skipped.paperWithoutTitle(index + 1) })
      continue
    }
    const day =
      /^\d{4}-\d{2}-\d{2}/.exec(words(paper.submittedOnDailyAt ?? outer.submittedOnDailyAt))?.[0] ??
      ''
    let digest = digests.get(day)
    if (digest === undefined) {
      digest = {
        ...{ format: 'daily-papers', source: 'Daily papers' },
        date: day === '' ? seen.toISOString().slice(0, 10) : day,
        ...{ dateInferred: day === '', rawText: text, papers: [] }
      }
      digests.set(day, digest)
    }
    digest.papers.push({
      ...{ title, says: saysOf(item), ...placeOf(item) },
      ...standingOf(item)
    } satisfies ParsedPaper)
  }
  return { digests: [...digests.values()], skipped }
}

function saysOf({ paper, outer }: Item): ParsedPaper['says'] {
  const said = saidByArxivId(words(paper.id))
  const published = /^\d{4}-\d{2}-\d{2}/.exec(words(paper.publishedAt ?? outer.publishedAt))?.[0]
  const urls = [paper.githubRepo, paper.projectPage]
    .map(words)
    .filter((url) => /^https?:\/\//i.test(url))
  const identifiers: Identifier[] = said?.identifiers ?? []
  return {
    ...{ type: 'article', language: 'en', ...said, identifiers },
    abstract: words(paper.summary),
    ...(published === undefined ? {} : { issued: published }),
    creators: listOf(paper.authors).flatMap((author) => {
      const name = words(isObject(author) ? author.name : author)
      return name === '' ? [] : [{ role: 'author' as const, name: parseName(name) }]
    }),
    links: [...(said?.links ?? []), ...urls.map((url) => ({ kind: linkKindOf(url), url }))]
  }
}

/** Votes on the site, and stars of the code. */
function standingOf({ paper, outer }: Item): Pick<ParsedPaper, 'votes' | 'stars'> {
  const votes = countOf(paper.upvotes ?? outer.upvotes)
  const stars = countOf(paper.githubStars ?? outer.githubStars)
  return { ...(votes === null ? {} : { votes }), ...(stars === null ? {} : { stars }) }
}

function countOf(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null
}

/** The list of papers in such data, wherever it stands, to a small depth. */
function itemsIn(data: unknown, depth = 0): Item[] {
  if (depth > 4) return []
  if (Array.isArray(data)) {
    return data.flatMap((one): Item[] => {
      if (!isObject(one)) return []
      const paper = isObject(one.paper) ? one.paper : one
      return isPaper(paper) ? [{ paper, outer: one }] : []
    })
  }
  if (!isObject(data)) return []
  if (isPaper(data)) return [{ paper: data, outer: data }]
  return Object.values(data)
    .slice(0, 200)
    .map((value) => itemsIn(value, depth + 1))
    .reduce((most, next) => (next.length > most.length ? next : most), [])
}

function isPaper(data: JsonObject): boolean {
  return (
    typeof data.title === 'string' &&
    typeof data.id === 'string' &&
    (typeof data.summary === 'string' || typeof data.upvotes === 'number') &&
    Array.isArray(data.authors)
  )
}

function rangesOf(text: string, { paper }: Item): { start: number; end: number } {
  const id = text.indexOf(JSON.stringify(paper.id))
  const title = text.indexOf(JSON.stringify(paper.title).slice(1, -1), Math.max(0, id))
  if (title === -1) return { start: 0, end: 0 }
  return { start: title, end: title + JSON.stringify(paper.title).length - 2 }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/g, ' ').trim()
    : ''
}
