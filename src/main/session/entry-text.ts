import type { BibDialect } from '@shared/model/latex'
import type { Paper } from '@shared/model/paper'
import { serialise } from '../export/serialise'

/**
 * A paper as the entry that a kept `.bib` holds: from its at sign to its brace. The comments that an export
 * puts before an entry are left out: the project's view says what is missing, and a file that is kept for
 * years changes only where the paper does.
 */
export function entryText(paper: Paper, dialect: BibDialect): string {
  const text = serialise([paper], dialect)
  const start = /^@(?!string\b|preamble\b|comment\b)/im.exec(text)?.index ?? 0
  return text.slice(start).trimEnd()
}
