import { resolve } from 'node:path'

/** What the app was started with. */
export interface AppArguments {
  /** Folder of the library to open instead of the user's own; null for that. */
  library: string | null
  /** Files to import, as full paths. */
  files: string[]
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
  const files = words.filter((word) => !word.startsWith('-'))
  if (isDefaultApp) files.shift()
  return {
    library: library === undefined || library === '' ? null : resolve(cwd, library),
    files: files.map((file) => resolve(cwd, file))
  }
}
