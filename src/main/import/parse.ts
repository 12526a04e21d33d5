import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { FormatName } from '@shared/model/kinds'
import { detectBibtex, parseBibtex } from './bibtex'
import {
  detectScholarAlert,
  detectSemanticScholarAlert,
  parseScholarAlert,
  parseSemanticScholarAlert
} from './digest/alerts'
import { detectArxivListing, parseArxivListing } from './digest/arxiv-listing'
import { detectArxivMailing, parseArxivMailing } from './digest/arxiv-mailing'
import {
  detectDailyPapers,
  detectSavedDailyPapers,
  parseDailyPapers,
  parseSavedDailyPapers
} from './digest/daily-papers'
import {
  detectJsonFeed,
  detectOpml,
  detectXmlFeed,
  parseJsonFeed,
  parseOpml,
  parseXmlFeed
} from './digest/feed'
import { detectOwnDigest, detectOwnPage, parseOwnDigest, parseOwnPage } from './digest/own-digest'
import { detectOwnDigestLines, parseOwnDigestLines } from './digest/own-digest-lines'
import { detectPaperDump, parsePaperDump } from './digest/paper-dump'
import { detectPaperLinks, parsePaperLinks } from './digest/paper-links'
import { detectTrendingPage, parseTrendingPage } from './digest/trending-page'
import { looksLikeHtml, readHtml, type HtmlPage } from './markup/html'
import { readMarkdown } from './markup/markdown'
import type { Page } from './markup/page'
import type { Parsed, ParsedFile } from './parsed'
import { detectBetterBibtexJson, parseBetterBibtexJson } from './references/better-bibtex-json'
import { detectCslJson, parseCslJson } from './references/csl-json'
import { detectEndnoteXml, parseEndnoteXml } from './references/endnote-xml'
import { detectNbib, parseNbib } from './references/nbib'
import { detectPubmedXml, parsePubmedXml } from './references/pubmed-xml'
import { detectRis, parseRis } from './references/ris'

/** A kind of text that Sheaf reads: how sure it is of one (0 to 1), and how it takes it apart. */
interface Format<Source> {
  readonly name: FormatName
  readonly detect: (source: Source) => number
  readonly parse: (source: Source, file: string, seen: Date) => Parsed
}

/** Formats that are data: their text is no page. */
const dataFormats: readonly Format<string>[] = [
  { name: 'sheaf-digest', detect: detectOwnDigest, parse: parseOwnDigest },
  { name: 'bibtex', detect: detectBibtex, parse: parseBibtex },
  { name: 'ris', detect: detectRis, parse: parseRis },
  { name: 'nbib', detect: detectNbib, parse: parseNbib },
  { name: 'better-bibtex-json', detect: detectBetterBibtexJson, parse: parseBetterBibtexJson },
  { name: 'daily-papers', detect: detectDailyPapers, parse: parseDailyPapers },
  { name: 'json-feed', detect: detectJsonFeed, parse: parseJsonFeed },
  { name: 'csl-json', detect: detectCslJson, parse: parseCslJson },
  { name: 'feed', detect: detectXmlFeed, parse: parseXmlFeed },
  { name: 'opml', detect: detectOpml, parse: parseOpml },
  { name: 'endnote-xml', detect: detectEndnoteXml, parse: parseEndnoteXml },
  { name: 'pubmed-xml', detect: detectPubmedXml, parse: parsePubmedXml }
]

/** Formats that are a page's words, copied or saved. */
const textFormats: readonly Format<string>[] = [
  { name: 'sheaf-digest-text', detect: detectOwnDigestLines, parse: parseOwnDigestLines },
  { name: 'arxiv-mailing', detect: detectArxivMailing, parse: parseArxivMailing },
  { name: 'arxiv-listing', detect: detectArxivListing, parse: parseArxivListing },
  { name: 'paper-dump', detect: detectPaperDump, parse: parsePaperDump },
  { name: 'trending-page', detect: detectTrendingPage, parse: parseTrendingPage }
]

/** Formats that are told by a page's links. */
const pageFormats: readonly Format<Page>[] = [
  { name: 'scholar-alert', detect: detectScholarAlert, parse: parseScholarAlert },
  {
    name: 'semantic-scholar-alert',
    detect: detectSemanticScholarAlert,
    parse: parseSemanticScholarAlert
  },
  { name: 'paper-links', detect: detectPaperLinks, parse: parsePaperLinks }
]

/** Pages that carry data for scripts. */
const savedPages: readonly Format<HtmlPage>[] = [
  { name: 'sheaf-digest', detect: detectOwnPage, parse: parseOwnPage },
  { name: 'daily-papers-page', detect: detectSavedDailyPapers, parse: parseSavedDailyPapers }
]

/** A text read by one format. */
interface Reading {
  name: FormatName
  certainty: number
  parse: (file: string, seen: Date) => Parsed
}

/** The least certainty that makes a text count as of a format. */
const enough = 0.5

/**
 * Takes a text apart by the format that is surest of it, or by the one the user says it is.
 * @throws AppError `unsupported` where none is sure enough
 */
export function parseText(text: string, file: string, seen: Date, wanted?: FormatName): ParsedFile {
  const best =
    wanted === undefined
      ? surestReading(text)
      : readings(text, true).find(({ name }) => name === wanted)
  if (best === undefined) throw new AppError('unsupported', words.importing.otherFormat(file))
  if (best === null) throw new AppError('unsupported', words.importing.noPapers(file))
  const parsed = best.parse(file, seen)
  // Nothing found and nothing told of would leave the user without a word.
  if (parsed.digests.length + parsed.skipped.length === 0)
    throw new AppError('unsupported', words.importing.noPapers(file))
  return { file, format: best.name, certainty: best.certainty, ...parsed }
}

/** The surest reading of a text, or of several that say the same; null where none is. Of equals, the first. */
export function surestReading(...texts: readonly string[]): Reading | null {
  const best = texts
    .flatMap((text) => readings(text))
    .reduce<Reading | null>((a, b) => (a !== null && a.certainty >= b.certainty ? a : b), null)
  return best === null || best.certainty < enough ? null : best
}

/** A text read by every format there is; or, unless `all` are wanted, by those up to one that is certain. */
export function readings(text: string, all = false): Reading[] {
  return looksLikeHtml(text) ? readingsOfHtml(text) : readingsOfText(text, all)
}

function readingsOfHtml(html: string): Reading[] {
  const page = readHtml(html)
  return [
    ...savedPages.map((format) => reading(format, page)),
    ...textFormats.map((format) => reading(format, page.text)),
    ...pageFormats.map((format) => reading(format, page))
  ]
}

function readingsOfText(text: string, all: boolean): Reading[] {
  const plain = [...dataFormats, ...textFormats].map((format) => reading(format, text))
  // Nothing beats certainty, so links need not be looked for.
  if (!all && plain.some(({ certainty }) => certainty === 1)) return plain
  const page = readMarkdown(text)
  return [...plain, ...pageFormats.map((format) => reading(format, page))]
}

function reading<Source>(format: Format<Source>, source: Source): Reading {
  return {
    name: format.name,
    certainty: format.detect(source),
    parse: (file, seen) => format.parse(source, file, seen)
  }
}
