import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ArchiveOutcome, ArchiveProgress } from '@shared/model/archive-outcome'
import type { ArchivedLibrary } from '@shared/model/archived-library'
import type { WritableDb } from '../../database/handle'
import { closeLibrary, holdsLibrary, libraryFile, openLibrary } from '../../database/open'
import { isContradiction } from '../../database/translate-error'
import { LongChange } from '../../library/long-change'
import {
  forgetNoteVersions,
  isEmptyLibrary,
  newestNoteVersion,
  restoreDigest,
  restorePaper
} from '../../library/restored'
import { restorePlaces, restoreShelves, restoreTags } from '../../library/restored-shelves'
import { ArchiveReader } from './archive-reader'
import { RestoredFiles } from './restore-files'

/** How long one transaction takes before others have their turn, in milliseconds. */
const sliceMs = 40

export interface RestoreOptions {
  signal: AbortSignal
  onProgress?: (progress: ArchiveProgress) => void
}

export type Restored = Pick<ArchiveOutcome, 'papers' | 'files' | 'missing'>

/**
 * Opens an exported library in an empty one, as one change that can be undone. All of the archive is checked
 * before anything is written.
 * @throws AppError `conflict` where the library is not empty; `unsupported`, `too-large`, `unreadable-file`,
 * `disk-full`, `cancelled`: the library is as it was then
 */
export async function restoreArchive(
  db: WritableDb,
  folder: string,
  path: string,
  options: RestoreOptions
): Promise<Restored> {
  if (!isEmptyLibrary(db)) throw new AppError('conflict', words.archive.notEmpty)
  const archive = await ArchiveReader.open(path)
  const files = new RestoredFiles(archive, folder)
  try {
    const library = await archive.library()
    await files.take(library, {
      signal: options.signal,
      onProgress: (done, of) => options.onProgress?.({ stage: 'checking', done, of })
    })
    await fill(db, { archive, library, files }, options)
    const attachments = library.papers.flatMap((paper) => paper.attachments)
    return {
      papers: library.papers.length,
      files: new Set(attachments.flatMap(({ file }) => file ?? [])).size,
      missing: attachments.filter(({ file }) => file === null).map(({ name }) => name)
    }
  } catch (error) {
    await files.removeAgain()
    throw error
  } finally {
    await archive.close()
  }
}

/**
 * As `restoreArchive`, in a folder that has no library yet: it has one when all went well, and is as it was otherwise.
 * @throws AppError `conflict` where it has one already
 */
export async function restoreInFolder(
  folder: string,
  path: string,
  options: RestoreOptions
): Promise<Restored> {
  if (holdsLibrary(folder)) throw new AppError('conflict', words.archive.folderTaken(folder))
  const made = ['', '/files'].map((part) => join(folder, part)).filter((each) => !existsSync(each))
  // What is no exported library is found out before anything is made for it.
  await (await ArchiveReader.open(path)).close()
  const db = openLibrary(folder)
  try {
    const restored = await restoreArchive(db, folder, path, options)
    closeLibrary(db)
    return restored
  } catch (error) {
    closeLibrary(db)
    const file = libraryFile(folder)
    for (const each of [file, `${file}-wal`, `${file}-shm`, ...made])
      await rm(each, { recursive: true, force: true })
    throw error
  }
}

interface Opened {
  archive: ArchiveReader
  library: ArchivedLibrary
  files: RestoredFiles
}

async function fill(
  db: WritableDb,
  { archive, library, files }: Opened,
  { signal, onProgress }: RestoreOptions
): Promise<void> {
  const change = new LongChange(db)
  const versions = newestNoteVersion(db)
  const { papers } = library
  const ids = new Map<string, number>()
  const idOf = (key: string): number => ids.get(key) ?? 0
  const pause = async (): Promise<void> => {
    onProgress?.({ stage: 'adding', done: ids.size, of: papers.length })
    await setImmediate()
    if (signal.aborted) throw new AppError('cancelled', words.archive.openCancelled)
  }
  try {
    let tagIds = new Map<string, number>()
    change.slice((tx) => {
      if (!isEmptyLibrary(tx)) throw new AppError('conflict', words.archive.notEmpty)
      tagIds = restoreTags(tx, library.tags)
    })
    while (ids.size < papers.length) {
      const until = performance.now() + sliceMs
      change.slice((tx) => {
        for (let at = ids.size; at < papers.length && performance.now() < until; at++) {
          const paper = papers[at]
          if (paper === undefined) break
          ids.set(
            paper.key,
            restorePaper(tx, paper, tagIds, (one) => files.keptAs(one))
          )
        }
      })
      await pause()
    }
    for (const digest of library.digests) {
      const text = (await archive.text(digest.text)).replaceAll('\0', '')
      change.slice((tx) => {
        restoreDigest(tx, digest, text, idOf)
      })
      await pause()
    }
    change.slice((tx) => {
      restoreShelves(tx, library, tagIds, idOf)
      restorePlaces(db, library)
    })
    change.finish({ kind: 'open-archive', count: papers.length, name: archive.name })
  } catch (error) {
    change.takeBack()
    forgetNoteVersions(db, versions)
    throw isContradiction(error)
      ? new AppError('unsupported', words.archive.wrong(archive.name, 'library.json'), {
          cause: error,
          detail: String(error)
        })
      : error
  }
}
