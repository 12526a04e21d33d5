import type { BackupReason, LibraryCounts } from '@shared/model/backup'
import { countLibrary, makeSingleFile } from '../check'
import { openLibraryToRead } from '../open'
import { translateError } from '../translate-error'
import { keepBackup, withTemporary, type Made } from './keep-backup'

/** More pages than any file has: all are copied in one step, within one reading of the library. */
const allPages = 0x7fffffff

/**
 * Makes a backup of a library that may be open and written to, as it is at one moment. It is copied page by
 * page, so that checking the copy checks the library too. Takes as long as the file is large: for a thread.
 * @throws AppError, and then all backups are as they were
 */
export function makeBackup(
  libraryFolder: string,
  reason: BackupReason,
  now = new Date()
): Promise<Made> {
  return withTemporary(libraryFolder, async (copy) => {
    const held = await copyAtOneMoment(libraryFolder, copy)
    makeSingleFile(copy)
    return keepBackup(libraryFolder, copy, { held, reason, now })
  })
}

async function copyAtOneMoment(libraryFolder: string, target: string): Promise<LibraryCounts> {
  try {
    const db = openLibraryToRead(libraryFolder)
    try {
      db.exec('BEGIN')
      const held = countLibrary(db)
      await db.backup(target, { progress: () => allPages })
      return held
    } finally {
      db.close()
    }
  } catch (error) {
    throw translateError(error, target)
  }
}
