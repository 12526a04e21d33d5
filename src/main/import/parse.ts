import { AppError } from '@shared/ipc/error'
import { detectBibtex, parseBibtex } from './bibtex'
import { detectArxivMailing, parseArxivMailing } from './digest/arxiv-mailing'
import { detectPaperDump, parsePaperDump } from './digest/paper-dump'
import { detectTrendingPage, parseTrendingPage } from './digest/trending-page'
import type { Parsed, ParsedFile } from './parsed'

/** A kind of file that Sheaf reads: how sure it is of a text (0 to 1), and how it takes it apart. */
interface Format {
  readonly detect: (text: string) => number
  readonly parse: (text: string, file: string, seen: Date) => Parsed
}

const formats: readonly Format[] = [
  { detect: detectBibtex, parse: parseBibtex },
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
      `No list of papers was found in ${file}. Sheaf reads, as text, trending-papers pages, arXiv’s daily mailings, lists of title, PDF and summary, and BibTeX files.`
    )
  return { file, ...best.format.parse(text, file, seen) }
}
