import { defaultExportOptions, type ExportOptions } from '@shared/model/export-options'
import type { CitedPaper } from '@shared/model/paper'
import { bibEntry } from './entry'
import { formOf, type Form } from './form'
import type { Dialect } from './latex-text'
import type { Macro } from './macros'

/**
 * Papers as the text of a `.bib` file, in the order given, one blank line between entries. Compiles
 * without warnings under BibTeX's standard styles or under Biber; see `latexText` for what imported
 * text can never do.
 */
export function toBibtex(
  papers: readonly CitedPaper[],
  dialect: Dialect,
  options: ExportOptions = defaultExportOptions
): string {
  const writer = new BibWriter(dialect, options)
  const entries = writer.write(papers)
  return macroHead(writer.macros()) + entries
}

export type { Macro } from './macros'

/** Writes such a file piece by piece. What stands at its head is known only when all is written. */
export class BibWriter {
  readonly #form: Form
  readonly #macros = new Map<string, Macro>()

  constructor(dialect: Dialect, options: ExportOptions = defaultExportOptions) {
    this.#form = formOf(dialect, options)
  }

  /** A paper's entry, up to the end of its last line. */
  entry(paper: CitedPaper): string {
    const { text, macros } = bibEntry(paper, this.#form)
    for (const macro of macros) this.#macros.set(macro.name, macro)
    return `${text}\n`
  }

  /** Entries of papers with a blank line between each two. */
  write(papers: readonly CitedPaper[]): string {
    return papers.map((paper) => this.entry(paper)).join('\n')
  }

  /** Abbreviations that are in use. */
  macros(): Macro[] {
    return [...this.#macros.values()]
  }
}

/** `@string` definitions of the abbreviations in use, by name, with a blank line behind them; empty for none. */
export function macroHead(macros: readonly Macro[]): string {
  const lines = [...macros]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => `@string{${name} = {${value}}}\n`)
  return lines.length === 0 ? '' : `${lines.join('')}\n`
}
