import type { Link } from '@shared/model/paper'
import type { SkippedItem } from '@shared/model/import-report'

/** A paper as a digest names it. The range is half-open, in UTF-16 code units of the digest's raw text. */
export interface ParsedPaper {
  title: string
  abstract: string
  links: Link[]
  start: number
  end: number
}

/** A digest taken apart. */
export interface ParsedDigest {
  format: 'trending-page'
  source: string
  /** `2026-03-14` */
  date: string
  /** The year, or the whole date, is not in the text but was concluded from the file's time. */
  dateInferred: boolean
  rawText: string
  papers: ParsedPaper[]
}

/** What a file or a pasted text held, and what in it could not be understood. */
export interface ParsedFile {
  file: string
  digests: ParsedDigest[]
  skipped: SkippedItem[]
}
