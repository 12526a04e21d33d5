import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { citeFormats, isCommandName, type CiteFormat } from '@shared/text/cite-text'
import { exportFormats, type ExportFormat } from '../export/serialise'
import { commandNames } from './command-names'

/** The words the user typed make no sense together; the message says which. */
export class UsageError extends Error {}

/** A command line, read. Each command looks at what concerns it. */
export interface CommandLine {
  command: (typeof commandNames)[number]
  words: string[]
  library: string | null
  json: boolean
  stdin: boolean
  limit: number
  /** The name of a saved search whose query is asked, beside the words; null for none. */
  saved: string | null
  format: ExportFormat
  output: string | null
  /** Where the whole library is exported to; null where it is not. */
  everything: string | null
  /** The words of `export` are citation keys. */
  keys: boolean
  citeFormat: CiteFormat
  /** Command of LaTeX that cites; empty for the format's own. */
  citeCommand: string
}

export const usage = `Usage: sheaf COMMAND [--library DIR] [--json]

  import FILE…                          put the papers of digests into the library
  list [QUERY] [--saved NAME]           papers as CSL-JSON, one a line
  search [QUERY] [--stdin] [--limit N]  ids and scores, one line a query
  related KEY | --stdin [--limit N]     papers like the one with this citation key, and why;
                                        from standard input a key or a text a line
  export [QUERY] [--saved NAME] --format FORMAT [--output FILE]
                                        FORMAT: ${exportFormats.join(', ')}
  export --keys KEY… --format FORMAT    the papers with these citation keys
  export --everything FILE              the whole library as a zip of open formats
  cite QUERY [--format FORMAT] [--command NAME] [--limit N]
                                        a citation a line, the best first;
                                        FORMAT: ${citeFormats.join(', ')}

A QUERY is what the search box takes: words, "phrases", author:li, year:2023.., -tag:done, a or b.
Put -- before one that begins with a hyphen. NAME is that of a saved search.

  --library DIR   the library in this folder instead of your own
  --json          say the outcome as JSON
`

const options = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  stdin: { type: 'boolean' },
  limit: { type: 'string' },
  saved: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string' },
  everything: { type: 'string' },
  keys: { type: 'boolean' },
  command: { type: 'string' },
  help: { type: 'boolean', short: 'h' }
} as const

const belongsTo: Record<string, CommandLine['command'][]> = {
  stdin: ['search', 'related'],
  limit: ['search', 'related', 'cite'],
  saved: ['list', 'search', 'export'],
  format: ['export', 'cite'],
  output: ['export'],
  everything: ['export'],
  keys: ['export'],
  command: ['cite']
}

/** @throws UsageError */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = parse(argv)
  const [name, ...words] = positionals
  const command = commandNames.find((known) => known === name)
  if (values.help === true || name === 'help') return { ...defaults, command: 'help' }
  if (name === undefined) throw new UsageError('no command given.')
  if (command === undefined) throw new UsageError(`there is no command “${name}”.`)
  for (const option of Object.keys(values))
    if (belongsTo[option]?.includes(command) === false)
      throw new UsageError(`--${option} does not go with “${command}”.`)
  if (command === 'import' && words.length === 0) throw new UsageError('import needs a file.')
  if (command === 'related' && words.length !== (values.stdin === true ? 0 : 1))
    throw new UsageError('related needs one citation key, or --stdin.')
  if (values.everything !== undefined) {
    const others = ['format', 'output', 'saved', 'keys'].filter((other) => other in values)
    if (words.length > 0 || others.length > 0)
      throw new UsageError('--everything takes a file and nothing else.')
  } else if (command === 'export' && values.format === undefined)
    throw new UsageError(`export needs --format, one of ${exportFormats.join(', ')}.`)
  if (values.keys === true && words.length === 0)
    throw new UsageError('--keys needs a citation key.')
  if (command === 'cite' && words.join('').trim() === '')
    throw new UsageError('cite needs something to look for.')
  if (values.command !== undefined && !isCommandName(values.command))
    throw new UsageError(`“${values.command}” is no name of a command.`)
  return {
    command,
    words,
    library: values.library === undefined ? null : resolve(values.library),
    json: values.json ?? false,
    stdin: values.stdin ?? false,
    limit: readLimit(values.limit),
    saved: values.saved ?? null,
    format: command === 'cite' ? defaults.format : readFormat(values.format),
    keys: values.keys ?? false,
    everything: values.everything === undefined ? null : resolve(values.everything),
    citeFormat: command === 'cite' ? readCiteFormat(values.format) : defaults.citeFormat,
    citeCommand: values.command ?? '',
    output: values.output === undefined ? null : resolve(values.output)
  }
}

const defaults: CommandLine = {
  command: 'help',
  words: [],
  library: null,
  json: false,
  stdin: false,
  limit: 20,
  saved: null,
  format: 'bibtex',
  output: null,
  keys: false,
  everything: null,
  citeFormat: 'latex',
  citeCommand: ''
}

function parse(argv: readonly string[]): ReturnType<typeof parseKnown> {
  try {
    return parseKnown(argv)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(message.split('. ')[0]?.replace(/\.$/, '.') ?? message)
  }
}

function parseKnown(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return defaults.limit
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(`--limit takes a whole number from 1, not “${text}”.`)
  return limit
}

function readFormat(text: string | undefined): ExportFormat {
  if (text === undefined) return defaults.format
  const format = exportFormats.find((known) => known === text)
  if (format === undefined)
    throw new UsageError(`there is no format “${text}”; there are ${exportFormats.join(', ')}.`)
  return format
}

function readCiteFormat(text: string | undefined): CiteFormat {
  if (text === undefined) return defaults.citeFormat
  const format = citeFormats.find((known) => known === text)
  if (format === undefined)
    throw new UsageError(`there is no format “${text}”; there are ${citeFormats.join(', ')}.`)
  return format
}
