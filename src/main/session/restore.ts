import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/ipc/error'
import type { Backup } from '@shared/model/backup'
import { removeTemporary } from '../database/backup/backup-folder'
import type { BackupCalls, BackupKind } from '../database/backup/work'
import { swapIn } from '../database/swap'
import { indexFolder } from '../search/index-folder'

/** What restoring needs of those around it. */
interface Surroundings {
  perform: <K extends BackupKind>(
    request: { kind: K } & BackupCalls[K]['request']
  ) => Promise<BackupCalls[K]['answer']>
  /** Backs up the library as it is. */
  backUp: () => Promise<Backup | null>
  /** Closes the library, runs what is given, at once and whatever comes of it opens the library there is then. */
  whileClosed: (work: () => void) => Promise<void>
}

/**
 * Puts a backup in the place of the library, which is backed up before and whose file is kept besides. One that
 * is too damaged to be backed up is kept as it is.
 * @returns the backup that takes this back; null where there is none
 * @throws AppError, and then the library is as it was
 */
export async function restoreBackup(
  folder: string,
  name: string,
  { perform, backUp, whileClosed }: Surroundings
): Promise<Backup | null> {
  const whole = await perform({ kind: 'ready', folder, name })
  try {
    const before = await backUp().catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'database-corrupt') return null
      throw error
    })
    await whileClosed(() => {
      swapIn(folder, whole, before === null ? 'damaged' : 'before-restore')
      forgetIndex(folder)
    })
    return before
  } finally {
    removeTemporary(whole)
  }
}

/** The search index follows the revisions of one library; it is made anew for another. */
export function forgetIndex(folder: string): void {
  rmSync(join(folder, indexFolder), { recursive: true, force: true })
}
