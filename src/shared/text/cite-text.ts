import { isValidKey } from './citation-key'

/** Ways to write a citation, by the names that plug-ins for editors ask for them by. */
export const citeFormats = [
  'latex',
  'biblatex',
  'natbib',
  'pandoc',
  'mmd',
  'typst',
  'org',
  'orgRef',
  'asciidoctor-bibtex',
  'keys'
] as const
export type CiteFormat = (typeof citeFormats)[number]

export interface CiteStyle {
  format: CiteFormat
  /** Name of the command, without its backslash; empty for the format's own. */
  command: string
  /** Whether Pandoc's citations stand in brackets. */
  brackets: boolean
}

const commands: Partial<Record<CiteFormat, string>> = {
  latex: 'cite',
  biblatex: 'autocite',
  natbib: 'citep'
}

/** Whether a name can be a command's: nothing else may follow a backslash. */
export function isCommandName(name: string): boolean {
  return /^[A-Za-z]{1,40}\*?$/.test(name)
}

/** A citation of papers by their keys; keys that no program would take are left out. Empty without any. */
export function citeText(
  given: readonly string[],
  { format, command, brackets }: CiteStyle
): string {
  const keys = given.filter(isValidKey)
  if (keys.length === 0) return ''
  switch (format) {
    case 'latex':
    case 'biblatex':
    case 'natbib': {
      const name = isCommandName(command) ? command : (commands[format] ?? 'cite')
      return `\\${name}{${keys.join(',')}}`
    }
    case 'pandoc': {
      const all = keys.map((key) => `@${key}`).join('; ')
      return brackets ? `[${all}]` : all
    }
    case 'mmd':
      return keys.map((key) => `[#${key}][]`).join('')
    case 'typst':
      // A label that ends in a full stop, or holds a slash, is taken for less than it is behind an at sign.
      return keys
        .map((key) =>
          /^[A-Za-z0-9_-]+$/.test(key)
            ? `@${key}`
            : `#cite(${key.includes('/') || key.includes('+') ? `label("${key}")` : `<${key}>`})`
        )
        .join(' ')
    case 'org':
      return `[cite:${keys.map((key) => `@${key}`).join(';')}]`
    case 'orgRef':
      return `cite:${keys.join(',')}`
    case 'asciidoctor-bibtex':
      return `cite:[${keys.join(', ')}]`
    case 'keys':
      return keys.join(',')
  }
}
