import { resolve } from 'node:path'
import { keyOfLink } from '@shared/text/sheaf-link'
import { commandNames } from '../cli/command-names'

/** What the app was started with. */
export interface AppArguments {
  /** Folder of the library to open instead of the user's own; null for that. */
  library: string | null
  /** Files to import, as full paths. */
  files: string[]
  /** The citation key of a paper to select, of the last `sheaf:` link; null for none. */
  key: string | null
}

/**
 * The command that the installed app is to carry out without a window, and what comes after it; null where
 * a window is wanted. A file of such a name can be given as `./list`.
 */
export function readCommand(argv: readonly string[]): string[] | null {
  const words = argv.slice(1)
  const at = words.findIndex((word) => !word.startsWith('-'))
  if (words.some((word) => word === '--help' || word === '-h')) return ['help']
  return commandNames.some((name) => name === words[at]) ? words.slice(at) : null
}

/**
 * Reads the command line of the app: switches that are Chromium's are passed over.
 * @param isDefaultApp the first word after the program is the app's own folder (`electron .`)
 */
export function readArguments(
  argv: readonly string[],
  cwd: string,
  isDefaultApp: boolean
): AppArguments {
  const words = argv.slice(1).filter((word) => word !== '--')
  const library = words.find((word) => word.startsWith('--library='))?.slice('--library='.length)
  const given = words.filter((word) => !word.startsWith('-'))
  if (isDefaultApp) given.shift()
  const files = given.filter((word) => keyOfLink(word) === null)
  const keys = given.flatMap((word) => keyOfLink(word) ?? [])
  return {
    library: library === undefined || library === '' ? null : resolve(cwd, library),
    files: files.map((file) => resolve(cwd, file)),
    key: keys.at(-1) ?? null
  }
}
