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
  return writer.head() + entries
}

/** Writes such a file piece by piece. What stands at its head is known only when all is written. */
export class BibWriter {
  readonly #form: Form
  readonly #macros = new Map<string, Macro>()
  #isBegun = false

  constructor(dialect: Dialect, options: ExportOptions = defaultExportOptions) {
    this.#form = formOf(dialect, options)
  }

  /** The next entries, each with what parts it from the one before. */
  write(papers: readonly CitedPaper[]): string {
    let text = ''
    for (const paper of papers) {
      const entry = bibEntry(paper, this.#form)
      for (const macro of entry.macros) this.#macros.set(macro.name, macro)
      text += `${this.#isBegun ? '\n' : ''}${entry.text}\n`
      this.#isBegun = true
    }
    return text
  }

  /** `@string` definitions of the abbreviations in use, by name, with a blank line behind them; empty for none. */
  head(): string {
    const lines = [...this.#macros.values()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, value }) => `@string{${name} = {${value}}}\n`)
    return lines.length === 0 ? '' : `${lines.join('')}\n`
  }
}
