import type { FormatName } from '@shared/model/kinds'
import type { PaperFields } from '@shared/model/paper'
import type { SkippedItem } from '@shared/model/import-report'

/** What a source says of a paper beside its title. Absent: it says nothing. */
export type Said = Partial<Omit<PaperFields, 'title'>>

/** A paper as a source names it. The range is half-open, in UTF-16 code units of the source's raw text. */
export interface ParsedPaper {
  title: string
  says: Said
  /** The key that another reference manager, or the user, has given it. */
  citationKey?: string
  tags?: readonly string[]
  /** A note on it, as Markdown. */
  note?: string
  /** Fields that Sheaf has no place for, as they came. */
  extra?: Readonly<Record<string, string>>
  /** Files that the source says belong to it, by their paths as they stand there. */
  linked?: readonly string[]
  /** Those of them that are there, by their whole paths. */
  files?: readonly string[]
  /** The file that it is, to be kept with it; its path where it is not packed in another. */
  file?: { name: string; bytes: Uint8Array; path?: string }
  /** The user wants it left out, or added as another paper than the one it looks like. */
  verdict?: 'leave-out' | 'apart'
  /** How many votes it had there, and how many stars its code repository, where the digest says so. */
  votes?: number
  stars?: number
  start: number
  end: number
}

/** A digest or a reference file taken apart. */
export interface ParsedDigest {
  /** The name of the format, as `parse.ts` has it. */
  format: string
  /** What the user knows the source by: `Trending papers`, `arXiv math.AG`; a file's name for references. */
  source: string
  /** `2026-03-14`; empty where a source has no date of its own. */
  date: string
  /** The year, or the whole date, is not in the text but was concluded from the file's time. */
  dateInferred: boolean
  rawText: string
  /** What it is known again by, where that was worked out before. */
  contentHash?: string
  /** It tells of new versions of papers that came before. */
  replaces?: boolean
  papers: ParsedPaper[]
}

/** What a parser makes of a text. */
export interface Parsed {
  digests: ParsedDigest[]
  skipped: SkippedItem[]
}

/** What a file or a pasted text held, and what in it could not be understood. */
export interface ParsedFile extends Parsed {
  file: string
  /** The format a text was read in, and how sure of it its detector was (0 to 1). */
  format?: FormatName
  certainty?: number
}
