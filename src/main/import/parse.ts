import { AppError } from '@shared/ipc/error'
import { detectBibtex, parseBibtex } from './bibtex'
import { detectArxivMailing, parseArxivMailing } from './digest/arxiv-mailing'
import { detectPaperDump, parsePaperDump } from './digest/paper-dump'
import { detectTrendingPage, parseTrendingPage } from './digest/trending-page'
import { detectBetterBibtexJson, parseBetterBibtexJson } from './references/better-bibtex-json'
import { detectCslJson, parseCslJson } from './references/csl-json'
import { detectNbib, parseNbib } from './references/nbib'
import { detectRis, parseRis } from './references/ris'
import type { Parsed, ParsedFile } from './parsed'

/** A kind of file that Sheaf reads: how sure it is of a text (0 to 1), and how it takes it apart. */
interface Format {
  readonly detect: (text: string) => number
  readonly parse: (text: string, file: string, seen: Date) => Parsed
}

const formats: readonly Format[] = [
  { detect: detectBibtex, parse: parseBibtex },
  { detect: detectRis, parse: parseRis },
  { detect: detectNbib, parse: parseNbib },
  { detect: detectBetterBibtexJson, parse: parseBetterBibtexJson },
  { detect: detectCslJson, parse: parseCslJson },
  { detect: detectArxivMailing, parse: parseArxivMailing },
  { detect: detectPaperDump, parse: parsePaperDump },
  { detect: detectTrendingPage, parse: parseTrendingPage }
]

/** The least certainty that makes a text count as of a format. */
const enough = 0.5

/**
 * Takes a text apart by the format that is surest of it.
 * @throws AppError `unsupported` where none is
 */
export function parseText(text: string, file: string, seen: Date): ParsedFile {
  const best = formats
    .map((format) => ({ format, certainty: format.detect(text) }))
    .reduce((a, b) => (b.certainty > a.certainty ? b : a))
  if (best.certainty < enough)
    throw new AppError(
      'unsupported',
      `No list of papers was found in ${file}. Sheaf reads, as text, trending-papers pages, arXiv’s daily mailings, lists of title, PDF and summary; and files of references: BibTeX, RIS, NBIB, CSL-JSON, Better BibTeX’s JSON.`
    )
  return { file, ...best.format.parse(text, file, seen) }
}
