import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join, relative, isAbsolute } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { copyLibrary, holdsLibrary, libraryFile } from '../database/open'
import type { LibrarySession } from './session'

/**
 * Copies an open library, files and all, to a folder that has none; where there is one already,
 * nothing is copied. The library that was open stays where it is, untouched.
 * @throws AppError when the folders lie within one another, or the copy fails or is not sound
 */
export function moveLibrary({ db, folder }: LibrarySession, target: string): void {
  if (holdsLibrary(target)) return
  if (lies(target, folder) || lies(folder, target))
    throw new AppError('invalid-input', words.library.within(target))
  mkdirSync(target, { recursive: true })
  const files = join(folder, 'files')
  if (existsSync(files)) cpSync(files, join(target, 'files'), { recursive: true })
  copyLibrary(db, libraryFile(target))
}

function lies(inner: string, outer: string): boolean {
  const path = relative(outer, inner)
  return path === '' || (!path.startsWith('..') && !isAbsolute(path))
}
