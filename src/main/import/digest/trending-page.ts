import { words as said } from '@shared/messages/words'
import { findUrls, linkKindOf } from '@shared/text/url'
import type { Parsed, ParsedDigest, ParsedPaper } from '../parsed'
import { splitBlocks, type Block } from './blocks'
import { readStanding, type Standing } from './standing'
import { completeDate, dateOfFile, readPageDate, type PageDate } from './page-date'

/** What stands on such a page besides papers: its menu, its buttons, its counts. */
const furniture = [
  /^(new|hot|top|trending|daily papers|trending papers|papers|home|search|menu)$/i,
  /^(subscribe|unsubscribe|sign ?up|sign ?in|log ?in|log ?out|submit|share|upvote|follow|like|view all|load more|show more|next|previous|back to top)( \d+)?$/i,
  /^get trending papers in your email inbox\b.{0,60}$/i,
  /^by ?[\w .@-]{1,40} and the research community$/i,
  /^(submitted|posted|published) (by|on) .{1,60}$/i,
  /^(github|code|project page|project|pdf|arxiv|hf page|abs|demo)( [\d.,]+ ?[km]?)?$/i,
  /^[\d.,]+ ?[km]?( (upvotes?|votes?|comments?|stars?|authors?|likes?|citations?))?$/i,
  /^[^\p{L}\p{N}]+$/u
]
const telltale = /get trending papers in your email inbox|and the research community$/i

const source = 'Trending papers'

/** How a text reads as a page of trending papers: 0 not at all, 1 without doubt. */
export function detectTrendingPage(text: string): number {
  const { papers, strays, papersBlocks, hasTelltale } = read(text)
  if (papers.length === 0 || (papers.length < 2 && !hasTelltale)) return 0
  const regular = (2 * papers.length) / (papersBlocks + strays.length)
  if (regular < 0.75) return 0
  return hasTelltale ? 1 : regular * 0.8
}

/**
 * Takes a page of trending papers apart: furniture, then titles each followed by its abstract. Papers
 * under a further date heading make a digest of their own. A line that is neither is told, not dropped.
 * `seen` is the time of the file, or now; it gives the year that such pages leave out.
 */
export function parseTrendingPage(text: string, file: string, seen: Date): Parsed {
  const { papers, strays } = read(text)
  const days = new Map<string, ParsedDigest>()
  for (const { date, paper } of papers) {
    const known = date ? completeDate(date, seen) : { date: dateOfFile(file, seen), inferred: true }
    let digest = days.get(known.date)
    if (digest === undefined) {
      digest = {
        format: 'trending-page',
        source,
        date: known.date,
        dateInferred: known.inferred,
        rawText: text,
        papers: []
      }
      days.set(known.date, digest)
    }
    digest.papers.push(paper)
  }
  const skipped = strays.map(({ line, text: words }) => ({
    file,
    line,
    reason: said.skipped.neither(shorten(words))
  }))
  return { digests: [...days.values()], skipped }
}

interface Reading {
  papers: { date: PageDate | null; paper: ParsedPaper }[]
  strays: Block[]
  /** How many paragraphs the papers were made of; two each where all is regular. */
  papersBlocks: number
  hasTelltale: boolean
}

function read(text: string): Reading {
  const reading: Reading = { papers: [], strays: [], papersBlocks: 0, hasTelltale: false }
  let date: PageDate | null = null
  let title: Block | null = null
  let abstract: Block[] = []
  const standings = new Standings()
  const finish = (): void => {
    const standing = title === null ? {} : standings.ofPaper()
    if (title !== null && abstract.length > 0) {
      reading.papers.push({ date, paper: { ...toPaper(title, abstract), ...standing } })
      reading.papersBlocks += 1 + abstract.length
    } else if (title !== null) reading.strays.push(title)
    title = null
    abstract = []
  }
  for (const block of splitBlocks(text)) {
    if (telltale.test(block.text)) reading.hasTelltale = true
    const heading = readPageDate(block.text)
    if (heading !== null) {
      finish()
      date = heading
    } else if (isFurniture(block.text)) standings.take(block.text, title !== null)
    else if (isAbstract(block.text)) {
      if (title === null) reading.strays.push(block)
      else abstract.push(block)
    } else if (isTitle(block.text)) {
      finish()
      title = block
    } else {
      finish()
      reading.strays.push(block)
    }
  }
  finish()
  return reading
}

/**
 * Counts of votes and stars, which such a page has before each title or behind each abstract: before, where
 * the first of them comes before the first title.
 */
class Standings {
  #areBefore: boolean | null = null
  #next: Standing = {}
  #current: Standing = {}

  /** @param inPaper whether the title of a paper came already */
  take(line: string, inPaper: boolean): void {
    const standing = readStanding(line)
    if (standing === null) return
    this.#areBefore ??= !inPaper
    if (this.#areBefore && inPaper) this.#next = { ...this.#next, ...standing }
    else this.#current = { ...this.#current, ...standing }
  }

  /** Those of the paper that ends here. */
  ofPaper(): Standing {
    const current = this.#current
    this.#current = this.#next
    this.#next = {}
    return current
  }
}

function isFurniture(text: string): boolean {
  if (text.length > 120) return false
  return furniture.some((pattern) => pattern.test(text)) || readStanding(text) !== null
}

/** Long, or of several sentences that end as sentences do. */
function isAbstract(text: string): boolean {
  if (text.length >= 300) return true
  return text.length >= 80 && /[.!?)\]"”}]$/.test(text) && /[a-z\d)][.!?] [A-Z\d“"]/.test(text)
}

/** A line of its own that does not end as a sentence or a phrase of speech does. */
function isTitle(text: string): boolean {
  return text.length >= 6 && /\p{L}{2}/u.test(text) && !/[.,;:"”’—-]$/.test(text)
}

function toPaper(title: Block, abstract: readonly Block[]): ParsedPaper {
  const words = abstract.map((block) => block.text).join('\n\n')
  return {
    title: title.text.replace(/\s+/g, ' '),
    says: {
      ...{ type: 'article', language: 'en', abstract: words },
      links: [...new Set(findUrls(words).map(({ url }) => url))].map((url) => ({
        kind: linkKindOf(url),
        url
      }))
    },
    start: title.start,
    end: abstract.at(-1)?.end ?? title.end
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text
}
