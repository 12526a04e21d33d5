import { closeSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Has a file's bytes, or a folder's names, on the disk before anything relies on them. */
export function flush(path: string): void {
  const isFolder = statSync(path).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const handle = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** As `flush`, for the names of what is whole: a file system that cannot do this is no failure. */
export function flushNames(folder: string): void {
  try {
    flush(folder)
  } catch {
    // Then they last as soon as it writes them by itself.
  }
}

/**
 * Makes a folder, and those above it that are not there, so that they last: after a power cut a file that is on the
 * disk is found only if the names of all folders that lead to it are there too.
 */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true })
  if (first === undefined) return
  const highest = dirname(resolve(first))
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    flushNames(folder)
    if (folder === highest || folder === dirname(folder)) return
  }
}
