import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolder } from './folders'
import { libraryFile } from './open'
import { translateError } from './translate-error'

/** A library that no other window opens for as long as this is not let go of. */
export interface LibraryHold {
  readonly folder: string
  release: () => void
}

/**
 * Holds the library in a folder for the one window that has it open. It is a lock of the system's on an empty
 * file beside the library: it ends with its process, however that ends, so that nothing left over blocks
 * anybody. The command line holds nothing: it writes beside a window, in short transactions.
 * @returns null while another holds it
 * @throws AppError where nothing can be written beside the library
 */
export function holdLibrary(folder: string): LibraryHold | null {
  const file = join(folder, 'library.lock')
  try {
    makeFolder(folder)
    return lock(folder, file)
  } catch (error) {
    const known = translateError(error, libraryFile(folder))
    if (known.code === 'conflict') return null
    if (known.code !== 'database-corrupt') throw known
    // Somebody wrote into the file, which holds nothing.
    rmSync(file, { force: true })
    return lock(folder, file)
  }
}

function lock(folder: string, file: string): LibraryHold {
  const db = new Database(file, { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    throw error
  }
  return {
    folder,
    release: () => {
      db.close()
    }
  }
}
