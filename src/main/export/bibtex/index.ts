import { defaultExportOptions, type ExportOptions } from '@shared/model/export-options'
import type { Paper } from '@shared/model/paper'
import { bibEntry } from './entry'
import { formOf } from './form'
import type { Dialect } from './latex-text'
import type { Macro } from './macros'

/**
 * Papers as the text of a `.bib` file, in the order given, one blank line between entries. Compiles
 * without warnings under BibTeX's standard styles or under Biber; see `latexText` for what imported
 * text can never do.
 */
export function toBibtex(
  papers: readonly Paper[],
  dialect: Dialect,
  options: ExportOptions = defaultExportOptions
): string {
  const form = formOf(dialect, options)
  const macros = new Map<string, Macro>()
  const entries = papers.map((paper) => {
    const entry = bibEntry(paper, form)
    for (const macro of entry.macros) macros.set(macro.name, macro)
    return `${entry.text}\n`
  })
  return [...stringLines(macros.values()), ...entries].join('\n')
}

/** `@string` definitions of the abbreviations in use, by name. */
export function stringLines(macros: Iterable<Macro>): string[] {
  const lines = [...macros]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => `@string{${name} = {${value}}}\n`)
  return lines.length === 0 ? [] : [lines.join('')]
}
