import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError, type ErrorBody } from '@shared/ipc/error'
import type { Backup, BackupReason } from '@shared/model/backup'
import { flush } from '../folders'
import type { ReadableDb } from '../handle'
import { refuseNewer } from '../migrate'
import { salvage, type Salvaged } from '../salvage'
import { translateError } from '../translate-error'
import {
  backupFolder,
  listBackups,
  removeAbandoned,
  removeTemporary,
  temporaryIn
} from './backup-folder'
import { checkBackup, type Made } from './keep-backup'
import { makeBackup } from './make-backup'

/** What takes long, and is done in a thread of its own. */
export interface BackupCalls {
  make: { request: { folder: string; reason: BackupReason }; answer: Made }
  /**
   * Checks a backup again and puts a copy of it into the library's folder, under no name yet; gives its path. One of
   * a later Sheaf is refused.
   */
  ready: { request: { folder: string; name: string }; answer: string }
  /** The newest backup that still stands its check and that this Sheaf can open; null for none. */
  newest: { request: { folder: string }; answer: Backup | null }
  /** What can be read of a damaged library. */
  salvage: { request: { folder: string }; answer: Salvaged }
}
export type BackupKind = keyof BackupCalls
export type BackupRequest = {
  [K in BackupKind]: { kind: K } & BackupCalls[K]['request']
}[BackupKind]
export type BackupReply =
  { ok: true; value: BackupCalls[BackupKind]['answer'] } | { ok: false; error: ErrorBody }

type Work = {
  [K in BackupKind]: (
    request: BackupCalls[K]['request']
  ) => BackupCalls[K]['answer'] | Promise<BackupCalls[K]['answer']>
}

const works: Work = {
  make: ({ folder, reason }) => makeBackup(folder, reason),
  ready: ({ folder, name }) => readyBackup(folder, name),
  newest: ({ folder }) => newestGood(folder),
  salvage: ({ folder }) => salvage(folder)
}

/** Does what is asked. @throws AppError */
export async function perform<K extends BackupKind>(
  request: { kind: K } & BackupCalls[K]['request']
): Promise<BackupCalls[K]['answer']> {
  const work: Work[K] = works[request.kind]
  return work(request)
}

function readyBackup(libraryFolder: string, name: string): string {
  goodBackup(libraryFolder, name)
  removeAbandoned(libraryFolder)
  const copy = temporaryIn(libraryFolder)
  try {
    copyFileSync(join(backupFolder(libraryFolder), name), copy)
    flush(copy)
    return copy
  } catch (error) {
    removeTemporary(copy)
    throw error instanceof AppError ? error : translateError(error, libraryFolder)
  }
}

/** @throws AppError `not-found`, `database-corrupt`, `database-newer` */
function goodBackup(libraryFolder: string, name: string): Backup {
  const backup = checkBackup(libraryFolder, name)
  const file = join(backupFolder(libraryFolder), name)
  const db = new Database(file, { readonly: true, fileMustExist: true }) as unknown as ReadableDb
  try {
    refuseNewer(db, file)
    return backup
  } finally {
    db.close()
  }
}

function newestGood(libraryFolder: string): Backup | null {
  for (const { name } of listBackups(libraryFolder))
    try {
      return goodBackup(libraryFolder, name)
    } catch {
      continue
    }
  return null
}
