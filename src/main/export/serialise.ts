import { defaultExportOptions, type ExportOptions } from '@shared/model/export-options'
import type { Paper } from '@shared/model/paper'
import { toBibtex } from './bibtex'
import { toCslJson } from './csl-json'
import { toMarkdown } from './markdown'
import { toRis } from './ris'

/** Formats that papers are exported in, by the names the command line uses. */
export const exportFormats = ['bibtex', 'biblatex', 'csl-json', 'ris', 'markdown'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Papers as the text of a file. */
export function serialise(
  papers: readonly Paper[],
  format: ExportFormat,
  options: ExportOptions = defaultExportOptions
): string {
  if (format === 'csl-json') return `${JSON.stringify(papers.map(toCslJson), null, 2)}\n`
  if (format === 'ris') return toRis(papers)
  if (format === 'markdown') return toMarkdown(papers)
  return toBibtex(papers, format, options)
}
