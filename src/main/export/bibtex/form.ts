import { defaultExportOptions, type ExportOptions } from '@shared/model/export-options'
import type { Dialect } from './latex-text'
import { macrosIn, type Macro } from './macros'

/** How a file is to be written: its dialect, and what the user chose. */
export interface Form {
  readonly dialect: Dialect
  /** Whose letters it has; BibTeX's are commands beyond ASCII. */
  readonly letters: Dialect
  readonly options: ExportOptions
  /** Abbreviations of the user's, by the value that each stands for. */
  readonly macros: ReadonlyMap<string, Macro>
}

export function formOf(dialect: Dialect, options: ExportOptions = defaultExportOptions): Form {
  const letters =
    options.letters === 'by-format'
      ? dialect
      : options.letters === 'unicode'
        ? 'biblatex'
        : 'bibtex'
  return { dialect, letters, options, macros: macrosIn(options.strings) }
}
