import { AppError } from '@shared/ipc/error'
import type { FiledUnder, ImportTarget } from '@shared/model/import-target'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { addToCollection, collectionName } from '../library/collections'
import { addTag, tagName } from '../library/tags'

/** What an import files its papers under, as it stands now; undefined where it files them nowhere. */
export function filedUnder(
  db: ReadableDb,
  target: ImportTarget | undefined
): FiledUnder | undefined {
  if (target === undefined) return undefined
  const nameOf = { tag: tagName, collection: collectionName }[target.kind]
  try {
    return { kind: target.kind, name: nameOf(db, target.id) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found')
      return { kind: target.kind, name: null }
    throw error
  }
}

/** Files a paper under what it was dropped on, unless that is gone. */
export function file(db: JournalledDb, paperId: number, target: ImportTarget): void {
  const name = filedUnder(db, target)?.name ?? null
  if (name === null) return
  if (target.kind === 'tag') addTag(db, [paperId], name)
  else addToCollection(db, [paperId], target.id)
}
