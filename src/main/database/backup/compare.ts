import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { RestorePlan } from '@shared/model/backup'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { countLibrary } from '../check'
import type { ReadableDb } from '../handle'
import { refuseNewer } from '../migrate'
import { all, column, sql } from '../sql'
import { translateError } from '../translate-error'
import { backupFolder, listBackups } from './backup-folder'

/**
 * What restoring a backup would make of a library, told by papers and notes.
 * @throws AppError `not-found`, `database-corrupt`, `database-newer`
 */
export function planRestore(db: ReadableDb, libraryFolder: string, name: string): RestorePlan {
  const backup = listBackups(libraryFolder).find((one) => one.name === name)
  if (backup === undefined) throw new AppError('not-found', words.backups.gone)
  try {
    const file = join(backupFolder(libraryFolder), name)
    const then = new Database(file, {
      readonly: true,
      fileMustExist: true
    }) as unknown as ReadableDb
    try {
      then.pragma('trusted_schema = OFF')
      refuseNewer(then, file)
      const papersNow = paperIds(db)
      const papersThen = paperIds(then)
      const notesNow = noteTexts(db)
      const notesThen = noteTexts(then)
      const notes = new Set([...notesNow.keys(), ...notesThen.keys()])
      const stays = (id: number): boolean => papersNow.has(id) && papersThen.has(id)
      return {
        backup,
        now: countLibrary(db),
        lost: [...papersNow].filter((id) => !papersThen.has(id)).length,
        back: [...papersThen].filter((id) => !papersNow.has(id)).length,
        notes: [...notes].filter((id) => stays(id) && notesNow.get(id) !== notesThen.get(id)).length
      }
    } finally {
      then.close()
    }
  } catch (error) {
    const known = error instanceof AppError ? error : translateError(error, libraryFolder)
    throw known.code === 'database-corrupt'
      ? new AppError(known.code, words.backups.damaged)
      : known
  }
}

function paperIds(db: ReadableDb): Set<number> {
  return new Set(column<number>(db, sql`SELECT id FROM paper`))
}

function noteTexts(db: ReadableDb): Map<number, string> {
  const rows = all<{ paperId: number; body: string }>(
    db,
    sql`SELECT paper_id AS paperId, body FROM note WHERE body <> ''`
  )
  return new Map(rows.map(({ paperId, body }) => [paperId, body]))
}
