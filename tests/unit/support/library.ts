import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PaperFields } from '@shared/model/paper'
import type { WritableDb } from '../../../src/main/database/handle'
import { closeLibrary, openLibrary } from '../../../src/main/database/open'
import { change } from '../../../src/main/library/journal'
import { addPaper } from '../../../src/main/library/paper-changes'
import { fields } from './content'

export { contentOf, fields } from './content'

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** A new library in a folder of its own, closed when the test is over. */
export function newLibrary(folder = temporaryFolder()): WritableDb {
  const db = openLibrary(folder)
  onTestFinished(() => {
    closeLibrary(db)
  })
  return db
}

/** Adds a paper as a change of its own; gives its id. */
export function insertPaper(db: WritableDb, given: Partial<PaperFields> = {}): number {
  return change(db, { kind: 'import', count: 1, name: '' }, (tx) => addPaper(tx, fields(given)))
    .value
}
