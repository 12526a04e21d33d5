import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '@shared/model/backup'
import { readBackupName } from './backup-name'

const temporaryName = /^\.sheaf-[0-9a-f]+\.tmp(?:-journal|-wal|-shm)?$/
/** What is older than this was left behind by a crash, in milliseconds: nobody writes for so long. */
const abandonedAfter = 60 * 60 * 1000
const readAtOnce = 1024 * 1024

/** Where a library's backups are: in its own folder. */
export function backupFolder(libraryFolder: string): string {
  return join(libraryFolder, 'backups')
}

/** The backups of a library, the newest first; none where there is no such folder. */
export function listBackups(libraryFolder: string): Backup[] {
  const folder = backupFolder(libraryFolder)
  return namesIn(folder)
    .flatMap((name) => {
      const told = readBackupName(name)
      const about = told && statSync(join(folder, name), { throwIfNoEntry: false })
      return told && about?.isFile() ? [{ ...told, bytes: about.size }] : []
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** A name in a folder that is nothing yet: it counts only when it gets another. */
export function temporaryIn(folder: string): string {
  return join(folder, `.sheaf-${randomBytes(8).toString('hex')}.tmp`)
}

/** Removes what crashes left behind of files that were never whole. */
export function removeAbandoned(folder: string, now = Date.now()): void {
  for (const name of namesIn(folder).filter((one) => temporaryName.test(one))) {
    const file = join(folder, name)
    const about = statSync(file, { throwIfNoEntry: false })
    if (about !== undefined && now - about.mtimeMs > abandonedAfter) rmSync(file, { force: true })
  }
}

/** Removes a file that was to become something, and what SQLite may have put beside it. */
export function removeTemporary(file: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(file + end, { force: true })
}

/** What a backup's name says of its bytes. */
export function sumOf(file: string): string {
  const hash = createHash('sha256')
  const part = Buffer.alloc(readAtOnce)
  const handle = openSync(file, 'r')
  try {
    for (;;) {
      const length = readSync(handle, part)
      if (length === 0) return hash.digest('hex').slice(0, 32)
      hash.update(part.subarray(0, length))
    }
  } finally {
    closeSync(handle)
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
