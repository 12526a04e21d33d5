import { defaultExportOptions, type ExportOptions } from '@shared/model/export-options'
import type { Dialect } from '../../../src/main/export/bibtex/latex-text'

/** Preferences of Better BibTeX, as the `config` of its JSON names them; what it leaves out has their defaults. */
export interface Preferences {
  readonly DOIandURL?: 'both' | 'doi' | 'url'
  readonly bibtexURL?: string
  readonly exportBraceProtection?: boolean
  readonly asciiBibTeX?: boolean
  readonly asciiBibLaTeX?: boolean
  readonly skipFields?: string
  readonly strings?: string
  readonly exportBibTeXStrings?: string
  readonly postscript?: string
  readonly csquotes?: string
  /** Not one of its preferences: the order of day and month in the file. */
  readonly localeDateOrder?: string
}

/** What Sheaf has for them. Preferences that it has nothing for are passed over. */
export function optionsFor(
  preferences: Preferences,
  dialect: Dialect,
  isAbbreviating: boolean
): ExportOptions {
  const { DOIandURL = 'both', bibtexURL = 'off', skipFields = '', strings = '' } = preferences
  const isAscii =
    dialect === 'bibtex' ? (preferences.asciiBibTeX ?? true) : (preferences.asciiBibLaTeX ?? false)
  const matches = preferences.exportBibTeXStrings?.startsWith('match') === true
  return {
    ...defaultExportOptions,
    addresses: DOIandURL,
    bibtexUrl: bibtexURL === 'off' ? 'none' : bibtexURL.startsWith('note') ? 'note' : 'field',
    braces: preferences.exportBraceProtection === false ? 'none' : 'capitals',
    letters: isAscii ? 'commands' : 'unicode',
    journals: isAbbreviating ? 'abbreviated' : 'full',
    incomplete: 'as-it-is',
    comments: false,
    leftOut: skipFields
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => /^[a-z][a-z0-9_-]*$/.test(name)),
    strings: matches ? strings : ''
  }
}
