import type { Paper } from '@shared/model/paper'
import { bibEntry } from './entry'
import type { Dialect } from './latex-text'

/**
 * Papers as the text of a `.bib` file, in the order given, one blank line between entries. Compiles
 * without warnings under BibTeX's standard styles or under Biber; see `latexText` for what imported
 * text can never do.
 */
export function toBibtex(papers: readonly Paper[], dialect: Dialect): string {
  return papers.map((paper) => `${bibEntry(paper, dialect)}\n`).join('\n')
}
