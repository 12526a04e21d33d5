import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/ipc/error'
import type { Backup } from '@shared/model/backup'
import { removeTemporary } from '../database/backup/backup-folder'
import type { BackupCalls, BackupKind } from '../database/backup/work'
import { swapIn } from '../database/swap'
import { indexFolder, pageFile } from '../search/index-folder'

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
      forgetIndex(folder)
      swapIn(folder, whole, before === null ? 'damaged' : 'before-restore')
    })
    return before
  } finally {
    removeTemporary(whole)
  }
}

/**
 * Before another library comes into the place of one: the search index follows the revisions of one, and is made anew
 * for the other, also when this is cut off between the two. What was read of PDFs stays.
 */
export function forgetIndex(folder: string): void {
  const place = join(folder, indexFolder)
  if (!existsSync(place)) return
  for (const name of readdirSync(place))
    if (!name.startsWith(pageFile)) rmSync(join(place, name), { recursive: true, force: true })
}
